function thrower() { throw new Error('here'); }
try { thrower(); } catch (e) { console.log(typeof e.stack, e.stack.split('\n')[0], e.stack.includes('thrower')); }
