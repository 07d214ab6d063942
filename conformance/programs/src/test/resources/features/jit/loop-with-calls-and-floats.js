function step(v, dt) { return v - v * dt * 0.1; }
let v = 100, t = 0;
for (let i = 0; i < 2000; i++) { v = step(v, 0.01); t += 0.01; }
console.log(v.toFixed(8), t.toFixed(8));
