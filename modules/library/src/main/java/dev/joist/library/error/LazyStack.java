package dev.joist.library.error;

import dev.joist.library.core.Builtins;
import dev.joist.runtime.object.Accessors;
import dev.joist.runtime.object.LazyProperties;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.StackTrace;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.List;

/**
 * The stack property of an error of a program's own class: written when it is first asked for, so that its first line has the name that the class'
 * constructor gives the error.
 */
final class LazyStack implements LazyProperties {
  private static final int FRAMES = 10;

  private final Builtins builtins;
  private final Vm vm;
  private final long error;
  private final List<StackTrace.Frame> frames;

  private LazyStack(Builtins builtins, long error) {
    this.builtins = builtins;
    this.vm = builtins.vm();
    this.error = error;
    this.frames = StackTrace.capture(vm, FRAMES);
  }

  /** Remembers for an error what runs now. */
  static void capture(Builtins builtins, long error) {
    builtins.vm().objects().setLazy(error, new LazyStack(builtins, error));
  }

  @Override
  public boolean define(long key) {
    if (key != builtins.js().names().stack) {
      return false;
    }
    vm.objects().endLazy(error);
    defineAll();
    return true;
  }

  @Override
  public void defineAll() {
    String name = text(builtins.js().names().name, "Error");
    String message = text(builtins.js().names().message, "");
    StringBuilder out = new StringBuilder(name.isEmpty() || message.isEmpty() ? name + message : name + ": " + message);
    for (StackTrace.Frame frame : frames) {
      out.append("\n    at ").append(frame);
    }
    vm.objects().addOwn(error, builtins.js().names().stack, vm.strings().fromJava(out.toString()), Attributes.METHOD);
  }

  /** A property that is a string, found without asking a getter. */
  private String text(long key, String fallback) {
    for (long at = error; at != Values.NULL; at = vm.shapes().of(Values.address(at)).prototype()) {
      long raw = vm.objects().ownRaw(at, key);
      if (raw != Values.HOLE) {
        return Strings.isString(raw) && !Accessors.isAccessor(raw) ? vm.strings().toJava(raw) : fallback;
      }
    }
    return fallback;
  }
}
