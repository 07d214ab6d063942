/*---
flags: [noStrict]
---*/
assert((function () { return this !== undefined; })(), 'sloppy');
