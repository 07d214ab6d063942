/*---
description: fails in strict code only
---*/
assert((function () { return this !== undefined; })(), 'this is undefined');
