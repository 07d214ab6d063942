try { throw 1; } catch (e) { console.log(e); }
try { throw { code: 7 }; } catch (e) { console.log(e.code); }
try { throw undefined; } catch (e) { console.log(e); }
try { throw new Error('boom'); } catch (e) { console.log(e.message, e instanceof Error); }
try { try { throw 'a'; } catch (e) { throw e + 'b'; } } catch (e) { console.log(e); }
try { throw 5; } catch { console.log('no binding'); }
