class C {
  constructor() { this.v = 7; this.arrow = () => this.v; }
  delayed() { return [1, 2].map(x => x * this.v); }
  nested() { return () => () => this.v; }
}
const c = new C();
const { arrow } = c;
console.log(arrow(), arrow.call({ v: 1 }), c.delayed().join(), c.nested()()());
