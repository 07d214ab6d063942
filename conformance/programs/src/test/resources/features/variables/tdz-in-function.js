function f(early) {
  const get = () => x;
  if (early) return get();
  let x = 42;
  return get();
}
console.log(f(false));
try { f(true); } catch (e) { console.log(e.name, e.message); }
for (let i = 0; i < 200; i++) f(false);
try { f(true); } catch (e) { console.log(e.name, e.message); }
