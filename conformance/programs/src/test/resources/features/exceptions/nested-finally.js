const log = [];
function f() {
  try { try { throw 'inner'; } finally { log.push(1); try { log.push(2); } finally { log.push(3); } } }
  catch (e) { log.push(e); } finally { log.push(4); }
}
f();
console.log(log.join());
