// A frame goes on in the interpreter after many slow paths, since there is new code to be made. What it throws later, outside of any try, no
// handler of it catches.
function attempt(f, ...args) {
  try {
    return f(...args);
  } catch (e) {
    return 'thrown ' + e.message;
  }
}

function numbers(object, rounds, step) {
  let sum = 0;
  try {
    for (let i = 0; i < rounds; i++) {
      sum -= step;
    }
  } catch (e) {
    return 'caught ' + e.message;
  }
  return object.x + sum;
}
console.log(attempt(numbers, undefined, 1000, 0.5));
console.log(attempt(numbers, { x: 1 }, 1000, 0.5));

function properties(object, rounds) {
  let sum = 0;
  try {
    for (let i = 0; i < rounds; i++) {
      sum += object.y;
    }
  } finally {
    sum++;
  }
  return object.x.y + sum;
}
console.log(attempt(properties, { y: 1 }, 1000));
console.log(attempt(properties, { y: 2, x: { y: 3 } }, 1000));
