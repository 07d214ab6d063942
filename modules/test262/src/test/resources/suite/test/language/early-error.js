/*---
negative:
  phase: parse
  type: SyntaxError
---*/
var var;
