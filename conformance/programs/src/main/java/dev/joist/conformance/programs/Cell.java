package dev.joist.conformance.programs;

import dev.joist.embedding.Strategies;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A combination of strategies. */
public record Cell(String values, String backend, String allocator, String ic, String abi) {
  /**
   * All combinations.
   *
   * @param values the JVM's value representation
   */
  public static List<Cell> all(String values, List<String> backends, List<String> allocators, List<String> ics,
      List<String> abis) {
    List<Cell> cells = new ArrayList<>();
    for (String backend : backends) {
      for (String allocator : allocators) {
        for (String ic : ics) {
          for (String abi : abis) {
            cells.add(new Cell(values, backend, allocator, ic, abi));
          }
        }
      }
    }
    return cells;
  }

  /** Some of the cells in which any two strategies meet that meet in one of them. */
  public static List<Cell> pairwise(List<Cell> cells) {
    List<Cell> chosen = new ArrayList<>();
    Set<List<String>> missing = new HashSet<>();
    cells.forEach(cell -> missing.addAll(cell.pairs()));
    while (!missing.isEmpty()) {
      Cell best = cells.getFirst();
      int most = 0;
      for (Cell cell : cells) {
        int news = (int) cell.pairs().stream().filter(missing::contains).count();
        if (news > most) {
          best = cell;
          most = news;
        }
      }
      chosen.add(best);
      best.pairs().forEach(missing::remove);
    }
    return chosen;
  }

  private List<List<String>> pairs() {
    List<String> names = List.of("backend " + backend, "allocator " + allocator, "ic " + ic, "abi " + abi);
    List<List<String>> pairs = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        pairs.add(List.of(names.get(i), names.get(j)));
      }
    }
    return pairs;
  }

  public Strategies strategies() {
    return new Strategies(values, backend, Strategies.AUTOMATIC, allocator, ic, abi);
  }

  @Override
  public String toString() {
    return String.join(" ", values, backend, allocator, ic, abi);
  }
}
