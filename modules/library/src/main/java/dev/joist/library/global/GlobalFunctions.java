package dev.joist.library.global;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.number.NumberParser;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.MachineNative;
import dev.joist.runtime.vm.ErrorType;
import dev.joist.runtime.vm.Evaluation;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;

/** The functions of the global object. */
public final class GlobalFunctions extends Natives {
  private GlobalFunctions(Builtins builtins) {
    super(builtins);
  }

  /** The family. */
  public static GlobalFunctions of(Builtins builtins) {
    return new GlobalFunctions(builtins);
  }

  /** Makes one of the functions. */
  public long make(String name, int length) {
    long function = builtins.define().function(name, length, this, name);
    if (name.equals("eval")) {
      vm.realm().set(Intrinsic.EVAL, function);
    }
    return function;
  }

  @Override
  protected MachineNative machine(String member) {
    return switch (member) {
      case "isFinite" -> MachineNative.NUMBER_IS_FINITE;
      case "isNaN" -> MachineNative.NUMBER_IS_NAN;
      default -> null;
    };
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "decodeURI" -> uri(UriText.decode(js.toText(a.get(0)), UriText.URI_RESERVED));
      case "decodeURIComponent" -> uri(UriText.decode(js.toText(a.get(0)), ""));
      case "encodeURI" -> uri(UriText.encode(js.toText(a.get(0)), UriText.URI_KEPT));
      case "encodeURIComponent" -> uri(UriText.encode(js.toText(a.get(0)), UriText.COMPONENT_KEPT));
      case "escape" -> vm.strings().fromJava(UriText.escape(js.toText(a.get(0))));
      case "eval" -> Evaluation.indirect(vm, a.get(0));
      case "isFinite" -> Values.bool(Double.isFinite(js.toNumber(a.get(0))));
      case "isNaN" -> Values.bool(Double.isNaN(js.toNumber(a.get(0))));
      case "parseFloat" -> Values.isInt32(a.get(0)) ? a.get(0) : vm.number(NumberParser.parseFloat(js.toText(a.get(0))));
      case "parseInt" -> parseInt(a);
      case "print" -> print(a);
      case "unescape" -> vm.strings().fromJava(UriText.unescape(js.toText(a.get(0))));
      default -> throw unknown(member);
    };
  }

  private long uri(String textOrNull) {
    if (textOrNull == null) {
      throw vm.error(ErrorType.URI_ERROR, "URI malformed");
    }
    return vm.strings().fromJava(textOrNull);
  }

  private long parseInt(Arguments a) {
    if (Values.isInt32(a.get(0)) && a.get(1) == Values.UNDEFINED) {
      return a.get(0);
    }
    String text = js.toText(a.get(0));
    return vm.number(NumberParser.parseInt(text, js.toInt32(a.get(1))));
  }

  private long print(Arguments a) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < a.count(); i++) {
      out.append(i > 0 ? " " : "").append(js.toText(a.get(i)));
    }
    builtins.output().out(out.append('\n').toString());
    return Values.UNDEFINED;
  }
}
