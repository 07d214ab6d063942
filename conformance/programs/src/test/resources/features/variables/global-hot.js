let total = 0;
var step = 1;
function tick() { total += step; }
for (let i = 0; i < 500; i++) { tick(); if (i === 250) step = 0.5; }
console.log(total);
