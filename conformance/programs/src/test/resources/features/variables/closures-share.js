function counter() {
  let n = 0;
  return { up() { return ++n; }, down() { return --n; }, get value() { return n; } };
}
const a = counter(), b = counter();
a.up(); a.up(); a.up(); a.down(); b.down();
console.log(a.value, b.value);
