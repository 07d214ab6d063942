console.log(typeof 1, typeof 1.5, typeof '', typeof true, typeof undefined, typeof null, typeof {}, typeof [], typeof function () {}, typeof class {}, typeof notDefined, typeof Symbol());
function t(x) { return typeof x === 'number' ? 'n' : typeof x === 'string' ? 's' : typeof x == 'object' ? 'o' : typeof x; }
console.log([1, 'a', {}, null, undefined, true, t].map(t).join());
