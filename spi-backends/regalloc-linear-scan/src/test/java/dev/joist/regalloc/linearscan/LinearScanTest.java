package dev.joist.regalloc.linearscan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.conformance.kit.RuleViolation;
import dev.joist.conformance.kit.regalloc.AllocationChecker;
import dev.joist.conformance.kit.regalloc.RandomProblems;
import dev.joist.masm.CallRegisters;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.regalloc.Allocation;
import dev.joist.spi.regalloc.Allocation.EdgeTransfers;
import dev.joist.spi.regalloc.Allocation.Placement;
import dev.joist.spi.regalloc.AllocationException;
import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Block;
import dev.joist.spi.regalloc.AllocationProblem.Def;
import dev.joist.spi.regalloc.AllocationProblem.Entry;
import dev.joist.spi.regalloc.AllocationProblem.Instruction;
import dev.joist.spi.regalloc.AllocationProblem.Use;
import dev.joist.spi.regalloc.ExitMap;
import dev.joist.spi.regalloc.Location;
import dev.joist.spi.regalloc.Location.InFp;
import dev.joist.spi.regalloc.Location.InGp;
import dev.joist.spi.regalloc.Location.Known;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.Transfer;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinearScanTest {
  private static final int TRIALS = 300;
  private static final RegisterFile FEW = registers(2, 8, 0);
  private static final RegisterFile MANY = registers(6, 16, 8);

  private static RegisterFile registers(int saved, int temps, int savedFp) {
    return new RegisterFile(new Roles(), gp(20, saved), gp(0, temps), fp(8, savedFp), fp(16, 8));
  }

  private static List<MutGp> gp(int first, int count) {
    return IntStream.range(first, first + count).mapToObj(MutGp::new).toList();
  }

  private static List<MutFp> fp(int first, int count) {
    return IntStream.range(first, first + count).mapToObj(MutFp::new).toList();
  }

  private static BitSet set(int... registers) {
    BitSet set = new BitSet();
    IntStream.of(registers).forEach(set::set);
    return set;
  }

  /** s += x around a loop, both known to be doubles before it. */
  private static AllocationProblem sum() {
    Instruction first = constant(1);
    Instruction second = constant(2);
    Use sum = new Use(1, 1, UsePolicy.DOUBLE, OptionalLong.empty(), Representation.DOUBLE);
    Use term = new Use(2, 2, UsePolicy.DOUBLE, OptionalLong.empty(), Representation.DOUBLE);
    Instruction add = new Instruction(8, List.of(sum, term), List.of(new Def(0, 1, Representation.DOUBLE)), 1, 0, true,
        false, -1, OptionalLong.empty(), -1, true, set(1, 2));
    Instruction again = new Instruction(12, List.of(), List.of(), 0, 0, true, false, -1, OptionalLong.empty(), -1,
        set(1, 2));
    return new AllocationProblem(3, 0, List.of(new Block(0, 2, List.of(1), 0, Entry.NONE, set()),
        new Block(2, 4, List.of(1), 1, Entry.LOOP, set(1, 2))), List.of(first, second, add, again), true);
  }

  private static Instruction constant(int register) {
    return new Instruction(4 * register, List.of(), List.of(new Def(0, register, Representation.DOUBLE)), 0, 0, false,
        false, -1, OptionalLong.of(7), -1, register == 1 ? set(1) : set(1, 2));
  }

  @Test
  void keepsTheDoublesOfALoopUnboxedAndInPlace() throws AllocationException {
    Allocation allocation = new LinearScan().allocate(sum(), MANY);
    AllocationChecker.check(sum(), MANY, allocation);
    Placement add = allocation.placements().get(2);
    InFp sum = (InFp) add.defs().getFirst();
    assertEquals(sum, add.uses().getFirst(), "the result goes where the operand was");
    assertEquals(sum.register(), add.defFp().getFirst());
    assertEquals(List.of(), allocation.edges(), "nothing moves around the loop");
    assertTrue(add.exit().entries().contains(new ExitMap.Entry(1, sum)), "a way out writes it back");
  }

  @Test
  void entersALoopFromTheInterpreterByUnboxing() throws AllocationException {
    Allocation allocation = new LinearScan().allocate(sum(), MANY);
    assertEquals(2, allocation.entries().get(1).size());
    assertTrue(allocation.entries().get(1).stream().allMatch(transfer -> transfer.to() instanceof InFp));
  }

  /** s += 7 around a loop, which makes the constant in each iteration. */
  private static AllocationProblem constantInLoop() {
    Instruction before = constant(1);
    Instruction constant = constant(2);
    Use sum = new Use(1, 1, UsePolicy.DOUBLE, OptionalLong.empty(), Representation.DOUBLE);
    Use seven = new Use(2, 2, UsePolicy.DOUBLE, OptionalLong.of(7), Representation.DOUBLE);
    Instruction add = new Instruction(12, List.of(sum, seven), List.of(new Def(0, 1, Representation.DOUBLE)), 1, 0, true,
        false, -1, OptionalLong.empty(), -1, true, set(1));
    Instruction again = new Instruction(16, List.of(), List.of(), 0, 0, true, false, -1, OptionalLong.empty(), -1, set(1));
    return new AllocationProblem(3, 0, List.of(new Block(0, 1, List.of(1), 0, Entry.NONE, set()),
        new Block(1, 4, List.of(1), 1, Entry.LOOP, set(1))), List.of(before, constant, add, again), true);
  }

  @Test
  void makesTheConstantsOfALoopBeforeIt() throws AllocationException {
    Allocation allocation = new LinearScan().allocate(constantInLoop(), MANY);
    AllocationChecker.check(constantInLoop(), MANY, allocation);
    InFp place = (InFp) allocation.placements().get(2).uses().getLast();
    Transfer make = new Transfer(2, new Known(7), place);
    assertTrue(MANY.savedFp().contains(place.register()), "it survives slow paths");
    assertEquals(List.of(new EdgeTransfers(0, 1, List.of(make))), allocation.edges(), "only on the way into the loop");
    assertTrue(allocation.entries().get(1).contains(make), "as it is entered from the interpreter");
  }

  @Test
  void makesConstantsWhereTheyAreReadWhenNoRegisterIsFree() throws AllocationException {
    Allocation allocation = new LinearScan().allocate(constantInLoop(), FEW);
    AllocationChecker.check(constantInLoop(), FEW, allocation);
    assertEquals(new Known(7), allocation.placements().get(2).uses().getLast());
  }

  @Test
  void aConstantThatIsNotMadeIsFound() throws AllocationException {
    Allocation good = new LinearScan().allocate(constantInLoop(), MANY);
    Allocation bad = new Allocation(good.placements(), List.of(), good.entries(), good.spillBytes(), good.statistics());
    assertThrows(RuleViolation.class, () -> AllocationChecker.check(constantInLoop(), MANY, bad));
  }

  @Test
  void anotherConstantThanTheOneReadIsFound() throws AllocationException {
    Allocation good = new LinearScan().allocate(constantInLoop(), MANY);
    Location place = good.placements().get(2).uses().getLast();
    Allocation bad = new Allocation(good.placements(),
        List.of(new EdgeTransfers(0, 1, List.of(new Transfer(2, new Known(8), place)))), good.entries(), good.spillBytes(),
        good.statistics());
    assertThrows(RuleViolation.class, () -> AllocationChecker.check(constantInLoop(), MANY, bad));
  }

  @Test
  void answersRandomProblemsCorrectly() {
    Random random = new Random(20_261_122);
    int solved = 0;
    for (int trial = 0; trial < TRIALS; trial++) {
      AllocationProblem problem = RandomProblems.next(random);
      RegisterFile registers = trial % 2 == 0 ? FEW : MANY;
      try {
        AllocationChecker.check(problem, registers, new LinearScan().allocate(problem, registers));
        solved++;
      } catch (AllocationException e) {
        assertTrue(e.getMessage().contains("registers"), e::getMessage);
      } catch (RuleViolation e) {
        throw new AssertionError("trial " + trial, e);
      }
    }
    assertTrue(solved > TRIALS * 9 / 10, "only " + solved + " solved");
  }

  @Test
  void answersTheSameTwice() throws AllocationException {
    AllocationProblem problem = RandomProblems.next(new Random(7));
    assertEquals(new LinearScan().allocate(problem, MANY), new LinearScan().allocate(problem, MANY));
  }

  // The checker finds out allocations that are spoilt

  @Test
  void anExitThatForgetsARegisterIsFound() throws AllocationException {
    refuted(p -> new Placement(p.before(), p.uses(), p.useGp(), p.useFp(), p.defs(), p.defGp(), p.defFp(), p.gpTemps(),
        p.fpTemps(), ExitMap.EMPTY, p.after()));
  }

  @Test
  void anOperandInAnotherRegisterIsFound() throws AllocationException {
    refuted(p -> new Placement(p.before(), List.of(new InFp(new MutFp(11)), p.uses().getLast()), p.useGp(), p.useFp(),
        p.defs(), p.defGp(), p.defFp(), p.gpTemps(), p.fpTemps(), p.exit(), p.after()));
  }

  @Test
  void aTransferFromAnotherRegisterIsFound() throws AllocationException {
    refuted(p -> new Placement(List.of(new Transfer(2, new InGp(new MutGp(20), Representation.BOXED), p.uses().getLast())),
        p.uses(), p.useGp(), p.useFp(), p.defs(), p.defGp(), p.defFp(), p.gpTemps(), p.fpTemps(), p.exit(), p.after()));
  }

  @Test
  void aResultOverAnotherOperandIsFound() throws AllocationException {
    refuted(p -> {
      InFp other = (InFp) p.uses().getLast();
      return new Placement(p.before(), p.uses(), p.useGp(), p.useFp(), List.of(other), p.defGp(), List.of(other.register()),
          p.gpTemps(), p.fpTemps(), p.exit(), p.after());
    });
  }

  @Test
  void aMissingEntryIsFound() throws AllocationException {
    Allocation good = new LinearScan().allocate(sum(), MANY);
    Allocation bad = new Allocation(good.placements(), good.edges(), List.of(List.of(), List.of()), good.spillBytes(),
        good.statistics());
    assertThrows(RuleViolation.class, () -> AllocationChecker.check(sum(), MANY, bad));
  }

  @Test
  void anEdgeThatSpoilsARegisterIsFound() throws AllocationException {
    Allocation good = new LinearScan().allocate(sum(), MANY);
    Placement add = good.placements().get(2);
    EdgeTransfers edge = new EdgeTransfers(1, 1, List.of(new Transfer(1, add.uses().getFirst(), add.uses().getLast())));
    Allocation bad = new Allocation(good.placements(), List.of(edge), good.entries(), good.spillBytes(),
        good.statistics());
    assertThrows(RuleViolation.class, () -> AllocationChecker.check(sum(), MANY, bad));
  }

  private static void refuted(UnaryOperator<Placement> spoil) throws AllocationException {
    Allocation good = new LinearScan().allocate(sum(), MANY);
    List<Placement> placements = new ArrayList<>(good.placements());
    placements.set(2, spoil.apply(placements.get(2)));
    Allocation bad = new Allocation(placements, good.edges(), good.entries(), good.spillBytes(), good.statistics());
    assertThrows(RuleViolation.class, () -> AllocationChecker.check(sum(), MANY, bad));
  }

  private record Roles() implements CallRegisters {
    @Override
    public MutGp base() {
      return new MutGp(30);
    }

    @Override
    public MutGp context() {
      return new MutGp(31);
    }

    @Override
    public MutGp allocation() {
      return new MutGp(32);
    }

    @Override
    public MutGp sites() {
      return new MutGp(33);
    }

    @Override
    public MutGp argumentCount() {
      return new MutGp(1);
    }

    @Override
    public MutGp result() {
      return new MutGp(0);
    }

    @Override
    public List<MutGp> hostArgument() {
      return List.of();
    }

    @Override
    public MutGp hostResult() {
      return new MutGp(0);
    }
  }
}
