/*---
flags: [async, noStrict]
---*/
1;
