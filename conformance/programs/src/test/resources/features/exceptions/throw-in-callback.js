try { [1, 2, 3].forEach(x => { if (x === 2) throw new Error('at ' + x); }); } catch (e) { console.log(e.message); }
try { [3, 1, 2].sort(() => { throw 'sort'; }); } catch (e) { console.log(e); }
try { [1].reduce(() => 0, [].reduce(() => 0)); } catch (e) { console.log(e.name, e.message); }
