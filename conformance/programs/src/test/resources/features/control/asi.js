const a = 1
const b = 2
let c = a
+ b
console.log(c)
function f() { return
  5 }
console.log(f())
let i = 0
i
++
i
console.log(i)
