var config = { mode: 1 };
function read() { return config.mode; }
for (let i = 0; i < 300; i++) read();
config = { extra: 0, mode: 2 };
console.log(read());
config.mode = 'three';
console.log(read());
var fn = () => 1;
function call() { return fn(); }
for (let i = 0; i < 300; i++) call();
fn = () => 2;
console.log(call());
