const fs = require('fs');
const path = require('path');
const own = fs.readFileSync(__filename, 'utf8');
console.log(own.startsWith("const fs = require('fs');"), fs.readFileSync(__filename).length >= own.length);
console.log(fs.existsSync(__dirname), fs.existsSync(path.join(__dirname, 'nothing')), fs.existsSync());
const stats = fs.statSync(__filename);
console.log(stats.isFile(), stats.isDirectory(), stats.size === Buffer.byteLength(own), stats.mtime instanceof Date, fs.statSync(__dirname).isDirectory());
console.log(fs.readdirSync(path.join(__dirname, 'lib')), fs.readdirSync(__dirname, { withFileTypes: true }).some((entry) => entry.name === 'lib' && entry.isDirectory()));
for (const attempt of [() => fs.readFileSync('/no/such/file'), () => fs.readFileSync(__dirname), () => fs.statSync('/no'), () => fs.readdirSync('/no'), () => fs.readFileSync({})]) {
  try {
    attempt();
  } catch (error) {
    console.log(error.code, error.syscall, error.errno, error.message.replace(__dirname, 'HERE').split('. Received')[0]);
  }
}
console.log(fs.statSync('/no', { throwIfNoEntry: false }));
fs.readFile(__filename, 'utf8', (error, text) => {
  console.log('called back', error, text === own);
  fs.readFile('/no/such/file', (failure) => {
    console.log('called back', failure.code);
    fs.promises.readFile(__filename, 'latin1').then((bytes) => console.log('promised', bytes.length === stats.size));
  });
});
