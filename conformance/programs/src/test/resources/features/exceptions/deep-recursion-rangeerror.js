function down(n) { return down(n + 1) + 1; }
try { down(0); } catch (e) { console.log(e instanceof RangeError, e.message); }
let deepest = 0;
function count(n) { deepest = n; count(n + 1); }
try { count(0); } catch (e) { console.log(e.name, deepest > 1000); }
