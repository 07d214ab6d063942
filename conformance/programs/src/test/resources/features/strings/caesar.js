function shift(s, n) { let r = ''; for (let i = 0; i < s.length; i++) { const c = s.charCodeAt(i); r += c >= 97 && c <= 122 ? String.fromCharCode((c - 97 + n + 26) % 26 + 97) : s[i]; } return r; }
const e = shift('hello, world', 3);
console.log(e, shift(e, -3));
