package dev.joist.node;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.typed.ByteArrays;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Arguments;
import dev.joist.spi.value.Values;
import java.nio.charset.StandardCharsets;

/** process.stdout and process.stderr, as far as they are written to. Bytes are taken for UTF-8 text. */
final class OutputStreamFunctions extends Natives {
  private final boolean standardOut;

  OutputStreamFunctions(Builtins builtins, boolean standardOut) {
    super(builtins);
    this.standardOut = standardOut;
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "write" -> {
        write(a.get(0));
        callBack(a);
        yield Values.TRUE;
      }
      case "end" -> {
        if (!Values.isNullish(a.get(0)) && !js.isCallable(a.get(0))) {
          write(a.get(0));
        }
        callBack(a);
        yield a.thisValue();
      }
      // Nothing ever happens to these streams that a listener could hear of.
      case "on", "once", "removeListener" -> a.thisValue();
      case "emit" -> Values.FALSE;
      default -> throw unknown(member);
    };
  }

  private void write(long chunk) {
    byte[] bytes = ByteArrays.read(builtins, chunk);
    if (bytes == null && !Strings.isString(chunk)) {
      throw NodeError.invalidArgument(builtins, "chunk", "string or an instance of Buffer, TypedArray, or DataView", chunk);
    }
    String text = bytes == null ? js.toText(chunk) : new String(bytes, StandardCharsets.UTF_8);
    if (standardOut) {
      builtins.output().out(text);
    } else {
      builtins.output().err(text);
    }
  }

  private void callBack(Arguments a) {
    for (int i = 0; i < a.count(); i++) {
      if (js.isCallable(a.get(i))) {
        vm.call(a.get(i), Values.UNDEFINED);
        return;
      }
    }
  }
}
