package dev.joist.regalloc.fixed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.joist.masm.CallRegisters;
import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;
import dev.joist.spi.codegen.RegisterFile;
import dev.joist.spi.regalloc.Allocation;
import dev.joist.spi.regalloc.Allocation.Placement;
import dev.joist.spi.regalloc.AllocationException;
import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Block;
import dev.joist.spi.regalloc.AllocationProblem.Def;
import dev.joist.spi.regalloc.AllocationProblem.Entry;
import dev.joist.spi.regalloc.AllocationProblem.Instruction;
import dev.joist.spi.regalloc.AllocationProblem.Use;
import dev.joist.spi.regalloc.ExitMap;
import dev.joist.spi.regalloc.Location.InGp;
import dev.joist.spi.regalloc.Location.Known;
import dev.joist.spi.regalloc.Location.Slot;
import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.Transfer;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FixedMappingTest {
  private static final MutGp SAVED = new MutGp(20);
  private static final InGp MAPPED = new InGp(SAVED, Representation.BOXED);
  private static final RegisterFile ONE_SAVED = registers(1, 8);

  private static RegisterFile registers(int saved, int temps) {
    List<MutFp> fp = IntStream.range(0, 8).mapToObj(MutFp::new).toList();
    return new RegisterFile(new Roles(), IntStream.range(20, 20 + saved).mapToObj(MutGp::new).toList(),
        IntStream.range(0, temps).mapToObj(MutGp::new).toList(), List.of(), fp);
  }

  private static BitSet set(int... registers) {
    BitSet set = new BitSet();
    IntStream.of(registers).forEach(set::set);
    return set;
  }

  private static Use use(int register, UsePolicy policy) {
    return new Use(1, register, policy, OptionalLong.empty(), Representation.BOXED);
  }

  private static Use known(int register, long value) {
    return new Use(1, register, UsePolicy.BOXED, OptionalLong.of(value), Representation.BOXED);
  }

  private static Instruction plain(List<Use> uses, List<Def> defs, BitSet liveAfter) {
    return new Instruction(0, uses, defs, 0, 0, true, false, -1, OptionalLong.empty(), -1, liveAfter);
  }

  private static Instruction call(List<Use> uses, List<Def> defs, BitSet liveAfter) {
    return new Instruction(0, uses, defs, 0, 0, true, true, -1, OptionalLong.empty(), -1, liveAfter);
  }

  private static Instruction constant(int register, long value, BitSet liveAfter) {
    return new Instruction(0, List.of(), List.of(def(register)), 0, 0, false, false, -1, OptionalLong.of(value), -1,
        liveAfter);
  }

  private static Def def(int register) {
    return new Def(0, register, Representation.BOXED);
  }

  /** One block, in a loop so that registers pay. */
  private static AllocationProblem block(BitSet liveIn, Instruction... instructions) {
    Block block = new Block(0, instructions.length, List.of(), 1, Entry.NONE, liveIn);
    return new AllocationProblem(8, 1, List.of(block), List.of(instructions), false);
  }

  private static List<Placement> placements(AllocationProblem problem) throws AllocationException {
    return new FixedMapping().allocate(problem, ONE_SAVED).placements();
  }

  @Test
  void theRegisterThatIsUsedMostIsMapped() throws AllocationException {
    Instruction twice = plain(List.of(use(2, UsePolicy.BOXED), use(2, UsePolicy.BOXED)), List.of(def(2)), set(2, 3));
    Instruction once = plain(List.of(use(3, UsePolicy.BOXED)), List.of(), set(2));
    List<Placement> placements = placements(block(set(2, 3), twice, once));
    assertEquals(List.of(MAPPED, MAPPED), placements.get(0).uses());
    assertEquals(List.of(MAPPED), placements.get(0).defs());
    assertEquals(List.of(Slot.INSTANCE), placements.get(1).uses());
    assertNotEquals(SAVED, placements.get(1).useGp().getFirst());
  }

  @Test
  void whatIsLiveAndOnlyInAMachineRegisterIsWrittenBackAtExits() throws AllocationException {
    Instruction define = plain(List.of(use(2, UsePolicy.BOXED)), List.of(def(2)), set(2));
    Instruction leave = plain(List.of(use(2, UsePolicy.BOXED)), List.of(), set());
    List<Placement> placements = placements(block(set(2), define, leave));
    assertEquals(List.of(), placements.get(0).exit().entries(), "the slot is current before the definition");
    assertEquals(List.of(new ExitMap.Entry(2, MAPPED)), placements.get(1).exit().entries());
  }

  @Test
  void aCallFindsInTheSlotWhatLivesOnAndGetsItBack() throws AllocationException {
    Instruction define = plain(List.of(use(2, UsePolicy.BOXED)), List.of(def(2)), set(2));
    Instruction call = call(List.of(), List.of(def(3)), set(2));
    Instruction more = plain(List.of(use(2, UsePolicy.BOXED), use(2, UsePolicy.BOXED), use(2, UsePolicy.BOXED)),
        List.of(), set());
    Placement placement = placements(block(set(2), define, call, more)).get(1);
    assertEquals(List.of(new Transfer(2, MAPPED, Slot.INSTANCE)), placement.before());
    assertEquals(List.of(new Transfer(2, Slot.INSTANCE, MAPPED)), placement.after());
    assertEquals(List.of(), placement.exit().entries());
  }

  @Test
  void aSecondCallStoresNothingThatTheFirstHasStored() throws AllocationException {
    Instruction define = plain(List.of(use(2, UsePolicy.BOXED)), List.of(def(2)), set(2));
    Instruction call = call(List.of(), List.of(), set(2));
    Use[] many = {use(2, UsePolicy.BOXED), use(2, UsePolicy.BOXED), use(2, UsePolicy.BOXED), use(2, UsePolicy.BOXED),
        use(2, UsePolicy.BOXED)};
    List<Placement> placements = placements(block(set(2), define, call, call, plain(List.of(many), List.of(), set())));
    assertEquals(1, placements.get(1).before().size());
    assertEquals(List.of(), placements.get(2).before());
  }

  @Test
  void aConstantThatDiesInItsBlockIsNowhereUntilAnExitNeedsIt() throws AllocationException {
    Instruction five = constant(4, 5, set(4));
    Instruction reader = plain(List.of(known(4, 5)), List.of(), set());
    List<Placement> placements = placements(block(set(), five, reader));
    assertEquals(List.of(new Known(5)), placements.get(0).defs());
    assertEquals(List.of(new Known(5)), placements.get(1).uses());
    assertEquals(List.of(new ExitMap.Entry(4, new Known(5))), placements.get(1).exit().entries());
  }

  @Test
  void aConstantThatOutlivesItsBlockIsMade() throws AllocationException {
    List<Placement> placements = placements(block(set(), constant(4, 5, set(4)), plain(List.of(), List.of(), set(4))));
    assertInstanceOf(InGp.class, placements.get(0).defs().getFirst());
  }

  @Test
  void anArgumentIsInItsSlotWhenTheCallBegins() throws AllocationException {
    Instruction define = plain(List.of(use(2, UsePolicy.BOXED), use(2, UsePolicy.BOXED)), List.of(def(2)), set(2));
    Instruction pass = plain(List.of(use(2, UsePolicy.IN_SLOT)), List.of(), set());
    assertEquals(List.of(new Transfer(2, MAPPED, Slot.INSTANCE)),
        placements(block(set(2), define, pass)).get(1).before());
  }

  @Test
  void unboxedResultsGetARegisterThatNoOperandHas() throws AllocationException {
    Def int32 = new Def(0, 2, Representation.INT32);
    Instruction add = plain(List.of(use(2, UsePolicy.INT32), use(2, UsePolicy.INT32)), List.of(int32), set(2));
    Placement placement = placements(block(set(2), add)).getFirst();
    assertNotEquals(SAVED, placement.defGp().getFirst());
    assertEquals(List.of(MAPPED), placement.defs());
  }

  @Test
  void handlersAndLoopsLoadWhatIsMapped() throws AllocationException {
    Instruction reads = plain(List.of(use(2, UsePolicy.BOXED), use(2, UsePolicy.BOXED), use(2, UsePolicy.BOXED)),
        List.of(def(2)), set());
    List<Block> blocks = List.of(new Block(0, 1, List.of(1), 0, Entry.NONE, set()),
        new Block(1, 2, List.of(), 1, Entry.LOOP, set(2)));
    AllocationProblem problem = new AllocationProblem(8, 1, blocks,
        List.of(plain(List.of(), List.of(def(2)), set(2)), reads), false);
    Allocation allocation = new FixedMapping().allocate(problem, ONE_SAVED);
    assertEquals(List.of(new Transfer(2, Slot.INSTANCE, MAPPED)), allocation.entries().get(1));
    assertEquals(List.of(new ExitMap.Entry(2, MAPPED)), allocation.placements().get(1).exit().entries(),
        "it comes from a block that wrote it");
  }

  @Test
  void tooFewRegistersIsATypedRefusal() {
    Instruction greedy = new Instruction(7, List.of(), List.of(), 9, 0, true, false, -1, OptionalLong.empty(), -1,
        set());
    AllocationException refusal = assertThrows(AllocationException.class, () -> placements(block(set(), greedy)));
    assertTrue(refusal.getMessage().contains("offset 7"), refusal.getMessage());
  }

  /** Roles outside of the registers above. */
  private static final class Roles implements CallRegisters {
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
      return new MutGp(34);
    }

    @Override
    public MutGp result() {
      return new MutGp(35);
    }

    @Override
    public List<MutGp> hostArgument() {
      return List.of();
    }

    @Override
    public MutGp hostResult() {
      return new MutGp(35);
    }
  }
}
