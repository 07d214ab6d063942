// Variables of scripts, which cannot be deleted, properties that can, and what becomes of both while hot code uses them.
(0, eval)(`
var counter = 0;
let lexical = 1;
function answer() { return 42; }
globalThis.loose = 'loose';
Object.defineProperty(globalThis, 'fixed', { value: 1, writable: false, configurable: true });
function read() { return counter + ',' + lexical + ',' + answer() + ',' + loose + ',' + fixed; }
function write(x) { counter = x; lexical = x; loose = x; fixed = x; }
function writeStrictly(x) { 'use strict'; counter = x; }
for (let i = 0; i < 300; i++) { read(); write(i); writeStrictly(i); }
console.log(read());
answer = function () { return 43; };
console.log(read());
Object.defineProperty(globalThis, 'counter', { value: 'now constant', writable: false });
for (let i = 0; i < 300; i++) { write(i); }
console.log(read());
try { writeStrictly(5); } catch (e) { console.log(e.name); }
console.log(read());
delete globalThis.loose;
try { read(); } catch (e) { console.log(e.name, e.message); }
globalThis.loose = 'again';
for (let i = 0; i < 300; i++) { read(); }
console.log(read());
write('w');
console.log(read());
`);
(0, eval)(`
function early() { return later; }
for (let i = 0; i < 300; i++) { try { early(); } catch (e) { if (i === 299) console.log(e.name); } }
let later = 'initialised';
for (let i = 0; i < 300; i++) early();
console.log(early());
`);
