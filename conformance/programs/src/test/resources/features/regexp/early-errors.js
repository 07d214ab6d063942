try { eval('/(/'); } catch (e) { console.log(e.name + ': ' + e.message); }
for (const text of ["/a/gg", "/a/x", "/a/uv", "/[b-a]/", "/a**/", "/\\u{110000}/u", "/{1}/", "/]/u", "/(?<a/", "/a{2,1}/", "/)/"]) {
  try { eval('if (false) { ' + text + ' }'); console.log(text, 'is valid'); } catch (e) { console.log(text, e.name + ': ' + e.message); }
}
try { new Function('return /+/'); } catch (e) { console.log(e.name + ': ' + e.message); }
try { new RegExp('+'); } catch (e) { console.log(e.name + ': ' + e.message); }
