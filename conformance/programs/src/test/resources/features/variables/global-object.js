globalThis.viaThis = 2;
console.log(viaThis, typeof globalThis, globalThis.globalThis === globalThis, 'viaThis' in globalThis);
delete globalThis.viaThis;
console.log(typeof viaThis);
