/*---
negative:
  phase: parse
  type: SyntaxError
flags: [noStrict]
---*/
1;
