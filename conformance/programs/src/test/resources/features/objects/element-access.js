const o = { a: 1 };
const k = 'a';
o['b'] = 2; o[3] = 'three'; o[k + 'c'] = 'ac'; o[null] = 'n'; o[undefined] = 'u'; o[true] = 't'; o[1.5] = 'd'; o[-1] = 'm';
console.log(o[k], o.b, o['3'], o[3], o.ac, o.null, o.undefined, o.true, o['1.5'], o['-1'], o.zzz);
