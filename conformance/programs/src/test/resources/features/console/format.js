console.log('%s is %d years and %i, %f', 'Bob', 42.5, 42.9, '1.5', 'extra', 7);
console.log('100%', 5, '%% %s', 'x');
console.log('%o %j %O', 1, { a: 1 }, [1]);
console.log('%c styled', 'color: red');
