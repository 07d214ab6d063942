const a = 5, o = { toString() { return 'obj'; } };
console.log(`a=${a} sum=${a + 1} ${o} ${[1, 2]} ${null} ${undefined} ${`nested ${a}`}`);
console.log(`multi
line \${escaped} \``);
for (let i = 0; i < 150; i++) `${i}`;
console.log(`${1.5}${true}`);
