/*---
negative:
  phase: runtime
  type: RangeError
flags: [noStrict]
---*/
throw new TypeError('not wanted');
