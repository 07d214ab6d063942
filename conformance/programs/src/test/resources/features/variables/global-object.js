var viaVar = 1;
globalThis.viaThis = 2;
console.log(globalThis.viaVar === undefined || globalThis.viaVar, viaThis, typeof globalThis);
delete globalThis.viaThis;
console.log(typeof viaThis);
