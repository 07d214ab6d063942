// Indirect eval and the Function constructor make global code.
(function () {
  const indirect = eval;
  let local = 'local';
  console.log(indirect('typeof local'), (0, eval)('this === globalThis'), indirect('"use strict"; this === globalThis'));

  indirect('var fromEval = 1; let notGlobal = 2; function functionFromEval() { return fromEval; }');
  console.log(fromEval, typeof notGlobal, functionFromEval(), delete globalThis.fromEval, typeof fromEval);
  console.log(Object.getOwnPropertyDescriptor(globalThis, 'functionFromEval').configurable);

  const sum = new Function('a', 'b', 'return a + b');
  console.log(sum(1, 2), sum.name, sum.length, String(sum));
  console.log(Function('a, b', 'c', 'return [a, b, c].join()')(1, 2, 3));
  console.log(Function('return typeof local')(), Function('return this === globalThis')());

  const GeneratorFunction = Object.getPrototypeOf(function* () {}).constructor;
  console.log([...GeneratorFunction('n', 'while (n > 0) yield n--')(3)].join());

  class MyFunction extends Function {
    twice(x) {
      return this(this(x));
    }
  }
  console.log(new MyFunction('x', 'return x * x').twice(3));

  for (const source of ['var 1', 'let x; let x', 'return 1', 'break', 'new.target', 'super.x']) {
    try {
      indirect(source);
      console.log(source, 'ran');
    } catch (error) {
      console.log(source, '->', error.name, error instanceof SyntaxError);
    }
  }
  for (const [parameters, body] of [['a', '}, function () {'], ['a) { return 1', ''], ['/*', '*/) {'], ['a, a', '"use strict"']]) {
    try {
      Function(parameters, body);
      console.log('made');
    } catch (error) {
      console.log(error.name);
    }
  }
})();
