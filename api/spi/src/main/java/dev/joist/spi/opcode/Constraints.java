package dev.joist.spi.opcode;

import dev.joist.spi.regalloc.Representation;
import dev.joist.spi.regalloc.UsePolicy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a lowering needs, declared before registers are allocated. Asking for more while emitting is an error.
 *
 * @param uses by operand index; operands that are read but not listed are only seen by the slow path, in their slots. A
 *     WINDOW's or RANGE's policy counts for all registers it reads, and is IN_SLOT or BOXED_AND_IN_SLOT (the first one
 *     only in a machine register too)
 * @param results by index of the defined operand: what the lowering gives; operands not listed are BOXED. INT32 and
 *     DOUBLE are a promise that later instructions count on: when the slow path's result is something else, the frame
 *     is deoptimized
 * @param gpTemps machine registers for the lowering's own use
 * @param fpTemps double registers for the lowering's own use
 * @param exits whether it may go to {@link LoweringContext#slowPath}, {@link LoweringContext#deoptimize} or
 *     {@link LoweringContext#exception}
 * @param calls whether it calls compiled code in line, which clobbers all machine registers
 * @param constant the Value that the instruction always defines, with no other effect; it may then never be emitted
 * @param copyOf index of the operand that the instruction just copies into the defined one, or -1
 * @param restores whether the register of an unboxed result may be that of a use: the lowering leaves only before it
 *     writes the result, or restores before it leaves what it read (an int32 as an int32)
 * @param truncated operands declared INT32 of which only the low 32 bits matter, to the meaning as well: it would give
 *     the same for any number that is the same modulo 2^32
 * @param guards by index of an operand declared BOXED: facts that the lowering asks for by {@link LoweringContext#useGuarded}
 *     and that are true of the operand from then on, each checked where the one before it is true
 * @param reshapes whether the lowering itself, not only the slow path, may end facts that do not last
 * @param becomes by index of an operand: what is true of its register behind the instruction, whichever way that went if the fact lasts, else when the lowering
 *     is done
 * @param readsSite whether it asks for a {@link LoweringContext#site}, as what stands there is read when the code runs
 * @param reads of an instruction whose result is what stands in a place, which its operands find, and that does nothing else
 * @param writes where it writes, other than into what it has just made; not said by one that reshapes
 * @param cells indices of defined operands that the lowering gives cells, and nothing else, to be known as such; what the slow path gives is looked at
 */
public record Constraints(
    Map<Integer, UsePolicy> uses, Map<Integer, Representation> results, int gpTemps, int fpTemps, boolean exits,
    boolean calls,
    OptionalLong constant, int copyOf, boolean restores,
    Set<Integer> truncated, Map<Integer, List<Fact>> guards, boolean reshapes, Map<Integer, Fact> becomes,
    boolean readsSite, Optional<Place> reads, Optional<Place> writes, Set<Integer> cells) {
  /** Nothing but the slow path, in line. */
  public static final Constraints SLOW_PATH_ONLY = builder().exits().build();

  public Constraints {
    uses = Map.copyOf(uses);
    results = Map.copyOf(results);
    truncated = Set.copyOf(truncated);
    guards = Map.copyOf(guards);
    becomes = Map.copyOf(becomes);
    cells = Set.copyOf(cells);
    if (gpTemps < 0 || fpTemps < 0) {
      throw new IllegalArgumentException("negative number of temps: " + gpTemps + ", " + fpTemps);
    }
  }

  public static Builder builder() {
    return new Builder();
  }

  /** An instruction that defines its operand 0 as this Value and does nothing else. */
  public static Constraints constant(long value) {
    Builder builder = builder();
    builder.constant = OptionalLong.of(value);
    return builder.build();
  }

  /** These, with one more operand that is wanted: for lowerings that do something before what others declare. */
  public Constraints with(int operand, UsePolicy policy) {
    Map<Integer, UsePolicy> more = new HashMap<>(uses);
    more.put(operand, policy);
    return new Constraints(more, results, gpTemps, fpTemps, exits, calls, constant, copyOf, restores, truncated, guards, reshapes, becomes,
        readsSite, reads, writes, cells);
  }

  /** How the lowering wants an operand, or null. */
  public UsePolicy use(int operand) {
    return uses.get(operand);
  }

  public Representation result(int operand) {
    return results.getOrDefault(operand, Representation.BOXED);
  }

  /** Collects constraints. */
  public static final class Builder {
    private final Map<Integer, UsePolicy> uses = new HashMap<>(4);
    private final Map<Integer, Representation> results = new HashMap<>(2);
    private int gpTemps;
    private int fpTemps;
    private boolean exits;
    private boolean calls;
    private OptionalLong constant = OptionalLong.empty();
    private int copyOf = -1;
    private boolean restores;
    private final Set<Integer> truncated = new HashSet<>(2);
    private Map<Integer, List<Fact>> guards = Map.of();
    private boolean reshapes;
    private Map<Integer, Fact> becomes = Map.of();
    private boolean readsSite;
    private Optional<Place> reads = Optional.empty();
    private Optional<Place> writes = Optional.empty();
    private Set<Integer> cells = Set.of();

    private Builder() {}

    public Builder use(int operand, UsePolicy policy) {
      uses.put(operand, policy);
      return this;
    }

    public Builder result(int operand, Representation representation) {
      results.put(operand, representation);
      return this;
    }

    public Builder temps(int gp, int fp) {
      gpTemps = gp;
      fpTemps = fp;
      return this;
    }

    public Builder exits() {
      exits = true;
      return this;
    }

    public Builder calls() {
      calls = true;
      return this;
    }

    public Builder copyOf(int operand) {
      copyOf = operand;
      return this;
    }

    public Builder restores() {
      restores = true;
      return this;
    }

    public Builder truncated(int operand) {
      truncated.add(operand);
      return this;
    }

    /** Facts of an operand, which becomes BOXED. */
    public Builder guard(int operand, List<Fact> facts) {
      guards = Map.of(operand, List.copyOf(facts));
      return use(operand, UsePolicy.BOXED);
    }

    public Builder reshapes() {
      reshapes = true;
      return this;
    }

    public Builder becomes(int operand, Fact fact) {
      becomes = Map.of(operand, fact);
      return this;
    }

    public Builder readsSite() {
      readsSite = true;
      return this;
    }

    /** The result is what stands there. */
    public Builder reads(Place place) {
      reads = Optional.of(place);
      return this;
    }

    public Builder writes(Place place) {
      writes = Optional.of(place);
      return this;
    }

    /** The lowering's result in a defined operand is a cell. */
    public Builder cell(int operand) {
      cells = Set.of(operand);
      return this;
    }

    public Constraints build() {
      return new Constraints(uses, results, gpTemps, fpTemps, exits, calls, constant, copyOf, restores, truncated, guards,
          reshapes, becomes, readsSite, reads, writes, cells);
    }
  }
}
