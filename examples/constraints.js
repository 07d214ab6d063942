// A small constraint solver: variables over finite domains, propagators that remove impossible values, and depth-first search that
// branches on the variable with the smallest domain. Domains are bit masks, and changes are undone from a trail.
//
// Solves four problems with it: queens on a chessboard (whose size may be given as an argument), a cryptarithm, a map colouring and
// a magic square.
'use strict';

class Inconsistency extends Error {
  constructor(variable) {
    super(`no value is left for ${variable.name}`);
    this.name = 'Inconsistency';
    this.variable = variable;
  }
}

function countBits(mask) {
  let bits = 0;
  while (mask !== 0) {
    mask &= mask - 1;
    bits++;
  }
  return bits;
}

function lowestBit(mask) {
  let bit = 0;
  while ((mask & 1) === 0) {
    mask >>>= 1;
    bit++;
  }
  return bit;
}

function highestBit(mask) {
  let bit = -1;
  while (mask !== 0) {
    mask >>>= 1;
    bit++;
  }
  return bit;
}

// A variable with a domain of integers from 0 to 29.
class Variable {
  constructor(solver, name, from, to) {
    this.solver = solver;
    this.name = name;
    this.watchers = [];
    this.mask = 0;
    for (let value = from; value <= to; value++) {
      this.mask |= 1 << value;
    }
  }

  get isFixed() {
    return (this.mask & (this.mask - 1)) === 0;
  }

  get value() {
    if (!this.isFixed) {
      throw new TypeError(`${this.name} is not fixed yet`);
    }
    return lowestBit(this.mask);
  }

  get min() {
    return lowestBit(this.mask);
  }

  get max() {
    return highestBit(this.mask);
  }

  get size() {
    return countBits(this.mask);
  }

  has(value) {
    return value >= 0 && value < 30 && (this.mask >>> value & 1) === 1;
  }

  // Keeps only the values of a mask. Everybody who watches is told if that changes anything.
  keep(mask) {
    const next = this.mask & mask;
    if (next === this.mask) {
      return;
    }
    this.solver.trail.push(this, this.mask);
    this.mask = next;
    if (next === 0) {
      throw new Inconsistency(this);
    }
    for (let i = 0; i < this.watchers.length; i++) {
      this.solver.schedule(this.watchers[i]);
    }
  }

  remove(value) {
    if (value >= 0 && value < 30) {
      this.keep(~(1 << value));
    }
  }

  assign(value) {
    this.keep(1 << value);
  }

  atLeast(bound) {
    if (bound > 0) {
      this.keep(bound >= 30 ? 0 : -1 << bound);
    }
  }

  atMost(bound) {
    this.keep(bound < 0 ? 0 : bound >= 30 ? -1 : (1 << bound + 1) - 1);
  }
}

// x + offset differs from y.
class NotEqual {
  constructor(x, y, offset) {
    this.x = x;
    this.y = y;
    this.offset = offset;
    this.scheduled = false;
  }

  get variables() {
    return [this.x, this.y];
  }

  propagate() {
    if (this.x.isFixed) {
      this.y.remove(this.x.value + this.offset);
    } else if (this.y.isFixed) {
      this.x.remove(this.y.value - this.offset);
    }
  }
}

// All variables differ.
class AllDifferent {
  constructor(variables) {
    this.variables = variables;
    this.scheduled = false;
  }

  propagate() {
    const variables = this.variables;
    let fixed = 0;
    let union = 0;
    for (let i = 0; i < variables.length; i++) {
      const mask = variables[i].mask;
      union |= mask;
      if ((mask & (mask - 1)) === 0) {
        if ((fixed & mask) !== 0) {
          throw new Inconsistency(variables[i]);
        }
        fixed |= mask;
      }
    }
    if (countBits(union) < variables.length) {
      throw new Inconsistency(variables[0]);
    }
    for (let i = 0; i < variables.length; i++) {
      if (!variables[i].isFixed) {
        variables[i].keep(~fixed);
      }
    }
  }
}

// The sum of coefficient times variable equals a total. Reasons about bounds.
class LinearEquation {
  constructor(coefficients, variables, total) {
    this.coefficients = coefficients;
    this.variables = variables;
    this.total = total;
    this.scheduled = false;
  }

