// Array's methods on receivers that are no objects, and the order of their questions.
const methods = Array.prototype;
console.log(methods.at.call('abc', 1), methods.at.call(5, 0), methods.at.call(true, -1));
for (const name of ['concat', 'slice', 'join', 'indexOf', 'includes', 'lastIndexOf', 'toReversed', 'map', 'filter', 'find', 'findLast', 'flat', 'reduce', 'entries', 'toSpliced',
  'some', 'every', 'forEach', 'toString', 'toLocaleString', 'toSorted', 'with', 'keys', 'values', 'findIndex', 'flatMap']) {
  for (const receiver of ['abc', 5, true, Symbol.iterator]) {
    try {
      let result = name === 'with' ? methods[name].call(receiver, 0, 'x') : methods[name].call(receiver, x => x, 1);
      if (result?.next) {
        result = [...result];
      }
      console.log(name, typeof receiver, typeof result, Array.isArray(result) ? result.map(String).join() : String(result));
    } catch (error) {
      console.log(name, typeof receiver, error.name);
    }
  }
}
for (const name of ['push', 'pop', 'shift', 'unshift', 'reverse', 'sort', 'fill', 'splice', 'copyWithin']) {
  for (const receiver of ['abc', '', 5]) {
    try {
      console.log(name, JSON.stringify(receiver), String(methods[name].call(receiver, undefined, 1)));
    } catch (error) {
      console.log(name, JSON.stringify(receiver), error.name);
    }
  }
}
const never = { valueOf() { throw new Error('asked'); } };
console.log([].indexOf(1, never), [].includes(1, never), [].lastIndexOf(1, never));
