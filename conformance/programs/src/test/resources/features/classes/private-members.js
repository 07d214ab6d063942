class Stack {
  #items = [];
  #check() { if (this.#items.length === 0) throw new RangeError('empty'); }
  push(x) { this.#items.push(x); return this; }
  pop() { this.#check(); return this.#items.pop(); }
  get #size() { return this.#items.length; }
  get size() { return this.#size; }
  static is(o) { return #items in o; }
}
const s = new Stack().push(1).push(2);
console.log(s.pop(), s.size, s.pop(), Stack.is(s), Stack.is({}));
try { s.pop(); } catch (e) { console.log(e.message); }
try { Stack.prototype.push.call({}, 1); } catch (e) { console.log(e.name); }
