const s = 'naïve café ☕ 日本語';
console.log(s.length, s.toUpperCase(), s.indexOf('☕'), s.split(' ').length, encodeURIComponent('ü ☕'), decodeURIComponent('%C3%BC'), escape === undefined);
