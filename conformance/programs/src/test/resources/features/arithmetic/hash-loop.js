function hash(s) {
  let h = 0;
  for (let i = 0; i < s.length; i++) h = (h * 31 + s.charCodeAt(i)) | 0;
  return h;
}
console.log(hash('hello'), hash('The quick brown fox jumps over the lazy dog'), hash(''));
