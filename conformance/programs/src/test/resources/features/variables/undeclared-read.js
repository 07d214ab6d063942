try { missing; } catch (e) { console.log(e.name + ': ' + e.message); }
try { missing(); } catch (e) { console.log(e.name + ': ' + e.message); }
try { missing.x; } catch (e) { console.log(e.message); }
console.log(typeof missing);
