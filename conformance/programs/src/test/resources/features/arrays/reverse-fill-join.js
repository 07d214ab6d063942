console.log([1, 2, 3].reverse().join('-'), new Array(3).fill(0).join(), [1, 2, 3, 4].fill('x', 1, 3).join(), [null, undefined, 1, [2, [3]]].join(), [].join(), [1].join('x'), String([1, [2, 3]]));
