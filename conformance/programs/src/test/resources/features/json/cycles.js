const o = { a: {} };
o.a.o = o;
try { JSON.stringify(o); } catch (e) { console.log(e.name, e.message.split('\n')[0]); }
