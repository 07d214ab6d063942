const log = [];
function f(mode) {
  try { log.push('try'); if (mode === 1) throw 'x'; if (mode === 2) return 'returned'; }
  catch (e) { log.push('catch ' + e); return 'caught'; }
  finally { log.push('finally'); }
  return 'end';
}
console.log(f(0), f(1), f(2));
console.log(log.join());
