const cases = [() => null.x, () => undefined.y, () => (void 0)[0], () => (5)(), () => ({}).f(), () => new (1)(), () => { null.x = 1; }, () => { const o = {}; o.a.b; }, () => [].x.y.z];
for (const f of cases) try { f(); console.log('nothing'); } catch (e) { console.log(e.name); }
