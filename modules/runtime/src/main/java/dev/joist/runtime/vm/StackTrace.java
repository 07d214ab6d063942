package dev.joist.runtime.vm;

import dev.joist.bytecode.FunctionTemplate.SourcePosition;
import dev.joist.bytecode.FunctionTemplate.SourceRange;
import java.util.ArrayList;
import java.util.List;

/** What is running, innermost first. */
public final class StackTrace {
  /**
   * One call.
   *
   * @param function its name, empty when it has none
   * @param constructs whether it was called with `new`
   * @param file null for functions without a source
   * @param line 1-based, 0 when not known
   * @param column 1-based, 0 when not known
   */
  public record Frame(String function, boolean constructs, String file, int line, int column) {
    /** As V8 writes it, without the "at". */
    @Override
    public String toString() {
      String place = file == null ? "<anonymous>" : line == 0 ? file : file + ":" + line + ":" + column;
      if (function.isEmpty()) {
        return place;
      }
      return (constructs ? "new " : "") + function + " (" + place + ")";
    }
  }

  private StackTrace() {}

  /** The innermost frames, at most so many. */
  public static List<Frame> capture(Vm vm, int most) {
    List<Frame> frames = new ArrayList<>();
    int entry = vm.entries().count();
    long base = vm.base();
    int offset = vm.pc();
    while (base != 0 && frames.size() < most) {
      long link = Vm.link(base);
      // An error's own constructor is no place where it came from.
      boolean ownConstructor = base == vm.base() && Link.isConstruct(link) && !(vm.functionAt(base) instanceof BytecodeFunction);
      if (!ownConstructor) {
        frames.add(frame(vm.functionAt(base), offset, Link.isConstruct(link)));
      }
      if (Link.isEntry(link)) {
        entry--;
        base = vm.entries().base(entry);
        offset = vm.entries().offset(entry);
      } else {
        offset = Link.offset(link);
        base -= Link.delta(link);
      }
    }
    return frames;
  }

  private static Frame frame(FunctionCode function, int offset, boolean constructs) {
    if (!(function instanceof BytecodeFunction bytecode)) {
      return new Frame(function.name(), constructs, null, 0, 0);
    }
    SourceRange source = bytecode.template().source();
    SourcePosition position = bytecode.template().positionAt(offset);
    return new Frame(bytecode.name(), constructs, source == null ? null : source.file(), position == null ? 0 : position.line(),
        position == null ? 0 : position.column());
  }
}
