// The properties are listed before the first value is asked for.
const changing = { get a() { delete this.b; Object.defineProperty(this, 'c', { enumerable: false }); this.d = 4; return 1; }, b: 2, c: 3 };
console.log(JSON.stringify(changing, (key, value) => value === undefined ? `${key} is gone` : value));
console.log(JSON.stringify({ get a() { delete this.b; return 1; }, b: 2 }));
Object.prototype.b = 'inherited';
console.log(JSON.stringify(JSON.parse('{"a": 1, "b": 2}', function (key, value) { if (key === 'a') { delete this.b; } return value; })));
delete Object.prototype.b;
