package dev.joist.library.regexp;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.RegExpLiterals;
import dev.joist.spi.value.Values;

/** RegExp: the constructor, and its prototype but for what strings' methods call. */
public final class RegExpBuiltins extends Natives implements RegExpLiterals {
  private static final String PROTOTYPE_MEMBERS = "exec/1, get dotAll, get flags, get global, get hasIndices, get ignoreCase, get multiline, get source, "
      + "get sticky, get unicode, get unicodeSets, compile/2, toString/0, test/1";
  private static final String CONSTRUCTOR_MEMBERS = "escape/1, get @@species";
  private static final String FLAG_NAMES = "hasIndices global ignoreCase multiline dotAll unicode unicodeSets sticky";

  private final RegExpExecution execution;
  private final Root prototype;
  private final long[] flagKeys;
  private Root constructor;

  private RegExpBuiltins(Builtins builtins) {
    super(builtins);
    execution = new RegExpExecution(builtins);
    prototype = builtins.root(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
    String[] names = FLAG_NAMES.split(" ");
    flagKeys = new long[names.length];
    for (int i = 0; i < names.length; i++) {
      flagKeys[i] = vm.strings().permanentKey(names[i]);
    }
  }

  /** Makes the constructor; literals are made by it from then on. */
  public static long define(Builtins builtins) {
    RegExpBuiltins regExps = new RegExpBuiltins(builtins);
    long prototype = regExps.prototype.get();
    long constructor = builtins.define().constructor("RegExp", 2, regExps, prototype);
    regExps.constructor = builtins.root(constructor);
    builtins.define().members(prototype, PROTOTYPE_MEMBERS, regExps);
    builtins.define().members(prototype, RegExpSymbols.MEMBERS, new RegExpSymbols(builtins, regExps.execution));
    builtins.define().members(constructor, CONSTRUCTOR_MEMBERS, regExps);
    regExps.execution.setOriginals(prototype);
    builtins.vm().setRegExpLiterals(regExps);
    return constructor;
  }

  @Override
  public long create(String pattern, String flags) {
    return newObject(prototype.get(), program(pattern, flags), pattern);
  }

  @Override
  public long copy(long literal) {
    RegExpValue value = (RegExpValue) js.payload(literal);
    return newObject(prototype.get(), value.program(), value.source());
  }

  private long newObject(long itsPrototype, RegExpProgram program, String source) {
    long object = js.newHost(itsPrototype, new RegExpValue(program, source));
    builtins.define().value(object, execution.lastIndex, Values.int32(0), "w");
    return object;
  }

  private RegExpProgram program(String pattern, String flags) {
    Flags parsed = Flags.parse(flags);
    if (parsed == null) {
      throw vm.syntaxError("Invalid flags supplied to RegExp constructor '" + flags + "'");
    }
    try {
      return RegExpProgram.of(pattern, parsed);
    } catch (PatternError e) {
      throw vm.syntaxError(RegExpSyntax.message(pattern, flags, e));
    }
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "RegExp" -> construct(a);
      case "get @@species" -> a.thisValue();
      case "escape" -> {
        if (!Strings.isString(a.get(0))) {
          throw vm.typeError(js.describe(a.get(0)) + " is not a string");
        }
        yield vm.strings().fromJava(PatternText.escape(js.toText(a.get(0))));
      }
      case "exec" -> {
        RegExpValue value = value(a, member);
        long string = js.toStringValue(a.get(0));
        try (HandleScope scope = vm.heap().openScope()) {
          Handle held = scope.hold(string);
          int[] found = execution.find(a.thisValue(), value, string);
          yield found == null ? Values.NULL : execution.result(value, found, held.get());
        }
      }
      case "test" -> test(a);
      case "toString" -> text(a.thisValue());
      case "compile" -> compile(a);
      case "get flags" -> flags(a.thisValue());
      case "get source" -> {
        if (a.thisValue() == prototype.get()) {
          yield vm.strings().fromJava("(?:)");
        }
        yield vm.strings().fromJava(value(a, "source").escapedSource());
      }
      default -> flag(a, member.substring(4));
    };
  }

