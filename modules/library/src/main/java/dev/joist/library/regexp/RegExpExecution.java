package dev.joist.library.regexp;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Js;
import dev.joist.library.core.Root;
import dev.joist.runtime.heap.Marker;
import dev.joist.runtime.heap.RootProvider;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.List;
import java.util.Map;

/** What RegExp's methods share: running an expression on a string. Source: ECMAScript 2025, 22.2.7. */
final class RegExpExecution implements RootProvider {
  private final Builtins builtins;
  private final Vm vm;
  private final Js js;
  final long lastIndex;
  final long exec;
  final long flags;
  private final long index;
  private final long input;
  private final long groups;
  private final long indices;
  private Root prototype;
  private Root originalExec;
  private Root originalFlags;
  /** The string that was searched last, which the next search is likely to go on with. */
  private long subject = Values.UNDEFINED;
  private String subjectText = "";

  RegExpExecution(Builtins builtins) {
    this.builtins = builtins;
    this.vm = builtins.vm();
    this.js = builtins.js();
    lastIndex = key("lastIndex");
    exec = key("exec");
    flags = key("flags");
    index = key("index");
    input = key("input");
    groups = key("groups");
    indices = key("indices");
    vm.heap().addRoots(this);
  }

  private long key(String name) {
    return vm.strings().permanentKey(name);
  }

  /** Remembers what a program may replace. */
  void setOriginals(long newPrototype) {
    prototype = builtins.root(newPrototype);
    originalExec = builtins.root(js.get(newPrototype, exec));
    js.has(newPrototype, flags);
    originalFlags = builtins.root(vm.objects().ownRaw(newPrototype, flags));
  }

  /** Whether an object is a RegExp whose methods nobody has replaced, so that what they do need not be asked. */
  boolean isPristine(long object) {
    return js.payload(object) instanceof RegExpValue && js.prototypeOf(object) == prototype.get()
        && vm.objects().ownRaw(prototype.get(), exec) == originalExec.get() && vm.objects().ownRaw(prototype.get(), flags) == originalFlags.get()
        && vm.objects().ownRaw(object, exec) == Values.HOLE && vm.objects().ownRaw(object, flags) == Values.HOLE;
  }

  /** A string's text. */
  String text(long string) {
    if (string != subject) {
      subjectText = vm.strings().toJava(string);
      subject = string;
    }
    return subjectText;
  }

  /** RegExpExec: the result array or null, by the object's own exec. A safepoint. */
  long exec(long object, long string) {
    long method = js.get(object, exec);
    if (js.isCallable(method) && method != originalExec.get()) {
      long result = vm.call(method, object, string);
      if (!js.isObject(result) && result != Values.NULL) {
        throw vm.typeError(js.describe(result) + " is not an object or null");
      }
      return result;
    }
    if (!(js.payload(object) instanceof RegExpValue value)) {
      throw js.describe().incompatible("RegExp.prototype.exec", object);
    }
    int[] found = find(object, value, string);
    return found == null ? Values.NULL : result(value, found, string);
  }

  /** RegExpBuiltinExec without the array: reads and sets lastIndex. A safepoint where lastIndex is an object. */
  int[] find(long object, RegExpValue value, long string) {
    long last = js.get(object, lastIndex);
    long start = Values.isInt32(last) && Values.asInt32(last) >= 0 ? Values.asInt32(last) : js.toLength(last);
    Flags own = value.flags();
    boolean moves = own.has('g') || own.has('y');
    if (!moves) {
      start = 0;
    }
    String text = text(string);
    int[] found = start > text.length() ? null : search(value, text, (int) start);
    if (moves) {
      js.set(object, lastIndex, Values.int32(found == null ? 0 : found[1]));
    }
    return found;
  }

  int[] search(RegExpValue value, String text, int from) {
    // A code point whose second half is named begins before it.
    boolean within = value.flags().unicode() && from > 0 && from < text.length() && Character.isSurrogatePair(text.charAt(from - 1), text.charAt(from));
    int start = within ? from - 1 : from;
    Matcher matcher = new Matcher(value.program(), text, this::interrupt);
    return value.flags().has('y') ? matcher.matchAt(start) : matcher.search(start);
  }

  private void interrupt(boolean stackFull) {
    if (stackFull) {
      throw vm.rangeError("Maximum call stack size exceeded");
    }
    if (vm.termination() != null) {
      throw vm.throwValue(Values.UNDEFINED);
    }
  }

  /** The array that exec answers. */
  long result(RegExpValue value, int[] found, long string) {
    long array = js.newArray(found.length / 2);
    for (int i = 0; i < found.length; i += 2) {
      vm.objects().push(array, capture(found, i / 2, string));
    }
    js.createDataProperty(array, index, Values.int32(found[0]));
    js.createDataProperty(array, input, string);
    js.createDataProperty(array, groups, groups(value, array));
    if (value.flags().has('d')) {
      js.createDataProperty(array, indices, indices(value, found));
    }
    return array;
  }

  /** What a group has taken, or undefined. */
  long capture(int[] found, int group, long string) {
    int start = found[2 * group];
    int end = found[2 * group + 1];
    return start < 0 || end < 0 ? Values.UNDEFINED : vm.strings().substring(string, start, end);
  }

  /** An object with the named groups' elements of an array; undefined when there are none. */
  long groups(RegExpValue value, long array) {
    Map<String, List<Integer>> names = value.program().names();
    if (names.isEmpty()) {
      return Values.UNDEFINED;
    }
    long object = js.newObject(Values.NULL);
    names.forEach((name, numbers) -> {
      long taken = Values.UNDEFINED;
      for (int number : numbers) {
        long element = js.getIndex(array, number);
        taken = element == Values.UNDEFINED ? taken : element;
      }
      js.createDataProperty(object, vm.strings().key(name), taken);
    });
    return object;
  }

  private long indices(RegExpValue value, int[] found) {
    long array = js.newArray(found.length / 2);
    for (int i = 0; i < found.length; i += 2) {
      vm.objects().push(array, found[i] < 0 || found[i + 1] < 0 ? Values.UNDEFINED : js.newPair(Values.int32(found[i]), Values.int32(found[i + 1])));
    }
    js.createDataProperty(array, groups, groups(value, array));
    return array;
  }

  /** The index behind the one at which an empty match was found. */
  long advance(long string, long at, boolean byCodePoints) {
    String text = text(string);
    return byCodePoints && at + 1 < text.length() && Character.isSurrogatePair(text.charAt((int) at), text.charAt((int) at + 1)) ? at + 2 : at + 1;
  }

  /** After an empty match of an expression of a program's own: moves its lastIndex on. */
  void advanceLastIndex(long object, long string, boolean byCodePoints) {
    long at = js.toLength(js.get(object, lastIndex));
    js.set(object, lastIndex, vm.number(advance(string, at, byCodePoints)));
  }

  void setLastIndex(long object, long value) {
    js.set(object, lastIndex, vm.number(value));
  }

  @Override
  public void markRoots(Marker marker) {
    marker.mark(subject);
  }
}
