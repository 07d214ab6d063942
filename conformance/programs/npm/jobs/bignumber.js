// Decimal numbers of any length.
const BigNumber = require('bignumber.js');
const Decimal = require('decimal.js');
let f = new BigNumber(1);
for (let i = 2; i <= 60; i++) {
  f = f.times(i);
}
console.log(f.toFixed(), new BigNumber('0.1').plus('0.2').toString(), new BigNumber(2).sqrt().toString(), new BigNumber('ff', 16).toString(2), f.toFormat(0));
Decimal.set({ precision: 60 });
console.log(Decimal.acos(-1).toString(), new Decimal(2).pow('0.5').toString(), Decimal.exp(1).toFixed(40), new Decimal('1e-7').toString(), Decimal.ln(10).toString());
