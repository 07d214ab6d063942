import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Invents instructions and states. {@code asm}: prints the instructions for the assembler. {@code input code.bin}: prints
 * the input of harness.c, given what the assembler made of them. Both invent the same, from a fixed seed.
 */
class Vectors {
  private static final int STATES = 64;
  private static final String SEPARATOR = "udf #0xdead";
  private static final int SEPARATOR_WORD = 0xdead;

  private static final Pattern HOLE = Pattern.compile("\\{([a-z0-9]+)(?::([^}]*))?}");
  private static final String[] CONDITIONS = {
    "eq", "ne", "hs", "lo", "mi", "pl", "vs", "vc", "hi", "ls", "ge", "lt", "gt", "le"
  };

  private static final long[] INTEGERS = {
    0, 1, -1, 2, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000L, 0xffffffffL, 0x100000000L,
    -0x80000000L, -0x80000001L, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1, 31, 32, 33, 63, 64, 65, 3, 7, 10
  };
  private static final double[] DOUBLES = {
    0.0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, -1.5, -2.5, 3.5, 0.49999999999999994, -0.49999999999999994, 1e-310, -1e-310,
    Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
    2147483647.0, 2147483647.5, 2147483648.0, -2147483648.0, -2147483648.5, -2147483649.0, 4294967295.0, 4294967295.5,
    4294967296.0, 0x1p53, 0x1p53 + 2, 0x1.fffffffffffffp62, 0x1p63, -0x1p63, 0x1p64, 0x1.fffffffffffffp63, 1e300, -1e300,
    0x1p83, 0x1.0000002p84, -0x1.8p52, 0x1.0000000001p31, 65504, 65519.99, 65520, 6e-8, 2.9e-8, 1.0009765625, 1.00048828125,
    1.000488281250001, 3.4028235677973366e38, 1e-40, Math.PI, 0.1, 123456789.125
  };
  private static final long[] NANS = {
    0x7ff8000000000000L, 0xfff8000000000000L, 0x7ff8000000abcdefL, 0xfff8123400000000L, 0x7ff0000000000001L,
    0x7ff4000012345678L, 0xfff7ffffffffffffL
  };
  private static final float[] FLOATS = {
    0f, -0f, 1f, -1f, 0.5f, -0.5f, 1.5f, 2.5f, -2.5f, 0.49999997f, 1e-40f, Float.MIN_VALUE, Float.MAX_VALUE,
    -Float.MAX_VALUE, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 2147483648f, -2147483648f, 2147483520f, 4294967296f,
    4294967040f, 0x1p63f, -0x1p63f, 0x1p64f, 16777217f, 3.1415927f, 0.1f, 65504f, 65520f, 6e-8f, 1.0004883f
  };
  private static final int[] FLOAT_NANS = {0x7fc00000, 0xffc00000, 0x7fc12345, 0x7f800001, 0xffa00000, 0x7fbfffff};
  private static final int[] HALVES = {0, 0x8000, 0x3c00, 0xbc01, 1, 0x83ff, 0x7bff, 0x7c00, 0xfc00, 0x7e00, 0x7d01, 0xff55};

  private final Random random = new Random(20261122);
  private final List<String> items = new ArrayList<>();
  private final List<Integer> executions = new ArrayList<>();

  public static void main(String[] arguments) throws IOException {
    Vectors vectors = new Vectors();
    List<String> states = new ArrayList<>();
    for (int i = 0; i < STATES; i++) {
      states.add(vectors.state(i));
    }
    vectors.invent();
    if (arguments[0].equals("asm")) {
      System.out.println(".arch armv8.5-a");
      for (String item : vectors.items) {
        System.out.println(item.replace("; ", "\n") + "\n" + SEPARATOR);
      }
    } else {
      vectors.printInput(states, Files.readAllBytes(Path.of(arguments[1])), System.out);
    }
  }

