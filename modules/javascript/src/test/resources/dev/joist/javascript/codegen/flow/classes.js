// Classes with every kind of element.
class Base {
  #secret = 1; #unused; static #count = 0; plain; initialised = this.#secret; [computed()] = 2; 'quoted' = 3; 4 = 5;
  static shared = Base; static [computed()] = () => this; arrow = () => this.#secret;
  static { var inBlock = 1; let other = () => [this, inBlock]; Base.#count += other().length; function local() {} local(); }
  constructor(a, ...rest) { this.a = a; this.rest = rest; }
  get value() { return this.#secret; } set value(v) { this.#secret = v; }
  #method(x) { return #secret in x && this.#accessor; } get #accessor() { return this.#method(this); } set #accessor(v) { this.#secret++; }
  static #hidden() { return Base.#count; } static visible() { return this.#hidden?.(); }
  static *generator() { yield* super.other(); } [computed()]() { return super.toString; } get [computed()]() {} set [computed()](v) {}
}
class Derived extends Base {
  field = super.value;
  constructor(a) { if (a) { super(...a); } else { super(a, () => this); } super.value = a; super[a] += 1; return a; }
  method() { return () => super.value + super.method?.() + new.target; }
}
class Plain extends Base {}
class Fields extends Base { x = 1; }
class Straight extends Base { constructor() { super(); this.y = 2; try { return this; } finally { this.z = 3; } } }
const Anonymous = class {}, Named = class Inner extends (0, Base) { static self = Inner; m() { return Inner; } };
const { K = class {} } = {};
(class { static name = 1; });
