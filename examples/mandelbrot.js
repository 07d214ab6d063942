// The Mandelbrot set as text, its area by counting, and the period of the orbit in some of its bulbs. An argument gives the number of
// rows of the picture.
'use strict';

const SHADES = ' .:-=+*#%@';

// Number of steps after which the orbit of c leaves the circle of radius 2, or limit when it has not left it by then.
function escapeTime(cx, cy, limit) {
  // Most of the inside lies in two regions that have a formula.
  const q = (cx - 0.25) * (cx - 0.25) + cy * cy;
  if (q * (q + (cx - 0.25)) <= 0.25 * cy * cy || (cx + 1) * (cx + 1) + cy * cy <= 0.0625) {
    return limit;
  }
  let x = 0;
  let y = 0;
  let xx = 0;
  let yy = 0;
  let step = 0;
  while (step < limit && xx + yy <= 4) {
    y = 2 * x * y + cy;
    x = xx - yy + cx;
    xx = x * x;
    yy = y * y;
    step++;
  }
  return step;
}

function picture(left, top, width, height, columns, rows, limit) {
  const lines = [];
  for (let row = 0; row < rows; row++) {
    let line = '';
    const cy = top - height * (row + 0.5) / rows;
    for (let column = 0; column < columns; column++) {
      const cx = left + width * (column + 0.5) / columns;
      const steps = escapeTime(cx, cy, limit);
      const shade = steps === limit ? SHADES.length - 1 : (31 - Math.clz32(steps + 1)) % (SHADES.length - 1);
      line += SHADES[shade];
    }
    lines.push(line);
  }
  return lines;
}

function area(grid, limit) {
  let inside = 0;
  for (let row = 0; row < grid; row++) {
    // Symmetry: the upper half is enough.
    const cy = 1.25 * (row + 0.5) / grid;
    for (let column = 0; column < 2 * grid; column++) {
      const cx = -2 + 2.5 * (column + 0.5) / (2 * grid);
      if (escapeTime(cx, cy, limit) === limit) {
        inside++;
      }
    }
  }
  return 2 * inside * (1.25 / grid) * (2.5 / (2 * grid));
}

class Complex {
  constructor(re, im) {
    this.re = re;
    this.im = im;
  }

  plus(z) { return new Complex(this.re + z.re, this.im + z.im); }
  times(z) { return new Complex(this.re * z.re - this.im * z.im, this.re * z.im + this.im * z.re); }
  distance(z) { return Math.hypot(this.re - z.re, this.im - z.im); }
  toString() { return this.re + (this.im < 0 ? '-' : '+') + Math.abs(this.im) + 'i'; }
}

// The orbit's period once it has settled, or 0 when none up to 40 is found.
function period(c) {
  let z = new Complex(0, 0);
  for (let i = 0; i < 100 * rows; i++) {
    z = z.times(z).plus(c);
  }
  const start = z;
  for (let i = 1; i <= 40; i++) {
    z = z.times(z).plus(c);
    if (z.distance(start) < 1e-9) {
      return i;
    }
  }
  return 0;
}

// Number of points for each escape time below a limit, as a histogram with bars.
function histogram(columns, rows, limit) {
  const counts = [];
  for (let i = 0; i <= limit; i++) {
    counts[i] = 0;
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      counts[escapeTime(-2.2 + 3.2 * column / columns, -1.3 + 2.6 * row / rows, limit)]++;
    }
  }
  const most = counts.reduce((a, b) => Math.max(a, b), 0);
  return counts.map((count, steps) => {
    let bar = '';
    for (let i = 0; i < Math.round(40 * count / most); i++) {
      bar += '#';
    }
    return ('   ' + steps).slice(-3) + ' ' + ('      ' + count).slice(-6) + (bar === '' ? '' : ' ' + bar);
  });
}

const rows = Number(process.argv[2] || 30);
const columns = Math.round(2.6 * rows);
console.log(picture(-2.2, 1.2, 3.2, 2.4, columns, rows, 200).join('\n'));
console.log('\nSeahorse valley');
console.log(picture(-0.77, 0.12, 0.05, 0.04, columns, rows - 6, 400).join('\n'));

console.log('\narea by counting');
for (let grid = 25; grid <= 3.5 * rows; grid *= 2) {
  console.log(`  ${grid} rows: ${area(grid, 120).toFixed(6)}`);
}

console.log('\nperiods');
[
  new Complex(0, 0), new Complex(-1, 0), new Complex(-0.12, 0.75), new Complex(-1.31, 0), new Complex(0.28, 0.53),
  new Complex(-1.76, 0), new Complex(-0.504, 0.563), new Complex(0.38, 0.335), new Complex(0.3, 0.0),
].forEach(c => console.log(`  ${c}: ${period(c) || 'none'}`));

console.log('\nescape times');
console.log(histogram(4 * rows, 2 * rows, 16).join('\n'));
