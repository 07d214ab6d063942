const s = 'héllo';
console.log(s[0], s[1], s.charAt(4), s[5], s.charAt(9) === '', s.charCodeAt(1), s.charCodeAt(99), s.at(-1), s.length, s['length'], s['0']);
function count(t, c) { let n = 0; for (let i = 0; i < t.length; i++) if (t[i] === c) n++; return n; }
console.log(count('mississippi'.repeat(20), 's'));
