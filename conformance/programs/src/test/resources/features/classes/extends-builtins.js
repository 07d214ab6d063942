class MyArray extends Array { last() { return this[this.length - 1]; } }
const a = MyArray.from([1, 2, 3]);
console.log(a.last(), a.length, a instanceof MyArray, a.map(x => x * 2) instanceof MyArray);
class MyError extends TypeError {}
console.log(new MyError('m') instanceof TypeError, new MyError('m').message, new MyError('x').name);
