for (const t of ['', '{', '[1,]', "{'a':1}", 'undefined', '01', '1.', '"\t"', '[1 2]', 'nul', '{"a":1,}']) try { JSON.parse(t); console.log('accepted ' + t); } catch (e) { console.log(e.name); }