  propagate() {
    let low = 0;
    let high = 0;
    for (let i = 0; i < this.variables.length; i++) {
      const c = this.coefficients[i];
      const v = this.variables[i];
      low += c > 0 ? c * v.min : c * v.max;
      high += c > 0 ? c * v.max : c * v.min;
    }
    if (low > this.total || high < this.total) {
      throw new Inconsistency(this.variables[0]);
    }
    for (let i = 0; i < this.variables.length; i++) {
      const c = this.coefficients[i];
      const v = this.variables[i];
      const min = v.min;
      const max = v.max;
      // What the others leave for this term lies between total - (high - own high) and total - (low - own low).
      if (c > 0) {
        v.atMost(Math.floor((this.total - low + c * min) / c));
        v.atLeast(Math.ceil((this.total - high + c * max) / c));
      } else {
        v.atLeast(Math.ceil((this.total - low + c * max) / c));
        v.atMost(Math.floor((this.total - high + c * min) / c));
      }
    }
  }
}

class Solver {
  constructor() {
    this.variables = [];
    this.queue = [];
    this.trail = [];
    this.statistics = { nodes: 0, failures: 0, propagations: 0 };
  }

  variable(name, from, to) {
    const variable = new Variable(this, name, from, to);
    this.variables.push(variable);
    return variable;
  }

  post(propagator) {
    for (const variable of propagator.variables) {
      variable.watchers.push(propagator);
    }
    this.schedule(propagator);
  }

  schedule(propagator) {
    if (!propagator.scheduled) {
      propagator.scheduled = true;
      this.queue.push(propagator);
    }
  }

  propagateAll() {
    try {
      while (this.queue.length > 0) {
        const propagator = this.queue.pop();
        propagator.scheduled = false;
        this.statistics.propagations++;
        propagator.propagate();
      }
    } finally {
      // After a failure the rest is of no interest.
      for (const propagator of this.queue) {
        propagator.scheduled = false;
      }
      this.queue.length = 0;
    }
  }

  undoTo(length) {
    const trail = this.trail;
    while (trail.length > length) {
      const mask = trail.pop();
      trail.pop().mask = mask;
    }
  }

  smallestOpenVariable() {
    let best = null;
    let bestSize = 31;
    for (let i = 0; i < this.variables.length; i++) {
      const variable = this.variables[i];
      if (!variable.isFixed) {
        const size = variable.size;
        if (size < bestSize) {
          best = variable;
          bestSize = size;
        }
      }
    }
    return best;
  }

  // Calls visit for each solution; it answers whether to go on. Returns whether the search was exhausted.
  search(visit) {
    this.statistics.nodes++;
    const mark = this.trail.length;
    try {
      this.propagateAll();
      const variable = this.smallestOpenVariable();
      if (variable === null) {
        return visit();
      }
      const values = variable.mask;
      for (let value = 0; value < 30; value++) {
        if ((values >>> value & 1) === 0) {
          continue;
        }
        const choice = this.trail.length;
        try {
          variable.assign(value);
          if (!this.search(visit)) {
            return false;
          }
        } finally {
          this.undoTo(choice);
        }
      }
      return true;
    } catch (error) {
      if (!(error instanceof Inconsistency)) {
        throw error;
      }
      this.statistics.failures++;
      return true;
    } finally {
      this.undoTo(mark);
    }
  }

  report() {
    const s = this.statistics;
    return `${s.nodes} nodes, ${s.failures} failures, ${s.propagations} propagations`;
  }
}

function queens(size) {
  const solver = new Solver();
  const rows = [];
  for (let column = 0; column < size; column++) {
    rows.push(solver.variable('queen ' + column, 0, size - 1));
  }
  solver.post(new AllDifferent(rows));
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      solver.post(new NotEqual(rows[i], rows[j], j - i));
      solver.post(new NotEqual(rows[i], rows[j], i - j));
    }
  }
  let count = 0;
  let first = null;
  solver.search(() => {
    if (first === null) {
      first = rows.map(row => row.value);
    }
    count++;
    return true;
  });
  console.log(`${size} queens: ${count} solutions; ${solver.report()}`);
  if (first !== null) {
    for (let row = 0; row < size; row++) {
      console.log('  ' + first.map(queen => (queen === row ? 'Q' : '.')).join(' '));
    }
  }
}

