/*---
flags: [noStrict]
---*/
function f() { f(); } try { f(); assert(false, 'no end'); } catch (e) { assert(e instanceof RangeError, 'RangeError'); }
