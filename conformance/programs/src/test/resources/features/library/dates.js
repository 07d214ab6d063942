const d = new Date(Date.UTC(2024, 1, 29, 13, 45, 6, 789));
console.log(d, d.getTime(), d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate(), d.getUTCDay(), d.getUTCHours(), d.getUTCMinutes(), d.getUTCSeconds(), d.getUTCMilliseconds());
console.log(d.toISOString(), d.toJSON(), d.toUTCString(), JSON.stringify({ d }), [d], { d }, `${d}` === d.toString(), d[Symbol.toPrimitive]('number'), d == d.toString());
console.log(+new Date(0), new Date(NaN), String(new Date(NaN)), new Date(8.64e15 + 1).getTime(), new Date('2020-01-01').getTime(), new Date(99, 5).getFullYear(), Date.UTC(2020, 1, 30), Date.UTC(2020), typeof Date(), typeof Date.now(), new Date(new Date(5)).getTime(), new Date(null).getTime(), new Date(undefined).getTime(), new Date(true).getTime());
for (const f of [() => new Date(NaN).toISOString(), () => Date.prototype.getTime.call({}), () => d[Symbol.toPrimitive]('x')]) try { f() } catch (e) { console.log(e.name, e.message) }
const s = new Date(0);
console.log(s.setUTCFullYear(2021), s.setUTCMonth(12), s.setUTCDate(0), s.setUTCHours(25, 61), s.setUTCMinutes(-1), s.setUTCSeconds(3.7), s.setUTCMilliseconds(1e6), s.setTime(5), s.setUTCMinutes(NaN), s.setUTCFullYear(2001), s.toISOString());
console.log(new Date(-1).toISOString(), new Date(-62198755200000).toISOString(), new Date(253402300800000).toISOString(), d - new Date(0) === d.getTime(), d > 5, new Date('2020-02-30T00:00Z').getTime(), Date.parse('2020-01-01T00:00:00+05:30'), Date.parse('Thu, 01 Jan 1970 00:00:00 GMT'), Date.parse('nonsense'));
const local = new Date(2024, 1, 29, 13, 45, 6, 789);
console.log(local.getFullYear(), local.getMonth(), local.getDate(), local.getDay(), local.getHours(), local.getMinutes(), local.getSeconds(), local.getMilliseconds(), local.toDateString(), local.toLocaleDateString(), local.toLocaleTimeString(), local.toLocaleString(), new Date(String(local)).getTime() === local.getTime() - 789);
console.log(Date.length, Date.name, Object.getOwnPropertyNames(Date).sort(), Object.getOwnPropertyNames(Date.prototype).length, Date.prototype.toGMTString === Date.prototype.toUTCString, Object.prototype.toString.call(d), new (class X extends Date { })(0));
