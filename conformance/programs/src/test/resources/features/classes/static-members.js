class A { static count = 0; static inc() { return ++this.count; } static #secret = 5; static reveal() { return A.#secret; } static { this.ready = true; } }
A.inc(); A.inc();
class B extends A {}
console.log(A.count, B.count, B.inc(), A.count, A.reveal(), A.ready);
