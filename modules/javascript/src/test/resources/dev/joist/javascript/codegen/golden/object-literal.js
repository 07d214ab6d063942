function f(a) { return { a, b: 1, get c() { return 2; }, [a]: 3, 4: 5, ...a }; }
