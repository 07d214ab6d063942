/*---
description: both modes
---*/
assert(1 + 1 === 2, 'sum');
