package dev.joist.conformance.codegen;

import dev.joist.masm.Cond;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.Mem;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.codegen.CodegenBackend;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Faults that need to know where things lie.
 *
 * @param fault what is wrong
 * @param rules those that must fail, and no other, on a host that is no stricter than a processor
 */
record WrongFrames(String fault, Set<String> rules, Supplier<WrongBackend.Disturbance> disturbances) {
  /** Frames as a backend lays them out: the number of its stack pointer, and where its prologue saves the first callee-saved register. */
  private record FrameLayout(int stackPointer, int firstSaved) {
    static FrameLayout of(CodegenBackend backend) {
      return switch (backend.name()) {
        case "x86-64" -> new FrameLayout(4, 40);
        case "aarch64" -> new FrameLayout(31, 48);
        default -> throw new IllegalArgumentException(backend.name());
      };
    }
  }

  static List<WrongFrames> of(CodegenBackend backend) {
    FrameLayout layout = FrameLayout.of(backend);
    MutGp stackPointer = new MutGp(layout.stackPointer());
    Gp saved = backend.registers().savedGp().getFirst();
    return List.of(
        new WrongFrames("a callee-saved register is not restored", Set.of("abi.callee-saved"), () -> (right, method, _) -> {
          if (method.getName().equals("leaveHostFrameAndReturn")) {
            // What is restored is then what is there.
            right.store(Width.BITS64, saved, Mem.at(stackPointer, layout.firstSaved()));
          }
          return WrongBackend.Disturbance.PASS;
        }),
        new WrongFrames("frames are no multiple of 16 bytes", Set.of("frame.alignment"), () -> (right, method, arguments) -> {
          switch (method.getName()) {
            case "enterFrame" -> {
              right.enterFrame((int) arguments[0]);
              right.addImm(Width.BITS64, stackPointer, stackPointer, -8);
              return null;
            }
            case "leaveFrameAndReturn", "leaveFrameAndJump" -> right.addImm(Width.BITS64, stackPointer, stackPointer, 8);
            default -> {
              // Nothing else knows of frames.
            }
          }
          return WrongBackend.Disturbance.PASS;
        }),
        new WrongFrames("spill cells beyond a page share one", Set.of("frame.spills"), () -> (right, method, arguments) ->
            method.getName().equals("spill") && (int) arguments[0] > 4000 ? right.spill(4000) : WrongBackend.Disturbance.PASS),
        new WrongFrames("a branch is short", Set.of("distance.branchTop"), ShortBranch::new));
  }

  /** Lets forward branches of one kind land before their label when that is 32 KiB away. */
  private static final class ShortBranch implements WrongBackend.Disturbance {
    private static final int REACH = 0x7ff8;

    /** A branch to somewhere that is not known yet. */
    private record Pending(Label label, Label landing, int from) {}

    private final List<Pending> pending = new ArrayList<>();

    @Override
    public Object call(MacroAssembler right, Method method, Object[] arguments) {
      for (Pending branch : List.copyOf(pending)) {
        boolean arrived = method.getName().startsWith("bind") && arguments[0] == branch.label;
        if (arrived || right.offset() - branch.from > REACH) {
          right.bind(branch.landing);
          pending.remove(branch);
        }
      }
      if (method.getName().equals("branchTop")) {
        Label landing = right.newLabel();
        pending.add(new Pending((Label) arguments[4], landing, right.offset()));
        right.branchTop((Cond) arguments[0], (Gp) arguments[1], (int) arguments[2], (long) arguments[3], landing);
        return null;
      }
      return PASS;
    }
  }
}
