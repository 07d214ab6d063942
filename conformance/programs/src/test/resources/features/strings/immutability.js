const s = 'abc';
s[0] = 'z'; s.x = 1;
console.log(s, s.x);
(function () { 'use strict'; try { s[0] = 'z'; } catch (e) { console.log(e.name); } try { s.length = 1; } catch (e) { console.log(e.name); } })();
