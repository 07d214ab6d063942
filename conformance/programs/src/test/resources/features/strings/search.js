const s = 'the cat sat on the mat';
console.log(s.indexOf('at'), s.indexOf('at', 6), s.lastIndexOf('at'), s.indexOf('zz'), s.includes('sat'), s.startsWith('the'), s.startsWith('cat', 4), s.endsWith('mat'), s.endsWith('the', 18), s.indexOf(''), s.lastIndexOf('the', 5));
