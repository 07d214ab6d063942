for (const E of [Error, TypeError, RangeError, SyntaxError, ReferenceError, EvalError, URIError]) {
  const e = new E('m');
  console.log(e.name, e.message, String(e), e instanceof E, e instanceof Error, Object.prototype.toString.call(e), E('x') instanceof E);
}
console.log(String(new Error()), new Error(undefined).hasOwnProperty('message'), new Error(5).message === '5');
