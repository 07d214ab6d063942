console.log(Array(3).length, new Array(2, 3).join(), Array.of(7).join(), Array.isArray([]), Array.isArray({ length: 0 }), Array.from('abc').join(), Array.from({ length: 3 }, (_, i) => i * 2).join(), Array.from([1, 2]).join());
try { new Array(-1); } catch (e) { console.log(e.name); }
