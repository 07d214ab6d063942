package dev.joist.library.string;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.MachineNative;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.string.PropertyKey;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** The String constructor; puts String.prototype together. */
public final class StringBuiltins extends Natives {
  private static final String MEMBERS = "fromCharCode/1, fromCodePoint/1, raw/1";

  private StringBuiltins(Builtins builtins) {
    super(builtins);
  }

  /** Defines String's prototype and makes the constructor. */
  public static long define(Builtins builtins) {
    StringBuiltins string = new StringBuiltins(builtins);
    long prototype = builtins.vm().realm(Intrinsic.STRING_PROTOTYPE);
    long constructor = builtins.define().constructor("String", 1, string, prototype);
    builtins.define().members(constructor, MEMBERS, string);
    builtins.define().members(prototype, StringAccess.MEMBERS, new StringAccess(builtins));
    builtins.define().members(prototype, StringTransforms.MEMBERS, new StringTransforms(builtins));
    builtins.define().members(prototype, StringPatterns.MEMBERS, new StringPatterns(builtins));
    builtins.define().members(prototype, StringHtml.MEMBERS, new StringHtml(builtins));
    builtins.define().members(prototype, StringIterators.METHOD, new StringIterators(builtins));
    return constructor;
  }

  @Override
  protected MachineNative machine(String member) {
    return switch (member) {
      case "fromCharCode" -> MachineNative.STRING_FROM_CHAR_CODE;
      default -> null;
    };
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "String" -> construct(a);
      case "fromCharCode" -> fromCharCode(a);
      case "fromCodePoint" -> fromCodePoint(a);
      case "raw" -> raw(a);
      default -> throw unknown(member);
    };
  }

  private long construct(Arguments a) {
    long text;
    if (a.count() == 0) {
      text = vm.strings().empty();
    } else if (!a.isConstruct() && PropertyKey.isSymbol(a.get(0))) {
      return vm.strings().fromJava(vm.strings().describeKey(a.get(0)));
    } else {
      text = js.toStringValue(a.get(0));
    }
    if (!a.isConstruct()) {
      return text;
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle held = scope.hold(text);
      long prototype = js.prototypeFor(a, vm.realm(Intrinsic.STRING_PROTOTYPE));
      return js.newWrapper(held.get(), prototype);
    }
  }

  private long fromCharCode(Arguments a) {
    if (a.count() == 1) {
      return vm.strings().ofChar(js.toInt32(a.get(0)) & 0xFFFF);
    }
    char[] units = new char[a.count()];
    for (int i = 0; i < units.length; i++) {
      units[i] = (char) js.toInt32(a.get(i));
    }
    return vm.strings().fromJava(new String(units));
  }

  private long fromCodePoint(Arguments a) {
    StringBuilder out = new StringBuilder(a.count());
    for (int i = 0; i < a.count(); i++) {
      double number = js.toNumber(a.get(i));
      if (number != Math.floor(number) || !(number >= 0 && number <= 0x10FFFF)) {
        throw vm.rangeError("Invalid code point " + js.toText(a.get(i)));
      }
      out.appendCodePoint((int) number);
    }
    return vm.strings().fromJava(out.toString());
  }

  private long raw(Arguments a) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle cooked = scope.hold(js.toObject(a.get(0)));
      Handle raw = scope.hold(js.toObject(js.get(cooked.get(), js.names().raw)));
      long length = js.length(raw.get());
      StringBuilder out = new StringBuilder();
      for (long k = 0; k < length; k++) {
        out.append(js.toText(js.getIndex(raw.get(), k)));
        if (k + 1 < length && k + 1 < a.count()) {
          out.append(js.toText(a.get((int) k + 1)));
        }
      }
      return vm.strings().fromJava(out.toString());
    }
  }
}
