package dev.joist.conformance.codegen;

import dev.joist.masm.Fp;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.masm.Width;
import dev.joist.spi.value.ValueEmitter;
import dev.joist.spi.value.ValueRepresentation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;

/**
 * A value representation that is wrong in one method.
 *
 * @param fault what is wrong
 * @param half the half it is wrong in: {@link ValueRepresentation} or {@link ValueEmitter}
 * @param method of that half
 * @param rules those that fail then, and no other
 * @param replacement does something else
 */
record WrongValues(String fault, Class<?> half, String method, Set<String> rules, Replacement replacement) {
  /** What the method does, with the right representation and its arguments. */
  @FunctionalInterface
  interface Replacement {
    Object call(ValueRepresentation right, Object[] arguments);
  }

  /** Emits something else. */
  @FunctionalInterface
  private interface Emission {
    void emit(ValueEmitter right, MacroAssembler masm, Object[] arguments);
  }

  private static WrongValues java(String fault, String method, Set<String> rules, Replacement replacement) {
    return new WrongValues(fault, ValueRepresentation.class, method, rules, replacement);
  }

  private static WrongValues emitted(String fault, String method, Set<String> rules, Emission emission) {
    return new WrongValues(fault, ValueEmitter.class, method, rules, (right, arguments) -> {
      emission.emit(right.emitter(), (MacroAssembler) arguments[0], arguments);
      return null;
    });
  }

  static final List<WrongValues> ALL = List.of(
      java("-0 lost", "boxDouble", Set.of("word.double", "unbox.unboxKnownDouble"),
          (right, a) -> right.boxDouble((double) a[0] + 0.0, (ValueRepresentation.HeapNumbers) a[1])),
      java("sign of an int32 lost", "unboxInt32", Set.of("word.int32", "unbox.unboxInt32", "unbox.unboxNumber"),
          (right, a) -> right.unboxInt32((long) a[0]) & Integer.MAX_VALUE),
      java("top bit of an address lost", "cellAddress", Set.of("word.cell", "unbox.cellAddress"), (right, a) -> right.cellAddress((long) a[0]) & (1L << 47) - 1),
      java("the hole is undefined", "hole", Set.of("word.primitive"), (right, _) -> right.undefined()),
      java("false is the word 0", "falseValue", Set.of("word.primitive", "word.zero", "box.boxBoolean", "test.branchTruthy"), (_, _) -> 0L),
      java("opaque words of 32 bits", "opaquePayload", Set.of("word.opaque"), (right, a) -> right.opaquePayload((long) a[0]) & 0xFFFF_FFFFL),
      java("the collector does not follow cells", "isPointer", Set.of("word.cell"), (right, a) -> !right.isCell((long) a[0]) && right.isPointer((long) a[0])),
      emitted("always branches", "branchIfNotCell", Set.of("test.branchIfNotCell"), (_, m, a) -> m.jump((Label) a[2])),
      emitted("branches the other way", "branchIfInt32", Set.of("test.branchIfInt32"), (right, m, a) -> right.branchIfNotInt32(m, (Gp) a[1], (Label) a[2])),
      emitted("looks at one of two", "branchUnlessBothInt32", Set.of("test.branchUnlessBothInt32"),
          (right, m, a) -> right.branchIfNotInt32(m, (Gp) a[1], (Label) a[3])),
      emitted("forgets null", "branchIfNullish", Set.of("test.branchIfNullish"), (right, m, a) -> {
        Label other = m.newLabel();
        right.branchIfNotNullish(m, (Gp) a[1], other);
        m.branchIfNoBits(Width.BITS64, (Gp) a[1], 1, (Label) a[2]);
        m.bind(other);
      }),
      emitted("undefined is not falsy", "branchTruthy", Set.of("test.branchTruthy"), (right, m, a) -> {
        right.branchIfNullish(m, (Gp) a[1], (Label) a[4]);
        right.branchTruthy(m, (Gp) a[1], (Label) a[2], (Label) a[3], (Label) a[4]);
      }),
      emitted("not zero-extended", "unboxInt32", Set.of("unbox.unboxInt32"), (_, m, a) -> m.signExtend(Width.BITS32, (MutGp) a[1], (Gp) a[2])),
      emitted("temp written that was not given", "boxInt32", Set.of("box.boxInt32"), (right, m, a) -> {
        right.boxInt32(m, (MutGp) a[1], (Gp) a[2]);
        m.moveImm(new MutGp(((Gp) a[2]).number() == 2 ? 1 : 2), 7);
      }),
      emitted("value lost before it branches", "unboxNumber", Set.of("unbox.unboxNumber"), (right, m, a) -> {
        Label other = m.newLabel();
        Label done = m.newLabel();
        right.unboxNumber(m, (MutFp) a[1], (Gp) a[2], (MutGp) a[3], other);
        m.jump(done);
        m.bind(other);
        m.moveImm(new MutGp(((Gp) a[2]).number()), 0);
        m.jump((Label) a[4]);
        m.bind(done);
      }),
      emitted("an int32 is taken for a double", "unboxDouble", Set.of("unbox.unboxDouble"),
          (right, m, a) -> right.unboxNumber(m, (MutFp) a[1], (Gp) a[2], (MutGp) a[3], (Label) a[4])),
      emitted("absolute value", "boxDouble", Set.of("box.boxDouble"), (right, m, a) -> {
        m.absFp(new MutFp(((Fp) a[2]).number()), (Fp) a[2]);
        right.boxDouble(m, (MutGp) a[1], (Fp) a[2], (Gp) a[3], (MutGp) a[4], (Label) a[5]);
      }),
      new WrongValues("bias of a tag that is not there", ValueEmitter.class, "cellBias", Set.of("unbox.cellBias"), (_, _) -> 8));

  /** The representation with the fault. */
  ValueRepresentation of(ValueRepresentation right) {
    ValueEmitter emitter = proxy(ValueEmitter.class, (called, arguments) -> call(right, right.emitter(), called, arguments));
    return proxy(ValueRepresentation.class,
        (called, arguments) -> called.getName().equals("emitter") ? emitter : call(right, right, called, arguments));
  }

  private Object call(ValueRepresentation right, Object target, Method called, Object[] arguments) throws Throwable {
    if (half.isInstance(target) && called.getName().equals(method)) {
      return replacement.call(right, arguments);
    }
    try {
      return called.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** What a proxy does. */
  @FunctionalInterface
  private interface Calls {
    Object call(Method called, Object[] arguments) throws Throwable;
  }

  private static <S> S proxy(Class<S> type, Calls calls) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, called, arguments) -> calls.call(called, arguments)));
  }
}
