class A { #x = 1; #m() { return this.#x; } has(o) { return #m in o && o.#m(); } }
