const name = 'dyn';
const K = class Inner { [name]() { return Inner.name; } get [name + '2']() { return 2; } static [name]() { return 's'; } };
console.log(new K().dyn(), new K().dyn2, K.dyn(), K.name, typeof Inner);
const mixin = Base => class extends Base { mixed() { return 'mixed ' + this.base(); } };
class Base { base() { return 'base'; } }
console.log(new (mixin(Base))().mixed());
