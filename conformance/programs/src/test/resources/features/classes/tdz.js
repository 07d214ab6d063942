try { new Later(); } catch (e) { console.log(e.name, e.message); }
class Later {}
console.log(typeof Later);
