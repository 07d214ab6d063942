'use strict';
try { undeclared = 1; } catch (e) { console.log(e.name + ': ' + e.message); }
console.log(typeof undeclared);
