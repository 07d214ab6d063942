const x = 1, y = 2;
const o = { x, y, 'quoted key': 3, 4: 'four', [`computed${x}`]: 5, f() { return this.x; }, nested: { deep: { v: 9 } }, };
console.log(o.x, o['quoted key'], o[4], o.computed1, o.f(), o.nested.deep.v, Object.keys(o).join());