  private void printInput(List<String> states, byte[] code, PrintStream out) {
    out.println("# Made by regenerate-vectors: states (s), instructions (i), results (r) of QEMU.");
    states.forEach(out::println);
    var words = ByteBuffer.wrap(code).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    for (int i = 0; i < items.size(); i++) {
      StringBuilder line = new StringBuilder("i");
      for (int word = words.get(); word != SEPARATOR_WORD; word = words.get()) {
        line.append(" %08x".formatted(word));
      }
      out.println(line.append(" ; ").append(items.get(i)));
      out.print("x");
      for (int n = 0; n < executions.get(i); n++) {
        out.print(" " + random.nextInt(STATES));
      }
      out.println();
    }
  }

  private String state(int number) {
    StringBuilder line = new StringBuilder("s " + number);
    for (int i = 0; i < 8; i++) {
      long value = random.nextInt(3) == 0 ? random.nextLong() >>> random.nextInt(64) : pick(INTEGERS);
      line.append(" %x".formatted(value));
    }
    // x8 is the base; x10 an index, x9 one to be sign-extended, x11 one to be zero-extended.
    int index = random.nextInt(5) - 2;
    line.append(" 0 %x %x %x".formatted(
        random.nextLong() << 32 | index & 0xffffffffL, (long) index, random.nextLong() << 32 | Math.abs(index)));
    for (int i = 0; i < 8; i++) {
      line.append(" %x %x".formatted(random.nextLong(), floating()));
    }
    return line.append(" %x".formatted(random.nextInt(16))).toString();
  }

  /** The low half of a vector register: a double, or a single or a half with rubbish above. */
  private long floating() {
    return switch (random.nextInt(10)) {
      case 0 -> pick(NANS);
      case 1 -> Double.doubleToRawLongBits((random.nextDouble() - 0.5) * Math.pow(2, random.nextInt(70)));
      case 2 -> random.nextLong() << 32 | FLOAT_NANS[random.nextInt(FLOAT_NANS.length)] & 0xffffffffL;
      case 3, 4, 5 -> random.nextLong() << 32 | Float.floatToRawIntBits(FLOATS[random.nextInt(FLOATS.length)]) & 0xffffffffL;
      case 6 -> random.nextLong() << 16 | HALVES[random.nextInt(HALVES.length)];
      default -> Double.doubleToRawLongBits(DOUBLES[random.nextInt(DOUBLES.length)]);
    };
  }

  private long pick(long[] values) {
    return values[random.nextInt(values.length)];
  }

  private void invent() {
    addAll(INTEGER_FORMS, 4, 5);
    addAll(FLOAT_FORMS, 5, 14);
    addAll(MEMORY_FORMS, 2, 3);
    for (String condition : CONDITIONS) {
      add("b." + condition + " 1f; mov {x}, #1; 1: cset {x}, " + condition, 12);
    }
    addAll(BRANCH_FORMS, 3, 6);
    String[] straight = (INTEGER_FORMS + "\n" + FLOAT_FORMS).split("\n");
    for (int i = 0; i < 60; i++) {
      StringBuilder sequence = new StringBuilder(straight[random.nextInt(straight.length)]);
      for (int n = 0; n < 11; n++) {
        sequence.append("; ").append(straight[random.nextInt(straight.length)]);
      }
      add(sequence.toString(), 4);
    }
  }

  /** Adds instructions of each form, at least one for each mnemonic that it can begin with. */
  private void addAll(String forms, int instructions, int times) {
    for (String form : forms.split("\n")) {
      Matcher matcher = HOLE.matcher(form);
      if (matcher.lookingAt() && matcher.group(1).equals("of")) {
        String[] mnemonics = matcher.group(2).split(" ");
        String rest = form.substring(matcher.end());
        for (int i = 0; i < Math.max(instructions, mnemonics.length); i++) {
          add(mnemonics[i % mnemonics.length] + rest, times);
        }
      } else {
        for (int i = 0; i < instructions; i++) {
          add(form, times);
        }
      }
    }
  }

