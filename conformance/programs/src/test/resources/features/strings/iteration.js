let out = [];
for (const c of 'a😀b') out.push(c.length);
console.log(out.join(), Array.from('a😀').length, [...'xyz'].reverse().join(''), Object.keys('ab').join());
