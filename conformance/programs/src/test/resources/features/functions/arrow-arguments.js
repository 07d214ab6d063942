function f() { const g = () => arguments[0]; return g('inner'); }
console.log(f('outer'));
