// FinalizationRegistry: callbacks come from the event loop, after a collection; not for what is alive or unregistered.
const gone = [];
const registry = new FinalizationRegistry(held => gone.push(held));
const token = {};
const kept = { name: 'kept' };
let ref;

function register() {
  registry.register({}, 'first');
  registry.register({}, 'unregistered', token);
  registry.register(kept, 'kept');
  registry.register(kept, 'kept too', token);
  const target = { name: 'target' };
  registry.register(target, { of: 'object' }, target);
  ref = new WeakRef(target);
}

function rubbish(depth) {
  // Overwrites the stack's old values, then has so much memory taken that somebody collects.
  const a = depth, b = depth + 1, c = depth + 2, d = depth + 3;
  if (depth > 0) {
    return rubbish(depth - 1) + a + b + c + d;
  }
  let bytes = 0;
  for (let i = 0; i < 4; i++) {
    bytes += new Array(1 << 18).fill(i).length;
  }
  return bytes;
}

register();
console.log(registry.unregister(token), registry.unregister(token), gone.length);
let rounds = 0;
function wait() {
  rubbish(20);
  if (gone.length < 2 && rounds++ < 200) {
    setTimeout(wait, 0);
    return;
  }
  console.log(gone.map(held => held.of ?? held).sort().join(), ref.deref(), kept.name);
}
wait();
console.log('in the script', gone.length);

const other = new FinalizationRegistry(() => {});
const attempt = (what, action) => {
  try {
    console.log(what, action());
  } catch (error) {
    console.log(what, error.name, error.message);
  }
};
attempt('call', () => FinalizationRegistry(() => 1));
attempt('no callback', () => new FinalizationRegistry());
attempt('primitive', () => other.register(1, 2));
attempt('same', () => other.register(token, token));
attempt('symbol', () => other.register(Symbol('s'), 1));
attempt('registered symbol', () => other.register(Symbol.for('s'), 1));
attempt('token', () => other.register({}, 1, 'token'));
attempt('unregister', () => other.unregister('token'));
attempt('receiver', () => FinalizationRegistry.prototype.register.call({}, {}, 1));
attempt('returns', () => other.register({}, 1));
console.log(Object.prototype.toString.call(other), FinalizationRegistry.length, other);
