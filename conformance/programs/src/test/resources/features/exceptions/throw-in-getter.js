const o = { get bad() { throw new Error('getter'); }, set bad(v) { throw new Error('setter ' + v); } };
try { o.bad; } catch (e) { console.log(e.message); }
try { o.bad = 3; } catch (e) { console.log(e.message); }
try { `${{ toString() { throw new Error('toString'); } }}`; } catch (e) { console.log(e.message); }
