const isPalindrome = s => { for (let i = 0, j = s.length - 1; i < j; i++, j--) if (s[i] !== s[j]) return false; return true; };
console.log(['level', 'hello', '', 'a', 'abba', 'abca'].map(isPalindrome).join());
let n = 0;
for (let i = 0; i < 2000; i++) if (isPalindrome(String(i))) n++;
console.log(n);
