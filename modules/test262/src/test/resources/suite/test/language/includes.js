/*---
includes: [extra.js]
---*/
assert(extra === 7, 'included');
