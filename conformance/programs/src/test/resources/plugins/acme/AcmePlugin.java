package acme.plugin;

import dev.joist.bytecode.Effect;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.JoistPlugin;
import dev.joist.spi.SpiVersion;
import dev.joist.spi.opcode.Activation;
import dev.joist.spi.opcode.Constraints;
import dev.joist.spi.opcode.Insn;
import dev.joist.spi.opcode.LoweringContext;
import dev.joist.spi.opcode.LoweringEnvironment;
import dev.joist.spi.opcode.OpcodeDefinition;
import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;
import dev.joist.spi.value.Values;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** One good opcode, and some that do what they must not. All double an int32, or would. */
public final class AcmePlugin implements JoistPlugin {
  private static final Constraints INT32 = Constraints.builder().use(3, UsePolicy.INT32).result(0, Representation.INT32).exits().build();
  private static MutGp kept;

  @Override
  public String id() {
    return "acme";
  }

  @Override
  public SpiVersion builtFor() {
    return new SpiVersion(1, 0);
  }

  @Override
  public List<OpcodeDefinition> opcodes() {
    return List.of(
        opcode("acme.Twice", INT32, (cx, insn) ->
            cx.masm().addOverflow(Width.BITS32, cx.defInt32(0), cx.useInt32(3, cx.slowPath()), cx.useInt32(3, cx.slowPath()), cx.slowPath())),
        opcode("acme.Throws", INT32, (cx, insn) -> {
          throw new UnsupportedOperationException("not today");
        }),
        opcode("acme.Lies", Constraints.builder().use(0, UsePolicy.INT32).result(3, Representation.INT32).exits().build(), (cx, insn) -> { }),
        opcode("acme.Undeclared", INT32, (cx, insn) -> cx.use(1)),
        opcode("acme.Keeps", Constraints.builder().use(3, UsePolicy.INT32).result(0, Representation.INT32).temps(1, 0).exits().build(), (cx, insn) -> {
          MutGp mine = kept == null ? cx.temp(0) : kept;
          kept = new MutGp(mine.number() + 1);
          cx.masm().moveImm(mine, 1);
          cx.masm().addOverflow(Width.BITS32, cx.defInt32(0), cx.useInt32(3, cx.slowPath()), cx.useInt32(3, cx.slowPath()), cx.slowPath());
        }),
        opcode("acme.WritesInput", INT32, (cx, insn) -> {
          MutGp input = new MutGp(cx.useInt32(3, cx.slowPath()).number());
          cx.masm().add(Width.BITS32, input, input, input);
          cx.masm().zeroExtend(Width.BITS32, cx.defInt32(0), input);
        }),
        opcode("acme.Nothing", INT32, (cx, insn) -> cx.useInt32(3, cx.slowPath())),
        OpcodeDefinition.of("acme.FailsToMean", "d result, u callee, u receiver, u number, s:CALL", Set.of(Effect.THROWS), "throws a Java exception",
            (activation, code, base, pc) -> {
              throw new IllegalStateException("no meaning");
            }));
  }

  private static OpcodeDefinition opcode(String name, Constraints constraints, BiConsumer<LoweringContext, Insn> emitter) {
    return OpcodeDefinition.of(name, "d result, u callee, u receiver, u number, s:CALL", Set.of(Effect.THROWS), "twice the number", AcmePlugin::twice)
        .withLowering(new OpcodeLowering() {
          @Override
          public Constraints constraints(Insn insn, LoweringEnvironment environment) {
            return constraints;
          }

          @Override
          public void emit(LoweringContext cx, Insn insn) {
            emitter.accept(cx, insn);
          }
        });
  }

  private static int twice(Activation activation, byte[] code, long base, int pc) {
    long number = activation.register(base, code[pc + 4] & 0xff);
    activation.setRegister(base, code[pc + 1] & 0xff, activation.number(2.0 * Values.asInt32(number)));
    return pc + 7;
  }
}
