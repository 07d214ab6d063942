const o = { [Symbol.toPrimitive](hint) { return hint === 'number' ? 42 : hint; } };
console.log(+o, `${o}`, o + '', o * 2, o == 'default');
const d = { toString: () => 'str', valueOf: () => 7 };
console.log(`${d}`, d + 1, d * 2, [d].join(), String(d), Number(d));
