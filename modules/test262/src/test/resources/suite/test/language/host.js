/*---
flags: [noStrict]
---*/
$262.evalScript('var fromScript = 1'); assert(fromScript === 1, 'ran'); var caught; try { $262.evalScript('var var'); } catch (e) { caught = e; } assert(caught instanceof SyntaxError, 'SyntaxError');
