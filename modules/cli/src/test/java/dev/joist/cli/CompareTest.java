package dev.joist.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

class CompareTest {
  private static List<Combination> combinations(String... arguments) {
    CommandLine line = Joist.commandLine();
    ParseResult parsed = line.parseArgs(arguments);
    return Combination.all(parsed.subcommand());
  }

  @Test
  void allCombinationsOfWhatIsListed() {
    List<Combination> all = combinations("compare", "--ic", "monomorphic,speculative", "--jit=eager", "--allocator=fixed,linear-scan", "x.js");
    assertEquals(List.of("fixed, monomorphic", "fixed, speculative", "linear-scan, monomorphic", "linear-scan, speculative"),
        all.stream().map(Combination::names).toList());
    assertEquals(List.of("--values=nanbox", "--allocator=fixed", "--ic=monomorphic", "--jit=eager"),
        all.getFirst().arguments().stream().filter(argument -> !argument.matches("--(backend|host|abi)=.*")).toList());
  }

  @Test
  void withNothingListedThereIsTheDefaultAlone() {
    assertEquals(List.of("default"), combinations("compare", "x.js").stream().map(Combination::names).toList());
  }

  @Test
  void theBestOfAColumnIsMarkedWhereThereIsADifference() {
    CompareResult a = result("a", 500, 7, true);
    CompareResult b = result("b", 400, 7, false);
    assertEquals("""
        | combination | instructions, millions | code bytes | compile ms | spills | reloads | moves | slow paths | deoptimizations | collections |
        |---|---|---|---|---|---|---|---|---|---|
        | a | 2.00 | 500 | 1.00 | – | – | – | 7 | 0 | 0 |
        | b OUTPUT DIFFERS | 2.00 | 400 * | 1.00 | – | – | – | 7 | 0 | 0 |""", CompareTable.of(List.of(a, b)));
  }

  private static CompareResult result(String name, int codeBytes, int slowPaths, boolean agrees) {
    return new CompareResult(new Combination(name, List.of()), Spread.of(3), "{\"compiledFunctions\":1,\"codeBytes\":" + codeBytes
        + ",\"compileNanos\":1000000,\"deoptimizations\":0,\"slowPathCalls\":" + slowPaths + ",\"collections\":0,\"machineInstructions\":2000000}", agrees);
  }
}
