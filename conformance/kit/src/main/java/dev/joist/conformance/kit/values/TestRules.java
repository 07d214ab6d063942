package dev.joist.conformance.kit.values;

import dev.joist.conformance.kit.Rule;
import dev.joist.conformance.kit.Trial;
import dev.joist.conformance.kit.backend.Probe;
import dev.joist.conformance.kit.backend.Target;
import dev.joist.masm.Gp;
import dev.joist.masm.Label;
import dev.joist.masm.MacroAssembler;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.value.ValueEmitter;
import dev.joist.spi.value.ValueRepresentation;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;

/** Emitted tests: they branch for exactly those words for which the half in Java says so. */
final class TestRules {
  private final ValueRepresentation values;
  private final Target target;

  private TestRules(ValueRepresentation values, Target target) {
    this.values = values;
    this.target = target;
  }

  /** A test of one value. */
  @FunctionalInterface
  private interface Test {
    void emit(MacroAssembler masm, Gp value, Label target);
  }

  static List<Rule> of(ValueRepresentation values, Target target) {
    TestRules rules = new TestRules(values, target);
    ValueEmitter emitter = values.emitter();
    LongPredicate nullish = word -> word == values.undefined() || word == values.nullValue();
    return List.of(
        rules.agrees("branchIfInt32", emitter::branchIfInt32, values::isInt32),
        rules.agrees("branchIfNotInt32", emitter::branchIfNotInt32, word -> !values.isInt32(word)),
        rules.agrees("branchIfNotDouble", emitter::branchIfNotDouble, word -> !values.isDouble(word)),
        rules.agrees("branchIfCell", emitter::branchIfCell, values::isCell),
        rules.agrees("branchIfNotCell", emitter::branchIfNotCell, word -> !values.isCell(word)),
        rules.agrees("branchIfNullish", emitter::branchIfNullish, nullish),
        rules.agrees("branchIfNotNullish", emitter::branchIfNotNullish, nullish.negate()),
        Rule.required("test.branchUnlessBothInt32", "branchUnlessBothInt32 branches unless isInt32 holds of both.", rules::bothInt32),
        Rule.required("test.branchTruthy", "branchTruthy goes by the truth of booleans, undefined and null, and sends all other Values elsewhere.",
            rules::truthy));
  }

  private Rule agrees(String operation, Test test, LongPredicate expected) {
    return Rule.required("test." + operation, operation + " branches for the words for which the half in Java says so.", trial -> {
      try (Words words = new Words(values); Probe probe = new Probe(target)) {
        Piece piece = new Piece(trial, probe, operation, Set.of(), Set.of(),
            (masm, taken) -> test.emit(masm, Piece.gp(probe, Piece.VALUE), taken));
        for (long word : words.all(trial.random())) {
          trial.equal(expected.test(word), piece.run(Piece.In.gp(Piece.VALUE, word)), () -> "branch for " + Long.toHexString(word) + " of " + piece);
        }
      }
    });
  }

  private void bothInt32(Trial trial) throws InstallException {
    try (Words words = new Words(values); Probe probe = new Probe(target)) {
      Piece piece = new Piece(trial, probe, "branchUnlessBothInt32", Set.of(), Set.of(),
          (masm, taken) -> values.emitter().branchUnlessBothInt32(masm, Piece.gp(probe, Piece.VALUE), Piece.gp(probe, Piece.SECOND), taken));
      for (long a : words.few()) {
        for (long b : words.few()) {
          trial.equal(!values.isInt32(a) || !values.isInt32(b), piece.run(Piece.In.gp(Piece.VALUE, a), Piece.In.gp(Piece.SECOND, b)),
              () -> "branch for " + Long.toHexString(a) + ", " + Long.toHexString(b) + " of " + piece);
        }
      }
    }
  }

  /** Where a test of truth went. */
  private enum Way {
    THROUGH, BRANCHED, OTHER
  }

  private void truthy(Trial trial) throws InstallException {
    try (Words words = new Words(values); Probe probe = new Probe(target)) {
      for (boolean branchIfTrue : new boolean[] {true, false}) {
        // Two labels can be told apart by running code with either of them as the one that is seen.
        Piece branched = truthy(trial, probe, branchIfTrue, false);
        Piece other = truthy(trial, probe, branchIfTrue, true);
        for (long word : words.all(trial.random())) {
          if (word == values.hole()) {
            continue;
          }
          Piece.In input = Piece.In.gp(Piece.VALUE, word);
          Way way = branched.run(input) ? Way.BRANCHED : other.run(input) ? Way.OTHER : Way.THROUGH;
          trial.equal(expected(word, branchIfTrue), way, () -> "truth of " + Long.toHexString(word) + " in " + branched);
        }
      }
    }
  }

  private Way expected(long word, boolean branchIfTrue) {
    boolean isTrue = word == values.trueValue();
    boolean isFalse = word == values.falseValue() || word == values.undefined() || word == values.nullValue();
    if (!isTrue && !isFalse) {
      return Way.OTHER;
    }
    return isTrue == branchIfTrue ? Way.BRANCHED : Way.THROUGH;
  }

  private Piece truthy(Trial trial, Probe probe, boolean branchIfTrue, boolean seeOther) throws InstallException {
    return new Piece(trial, probe, "branchTruthy", Set.of(), Set.of(), (masm, taken) -> {
      Label through = masm.newLabel();
      Label branched = seeOther ? through : taken;
      Label other = seeOther ? taken : through;
      values.emitter().branchTruthy(masm, Piece.gp(probe, Piece.VALUE), branchIfTrue ? branched : null, branchIfTrue ? null : branched, other);
      masm.bind(through);
    });
  }
}
