package dev.joist.regalloc.linearscan;

import dev.joist.spi.regalloc.AllocationProblem;
import dev.joist.spi.regalloc.AllocationProblem.Block;
import dev.joist.spi.regalloc.AllocationProblem.Def;
import dev.joist.spi.regalloc.AllocationProblem.Entry;
import dev.joist.spi.regalloc.AllocationProblem.Instruction;
import dev.joist.spi.regalloc.AllocationProblem.Use;
import dev.joist.spi.regalloc.Location.Known;
import dev.joist.spi.regalloc.Representation;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Chooses what each web is kept as. A web all of whose values are int32, or numbers, may be kept unboxed; it is where
 * that saves more boxing and unboxing than it costs, by estimated frequency.
 */
final class Representations {
  /** Of boxing or unboxing an int32, and a double. */
  private static final long INT32_COST = 1;
  private static final long DOUBLE_COST = 2;

  private static final int INT32 = 1;
  private static final int DOUBLE = 2;
  private static final int ANYTHING = 4;

  /** What is found out about a web. */
  private static final class Facts {
    private int types;
    private boolean loopCarried;
    private boolean int32Wanted;
    private long gain;
    private long int32Cost;
    private long doubleCost;
    private long definitions;
    private Known constant;
    private boolean unknownUses;
  }

  private final AllocationProblem problem;
  private final Webs webs;
  private final Loops loops;
  private final Map<Web, Facts> facts = new IdentityHashMap<>();

  private Representations(AllocationProblem problem, Webs webs, Loops loops) {
    this.problem = problem;
    this.webs = webs;
    this.loops = loops;
  }

  static void choose(AllocationProblem problem, Webs webs, Loops loops) {
    Representations choice = new Representations(problem, webs, loops);
    webs.all().forEach(web -> choice.facts.put(web, new Facts()));
    for (int b = 0; b < problem.blocks().size(); b++) {
      choice.collect(b);
    }
    webs.all().forEach(choice::decide);
  }

  private void collect(int b) {
    Block block = problem.blocks().get(b);
    for (int r = block.liveIn().nextSetBit(0); r >= 0; r = block.liveIn().nextSetBit(r + 1)) {
      Facts web = facts.get(webs.liveIn(b, r));
      web.unknownUses = true;
      if (b == 0 || block.entry() == Entry.HANDLER) {
        web.types |= ANYTHING;
      }
      web.loopCarried |= block.entry() == Entry.LOOP;
    }
    long weight = loops.weight(b);
    for (int i = block.first(); i < block.end(); i++) {
      Instruction insn = problem.instructions().get(i);
      for (int u = 0; u < insn.uses().size(); u++) {
        use(insn.uses().get(u), facts.get(webs.use(i, u)), weight);
      }
      for (int d = 0; d < insn.defs().size(); d++) {
        def(insn, insn.defs().get(d), facts.get(webs.def(i, d)), weight);
      }
    }
  }

  private static void use(Use use, Facts web, long weight) {
    if (use.known().isPresent()) {
      return;
    }
    web.unknownUses = true;
    if (use.policy() == null) {
      return;
    }
    switch (use.policy()) {
      case INT32 -> web.int32Wanted = true;
      case DOUBLE -> web.gain += DOUBLE_COST * weight;
      case BOXED, IN_SLOT, BOXED_AND_IN_SLOT -> {
        web.int32Cost += INT32_COST * weight;
        web.doubleCost += DOUBLE_COST * weight;
      }
      case ANY -> { }
    }
  }

  private static void def(Instruction insn, Def def, Facts web, long weight) {
    Representation type = insn.copyOf() < 0 ? def.representation() : insn.uses().get(insn.copyOf()).proven();
    web.definitions++;
    web.types |= switch (type) {
      case INT32 -> INT32;
      case DOUBLE -> DOUBLE;
      case BOXED -> ANYTHING;
    };
    if (insn.constant().isPresent()) {
      web.constant = new Known(insn.constant().getAsLong());
    } else {
      web.gain += type == Representation.DOUBLE ? DOUBLE_COST * weight
          : type == Representation.INT32 ? INT32_COST * weight : 0;
    }
  }

  private void decide(Web web) {
    Facts known = facts.get(web);
    if (known.constant != null && known.definitions == 1 && !known.unknownUses) {
      web.become(known.constant);
    } else if (known.types == INT32 && known.gain >= known.int32Cost) {
      web.represent(Representation.INT32);
    } else if ((known.types == DOUBLE || known.types == (INT32 | DOUBLE) && !known.int32Wanted && !known.loopCarried)
        && known.gain >= known.doubleCost) {
      web.represent(Representation.DOUBLE);
    }
  }
}
