// Some of everything.
const _ = require('lodash');
const people = [{ n: 'ann', a: 31, t: ['x', 'y'] }, { n: 'bob', a: 25, t: [] }, { n: 'cy', a: 31, t: ['y'] }];
console.log(_.groupBy(people, 'a'), _.orderBy(people, ['a', 'n'], ['desc', 'asc']).map('n'.length ? (p) => p.n : 0), _.countBy(_.flatMap(people, 't')));
console.log(_.chunk(_.range(10), 3), _.uniqBy([1.2, 1.5, 2.1], Math.floor), _.zipObject(['a', 'b'], [1, 2]), _.camelCase('foo bar-baz_qux'), _.kebabCase('fooBarBaz'), _.words('ab cdEf'));
console.log(_.get({ a: [{ b: 3 }] }, 'a[0].b'), _.set({}, 'x.y[1]', 2), _.merge({ a: { b: 1 } }, { a: { c: [1] } }), _.isEqual({ a: [1, new Date(5)] }, { a: [1, new Date(5)] }), _.cloneDeep({ m: new Map([[1, { a: 2 }]]) }));
console.log(_.template('hi <%= name %>: <% _.forEach(list, function (x) { %>[<%- x %>]<% }); %>')({ name: 'you', list: ['<', 'b'] }));
console.log(_(people).filter({ a: 31 }).map('n').join('+'), _.debounce.length, _.partition([1, 2, 3], (x) => x > 1), _.padStart('7', 3, '0'), _.truncate('a long text indeed', { length: 10 }), _.curry((a, b, c) => a + b + c)(1)(2)(3));
