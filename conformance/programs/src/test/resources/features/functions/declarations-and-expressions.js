function a() { return 'a'; }
const b = function () { return 'b'; };
const c = function named() { return typeof named; };
const d = () => 'd';
console.log(a(), b(), c(), d(), a.name, b.name, c.name, d.name, (() => {}).name, (function () {}).name);
