// Every kind of expression, with local variables, captured ones and globals as operands.
function locals(a, b, o) {
  let c = a + b * a - b / a % b ** 2, d;
  d = a & b | c ^ a << b >> c >>> 2;
  d = a < b || a <= b && a > b ? a >= b : !(a == b) !== (a != b);
  d = a === b ?? c;
  c = a + (a = b) + a++ - --a + a--;
  d = [a, b, (a = 1), a, , ...o, a], c = -a, c = +b, c = ~c, c = !d, c = typeof c, c = void d;
  o.x = o.y = o[a] = o['k'] = o[1] = d;
  o.x += a; o[a] -= b; o[a++] *= b; o[b]--; ++o.x; o.x ||= a; o[b] &&= c; o.z ??= d;
  a ||= b; b &&= c; c ??= d; a += b += c;
  delete o.x, delete o[a], delete a, delete undeclared, delete f();
  a = 'x' in o, b = o instanceof Object, c = (a, b, o);
  return `${a}${b} text ${c + d}` + `plain` + `` + o?.x?.[a]?.(b)?.c + o?.f(a, ...b) + (o?.f)() + delete o?.x;
}
function captured(a, b) {
  var o = { a, b, [a]: b, 'quoted key': 1, 2: 3, get g() { return a; }, set g(v) { a = v; }, m() { return super.m(b); },
    ...b, __proto__: a, [b]() { return super[a]; }, f: () => a };
  a++; b = a-- + --a; a += b; a ||= 1; o.x = a++;
  return tag`one ${a} two ${b} \u{41}`, new o.f(a, ...b), new o, new (f(a))(b), o.f(1, 2)(3).g(4)[5](6);
}
globalA = globalB += globalC++; typeof undefinedName; globalA ??= this;
x = NaN, y = undefined, z = -0, w = 1e21, v = Infinity, u = 2147483648, t = -2147483648, s = 'string', r = null, q = true;
