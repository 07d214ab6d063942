package dev.joist.library.string;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.MachineNative;
import dev.joist.runtime.number.NumberParser;
import dev.joist.runtime.string.Strings;
import dev.joist.spi.value.Values;
import java.text.Normalizer;
import java.util.Locale;

/** String.prototype's methods that make another string of the whole one. */
final class StringTransforms extends Natives {
  static final String MEMBERS = "concat/1, isWellFormed/0, normalize/0, padEnd/1, padStart/1, repeat/1, toLocaleLowerCase/0, toLocaleUpperCase/0, "
      + "toLowerCase/0, toUpperCase/0, toWellFormed/0, trim/0, trimEnd/0, trimStart/0, trimLeft = trimStart, trimRight = trimEnd";

  private static final int DELETE = 0x7F;

  StringTransforms(Builtins builtins) {
    super(builtins);
  }

  @Override
  protected MachineNative machine(String member) {
    return switch (member) {
      case "toLowerCase" -> MachineNative.STRING_TO_LOWER_CASE;
      case "trim" -> MachineNative.STRING_TRIM;
      default -> null;
    };
  }

  @Override
  protected long call(Arguments a, String member) {
    if (member.equals("trim") && hasNothingToTrim(a.thisValue())) {
      return a.thisValue();
    }
    if (member.equals("toLowerCase") && isLowerCase(a.thisValue())) {
      return a.thisValue();
    }
    String self = vm.strings().toJava(js.thisText(a.thisValue(), "String.prototype." + member));
    String result = switch (member) {
      case "concat" -> concat(self, a);
      case "normalize" -> normalize(self, a.get(0));
      case "padEnd" -> self + padding(self, a);
      case "padStart" -> padding(self, a) + self;
      case "repeat" -> repeat(self, a.get(0));
      case "toLocaleLowerCase", "toLowerCase" -> self.toLowerCase(Locale.ROOT);
      case "toLocaleUpperCase", "toUpperCase" -> self.toUpperCase(Locale.ROOT);
      case "toWellFormed" -> wellFormed(self);
      case "trim" -> trimmed(self, true, true);
      case "trimEnd" -> trimmed(self, false, true);
      case "trimStart" -> trimmed(self, true, false);
      case "isWellFormed" -> null;
      default -> throw unknown(member);
    };
    if (result == null) {
      return Values.bool(wellFormed(self).equals(self));
    }
    return result == self && Strings.isString(a.thisValue()) ? a.thisValue() : vm.strings().fromJava(result);
  }

  /** Whether a value is a string that begins and ends with an ASCII character that can be seen. */
  private boolean hasNothingToTrim(long value) {
    if (!Strings.isString(value) || vm.strings().length(value) == 0) {
      return false;
    }
    int first = vm.strings().charAt(value, 0);
    int last = vm.strings().charAt(value, vm.strings().length(value) - 1);
    return first > ' ' && first < DELETE && last > ' ' && last < DELETE;
  }

  /** Whether a value is a string of ASCII without capitals. */
  private boolean isLowerCase(long value) {
    if (!Strings.isString(value)) {
      return false;
    }
    int length = vm.strings().length(value);
    for (int i = 0; i < length; i++) {
      int unit = vm.strings().charAt(value, i);
      if (unit >= 'A' && unit <= 'Z' || unit > DELETE) {
        return false;
      }
    }
    return true;
  }

  private String concat(String self, Arguments a) {
    StringBuilder out = new StringBuilder(self);
    for (int i = 0; i < a.count(); i++) {
      out.append(js.toText(a.get(i)));
      js.checkStringLength(out.length());
    }
    return out.toString();
  }

  private String normalize(String self, long form) {
    String name = form == Values.UNDEFINED ? "NFC" : js.toText(form);
    return switch (name) {
      case "NFC", "NFD", "NFKC", "NFKD" -> Normalizer.normalize(self, Normalizer.Form.valueOf(name));
      default -> throw vm.rangeError("The normalization form should be one of NFC, NFD, NFKC, NFKD.");
    };
  }

  private String padding(String self, Arguments a) {
    double wanted = js.toInteger(a.get(0));
    String filler = a.get(1) == Values.UNDEFINED ? " " : js.toText(a.get(1));
    if (wanted <= self.length() || filler.isEmpty()) {
      return "";
    }
    js.checkStringLength(wanted);
    int count = (int) wanted - self.length();
    return filler.repeat(count / filler.length()) + filler.substring(0, count % filler.length());
  }

  private String repeat(String self, long times) {
    double count = js.toInteger(times);
    if (count < 0 || Double.isInfinite(count)) {
      throw vm.rangeError("Invalid count value: " + js.toText(times));
    }
    if (self.isEmpty()) {
      return self;
    }
    js.checkStringLength(count * self.length());
    return self.repeat((int) count);
  }

  private static String trimmed(String self, boolean atStart, boolean atEnd) {
    int start = atStart ? NumberParser.skipWhiteSpace(self) : 0;
    int end = atEnd ? NumberParser.trimEnd(self, start) : self.length();
    return self.substring(start, end);
  }

  private static String wellFormed(String self) {
    StringBuilder out = new StringBuilder(self.length());
    self.codePoints().forEach(c -> out.appendCodePoint(c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c));
    return out.toString();
  }
}
