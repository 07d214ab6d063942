const show = (...values) => console.log(...values);
show(String(/a\/b/), new RegExp('a/b').source, new RegExp('').toString(), new RegExp('\n').source, new RegExp('[/]').source, /x/gimsuy.flags, RegExp('x', 'yg').flags);
show(Object.getOwnPropertyNames(/a/), Object.getOwnPropertyDescriptor(/a/, 'lastIndex'), typeof /a/, Object.prototype.toString.call(/a/), /a/ instanceof RegExp);
show(RegExp(/a/g).flags, new RegExp(/a/g, 'i').flags, [/a/g, { r: /b/ }], Object.assign(/a/, { extra: 1 }), RegExp.length, RegExp.name, RegExp.prototype.toString(), RegExp.prototype.global);
const same = /q/;
show(RegExp(same) === same, new RegExp(same) === same, RegExp[Symbol.species] === RegExp, /a/.global, /a/g.global, /a/v.unicodeSets);
for (const pattern of ['(', ')', '[', 'a**', '\\', '(?<n>a)(?<n>b)', '[b-a]', '{1}', 'a{2,1}', '(?x)', '*', '(?<1>a)', '\\k<x>(?<y>a)']) {
  try {
    show('ok', new RegExp(pattern));
  } catch (error) {
    show(`${error.name}: ${error.message}`);
  }
}
for (const pattern of ['\\u{110000}', '\\-', '{', '\\p{Foo}', '(?=a)*', '\\1', 'a{1', '[\\w-a]']) {
  try {
    show('ok', new RegExp(pattern, 'u'));
  } catch (error) {
    show(error.message);
  }
}
for (const flags of ['gg', 'x', 'uv']) {
  try {
    new RegExp('a', flags);
  } catch (error) {
    show(error.message);
  }
}
class Shouting extends RegExp {
  exec(string) {
    const result = super.exec(string);
    if (result) {
      result[0] = result[0].toUpperCase();
    }
    return result;
  }
}
show('abc'.replace(new Shouting('b', 'g'), '[$&]'), 'abcb'.match(new Shouting('b', 'g')), 'abc'.split(new Shouting('b')), new Shouting('q') instanceof Shouting);
const counted = /a/g;
let execs = 0;
counted.exec = function (string) {
  execs++;
  return RegExp.prototype.exec.call(this, string);
};
show('banana'.replace(counted, 'o'), execs, counted.test('a'), execs);
const compiled = /a/;
show(compiled.compile('b', 'g') === compiled, compiled);
show({ [Symbol.match]: () => 'own match' } && 'x'.match({ [Symbol.match]: (text) => `own ${text}` }), 'x'.split({ [Symbol.split]: (text, limit) => [text, limit] }, 3));
show(/a/[Symbol.match]('ba').index, /(?:)/g[Symbol.replace]('ab', '-'), [.../b/g[Symbol.matchAll]('abb')].length, /b/[Symbol.search]('ab'), /b/[Symbol.split]('abc'));
