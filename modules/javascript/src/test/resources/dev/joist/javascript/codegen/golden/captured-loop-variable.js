function f(g) { for (let i = 0; i < 3; i++) g(() => i); }