  private void add(String form, int times) {
    Matcher matcher = HOLE.matcher(form);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(text, filler(matcher.group(1), matcher.group(2)));
    }
    items.add(matcher.appendTail(text).toString());
    executions.add(times);
  }

  private String filler(String kind, String argument) {
    return switch (kind) {
      case "x", "w" -> random.nextInt(10) == 0 ? kind + "zr" : kind + random.nextInt(8);
      case "p", "d", "s", "h", "q", "b", "v" -> (kind.equals("p") ? "x" : kind) + random.nextInt(8);
      case "c" -> CONDITIONS[random.nextInt(CONDITIONS.length)];
      case "n" -> "#" + range(argument);
      case "mask64" -> "#0x%x".formatted(mask(64));
      case "mask32" -> "#0x%x".formatted(mask(32));
      case "of" -> {
        String[] choices = argument.split(" ");
        yield choices[random.nextInt(choices.length)];
      }
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /** {@code low-high}, in steps of an optional third number; the ends are likely. */
  private long range(String argument) {
    String[] parts = argument.split(",");
    long low = Long.parseLong(parts[0]);
    long high = Long.parseLong(parts[1]);
    long step = parts.length > 2 ? Long.parseLong(parts[2]) : 1;
    return switch (random.nextInt(5)) {
      case 0 -> low;
      case 1 -> high;
      default -> low + random.nextLong((high - low) / step + 1) * step;
    };
  }

  private long mask(int bits) {
    int size = 2 << random.nextInt(bits == 64 ? 6 : 5);
    long ones = (1L << 1 + random.nextInt(size - 1)) - 1;
    long value = 0;
    for (int at = 0; at < bits; at += size) {
      value |= ones << at;
    }
    int rotation = random.nextInt(size);
    return bits == 64 ? Long.rotateLeft(value, rotation) : Integer.rotateLeft((int) value, rotation) & 0xffffffffL;
  }

  private static final String INTEGER_FORMS = """
      add {x}, {x}, {x}
      add {w}, {w}, {w}
      add {x}, {x}, {x}, {of:lsl lsr asr} {n:0,63}
      add {w}, {w}, {w}, {of:lsl lsr asr} {n:0,31}
      adds {x}, {x}, {x}, {of:lsl lsr asr} {n:0,63}
      adds {w}, {w}, {w}, {of:lsl lsr asr} {n:0,31}
      adds {x}, {x}, {x}
      adds {w}, {w}, {w}
      sub {x}, {x}, {x}
      sub {w}, {w}, {w}
      sub {x}, {x}, {x}, {of:lsl lsr asr} {n:0,63}
      sub {w}, {w}, {w}, {of:lsl lsr asr} {n:0,31}
      subs {x}, {x}, {x}
      subs {w}, {w}, {w}
      subs {x}, {x}, {x}, {of:lsl lsr asr} {n:0,63}
      subs {w}, {w}, {w}, {of:lsl lsr asr} {n:0,31}
      add {p}, {p}, {w}, {of:uxtb uxth uxtw sxtb sxth sxtw} {n:0,4}
      add {p}, {p}, {x}, {of:uxtx sxtx} {n:0,4}
      adds {x}, {p}, {w}, {of:uxtb uxth uxtw sxtb sxth sxtw} {n:0,4}
      sub {p}, {p}, {w}, {of:uxtb uxth uxtw sxtb sxth sxtw} {n:0,4}
      subs {x}, {p}, {w}, {of:uxtb uxth uxtw sxtb sxth sxtw} {n:0,4}
      adds {w}, w1, {w}, {of:uxtb uxth uxtw sxtb sxth sxtw} {n:0,4}
      subs {w}, w2, {w}, {of:uxtb uxth uxtw sxtb sxth sxtw} {n:0,4}
      add {p}, {p}, {n:0,4095}
      add {p}, {p}, {n:0,4095}, lsl #12
      add w3, w4, {n:0,4095}
      sub {p}, {p}, {n:0,4095}
      sub w3, w4, {n:0,4095}, lsl #12
      adds {x}, {p}, {n:0,4095}
      adds {w}, w5, {n:0,4095}, lsl #12
      subs {x}, {p}, {n:0,4095}
      subs {w}, w6, {n:0,4095}
      adc {x}, {x}, {x}
      adc {w}, {w}, {w}
      adcs {x}, {x}, {x}
      adcs {w}, {w}, {w}
      sbc {x}, {x}, {x}
      sbc {w}, {w}, {w}
      sbcs {x}, {x}, {x}
      sbcs {w}, {w}, {w}
      and {p}, {x}, {mask64}
      and w3, {w}, {mask32}
      orr {p}, {x}, {mask64}
      orr w3, {w}, {mask32}
      eor {p}, {x}, {mask64}
      eor w3, {w}, {mask32}
      ands {x}, {x}, {mask64}
      ands {w}, {w}, {mask32}
      {of:and orr eor bic orn eon ands bics} {x}, {x}, {x}
      {of:and orr eor bic orn eon ands bics} {x}, {x}, {x}
      {of:and orr eor bic orn eon ands bics} {w}, {w}, {w}
      {of:and orr eor bic orn eon ands bics} {w}, {w}, {w}
      {of:and orr eor bic orn eon ands bics} {x}, {x}, {x}, {of:lsl lsr asr ror} {n:0,63}
      {of:and orr eor bic orn eon ands bics} {x}, {x}, {x}, {of:lsl lsr asr ror} {n:0,63}
      {of:and orr eor bic orn eon ands bics} {w}, {w}, {w}, {of:lsl lsr asr ror} {n:0,31}
      {of:and orr eor bic orn eon ands bics} {w}, {w}, {w}, {of:lsl lsr asr ror} {n:0,31}
      mov {x}, {x}
      mov {w}, {w}
      mvn {w}, {w}
      movz {x}, {n:0,65535}, lsl {of:#0 #16 #32 #48}
      movz {w}, {n:0,65535}, lsl {of:#0 #16}
      movn {x}, {n:0,65535}, lsl {of:#0 #16 #32 #48}
      movn {w}, {n:0,65535}, lsl {of:#0 #16}
      movk {x}, {n:0,65535}, lsl {of:#0 #16 #32 #48}
      movk {w}, {n:0,65535}, lsl {of:#0 #16}
      sbfm {x}, {x}, {n:0,63}, {n:0,63}
      sbfm {w}, {w}, {n:0,31}, {n:0,31}
      ubfm {x}, {x}, {n:0,63}, {n:0,63}
      ubfm {w}, {w}, {n:0,31}, {n:0,31}
      bfm {x}, {x}, {n:0,63}, {n:0,63}
      bfm {w}, {w}, {n:0,31}, {n:0,31}
      {of:lsl lsr asr ror} {x}, {x}, {n:0,63}
      {of:lsl lsr asr ror} {w}, {w}, {n:0,31}
      {of:sxtb sxth sxtw} {x}, {w}
      {of:sxtb sxth uxtb uxth} {w}, {w}
      extr {x}, {x}, {x}, {n:0,63}
      extr {w}, {w}, {w}, {n:0,31}
      {of:lsl lsr asr ror} {x}, {x}, {x}
      {of:lsl lsr asr ror} {x}, {x}, {x}
      {of:lsl lsr asr ror} {w}, {w}, {w}
      {of:lsl lsr asr ror} {w}, {w}, {w}
      {of:udiv sdiv} {x}, {x}, {x}
      {of:udiv sdiv} {x}, {x}, {x}
      {of:udiv sdiv} {w}, {w}, {w}
      {of:udiv sdiv} {w}, {w}, {w}
      {of:madd msub} {x}, {x}, {x}, {x}
      {of:madd msub} {w}, {w}, {w}, {w}
      mul {x}, {x}, {x}
      mneg {w}, {w}, {w}
      {of:smaddl smsubl umaddl umsubl} {x}, {w}, {w}, {x}
      {of:smaddl smsubl umaddl umsubl} {x}, {w}, {w}, {x}
      {of:smull umull} {x}, {w}, {w}
      {of:smulh umulh} {x}, {x}, {x}
      {of:smulh umulh} {x}, {x}, {x}
      {of:clz cls rbit rev rev16 rev32} {x}, {x}
      {of:clz cls rbit rev rev16 rev32} {x}, {x}
      {of:clz cls rbit rev rev16} {w}, {w}
      {of:clz cls rbit rev rev16} {w}, {w}
      {of:csel csinc csinv csneg} {x}, {x}, {x}, {c}
      {of:csel csinc csinv csneg} {x}, {x}, {x}, {c}
      {of:csel csinc csinv csneg} {w}, {w}, {w}, {c}
      {of:csel csinc csinv csneg} {w}, {w}, {w}, {c}
      {of:cset csetm} {x}, {c}
      {of:ccmp ccmn} {x}, {x}, {n:0,15}, {c}
      {of:ccmp ccmn} {w}, {w}, {n:0,15}, {c}
      {of:ccmp ccmn} {x}, {n:0,31}, {n:0,15}, {c}
      {of:ccmp ccmn} {w}, {n:0,31}, {n:0,15}, {c}
      mrs {x}, nzcv
      msr nzcv, {x}
      nop""";

  private static final String FLOAT_FORMS = """
      {of:fadd fsub} {d}, {d}, {d}
      {of:fmul fdiv} {d}, {d}, {d}
      {of:fadd fsub} {s}, {s}, {s}
      {of:fmul fdiv fnmul} {s}, {s}, {s}
      fnmul {d}, {d}, {d}
      {of:fmax fmin} {d}, {d}, {d}
      {of:fmax fmin} {s}, {s}, {s}
      {of:fmaxnm fminnm} {d}, {d}, {d}
      {of:fmaxnm fminnm} {s}, {s}, {s}
      {of:fmadd fmsub} {d}, {d}, {d}, {d}
      {of:fnmadd fnmsub} {d}, {d}, {d}, {d}
      {of:fmadd fmsub} {s}, {s}, {s}, {s}
      {of:fnmadd fnmsub} {s}, {s}, {s}, {s}
      {of:fabs fneg fsqrt} {d}, {d}
      {of:fabs fneg fsqrt} {s}, {s}
      fsqrt {d}, {d}
      fsqrt {s}, {s}
      fmov {d}, {d}
      fmov {s}, {s}
      fmov {d}, {x}
      fmov {s}, {w}
      fmov {x}, {d}
      fmov {w}, {s}
      fmov {v}.d[1], {x}
      fmov {x}, {v}.d[1]
      fmov {d}, {of:#1.0 #-2.5 #0.125 #31.0 #0.2421875}
      fmov {s}, {of:#1.0 #-2.5 #0.125 #31.0 #0.2421875}
      {of:frintn frintp frintm frintz frinta frintx frinti} {d}, {d}
      {of:frintn frintp frintm frintz frinta frintx frinti} {d}, {d}
      {of:frintn frintp frintm frintz frinta frintx frinti} {s}, {s}
      {of:frintn frintp frintm frintz frinta frintx frinti} {s}, {s}
      {of:fcvtns fcvtps fcvtms fcvtzs fcvtas} {x}, {d}
      {of:fcvtns fcvtps fcvtms fcvtzs fcvtas} {w}, {d}
      {of:fcvtns fcvtps fcvtms fcvtzs fcvtas} {x}, {s}
      {of:fcvtns fcvtps fcvtms fcvtzs fcvtas} {w}, {s}
      {of:fcvtnu fcvtpu fcvtmu fcvtzu fcvtau} {x}, {d}
      {of:fcvtnu fcvtpu fcvtmu fcvtzu fcvtau} {w}, {d}
      {of:fcvtnu fcvtpu fcvtmu fcvtzu fcvtau} {x}, {s}
      {of:fcvtnu fcvtpu fcvtmu fcvtzu fcvtau} {w}, {s}
      fcvtzs {w}, {d}
      {of:fcvtzs fcvtzu} {x}, {d}, {n:1,64}
      {of:fcvtzs fcvtzu} {w}, {d}, {n:1,32}
      {of:fcvtzs fcvtzu} {x}, {s}, {n:1,64}
      {of:fcvtzs fcvtzu} {w}, {s}, {n:1,32}
      {of:scvtf ucvtf} {d}, {x}
      {of:scvtf ucvtf} {d}, {w}
      {of:scvtf ucvtf} {s}, {x}
      {of:scvtf ucvtf} {s}, {w}
      {of:scvtf ucvtf} {d}, {x}, {n:1,64}
      {of:scvtf ucvtf} {d}, {w}, {n:1,32}
      {of:scvtf ucvtf} {s}, {x}, {n:1,64}
      {of:scvtf ucvtf} {s}, {w}, {n:1,32}
      fjcvtzs {w}, {d}
      fjcvtzs {w}, {d}
      fjcvtzs {w}, {d}
      fcvt {d}, {s}
      fcvt {s}, {d}
      fcvt {h}, {d}
      fcvt {h}, {s}
      fcvt {s}, {h}
      fcvt {d}, {h}
      {of:fcmp fcmpe} {d}, {d}
      {of:fcmp fcmpe} {s}, {s}
      {of:fcmp fcmpe} {d}, #0.0
      {of:fcmp fcmpe} {s}, #0.0
      {of:fccmp fccmpe} {d}, {d}, {n:0,15}, {c}
      {of:fccmp fccmpe} {s}, {s}, {n:0,15}, {c}
      fcsel {d}, {d}, {d}, {c}
      fcsel {s}, {s}, {s}, {c}
      movi {d}, {of:#0 #0xff00ff00ff00ff00 #0xffffffffffffffff}
      movi {v}.2d, {of:#0 #0x00ff0000ff0000ff #0xffffffffffffffff}
      {of:movi mvni} {v}.{of:2s 4s}, {n:0,255}, lsl {of:#0 #8 #16 #24}
      {of:movi mvni} {v}.{of:4h 8h}, {n:0,255}, lsl {of:#0 #8}
      {of:movi mvni} {v}.{of:2s 4s}, {n:0,255}, msl {of:#8 #16}
      movi {v}.{of:8b 16b}, {n:0,255}
      fmov {v}.{of:2s 4s 2d}, {of:#1.0 #-2.5 #0.125}
      {of:and bic orr orn eor} {v}.8b, {v}.8b, {v}.8b
      {of:and bic orr orn eor} {v}.16b, {v}.16b, {v}.16b
      cnt {v}.8b, {v}.8b
      cnt {v}.16b, {v}.16b
      addv {b}, {v}.8b
      addv {b}, {v}.16b
      uaddlv {h}, {v}.8b
      uaddlv {h}, {v}.16b""";

  private static final String MEMORY_FORMS = """
      ldr {x}, [x8, {n:0,40,8}]
      ldr {w}, [x8, {n:0,44,4}]
      ldrh {w}, [x8, {n:0,46,2}]
      ldrb {w}, [x8, {n:0,47}]
      ldrsb {x}, [x8, {n:0,47}]
      ldrsb {w}, [x8, {n:0,47}]
      ldrsh {x}, [x8, {n:0,46,2}]
      ldrsh {w}, [x8, {n:0,46,2}]
      ldrsw {x}, [x8, {n:0,44,4}]
      str {x}, [x8, {n:0,40,8}]
      str {w}, [x8, {n:0,44,4}]
      strh {w}, [x8, {n:0,46,2}]
      strb {w}, [x8, {n:0,47}]
      ldr {b}, [x8, {n:0,47}]
      ldr {h}, [x8, {n:0,46,2}]
      ldr {s}, [x8, {n:0,44,4}]
      ldr {d}, [x8, {n:0,40,8}]
      ldr {q}, [x8, {n:0,32,16}]
      str {b}, [x8, {n:0,47}]
      str {h}, [x8, {n:0,46,2}]
      str {s}, [x8, {n:0,44,4}]
      str {d}, [x8, {n:0,40,8}]
      str {q}, [x8, {n:0,32,16}]
      ldur {x}, [x8, {n:-48,40}]
      ldur {w}, [x8, {n:-48,44}]
      ldurh {w}, [x8, {n:-48,46}]
      ldurb {w}, [x8, {n:-48,47}]
      ldursb {x}, [x8, {n:-48,47}]
      ldursb {w}, [x8, {n:-48,47}]
      ldursh {x}, [x8, {n:-48,46}]
      ldursh {w}, [x8, {n:-48,46}]
      ldursw {x}, [x8, {n:-48,44}]
      stur {x}, [x8, {n:-48,40}]
      stur {w}, [x8, {n:-48,44}]
      sturh {w}, [x8, {n:-48,46}]
      sturb {w}, [x8, {n:-48,47}]
      ldur {of:b0 h1 s2 d3 q4}, [x8, {n:-48,32}]
      stur {of:b0 h1 s2 d3 q4}, [x8, {n:-48,32}]
      {of:ldr str} {x}, [x8, x10]
      {of:ldr str} {x}, [x8, x10, lsl #3]
      {of:ldr str} {w}, [x8, x10, lsl #2]
      {of:ldrh strh ldrsh} {w}, [x8, x10, lsl #1]
      {of:ldrb strb ldrsb} {w}, [x8, x10]
      {of:ldrsb ldrsh ldrsw} {x}, [x8, x10]
      {of:ldr str} {d}, [x8, x10, lsl #3]
      {of:ldr str} {d}, [x8, x10]
      {of:ldr str} {s}, [x8, x10, lsl #2]
      {of:ldr str} {q}, [x8, x10, lsl #4]
      {of:ldr str} {x}, [x8, w9, sxtw #3]
      {of:ldr str} {x}, [x8, w9, sxtw]
      {of:ldr str} {w}, [x8, w9, sxtw #2]
      {of:ldr str} {d}, [x8, w9, sxtw #3]
      {of:ldrb strb} {w}, [x8, w9, sxtw]
      {of:ldr str} {x}, [x8, w11, uxtw #3]
      {of:ldr str} {w}, [x8, w11, uxtw #2]
      {of:ldrh strh} {w}, [x8, w11, uxtw]
      {of:ldr str} {d}, [x8, w11, uxtw #3]
      {of:ldr str} {x}, [x8, x10, sxtx #3]
      {of:ldr str} {x}, [x8], {n:-256,255}
      {of:ldr str} {w}, [x8], {n:-256,255}
      {of:ldrb strb ldrsb ldrh strh ldrsh} {w}, [x8], {n:-256,255}
      {of:ldrsb ldrsh ldrsw} {x}, [x8], {n:-256,255}
      {of:ldr str} {of:b0 h1 s2 d3 q4}, [x8], {n:-256,255}
      {of:ldr str} {x}, [x8, {n:-48,40}]!
      {of:ldr str} {w}, [x8, {n:-48,44}]!
      {of:ldrb strb ldrsb ldrh strh ldrsh} {w}, [x8, {n:-48,46}]!
      {of:ldrsb ldrsh ldrsw} {x}, [x8, {n:-48,44}]!
      {of:ldr str} {of:b0 h1 s2 d3 q4}, [x8, {n:-48,32}]!
      ldp x0, {of:x3 x5 xzr}, [x8, {n:-48,32,8}]
      ldp w0, {of:w3 w5 wzr}, [x8, {n:-48,40,4}]
      ldpsw x1, {of:x3 x5 xzr}, [x8, {n:-48,40,4}]
      stp {x}, {x}, [x8, {n:-48,32,8}]
      stp {w}, {w}, [x8, {n:-48,40,4}]
      {of:ldp stp} s0, s3, [x8, {n:-48,40,4}]
      {of:ldp stp} d1, d2, [x8, {n:-48,32,8}]
      {of:ldp stp} q1, q7, [x8, {n:-48,16,16}]
      {of:ldp stp} x1, x2, [x8], {n:-512,504,8}
      {of:ldp stp} w1, w2, [x8], {n:-256,252,4}
      {of:ldp stp} d1, d2, [x8], {n:-512,504,8}
      {of:ldp stp} q1, q2, [x8], {n:-1024,1008,16}
      {of:ldp stp} x1, x2, [x8, {n:-48,32,8}]!
      {of:ldp stp} w1, w2, [x8, {n:-48,40,4}]!
      {of:ldp stp} d1, d2, [x8, {n:-48,32,8}]!
      {of:ldnp stnp} x1, x2, [x8, {n:-48,32,8}]
      {of:ldar stlr} {x}, [x8]
      {of:ldar stlr} {w}, [x8]
      {of:ldarb stlrb ldarh stlrh} {w}, [x8]
      ldapr {x}, [x8]
      prfm pldl1keep, [x8]
      prfm pldl1keep, [x8, x10]
      prfum pldl1keep, [x8, #-3]
      ldr {x}, 1f; b 2f; 1: .quad 0x8123456789abcdef; 2: nop
      ldr {w}, 1f; b 2f; 1: .quad 0x81234567; 2: nop
      ldrsw {x}, 1f; b 2f; 1: .quad 0x81234567; 2: nop
      ldr {s}, 1f; b 2f; 1: .quad 0x81234567; 2: nop
      ldr {d}, 1f; b 2f; 1: .quad 0x8123456789abcdef; 2: nop
      ldr {q}, 1f; b 2f; 1: .quad 0x8123456789abcdef, 5; 2: nop""";

  private static final String BRANCH_FORMS = """
      b 1f; mov {x}, #1; 1: nop
      cbz {x}, 1f; mov {x}, #1; 1: nop
      cbz {w}, 1f; mov {x}, #1; 1: nop
      cbnz {x}, 1f; mov {x}, #1; 1: nop
      cbnz {w}, 1f; mov {x}, #1; 1: nop
      tbz {x}, {n:0,63}, 1f; mov {x}, #1; 1: nop
      tbnz {x}, {n:0,63}, 1f; mov {x}, #1; 1: nop
      tbz {w}, {n:0,31}, 1f; mov {x}, #1; 1: nop
      adr x0, 1f; adr x1, 2f; sub x2, x0, x1; 1: mov x0, #0; 2: mov x1, #0
      adr x6, 1f; br x6; mov {x}, #1; 1: mov x6, #0
      mov x7, x30; bl 1f; mov x5, #7; 1: adr x4, 1b; sub x4, x4, x30; mov x30, x7; mov x7, #0
      mov x7, x30; adr x6, 1f; blr x6; mov x5, #7; 1: sub x6, x6, x30; mov x30, x7; mov x7, #0
      mov x7, x30; adr x30, 1f; ret; mov x5, #7; 1: mov x30, x7; mov x7, #0
      adr x6, 1f; ret x6; mov x5, #7; 1: mov x6, #0
      and x6, x6, #7; 1: add {of:x1 x2}, {x}, #3; sub x6, x6, #1; cbnz x6, 2f; b 3f; 2: tbz x6, #63, 1b; 3: nop
      dmb ish; dsb ish; isb; dmb ishld; dsb sy; yield; bti c; bti j; bti jc; bti
      adrp x3, .; adrp x4, .; sub x3, x3, x4; mov x4, #0""";
}
