package dev.joist.library.console;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.number.NumberText;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;
import java.util.HashMap;
import java.util.Map;

/** The console object, as node has it. */
public final class ConsoleBuiltins extends Natives {
  private static final String MEMBERS = "log/0, warn/0, dir/0, time/0, timeEnd/0, timeLog/0, trace/0, assert/0, clear/0, count/0, countReset/0, group/0, "
      + "groupEnd/0, table/1, debug/0, info/0, dirxml/0, error/0, groupCollapsed/0";

  private final Formatter formatter;
  private final Map<String, Long> timers = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private String indentation = "";

  private ConsoleBuiltins(Builtins builtins) {
    super(builtins);
    formatter = new Formatter(builtins);
  }

  /** Makes the console object. */
  public static long define(Builtins builtins) {
    long object = builtins.js().newObject(builtins.vm().realm(Intrinsic.OBJECT_PROTOTYPE));
    builtins.define().enumerableMembers(object, MEMBERS, new ConsoleBuiltins(builtins));
    builtins.define().toStringTag(object, "console");
    return object;
  }

  @Override
  protected long call(Arguments a, String member) {
    switch (member) {
      case "log", "info", "debug", "dirxml" -> out(formatter.format(a.from(0)));
      case "error", "warn" -> err(formatter.format(a.from(0)));
      case "trace" -> err(trace(a));
      case "dir" -> out(Inspector.inspect(builtins, a.get(0), InspectOptions.of(builtins, a.get(1))));
      case "assert" -> assertion(a);
      case "clear" -> { }
      case "count" -> out(label(a) + ": " + counts.merge(label(a), 1, Integer::sum));
      case "countReset" -> counts.remove(label(a));
      case "group", "groupCollapsed" -> {
        if (a.count() > 0) {
          out(formatter.format(a.from(0)));
        }
        indentation += "  ";
      }
      case "groupEnd" -> indentation = indentation.substring(Math.min(2, indentation.length()));
      case "table" -> out(new Table(builtins).format(a));
      case "time" -> time(label(a));
      case "timeEnd", "timeLog" -> timeLog(a, member);
      default -> throw unknown(member);
    }
    return Values.UNDEFINED;
  }

  private void out(String text) {
    builtins.output().out(indented(text) + "\n");
  }

  private void err(String text) {
    builtins.output().err(indented(text) + "\n");
  }

  private String indented(String text) {
    return indentation.isEmpty() ? text : indentation + text.replace("\n", "\n" + indentation);
  }

  private String label(Arguments a) {
    return a.get(0) == Values.UNDEFINED ? "default" : js.toText(a.get(0));
  }

  private String trace(Arguments a) {
    String text = formatter.format(a.from(0));
    return (text.isEmpty() ? "Trace" : "Trace: " + text) + stackTrace();
  }

  private String stackTrace() {
    StringBuilder out = new StringBuilder();
    vm.errors().frames().forEach(frame -> out.append("\n    at ").append(frame));
    return out.toString();
  }

  private void assertion(Arguments a) {
    if (js.toBoolean(a.get(0))) {
      return;
    }
    long[] rest = a.from(1);
    String text = formatter.format(rest);
    boolean stringFirst = rest.length > 0 && Strings.isString(rest[0]);
    err(rest.length == 0 ? "Assertion failed" : stringFirst ? "Assertion failed: " + text : "Assertion failed " + text);
  }

  private void time(String label) {
    if (timers.putIfAbsent(label, System.nanoTime()) != null) {
      err("Warning: Label '" + label + "' already exists for console.time()");
    }
  }

  private void timeLog(Arguments a, String member) {
    String label = label(a);
    Long start = member.equals("timeEnd") ? timers.remove(label) : timers.get(label);
    if (start == null) {
      err("Warning: No such label '" + label + "' for console." + member + "()");
      return;
    }
    String rest = member.equals("timeLog") && a.count() > 1 ? " " + formatter.format(a.from(1)) : "";
    out(label + ": " + elapsed((System.nanoTime() - start) / 1e6) + rest);
  }

  private static String elapsed(double ms) {
    if (ms >= 1000) {
      return NumberText.toFixed(ms / 1000, 3) + "s";
    }
    return NumberText.toString(Double.parseDouble(NumberText.toFixed(ms, 3))) + "ms";
  }
}
