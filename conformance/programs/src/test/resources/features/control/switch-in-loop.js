let s = '';
for (let i = 0; i < 6; i++) { switch (i) { case 1: continue; case 4: break; default: s += i; } s += ';'; }
console.log(s);
