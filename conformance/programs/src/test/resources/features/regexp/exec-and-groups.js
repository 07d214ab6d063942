const show = (...values) => console.log(...values);
show(/a+b/.exec('xaaab'), /(a*)*/.exec('b'), /(z)((a+)?(b+)?(c))*/.exec('zaacbbbcac'));
show(/(?<year>\d{4})-(?<month>\d\d)/.exec('on 2024-05').groups, /(?<a>x)|(?<b>y)/.exec('y').groups);
show(/(?<=\$)\d+/.exec('cost $42'), /(?<!\$)\b\d+/.exec('$4 52'), /a(?!b)/.exec('abac').index, /(?=(a+))a*b\1/.exec('baaabac'));
show(/(?<=(\d+)(\d+))$/.exec('1053'), /(?<=\1(a))b/.exec('aab'));
show(/(?:a|ab)(?:c|bcd)(?:d*)/.exec('abcd')[0], /(a?)*?$/.exec('aa')[0], /((.)\2)+/.exec('aabbcd'), /(?:(a)|b)*/.exec('ab'));
show(/x{2,3}/.exec('xxxx')[0], /x{2,3}?/.exec('xxxx')[0], /x{0}/.exec('x')[0], /(?:ab){2,}c/.exec('abababc')[0], /a{,2}/.test('a{,2}'));
show(/\1(a)/.exec('aa'), /\8/.exec('8')[0], /[\b]/.test('\b'), /\cA/.test('\x01'), /\x41\u0042/.test('AB'), /\0/.test('\0'), /\101/.test('A'));
show(/^\s*(?:(\d+)|(\w+))\s*$/m.exec(' \n 42 '), 'ab\ncd'.match(/^\w+$/gm), /[^]/.test('\n'), /[]/.test('a'), /[\w-a]/.test('-'));
show('x'.repeat(100000).match(/(?:x|y)*z?$/)[0].length, /(x+x+)+y/.test('x'.repeat(18)), /^(?:\+|-)?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?$/.test('-12.5e+10'));
const sticky = /foo/y;
sticky.lastIndex = 3;
show(sticky.test('barfoo'), sticky.lastIndex, sticky.test('barfoo'), sticky.lastIndex);
const global = /o/g;
show(global.exec('foo').index, global.lastIndex, global.exec('foo').index, global.exec('foo'), global.lastIndex);
show(/x(y)?/d.exec('ax').indices);
for (let i = 0; i < 3; i++) {
  const fresh = /i/g;
  show(fresh.lastIndex, fresh.test('hi'), fresh.lastIndex);
}
