let x = 'outer';
{
  let x = 'inner';
  console.log(x);
  { const x = 'innermost'; console.log(x); }
  console.log(x);
}
console.log(x);
if (true) { let x = 'if'; console.log(x); }
for (let x = 0; x < 1; x++) console.log(x);
console.log(x);
