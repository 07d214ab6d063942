console.log(process.argv.length, require('path').basename(process.argv[1]), typeof process.argv[0]);
console.log(typeof process.env.PATH, process.env.NO_SUCH_VARIABLE_HERE, process.cwd() === require('path').resolve('.'));
const start = process.hrtime();
const passed = process.hrtime(start);
console.log(start.length, passed[0] < 60, passed[1] >= 0, process.uptime() >= 0);
console.log(Object.keys(process.memoryUsage()), process.memoryUsage().heapUsed >= 0);
process.stdout.write('written ');
process.stdout.write(Buffer.from('as bytes\n'));
const order = [];
setImmediate(() => order.push('immediate'));
Promise.resolve().then(() => {
  order.push('microtask');
  process.nextTick(() => order.push('tick of a microtask'));
}).then(() => order.push('second microtask'));
process.nextTick((a, b) => order.push(`tick ${a}${b}`), 1, 2);
queueMicrotask(() => order.push('queued'));
order.push('main');
setImmediate(() => setTimeout(() => {
  console.log(order);
  setTimeout(() => console.log('not this'), 1);
  try {
    process.exit();
  } finally {
    console.log('not reached');
  }
}, 1));
process.on('exit', (code) => console.log('exit', code, process.exitCode));
