const o = { name: 'o' };
o.self = o; o.list = [o];
console.log(o);
console.log(new Number(5), new String('abc'), new Boolean(false), [new String('x')], Object(Symbol('q')));
