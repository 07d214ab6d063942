function f(x) {
  let r = x;
  r += 1; r ^= 3; r += 5; r &= 1023; r |= 64; r -= 7; r = r * 3; r %= 997; r += r >> 2; r ^= r << 1; r &= 4095; r += 11;
  if (r & 1) { r = r * 3 + 1; } else { r = r / 2; } r |= 0; r += x & 15; r ^= 0x55; r = (r + 9) % 512; r <<= 2; r >>>= 1; r += r % 7;
  return r;
}
let s = 0;
for (let i = 0; i < 2000; i++) s += f(i);
console.log(s);
