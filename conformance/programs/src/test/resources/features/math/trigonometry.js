console.log([0, 0.5, 1, 2, 3].map(x => [Math.sin(x), Math.cos(x), Math.tan(x)].map(y => y.toFixed(10)).join(' ')).join('\n'));
console.log(Math.atan2(1, 1).toFixed(12), Math.atan2(-0, -1).toFixed(12), Math.asin(1).toFixed(12), Math.acos(2), Math.sinh(1).toFixed(10), Math.tanh(0.5).toFixed(10), Math.PI, Math.E);
