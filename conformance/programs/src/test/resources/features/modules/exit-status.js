process.exitCode = 3;
process.once('exit', (code) => {
  console.log('exit', code);
  process.exitCode = 0;
});
console.log('main is done');
