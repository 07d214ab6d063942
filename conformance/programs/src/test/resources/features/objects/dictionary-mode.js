const counts = {};
const text = 'the quick brown fox jumps over the lazy dog the fox barks at the dog';
for (const w of text.split(' ')) counts[w] = (counts[w] || 0) + 1;
console.log(Object.keys(counts).map(w => w + counts[w]).join());
console.log(Object.entries(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 3).join());
