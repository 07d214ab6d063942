(function (print, evalScript) {
  'use strict';
  function hidden(name, value) {
    Object.defineProperty(globalThis, name, { value: value, writable: true, enumerable: false, configurable: true });
  }
  hidden('print', print);
  hidden('$262', {
    global: globalThis,
    evalScript: evalScript,
    gc: function () {},
    detachArrayBuffer: function (buffer) {
      if (!buffer.detached) {
        buffer.transfer();
      }
    },
    createRealm: function () {
      throw new Error('An engine has one realm');
    }
  });
})
