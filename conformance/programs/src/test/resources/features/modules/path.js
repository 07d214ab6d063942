const path = require('path');
const samples = ['', '.', '..', '/', '//', 'a', 'a/', '/a', '/a/', 'a/b', '/a/b.c', './a', '../a', 'a/../..', '/..', 'a//b/./c/..', '.bashrc', 'x.tar.gz', 'dir.d/', 'a.', '..c'];
for (const p of samples) {
  console.log(JSON.stringify(p), [path.normalize(p), path.dirname(p), path.basename(p), path.extname(p), path.isAbsolute(p)].map(String).join(' | '));
}
console.log(path.join(), path.join('', 'a', '', 'b/'), path.join('/x', '../../y', './z'), path.join('a', '..'));
console.log(path.resolve('/a', 'b', '../c'), path.resolve('/a', '/b', 'c'), path.resolve('/', '..'), path.resolve() === process.cwd());
console.log(path.relative('/a/b/c', '/a/x'), path.relative('/a', '/a'), path.relative('/a', '/a/b/c'), path.relative('/a/b', '/c'));
console.log(path.basename('/x/y.html', '.html'), path.basename('y.html', 'y.html'), path.basename('a/b/', 'b'));
console.log(path.parse('/home/ann/file.txt'), path.parse('./a/b'), path.parse('x'));
console.log(path.format({ dir: '/a', base: 'b.c' }), path.format({ root: '/', name: 'n', ext: '.e' }), path.format({ name: 'n', ext: '.e' }));
console.log(path.sep, path.delimiter, path.posix === path);
try {
  path.join('a', 5);
} catch (error) {
  console.log(error.name, error.code);
}
