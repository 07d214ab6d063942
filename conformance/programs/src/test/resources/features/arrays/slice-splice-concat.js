const a = [1, 2, 3, 4, 5];
console.log(a.slice(1, 3).join(), a.slice(-2).join(), a.slice().length, a.slice(3, 1).length);
console.log(a.splice(1, 2).join(), a.join(), a.splice(1, 0, 'x', 'y').length, a.join(), a.splice(-1).join(), a.join());
console.log(a.concat([7, [8]], 9).length, [].concat(1, [2], [[3]]).length);
