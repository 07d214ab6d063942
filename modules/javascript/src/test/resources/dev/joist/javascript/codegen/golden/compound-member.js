function f(o, k) { o.x += 1; o[k]++; return o[k] ||= 2; }
