function run(program, limit) {
  const r = [0, 0, 0, 0];
  let pc = 0, steps = 0;
  while (pc < program.length && steps++ < limit) {
    const [op, a, b] = program[pc++];
    switch (op) { case 'set': r[a] = b; break; case 'add': r[a] += r[b]; break; case 'dec': r[a]--; break; case 'jnz': if (r[a] !== 0) pc = b; break; case 'mul': r[a] *= r[b]; break; }
  }
  return r.join() + ' after ' + steps;
}
console.log(run([['set', 0, 0], ['set', 1, 400], ['set', 2, 3], ['add', 0, 2], ['dec', 1], ['jnz', 1, 3]], 10000));
