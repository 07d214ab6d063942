function f(n) { if (n > 0) { if (n > 10) return 'big'; else return 'small'; } else if (n === 0) return 'zero'; else return 'negative'; }
console.log([20, 5, 0, -3].map(f).join());
if (false); else console.log('else');
