// The arguments object is iterable, also in a program that has used no method of arrays.
function sum() {
  let total = 0;
  for (const value of arguments) {
    total += value;
  }
  return total;
}
console.log(sum(1, 2, 3), sum());
