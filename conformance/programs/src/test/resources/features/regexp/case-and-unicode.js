const show = (...values) => console.log(...values);
show(/ÀB/i.test('àb'), /[a-z]/i.test('Q'), /[^a-z]/i.test('Q'), /\u017f/i.test('S'), /\u017f/iu.test('S'), /[k]/iu.test('\u212a'), /(a)\1/i.test('aA'));
show(/\u{1F600}/u.test('😀'), '😀'.match(/./gu).length, '😀'.match(/./g).length, /^.$/u.test('😀'), /^[^x]$/u.test('😀'), /😀{2}/u.test('😀😀'));
show(/\p{Lu}/u.exec('aÉ')[0], /[^\p{L}]/u.exec('a1').index, /\p{Script=Greek}+/u.exec('abc αβγ')[0], /\P{ASCII}/u.exec('abcé')[0], /\p{Emoji_Presentation}/u.test('😀'));
show(/\bfoo\b/.test('a foo b'), /\Boo/.test('foo'), /a.c/s.test('a\nc'), /a.c/.test('a\nc'), /\s/.test('\u00a0'), /\S/.test('\ufeff'), /\w/.test('é'), /\d/.test('٣'));
show(/[\u{1F600}-\u{1F64F}]/u.exec('x😀')[0], /\ud83d/.test('😀'), /\ud83d/u.test('😀'), /[😀]/u.exec('😀')[0].length);
const g = /(?:)/gu;
g.lastIndex = 1;
show('😀'.replace(/(?:)/gu, '-'), '😀'.split(/(?:)/u), g.exec('😀').index);
