console.log((255).toString(16), (255).toString(2), (-255).toString(36), (0.5).toString(2), (3.75).toString(8), (1e21).toString(7).slice(0, 12), (35).toString(36), NaN.toString(2));
try { (5).toString(1); } catch (e) { console.log(e.name, e.message); }
