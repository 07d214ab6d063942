const s = 'Hello, World';
console.log(s.length, s[0], s[99], s.at(-1), s.charAt(1), s.charAt(99), s.charCodeAt(0), s.charCodeAt(99), s.codePointAt(0), '😀'.codePointAt(0), '😀'.codePointAt(1), '😀'.length);
console.log(s.indexOf('o'), s.indexOf('o', 5), s.indexOf(''), s.indexOf('', 99), s.lastIndexOf('o'), s.lastIndexOf('o', 5), s.lastIndexOf('x'), s.lastIndexOf(''), s.includes('World'), s.includes('x'), s.startsWith('Hell'), s.startsWith('World', 7), s.endsWith('ld'), s.endsWith('Hello', 5));
console.log(s.slice(1, 4), s.slice(-5), s.slice(3, 1), s.substring(4, 1), s.substring(-3, 2), s.substr(-5, 3), s.substr(2), s.slice(), s.substring(NaN, 3));
console.log(s.toUpperCase(), s.toLowerCase(), 'ß'.toUpperCase(), 'İ'.toLowerCase().length, 'ΑΣ'.toLowerCase(), s.toLocaleUpperCase());
console.log('[' + '  a b \n'.trim() + ']', '[' + '  a '.trimStart() + ']', '[' + ' a  '.trimEnd() + ']', String.prototype.trimLeft.name, String.prototype.trimRight === String.prototype.trimEnd);
console.log('5'.padStart(3, '0'), '5'.padEnd(3), 'abc'.padStart(2), 'x'.padStart(7, 'ab'), 'x'.padEnd(4, ''), 'ab'.repeat(3), ''.repeat(5), 'a'.repeat(0));
try { 'a'.repeat(-1) } catch (e) { console.log(e.name, e.message) } try { 'a'.repeat(Infinity) } catch (e) { console.log(e.name, e.message) } try { 'ab'.repeat(2 ** 29) } catch (e) { console.log(e.name, e.message) }
console.log('a-b-c'.split('-'), 'abc'.split(''), 'abc'.split(), 'abc'.split('x'), 'a,b,c'.split(',', 2), ''.split(''), ''.split(','), 'aXbX'.split('X'));
console.log('aaa'.replace('a', 'b'), 'aaa'.replaceAll('a', 'b'), 'abc'.replace('b', '[$&$`$\'$$]'), 'abc'.replace('b', (m, i, str) => m + i + str), 'aXbX'.replaceAll('X', (m, i) => i), 'abc'.replaceAll('', '-'), 'abc'.replace('z', 'y'));
console.log('a'.concat('b', 1, null, undefined), 'abc'.localeCompare('abd'), 'a'.localeCompare('B'), 'a'.localeCompare('A'), 'é'.localeCompare('f'), 'a'.localeCompare('a'), ['b', 'a', 'C', 'A', 'ä', 'z', '1', '_'].sort((x, y) => x.localeCompare(y)));
console.log('\u0041\u030a'.normalize('NFC').length, 'Å'.normalize('NFD').length); try { 'a'.normalize('x') } catch (e) { console.log(e.name, e.message) }
console.log([...'a😀b'], Array.from('😀'), 'a😀'.split(''), 'ab'.isWellFormed(), '\ud800'.isWellFormed(), '\ud800a'.toWellFormed());
console.log(String(123), String(null), String(undefined), String(true), String([1, [2]]), String({}), String(Symbol('x')), String(() => 1), String(-0), String(1e21), `${[1, 2]}`);
console.log(String.fromCharCode(72, 105), String.fromCharCode(0x1F600), String.fromCodePoint(128512, 65), String.raw`a\n${1}b`, String.raw({ raw: ['x', 'y', 'z'] }, 1, 2));
try { String.fromCodePoint(-1) } catch (e) { console.log(e.name, e.message) } try { String.fromCodePoint(1.5) } catch (e) { console.log(e.name, e.message) }
const o = new String('abc'); console.log(o, typeof o, o.length, o[1], o == 'abc', o === 'abc', Object.keys(o), Object.getOwnPropertyNames(o), 'length' in o, 1 in o, o.valueOf(), o + 'd'); o.x = 1; console.log(o);
console.log('b' > 'a', 'B' > 'a', 'abc' < 'abd', '10' < '9', '10' < 9, 'a' < 'a', 'a' <= 'a', '😀' > '\uffff');
for (const c of 'hé😀') console.log(c, c.length);
try { String.prototype.trim.call(null) } catch (e) { console.log(e.message) } try { String.prototype.valueOf.call(1) } catch (e) { console.log(e.message) } try { ''.includes(Symbol()) } catch (e) { console.log(e.message) } try { 'a' + Symbol('b') } catch (e) { console.log(e.message) }
console.log('abc'.anchor('x"y'), 'a'.bold(), 'a'.link('u'), 'a'.fontsize(3), 'a'.sub());
console.log('x'.concat.length, String.prototype.slice.length, String.length, String.name, 'abc'.constructor === String, Object.getPrototypeOf('') === String.prototype, typeof Object('a'), Object('a') instanceof String);
console.log('a,b'.split({ [Symbol.split]: (s, l) => s + '!' + l }, 3), 'abc'.replace({ [Symbol.replace]: (s, r) => s + r }, 'Z'), 'x'.at(), 'abc'.at(-4), 'abcdef'.substr(-3, 2), 'abc'.lastIndexOf('c', -5), 'abc'.indexOf('a', -5));
console.log("it's", ["it's", 'say "hi"', `both ' "`, 'a\nb', 'tab\there', '\u0001', '\\', '\x7f', '\u2028', 'é', '\ud83d']);
console.log('%s|%s', 'a'.padEnd(5), 'b'.padStart(5)); console.log('abc'.substring(2, 0), 'abc'.slice(2, 0), 'abc'.slice(-2, -1));
console.log(escape('a b+ü€'), unescape('%u20AC%fc%zz'), encodeURIComponent('a b&ü€😀/?'), encodeURI('a b&ü€😀/?#'), decodeURIComponent('%F0%9F%98%80%20'), decodeURI('%2F%20%23')); try { decodeURIComponent('%') } catch (e) { console.log(e.name, e.message) } try { encodeURIComponent('\ud800') } catch (e) { console.log(e.name, e.message) }
