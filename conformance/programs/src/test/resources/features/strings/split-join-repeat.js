console.log('a,b,,c'.split(',').length, 'abc'.split('').join('-'), 'a1b1c'.split('1', 2).join(), 'x'.split('y').length, ''.split(',').length, ''.split('').length, 'ab'.repeat(3), 'x'.repeat(0) === '');
try { 'x'.repeat(-1); } catch (e) { console.log(e.name, e.message); }
