/*---
flags: [async, noStrict]
---*/
// Nobody listens to the first one, which is no failure.
Promise.reject(new Test262Error('unheard'));
setTimeout(function () { $DONE(); }, 0);
