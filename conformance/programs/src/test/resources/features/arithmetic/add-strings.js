function add(a, b) { return a + b; }
console.log(add('a', 'b'), add('a', 1), add(1, 'a'), add('', -0), add(null, 'x'), add(undefined, 'y'), add(true, 'z'));
console.log(add('a' + 1, 2 + 'b'), add(1, 2) + '3', '1' + add(2, 3));