  private RegExpValue value(Arguments a, String member) {
    if (js.payload(a.thisValue()) instanceof RegExpValue value) {
      return value;
    }
    throw js.describe().incompatible("RegExp.prototype." + member, a.thisValue());
  }

  private long construct(Arguments a) {
    long pattern = a.get(0);
    long flags = a.get(1);
    boolean likeRegExp = isRegExp(pattern);
    if (!a.isConstruct() && likeRegExp && flags == Values.UNDEFINED && js.get(pattern, js.names().constructor) == constructor.get()) {
      return pattern;
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle source = scope.hold(pattern);
      Handle letters = scope.hold(flags);
      RegExpValue known = js.payload(pattern) instanceof RegExpValue value ? value : null;
      if (known == null && likeRegExp) {
        source = scope.hold(js.get(pattern, vm.strings().key("source")));
        letters = flags == Values.UNDEFINED ? scope.hold(js.get(pattern, execution.flags)) : letters;
      }
      long itsPrototype = scope.hold(js.prototypeFor(a, prototype.get())).get();
      String text = known != null ? known.source() : source.get() == Values.UNDEFINED ? "" : js.toText(source.get());
      String flagText = letters.get() != Values.UNDEFINED ? js.toText(letters.get()) : known != null ? known.flags().text() : "";
      return newObject(itsPrototype, known != null && known.flags().text().equals(flagText) ? known.program() : program(text, flagText), text);
    }
  }

  private boolean isRegExp(long value) {
    if (!js.isObject(value)) {
      return false;
    }
    long matcher = js.get(value, builtins.symbols().match());
    return matcher != Values.UNDEFINED ? js.toBoolean(matcher) : js.payload(value) instanceof RegExpValue;
  }

  private long compile(Arguments a) {
    RegExpValue value = value(a, "compile");
    if (js.payload(a.get(0)) instanceof RegExpValue other) {
      if (a.get(1) != Values.UNDEFINED) {
        throw vm.typeError("Invalid flags supplied to RegExp constructor");
      }
      value.set(other.program(), other.source());
    } else {
      String pattern = a.get(0) == Values.UNDEFINED ? "" : js.toText(a.get(0));
      String flags = a.get(1) == Values.UNDEFINED ? "" : js.toText(a.get(1));
      value.set(program(pattern, flags), pattern);
    }
    execution.setLastIndex(a.thisValue(), 0);
    return a.thisValue();
  }

  private long test(Arguments a) {
    requireObject(a.thisValue(), "RegExp.prototype.test");
    try (HandleScope scope = vm.heap().openScope()) {
      Handle string = scope.hold(js.toStringValue(a.get(0)));
      if (execution.isPristine(a.thisValue())) {
        return Values.bool(execution.find(a.thisValue(), value(a, "test"), string.get()) != null);
      }
      return Values.bool(execution.exec(a.thisValue(), string.get()) != Values.NULL);
    }
  }

  private void requireObject(long value, String method) {
    if (!js.isObject(value)) {
      throw js.describe().incompatible(method, value);
    }
  }

  private long text(long object) {
    requireObject(object, "RegExp.prototype.toString");
    String source = js.toText(js.get(object, vm.strings().key("source")));
    return vm.strings().fromJava("/" + source + "/" + js.toText(js.get(object, execution.flags)));
  }

  private long flags(long object) {
    requireObject(object, "RegExp.prototype.flags getter");
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < flagKeys.length; i++) {
      if (js.toBoolean(js.get(object, flagKeys[i]))) {
        letters.append(Flags.ORDER.charAt(i));
      }
    }
    return vm.strings().fromJava(letters.toString());
  }

  private long flag(Arguments a, String name) {
    if (a.thisValue() == prototype.get()) {
      return Values.UNDEFINED;
    }
    char letter = switch (name) {
      case "hasIndices" -> 'd';
      case "global" -> 'g';
      case "ignoreCase" -> 'i';
      case "multiline" -> 'm';
      case "dotAll" -> 's';
      case "unicode" -> 'u';
      case "unicodeSets" -> 'v';
      case "sticky" -> 'y';
      default -> throw unknown(name);
    };
    return Values.bool(value(a, name).flags().has(letter));
  }
}
