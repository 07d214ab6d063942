x = function self(n) { return n ? self(n - 1) : n; };
