function f() { implicit = 7; }
f();
console.log(implicit, typeof globalThis.implicit, delete globalThis.implicit, typeof implicit);
