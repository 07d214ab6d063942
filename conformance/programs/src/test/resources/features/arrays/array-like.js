const o = { 0: 'a', 1: 'b', length: 2 };
console.log(Array.prototype.join.call(o), Array.prototype.map.call(o, x => x + x).join(), Array.prototype.push.call(o, 'c'), o[2], o.length, Array.prototype.slice.call('xyz', 1).join());
