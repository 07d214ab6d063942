package dev.joist.library.regexp;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Js;
import dev.joist.library.core.RootedValues;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.util.List;
import java.util.function.UnaryOperator;

/** RegExp.prototype[Symbol.replace]. Source: ECMAScript 2025, 22.2.6.11. */
final class RegExpReplace {
  private final Builtins builtins;
  private final Vm vm;
  private final Js js;
  private final RegExpExecution execution;

  RegExpReplace(Builtins builtins, RegExpExecution execution) {
    this.builtins = builtins;
    this.vm = builtins.vm();
    this.js = builtins.js();
    this.execution = execution;
  }

  long replace(HandleScope scope, long object, Handle string, long replacement) {
    boolean calls = js.isCallable(replacement);
    Substitution template = calls ? null : new Substitution(js.toText(replacement));
    String flags = js.toText(js.get(object, execution.flags));
    boolean global = flags.indexOf('g') >= 0;
    boolean byCodePoints = flags.indexOf('u') >= 0 || flags.indexOf('v') >= 0;
    if (global) {
      execution.setLastIndex(object, 0);
    }
    if (execution.isPristine(object)) {
      return replacePristine(object, string, calls ? replacement : Values.UNDEFINED, template, global, byCodePoints);
    }
    try (RootedValues results = builtins.rootedValues()) {
      long result = execution.exec(object, string.get());
      while (result != Values.NULL) {
        results.add(result);
        if (!global) {
          break;
        }
        if (vm.strings().length(js.toStringValue(js.getIndex(result, 0))) == 0) {
          execution.advanceLastIndex(object, string.get(), byCodePoints);
        }
        result = execution.exec(object, string.get());
      }
      return join(results, string, calls ? replacement : Values.UNDEFINED, template);
    }
  }

  private long replacePristine(long object, Handle string, long function, Substitution template, boolean global, boolean byCodePoints) {
    RegExpValue value = (RegExpValue) js.payload(object);
    String text = execution.text(string.get());
    StringBuilder out = new StringBuilder();
    int end = 0;
    int from = 0;
    if (!global) {
      int[] found = execution.find(object, value, string.get());
      if (found == null) {
        return string.get();
      }
      out.append(text, 0, found[0]);
      append(out, value, found, text, string, function, template);
      end = found[1];
    } else {
      int[] found;
      while (from <= text.length() && (found = execution.search(value, text, from)) != null) {
        out.append(text, end, found[0]);
        append(out, value, found, text, string, function, template);
        js.checkStringLength(out.length());
        end = found[1];
        from = found[1] == found[0] ? (int) execution.advance(string.get(), end, byCodePoints) : end;
      }
      if (end == 0 && out.isEmpty()) {
        return string.get();
      }
    }
    return vm.strings().fromJava(out.append(text, end, text.length()).toString());
  }

  private void append(StringBuilder out, RegExpValue value, int[] found, String text, Handle string, long function, Substitution template) {
    int groups = found.length / 2;
    if (template == null) {
      boolean named = !value.program().names().isEmpty();
      long[] arguments = new long[groups + (named ? 3 : 2)];
      for (int i = 0; i < groups; i++) {
        arguments[i] = execution.capture(found, i, string.get());
      }
      arguments[groups] = Values.int32(found[0]);
      arguments[groups + 1] = string.get();
      if (named) {
        arguments[groups + 2] = execution.groups(value, js.newArrayOf(arguments));
      }
      out.append(js.toText(vm.call(function, Values.UNDEFINED, arguments)));
      return;
    }
    String[] captures = new String[groups - 1];
    for (int i = 1; i < groups; i++) {
      captures[i - 1] = found[2 * i] < 0 || found[2 * i + 1] < 0 ? null : text.substring(found[2 * i], found[2 * i + 1]);
    }
    UnaryOperator<String> named = value.program().names().isEmpty() ? null : name -> {
      for (int group : value.program().names().getOrDefault(name, List.of())) {
        if (captures[group - 1] != null) {
          return captures[group - 1];
        }
      }
      return null;
    };
    template.appendTo(out, new Substitution.Match(text, found[0], text.substring(found[0], found[1]), captures, named));
  }

  /** Puts together what a program's own exec has found. */
  private long join(RootedValues results, Handle string, long function, Substitution template) {
    String text = vm.strings().toJava(string.get());
    StringBuilder out = new StringBuilder();
    int end = 0;
    for (int i = 0; i < results.size(); i++) {
      long result = results.get(i);
      try (HandleScope scope = vm.heap().openScope(); RootedValues arguments = builtins.rootedValues()) {
        long groups = Math.max(js.length(result) - 1, 0);
        arguments.add(js.toStringValue(js.getIndex(result, 0)));
        String matched = vm.strings().toJava(arguments.get(0));
        int position = (int) js.clamp(js.toInteger(js.get(result, vm.strings().key("index"))), text.length());
        String[] captures = new String[(int) groups];
        for (int group = 1; group <= groups; group++) {
          long capture = js.getIndex(result, group);
          arguments.add(capture == Values.UNDEFINED ? capture : js.toStringValue(capture));
          captures[group - 1] = capture == Values.UNDEFINED ? null : vm.strings().toJava(arguments.get(group));
        }
        Handle named = scope.hold(js.get(result, vm.strings().key("groups")));
        String replaced;
        if (template == null) {
          arguments.add(vm.number(position));
          arguments.add(string.get());
          if (named.get() != Values.UNDEFINED) {
            arguments.add(named.get());
          }
          replaced = js.toText(vm.call(function, Values.UNDEFINED, arguments.copy()));
        } else {
          Handle object = named.get() == Values.UNDEFINED ? named : scope.hold(js.toObject(named.get()));
          StringBuilder part = new StringBuilder();
          template.appendTo(part, new Substitution.Match(text, position, matched, captures, object.get() == Values.UNDEFINED ? null : name -> {
            long capture = js.get(object.get(), vm.strings().key(name));
            return capture == Values.UNDEFINED ? null : js.toText(capture);
          }));
          replaced = part.toString();
        }
        if (position >= end) {
          out.append(text, end, position).append(replaced);
          js.checkStringLength(out.length());
          end = position + matched.length();
        }
      }
    }
    return vm.strings().fromJava(end >= text.length() ? out.toString() : out.append(text, end, text.length()).toString());
  }
}
