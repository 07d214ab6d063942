console.log(1);
function a() { try { b(); } finally { console.log('cleanup'); } }
function b() { null.x; }
a();
