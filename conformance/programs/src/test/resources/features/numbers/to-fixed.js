console.log((1.005).toFixed(2), (1.45).toFixed(1), (0).toFixed(2), (-1.5).toFixed(0), (2.5).toFixed(0), (1e21).toFixed(2), (123.456).toFixed(), (0.000001).toFixed(7), (-0.0000001).toFixed(2), (10.235).toFixed(2), NaN.toFixed(2));
try { (1).toFixed(101); } catch (e) { console.log(e.name, e.message); }
