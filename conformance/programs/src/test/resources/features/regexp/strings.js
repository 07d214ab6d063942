const show = (...values) => console.log(...values);
show('a-b_c'.split(/[-_]/), 'abc'.split(/(?:)/), 'A1B2'.split(/(\d)/), ''.split(/x/), ''.split(/(?:)/), 'ab'.split(/a*?/), 'ab'.split(/a*/), 'a,b,c'.split(/,/, 2));
show('x1y22'.replace(/\d+/g, (m) => `<${m}>`), 'John Smith'.replace(/(\w+)\s(\w+)/, '$2, $1'), 'aaa'.replace(/a/g, '$&$&'), 'abc'.replace(/(?<l>b)/, '[$<l>]'));
show('abcabc'.replace(/b(c)?/g, (m, c, i, s) => `${c}${i}${s.length}`), '2020-01-02'.replace(/(\d+)-(\d+)-(\d+)/, '$3/$2/$1 $4 $$ $0 $10'), 'abc'.replace(/b/, "[$`|$']"));
show('x'.replace(/(?<n>x)/, (...args) => JSON.stringify(args)), 'aXbX'.replace(/x/gi, ''), 'none'.replace(/q/g, 'z'), ''.replace(/^/, 'start'));
show([...'a1b2'.matchAll(/[a-z](\d)/g)].map((m) => [m[0], m[1], m.index]), 'aBc'.search(/[A-Z]/), 'abc'.search('c'), 'abc'.search(/x/));
show('abc'.match(/(?<x>b)(c)/), 'abab'.match(/b/g), 'abab'.match(/x/g), 'abc'.match(), 'a.c'.match('.')[0], 'aaa'.match(/a*?/g));
show('a.b.c'.replaceAll('.', '-'), 'a1b2'.replaceAll(/\d/g, ''), 'aa'.replaceAll('a', '$&!'));
for (const attempt of [() => 'a'.replaceAll(/a/, 'b'), () => 'a'.matchAll(/a/), () => 'a'.startsWith(/a/), () => 'a'.includes(/a/)]) {
  try {
    show(attempt());
  } catch (error) {
    show(error.name, error.message);
  }
}
const words = {};
for (const word of 'the cat and the dog and the bird'.match(/\w+/g)) {
  words[word] = (words[word] || 0) + 1;
}
show(words);
const tokens = [];
const tokenizer = /\s*(?:(?<number>\d+(?:\.\d+)?)|(?<name>[a-z]\w*)|(?<operator>[-+*\/()=]))/gy;
for (let m = tokenizer.exec('x1 = 3.5*(y + 42)'); m !== null; m = tokenizer.exec('x1 = 3.5*(y + 42)')) {
  const [kind, text] = Object.entries(m.groups).find(([, value]) => value !== undefined);
  tokens.push(`${kind}:${text}`);
}
show(tokens.join(' '), tokenizer.lastIndex);
