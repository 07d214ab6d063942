const s = Symbol('s');
let n = 0;
const o = { [s]: 1, [++n]: 'a', [++n]: 'b', ['x' + n]: 'c' };
console.log(o[s], o[1], o[2], o.x2, Object.keys(o).join(), Object.getOwnPropertySymbols(o).length, s.toString(), s.description);
