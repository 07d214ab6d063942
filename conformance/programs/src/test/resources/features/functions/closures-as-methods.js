function Account(balance) { return { deposit(x) { balance += x; return this; }, get balance() { return balance; } }; }
console.log(Account(10).deposit(5).deposit(7).balance);
