const a = {}, b = {}, f = () => 1;
console.log(a == a, a == b, a === a, a !== b, f == f, [] == '', [1] == 1, [1, 2] == '1,2', ({}) == '[object Object]', null == undefined, null == 0, undefined == 0, null == false);
console.log({ valueOf() { return 3; } } == 3, { toString() { return 'q'; } } == 'q', new String('x') == 'x', new String('x') === 'x');
