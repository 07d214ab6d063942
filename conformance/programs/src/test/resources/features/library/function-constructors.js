// The constructors that no global name leads to.
for (const f of [function* () {}, async () => {}, async function* () {}]) {
  const prototype = Object.getPrototypeOf(f);
  const { writable, enumerable, configurable, value } = Object.getOwnPropertyDescriptor(prototype, 'constructor');
  console.log(value.name, value.length, writable, enumerable, configurable, Object.getPrototypeOf(value) === Function);
  console.log(Reflect.ownKeys(prototype).map(String).sort().join());
}
