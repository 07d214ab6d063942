console.log((function (x) { return x * 2; })(4), (() => 'arrow')(), !function () { return false; }());
const counter = (function () { let n = 0; return () => ++n; })();
counter();
console.log(counter());
