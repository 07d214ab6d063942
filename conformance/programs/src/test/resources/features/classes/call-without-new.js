class A { constructor() { this.x = 1; } }
try { A(); } catch (e) { console.log(e.name + ': ' + e.message); }
try { A.call({}); } catch (e) { console.log(e.name); }
