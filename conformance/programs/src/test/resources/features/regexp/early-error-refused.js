console.log("never");
function f() {
  return "x".replace(/(a/g, "");
}
