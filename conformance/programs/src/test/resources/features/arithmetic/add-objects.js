function add(a, b) { return a + b; }
console.log(add([], []) === '', add({}, 1), add([1, 2], 3), add({ valueOf() { return 4; } }, 5), add({ toString() { return 's'; } }, 5));
console.log(add({ valueOf() { return {}; }, toString() { return 'second'; } }, '!'));
