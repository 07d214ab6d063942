console.log(['it\'s', "say \"hi\"", 'both \' and "', 'line\nbreak', 'tab\t', '\\'], { k: 'it\'s' });
console.log(['x'.repeat(100)].length, [''], { '': 1, 'a-b': 2, valid_id: 3, $: 4 });
