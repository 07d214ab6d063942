// What eval returns: the value of the last statement that has one.
const sources = [
  '1', '1;', '1; {}', '1; ;', '1; var x = 2', '1; let y = 2', '1; function f() {}', '{ 1; 2 }',
  'if (true) 3', '1; if (false) 2', '1; if (true) {}', '1; if (true) 2; else 3',
  '1; do { 2 } while (false)', '1; while (false) 2', '1; for (var i = 0; i < 3; i++) i', '1; for (var i = 0; i < 3; i++) ;',
  '1; for (var k in { a: 1, b: 2 }) k', '1; for (var k of []) k', '1; for (var k of [5, 6]) { if (k === 6) break; k }',
  '1; do { 2; continue; 3 } while (false)', '1; do { 2; break; 3 } while (false)', '1; do { break } while (false)',
  '1; switch (2) { case 2: 3; case 4: 5; break; default: 6 }', '1; switch (2) {}', '1; switch (2) { default: }',
  '1; try { 2 } finally { 3 }', '1; try { 2; throw 0 } catch (e) { 3 }', '1; try { throw 0 } catch (e) {}', '1; try { 2 } catch (e) { 3 } finally { 4 }',
  '1; do { try { 2 } finally { 3; break } } while (false)', '1; l: { 2; break l; 3 }', '1; l: {}',
  '"a string"', '({ a: 1 }).a', '(function () { return 7 })()', '1; class C {}', '', '// only a comment'
];
for (const source of sources) {
  console.log(source, '=>', eval(source));
}
