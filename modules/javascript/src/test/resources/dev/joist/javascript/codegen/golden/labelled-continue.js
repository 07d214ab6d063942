function f(n) { outer: for (var i = 0; i < n; i++) for (var j = 0; j < n; j++) if (j > i) continue outer; }
