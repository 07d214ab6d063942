const words = ['', 'a', 'aa', 'b', 'B', 'ä', 'é', '10', '9', 'z'];
console.log(words.slice().sort().join());
console.log('abc' < 'abd', 'abc' < 'ab', 'ab' < 'abc', 'Z' < 'a', '\ud83d' < '\uffff', 'a\0' > 'a');
