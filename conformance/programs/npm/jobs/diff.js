// Texts compared.
const { diffLines, diffWords, createPatch, applyPatch } = require('diff');
const a = 'one\ntwo\nthree\nfour\n';
const b = 'one\n2\nthree\nfive\nfour\n';
console.log(diffLines(a, b).map((part) => (part.added ? '+' : part.removed ? '-' : ' ') + JSON.stringify(part.value)), diffWords('the quick fox', 'the slow red fox').length);
const patch = createPatch('file', a, b);
console.log(patch, applyPatch(a, patch) === b);
