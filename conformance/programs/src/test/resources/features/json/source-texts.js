// JSON.rawJSON, and the source texts that JSON.parse tells its reviver (node: --harmony-json-parse-with-source).
const seen = [];
const parsed = JSON.parse('{"a": 1.50, "b": [ -0, "x\\u0041", true, null, {"c": 1E3} ], "a2": {}, "dup": 1, "dup": 2}', function (key, value, context) {
  seen.push(`${key}: ${JSON.stringify(value)} ${JSON.stringify(context)} ${Object.keys(context)}`);
  return value;
});
console.log(seen.join('\n'));
console.log(JSON.stringify(parsed));

// A value that the reviver has changed has no source any more; one put back has.
console.log(JSON.stringify(JSON.parse('[1, 2, 3, 4]', function (key, value, { source }) {
  if (key === '0') { this[1] = 22; this[2] = 3; this.length = 5; }
  return Array.isArray(value) ? value : `${key} ${value} ${source}`;
})));
console.log(JSON.stringify(JSON.parse('{"a":1,"b":{"c":2},"d":[3]}', function (key, value, { source }) {
  if (key === 'a') { this.b = { c: 2 }; this.d = [3]; this.e = 4; }
  return typeof value === 'object' ? value : `${value} ${source}`;
})));
console.log(JSON.parse('  "top" ', (key, value, context) => `${key}|${value}|${context.source}`));

const big = JSON.rawJSON('12345678901234567890');
console.log(JSON.stringify({ big, list: [JSON.rawJSON('"q"'), JSON.rawJSON('null'), JSON.rawJSON('true')] }));
console.log(JSON.stringify(big), JSON.isRawJSON(big), JSON.isRawJSON({ rawJSON: '1' }), JSON.isRawJSON('1'), JSON.isRawJSON());
console.log(Object.isFrozen(big), Object.getPrototypeOf(big), Object.getOwnPropertyNames(big).join(), big.rawJSON);
console.log(JSON.stringify({ n: 1, s: 'x' }, (key, value) => typeof value === 'number' ? JSON.rawJSON('1.000') : value));
console.log(JSON.stringify([JSON.rawJSON('1'), 2], null, 2));
for (const text of ['', ' 1', '1\n', '[]', '{}', '01', 'undefined', '"', '1 2']) {
  try {
    console.log(JSON.rawJSON(text));
  } catch (error) {
    console.log(JSON.stringify(text), error.name);
  }
}
try {
  JSON.rawJSON(Symbol());
} catch (error) {
  console.log(error.name);
}
console.log(JSON.rawJSON.length, JSON.isRawJSON.length, JSON.rawJSON.name, JSON.rawJSON(12).rawJSON, JSON.rawJSON(false).rawJSON);