function cryptarithm(a, b, sum) {
  const solver = new Solver();
  const letters = {};
  const coefficients = {};
  const add = (word, sign) => {
    let weight = sign;
    for (let i = word.length - 1; i >= 0; i--) {
      const letter = word.charAt(i);
      if (!(letter in letters)) {
        letters[letter] = solver.variable(letter, 0, 9);
        coefficients[letter] = 0;
      }
      coefficients[letter] += weight;
      weight *= 10;
    }
    letters[word[0]].remove(0);
  };
  add(a, 1);
  add(b, 1);
  add(sum, -1);
  const names = Object.keys(letters);
  const variables = names.map(name => letters[name]);
  solver.post(new AllDifferent(variables));
  solver.post(new LinearEquation(names.map(name => coefficients[name]), variables, 0));
  const read = word => word.split('').map(letter => letters[letter].value).join('');
  solver.search(() => {
    console.log(`${a} + ${b} = ${sum}: ${read(a)} + ${read(b)} = ${read(sum)}`);
    return true;
  });
  console.log('  ' + solver.report());
}

function colouring(borders, colours) {
  const solver = new Solver();
  const regions = {};
  Object.keys(borders).forEach(name => {
    regions[name] = solver.variable(name, 0, colours.length - 1);
  });
  for (const name in borders) {
    borders[name].forEach(other => {
      if (name < other) {
        solver.post(new NotEqual(regions[name], regions[other], 0));
      }
    });
  }
  let count = 0;
  solver.search(() => {
    if (count === 0) {
      console.log(Object.keys(regions).map(name => `${name}: ${colours[regions[name].value]}`).join(', '));
    }
    count++;
    return true;
  });
  console.log(`  ${count} colourings with ${colours.length} colours; ${solver.report()}`);
}

function magicSquare(size) {
  const solver = new Solver();
  const total = size * (size * size + 1) / 2;
  const cells = [];
  for (let i = 0; i < size * size; i++) {
    cells.push(solver.variable(`cell ${i}`, 1, size * size));
  }
  solver.post(new AllDifferent(cells));
  const ones = cells.slice(0, size).map(() => 1);
  const diagonal = [];
  const antidiagonal = [];
  for (let i = 0; i < size; i++) {
    solver.post(new LinearEquation(ones, cells.slice(i * size, i * size + size), total));
    solver.post(new LinearEquation(ones, cells.filter((cell, index) => index % size === i), total));
    diagonal.push(cells[i * size + i]);
    antidiagonal.push(cells[i * size + size - 1 - i]);
  }
  solver.post(new LinearEquation(ones, diagonal, total));
  solver.post(new LinearEquation(ones, antidiagonal, total));
  let count = 0;
  solver.search(() => {
    if (count === 0) {
      for (let row = 0; row < size; row++) {
        console.log('  ' + cells.slice(row * size, row * size + size).map(cell => ('  ' + cell.value).slice(-2)).join(' '));
      }
    }
    count++;
    return size === 3;
  });
  console.log(`magic square of ${size}: ${solver.report()}`);
}

const size = Number(process.argv[2] || 6);
queens(3);
queens(4);
if (size > 4) {
  queens(size);
}
cryptarithm('SEND', 'MORE', 'MONEY');
colouring({
  'Western Australia': ['Northern Territory', 'South Australia'],
  'Northern Territory': ['Western Australia', 'South Australia', 'Queensland'],
  'South Australia': ['Western Australia', 'Northern Territory', 'Queensland', 'New South Wales', 'Victoria'],
  'Queensland': ['Northern Territory', 'South Australia', 'New South Wales'],
  'New South Wales': ['South Australia', 'Queensland', 'Victoria'],
  'Victoria': ['South Australia', 'New South Wales'],
  'Tasmania': [],
}, ['red', 'green', 'blue']);
magicSquare(3);
if (size > 4) {
  magicSquare(4);
}
