const o = { valueOf() { return {}; }, toString() { return {}; } };
try { o + 1; } catch (e) { console.log(e instanceof TypeError, e.message); }
try { `${o}`; } catch (e) { console.log(e instanceof TypeError); }
