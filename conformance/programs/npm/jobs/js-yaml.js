// YAML read and written.
const yaml = require('js-yaml');
const text = 'a: 1\nb:\n  - x\n  - {y: [1, 2.5, true, null]}\nc: |\n  several\n  lines\nd: >-\n  folded\n  text\n? key\n: 2001-12-14t21:59:43.10-05:00\nanchor: &x {p: 1}\nref: *x\n';
const value = yaml.load(text);
console.log(value);
console.log(yaml.dump(value));
try {
  yaml.load('a: [1,\nb: }');
} catch (error) {
  console.log(error.name, error.message);
}
