package dev.joist.node;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** The global {@code Buffer}: its module is loaded when a program first asks for it. */
final class BufferGlobal extends Natives {
  private final ModuleLoader loader;

  BufferGlobal(Builtins builtins, ModuleLoader loader) {
    super(builtins);
    this.loader = loader;
  }

  @Override
  protected long call(Arguments a, String member) {
    long name = vm.strings().key("Buffer");
    if (member.startsWith("get ")) {
      return js.get(loader.builtin("buffer"), name);
    }
    long global = vm.realm(Intrinsic.GLOBAL_OBJECT);
    js.delete(global, name);
    js.createDataProperty(global, name, a.get(0));
    return Values.UNDEFINED;
  }
}
