package dev.joist.engine;

import dev.joist.embedding.ScriptException;
import dev.joist.embedding.ScriptException.Frame;
import dev.joist.embedding.Value;
import dev.joist.javascript.source.Source;
import dev.joist.javascript.source.SourceExcerpt;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.StackTrace;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.CellKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a report of an exception that no script caught. */
final class Uncaught {
  /** As the runtime writes them into an error's stack: {@code at f (file:1:2)}, or {@code at file:1:2}. */
  private static final Pattern FRAME = Pattern.compile("\\s*at (?:(?<function>.*) \\()?(?<file>[^()]+?):(?<line>\\d+):(?<column>\\d+)\\)?");

  private final Vm vm;
  private final Map<String, Source> sources = new HashMap<>();
  private RuntimeException hostFailure;

  Uncaught(Vm vm) {
    this.vm = vm;
  }

  /** Excerpts of this source can be shown from now on. */
  void addSource(Source source) {
    sources.put(source.name(), source);
  }

  /** A host function failed with this, which JavaScript now sees as an Error. */
  void noteHostFailure(RuntimeException failure) {
    hostFailure = failure;
  }

  ScriptException toException(long thrown, Value value) {
    StackTrace.Frame lastThrow = vm.errors().lastThrow();
    String stack = stackOf(thrown);
    List<Frame> frames = stack == null ? List.of() : frames(stack);
    String message = stack == null ? "Uncaught " + value : header(stack);
    StringBuilder report = new StringBuilder();
    if (!frames.isEmpty()) {
      report.append(excerpt(frames.getFirst().file(), frames.getFirst().line(), frames.getFirst().column()));
    } else if (lastThrow != null) {
      report.append(excerpt(lastThrow.file(), lastThrow.line(), lastThrow.column()));
    }
    report.append(stack == null ? message : stack);
    RuntimeException cause = hostFailure != null && message.endsWith(hostFailure.toString()) ? hostFailure : null;
    hostFailure = null;
    return new ScriptException(message, value, frames, report.toString(), cause);
  }

  /** The text of an error's own stack property, or null. */
  private String stackOf(long thrown) {
    if (!Objects.isObject(thrown) || Objects.kind(thrown) != CellKind.ERROR) {
      return null;
    }
    long stack = vm.objects().ownRaw(thrown, vm.names().stack);
    return Strings.isString(stack) ? vm.strings().toJava(stack) : null;
  }

  private static String header(String stack) {
    int end = stack.indexOf("\n    at ");
    return end < 0 ? stack : stack.substring(0, end);
  }

  private static List<Frame> frames(String stack) {
    List<Frame> frames = new ArrayList<>();
    stack.substring(header(stack).length()).lines().forEach(line -> {
      Matcher matcher = FRAME.matcher(line);
      if (matcher.matches()) {
        String function = matcher.group("function");
        frames.add(new Frame(function == null ? "" : function, matcher.group("file"), Integer.parseInt(matcher.group("line")),
            Integer.parseInt(matcher.group("column"))));
      }
    });
    return frames;
  }

  private String excerpt(String file, int line, int column) {
    Source source = sources.get(file);
    if (source == null || line < 1 || line > source.lineCount()) {
      return "";
    }
    return SourceExcerpt.at(source, source.offset(line, column)) + "\n\n";
  }
}
