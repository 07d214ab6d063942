console.log('a\tb\\n\'q\'', "d\"q\"", '\x41\u0042\u{43}\u{1f600}', 'line \
continued', 'nul\0'.length, '\v\f\b'.length);
console.log('😀'.length, '😀'.charCodeAt(0), '😀'.codePointAt(0), [...'😀a'].length);
