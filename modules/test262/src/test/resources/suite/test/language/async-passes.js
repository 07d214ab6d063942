/*---
flags: [async, noStrict]
---*/
Promise.resolve().then(function () { $DONE(); });
