console.log(JSON.stringify(JSON.parse(' {"a" : [1, -2.5e3, "x\\u0041\\n", true, false, null], "b":{}} ')), JSON.parse('"s"'), JSON.parse('1'), JSON.parse('null'));
console.log(JSON.stringify(JSON.parse('{"a":1,"b":[1,2,{"c":3}]}', (k, v) => (typeof v === 'number' ? v + 1 : v))), JSON.parse('{"__proto__":1}').__proto__, JSON.parse('{"a":1,"a":2}').a);
