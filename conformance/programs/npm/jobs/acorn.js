// Parses its own source and counts the kinds of nodes.
const acorn = require('acorn');
const source = require('fs').readFileSync(require.resolve('acorn'), 'utf8');
const counts = {};
(function visit(node) {
  if (Array.isArray(node)) {
    node.forEach(visit);
  } else if (node && typeof node.type === 'string') {
    counts[node.type] = (counts[node.type] || 0) + 1;
    Object.values(node).forEach((value) => value && typeof value === 'object' && visit(value));
  }
})(acorn.parse(source, { ecmaVersion: 2020 }));
console.log(counts);
