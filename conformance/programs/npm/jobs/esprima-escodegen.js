// Parses a program and writes it again.
const esprima = require('esprima');
const escodegen = require('escodegen');
const source = `
class Queue { constructor(...items) { this.items = items; } *[Symbol.iterator]() { yield* this.items; } }
const { a, b: [c = 1] } = { a: 1, b: [] };
for (const item of new Queue(1, 2, 3)) { if (item % 2) continue; else console.log(\`item \${item}\`, a ?? c); }
label: while (true) { try { throw new Error('x'); } catch (e) { break label; } finally { done(); } }
`.replace('a ?? c', 'a || c');
const tree = esprima.parseScript(source, { loc: true });
console.log(escodegen.generate(tree));
console.log(esprima.tokenize('x = /a[/]b/g.test(y) / 2').map((token) => token.type + ' ' + token.value));
