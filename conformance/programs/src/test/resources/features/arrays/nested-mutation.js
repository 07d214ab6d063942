const grid = [];
for (let y = 0; y < 10; y++) { grid.push([]); for (let x = 0; x < 10; x++) grid[y].push((x * 7 + y * 13) % 5 === 0 ? 1 : 0); }
function neighbours(g, x, y) { let n = 0; for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) if ((dx || dy) && g[y + dy] && g[y + dy][x + dx]) n++; return n; }
function step(g) { return g.map((row, y) => row.map((c, x) => { const n = neighbours(g, x, y); return n === 3 || c && n === 2 ? 1 : 0; })); }
let g = grid;
for (let i = 0; i < 5; i++) g = step(g);
console.log(g.map(r => r.join('')).join('\n'));
