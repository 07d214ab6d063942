package dev.joist.bytecode;

import dev.joist.bytecode.FunctionTemplate.Handler;
import dev.joist.bytecode.FunctionTemplate.SourcePosition;
import dev.joist.bytecode.FunctionTemplate.SourceRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes one function. Operands are ints in the order of the descriptor <em>without its sites</em>: registers, counts and
 * immediates as they are, constants as {@link #constant} answers them, jump targets as {@link Label#operand}. Sites are allotted here.
 *
 * <p>Operands are checked as they are emitted (number, ranges, kind of constant); what needs the whole function is the verifier's business.
 */
public final class BytecodeBuilder {
  /** A place in the code, bound once, before or after the jumps to it. */
  public static final class Label {
    private final int index;
    private int offset = -1;

    private Label(int index) {
      this.index = index;
    }

    /** What stands for this label among an instruction's operands. */
    public int operand() {
      return index;
    }

    public boolean isBound() {
      return offset >= 0;
    }
  }

  private record Fixup(int instruction, int at, Label label) {}

  private record Region(Label start, Label end, Label target) {}

  private final OpcodeTable table;
  private final String name;
  private FunctionKind kind = FunctionKind.NORMAL;
  private boolean strict;
  private int parameterCount;
  private int length;
  private SourceRange source;

  private byte[] code = new byte[64];
  private int size;
  private boolean reachable = true;
  private int siteWords;
  private int registerCount = 1;
  private int nextRegister = 1;
  private final List<Constant> constants = new ArrayList<>();
  private final Map<Object, Integer> constantIndex = new HashMap<>();
  private final List<Label> labels = new ArrayList<>();
  private final List<Fixup> fixups = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final List<SourcePosition> positions = new ArrayList<>();

  public BytecodeBuilder(OpcodeTable table, String name) {
    this.table = table;
    this.name = name;
  }

  // What the function is

  public BytecodeBuilder kind(FunctionKind newKind) {
    kind = newKind;
    return this;
  }

  public BytecodeBuilder strict(boolean isStrict) {
    strict = isStrict;
    return this;
  }

  /** Parameters in r1 to rN; the first free register is the one after them. Comes before any register is taken. */
  public BytecodeBuilder parameters(int count) {
    if (nextRegister != parameterCount + 1) {
      throw new IllegalStateException(in() + ": parameters must be declared before registers are taken");
    }
    parameterCount = count;
    length = count;
    nextRegister = 1;
    for (int i = 0; i < count; i++) {
      register();
    }
    return this;
  }

  /** The function's {@code length} property, where it is not the number of parameters. */
  public BytecodeBuilder length(int newLength) {
    length = newLength;
    return this;
  }

  public BytecodeBuilder source(SourceRange range) {
    source = range;
    return this;
  }

  public String name() {
    return name;
  }

  // Registers

  /** Takes the next free register. */
  public int register() {
    int register = nextRegister++;
    touch(register);
    return register;
  }

  /** Takes consecutive registers and answers the first. */
  public int registers(int count) {
    int first = nextRegister;
    for (int i = 0; i < count; i++) {
      register();
    }
    return first;
  }

  /** The register that {@link #register} would take: a mark for {@link #releaseTo}. */
  public int nextRegister() {
    return nextRegister;
  }

  /** Gives back all registers from a mark on. */
  public void releaseTo(int mark) {
    if (mark > nextRegister || mark < 1) {
      throw new IllegalStateException(in() + ": cannot release to r" + mark + ", the next free register is r" + nextRegister);
    }
    nextRegister = mark;
  }

  private void touch(int register) {
    if (register < 0 || register > 254) {
      throw new BytecodeException(name, size, "needs register r" + register + ", but a function has r0 to r254: split it");
    }
    registerCount = Math.max(registerCount, register + 1);
  }

  // Constants

  /** The index of a constant; equal ones are kept once, but functions and templates are themselves only; numbers go by their bits. */
  public int constant(Constant constant) {
    Object key = switch (constant) {
      case Constant.Function function -> new IdentityKey(function.template());
      case Constant.TemplateStrings strings -> new IdentityKey(strings);
      default -> constant;
    };
    Integer known = constantIndex.get(key);
    if (known != null) {
      return known;
    }
    if (constants.size() > 0xffff) {
      throw new BytecodeException(name, size, "has more than 65536 constants");
    }
    constants.add(constant);
    constantIndex.put(key, constants.size() - 1);
    return constants.size() - 1;
  }

  private static final class IdentityKey {
    private final Object object;

    IdentityKey(Object object) {
      this.object = object;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof IdentityKey key && key.object == object;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(object);
    }
  }

  public int number(double value) {
    return constant(new Constant.Num(value));
  }

  public int string(String value) {
    return constant(new Constant.Str(value));
  }

  public int function(FunctionTemplate template) {
    return constant(new Constant.Function(template));
  }

  // Instructions

  public Label newLabel() {
    Label label = new Label(labels.size());
    labels.add(label);
    return label;
  }

  /** The label stands for the next instruction. */
  public void bind(Label label) {
    if (label.isBound()) {
      throw new IllegalStateException(in() + ": label " + label.index + " is bound twice, at " + label.offset + " and at " + size);
    }
    label.offset = size;
    reachable = true;
  }

  /** A new label, bound here. */
  public Label here() {
    Label label = newLabel();
    bind(label);
    return label;
  }

  /** False after an instruction at whose end control does not continue, until a label is bound. */
  public boolean reachable() {
    return reachable;
  }

  /** The offset of the next instruction. */
  public int offset() {
    return size;
  }

  /** Emits by name. @see #emit(int, int...) */
  public int emit(String opcode, int... operands) {
    return emit(table.number(opcode), operands);
  }

  /**
   * Emits an instruction.
   *
   * @param operands all but the sites, in the descriptor's order
   * @return its offset
   */
  public int emit(int opcode, int... operands) {
    OpcodeDescriptor descriptor = table.descriptor(opcode);
    int start = size;
    int expected = descriptor.operands().size() - sites(descriptor);
    if (operands.length != expected) {
      throw new BytecodeException(name, start, descriptor.name() + " has " + expected + " operands besides its sites, not " + operands.length);
    }
    if (start + descriptor.length() > FunctionTemplate.MAX_CODE_BYTES) {
      throw new BytecodeException(name, start, "code is larger than " + FunctionTemplate.MAX_CODE_BYTES + " bytes: split the function");
    }
    put(1, opcode);
    int next = 0;
    int windowOrRange = -1;
    for (Operand operand : descriptor.operands()) {
      if (operand.kind() == OperandKind.SITE) {
        put(2, site(operand.site()));
        continue;
      }
      int value = operands[next++];
      check(descriptor, operand, value, start);
      switch (operand.kind()) {
        case RANGE -> windowOrRange = value;
        case WINDOW -> windowOrRange = value + 4;
        case COUNT -> {
          if (windowOrRange >= 0 && windowOrRange + value > 0) {
            touch(windowOrRange + value - 1);
            windowOrRange = -1;
          }
        }
        case TARGET -> fixups.add(new Fixup(start, size, labels.get(value)));
        default -> { }
      }
      put(operand.kind().bytes(), operand.kind() == OperandKind.TARGET ? 0 : value);
    }
    reachable = !descriptor.has(Effect.TERMINATES);
    return start;
  }

  private static int sites(OpcodeDescriptor descriptor) {
    int sites = 0;
    for (Operand operand : descriptor.operands()) {
      if (operand.kind() == OperandKind.SITE) {
        sites++;
      }
    }
    return sites;
  }

  private void check(OpcodeDescriptor descriptor, Operand operand, int value, int start) {
    switch (operand.kind()) {
      case DEF, USE, USE_DEF, RANGE -> {
        // A range may be empty, and then begin one past the last register.
        if (operand.kind() != OperandKind.RANGE) {
          touch(value);
        } else {
          range(descriptor, operand, value, 0, 255, start);
        }
      }
      case WINDOW -> {
        range(descriptor, operand, value, 0, 251, start);
        touch(value + 3);
      }
      case COUNT -> range(descriptor, operand, value, 0, 255, start);
      case UINT16 -> range(descriptor, operand, value, 0, 65535, start);
      case INT8 -> range(descriptor, operand, value, -128, 127, start);
      case CONSTANT -> {
        range(descriptor, operand, value, 0, constants.size() - 1, start);
        if (!operand.constant().accepts(constants.get(value))) {
          throw new BytecodeException(name, start, descriptor.name() + ": " + operand.name() + " must be a " + operand.constant()
              + " constant, not " + constants.get(value));
        }
      }
      case TARGET -> range(descriptor, operand, value, 0, labels.size() - 1, start);
      default -> { }
    }
  }

  private void range(OpcodeDescriptor descriptor, Operand operand, int value, int low, int high, int start) {
    if (value < low || value > high) {
      throw new BytecodeException(name, start, descriptor.name() + ": " + operand.name() + " is " + value + ", not within " + low + " to " + high);
    }
  }

  private int site(SiteKind site) {
    int first = siteWords;
    siteWords += site.words();
    if (siteWords > 65536) {
      throw new BytecodeException(name, size, "has more than 65536 words of sites: split the function");
    }
    return first;
  }

  private void put(int bytes, int value) {
    if (size + bytes > code.length) {
      code = Arrays.copyOf(code, 2 * code.length);
    }
    for (int i = 0; i < bytes; i++) {
      code[size++] = (byte) (value >> 8 * i);
    }
  }

  // Handlers and positions

  /** Instructions from start up to end that throw continue at target. Inner regions come first. All labels are bound by the end. */
  public void handler(Label start, Label end, Label target) {
    regions.add(new Region(start, end, target));
  }

  /**
   * Following instructions stem from here.
   *
   * @param callee the text errors show for what is called or accessed ("o.x"), or null
   */
  public void position(int line, int column, String callee) {
    if (!positions.isEmpty() && positions.getLast().offset() == size) {
      positions.removeLast();
    }
    positions.add(new SourcePosition(size, line, column, callee));
  }

  // The end

  /** The function. Every label that is used must be bound; the function is not verified. */
  public FunctionTemplate build() {
    for (Fixup fixup : fixups) {
      int target = bound(fixup.label, fixup.instruction) - fixup.instruction;
      for (int i = 0; i < 4; i++) {
        code[fixup.at + i] = (byte) (target >> 8 * i);
      }
    }
    List<Handler> handlers = new ArrayList<>();
    for (Region region : regions) {
      Handler handler = new Handler(bound(region.start, size), bound(region.end, size), bound(region.target, size));
      if (handler.start() < handler.end()) {
        handlers.add(handler);
      }
    }
    while (!positions.isEmpty() && positions.getLast().offset() >= size) {
      positions.removeLast();
    }
    return new FunctionTemplate(name, kind, strict, parameterCount, length, registerCount, Arrays.copyOf(code, size), constants, handlers,
        siteWords, positions, source);
  }

  private int bound(Label label, int at) {
    if (!label.isBound()) {
      throw new BytecodeException(name, at, "label " + label.index + " is used but never bound");
    }
    return label.offset;
  }

  private String in() {
    return "function '" + name + "'";
  }
}
