package dev.joist.test262;

import dev.joist.embedding.Engine;
import dev.joist.embedding.EngineOptions;
import dev.joist.embedding.JoistException;
import dev.joist.embedding.ObjectValue;
import dev.joist.embedding.ScriptException;
import dev.joist.embedding.ScriptInterruptedException;
import dev.joist.embedding.ScriptSyntaxException;
import dev.joist.embedding.Value;
import dev.joist.test262.FrontMatter.Negative;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One test in one mode, in an engine of its own. */
final class TestRun {
  private static final String ASYNC_PASSED = "Test262:AsyncTestComplete";
  private static final String REFUSED = "not supported";

  private final Suite suite;
  private final Exclusions exclusions;
  private final TestCase test;
  private final Mode mode;
  private final List<String> printed = new ArrayList<>();

  /** What the run shows, before it is known how long it took. */
  record Verdict(Outcome outcome, String detail) {
    static final Verdict PASSED = new Verdict(Outcome.PASSED, "");

    static Verdict failed(String detail) {
      return new Verdict(Outcome.FAILED, detail);
    }
  }

  TestRun(Suite suite, Exclusions exclusions, TestCase test, Mode mode) {
    this.suite = suite;
    this.exclusions = exclusions;
    this.test = test;
    this.mode = mode;
  }

  /** @throws SuiteException when the test needs a harness file that is not there */
  Verdict run(EngineOptions options) {
    try (Engine engine = Engine.create(options)) {
      HostObject.define(engine, printed::add);
      for (String file : harnessFiles()) {
        engine.eval(file, suite.harness(file));
      }
      return judge(engine);
    } catch (ScriptInterruptedException e) {
      return new Verdict(Outcome.TIMED_OUT, e.getMessage());
    } catch (ScriptSyntaxException e) {
      return exclusions.refusal(e.getMessage()).map(reason -> new Verdict(Outcome.SKIPPED, reason))
          .orElseGet(() -> Verdict.failed("harness: " + e.getMessage()));
    } catch (ScriptException e) {
      return Verdict.failed("harness: " + e.getMessage());
    } catch (JoistException e) {
      return new Verdict(Outcome.CRASHED, e.getMessage());
    }
  }

  private Set<String> harnessFiles() {
    Set<String> files = new LinkedHashSet<>();
    if (!test.frontMatter().isRaw()) {
      files.add("assert.js");
      files.add("sta.js");
      if (test.frontMatter().isAsync()) {
        files.add("doneprintHandle.js");
      }
      files.addAll(test.frontMatter().includes());
    }
    return files;
  }

  private Verdict judge(Engine engine) {
    Optional<Negative> negative = test.frontMatter().negative();
    try {
      engine.eval(test.path(), mode == Mode.STRICT ? "\"use strict\";\n" + test.source() : test.source());
    } catch (ScriptSyntaxException e) {
      Optional<String> refusal = exclusions.refusal(e.getMessage());
      if (refusal.isPresent()) {
        return new Verdict(Outcome.SKIPPED, refusal.get());
      }
      boolean expected = negative.isPresent() && negative.get().equals(new Negative(Negative.PARSE, "SyntaxError"))
          && !e.getMessage().endsWith(REFUSED);
      return expected ? Verdict.PASSED : Verdict.failed("SyntaxError before running: " + e.getMessage());
    } catch (ScriptException e) {
      return thrown(e, negative);
    }
    if (negative.isPresent()) {
      return Verdict.failed("no " + negative.get().type());
    }
    return test.frontMatter().isAsync() ? asyncVerdict() : Verdict.PASSED;
  }

  private static Verdict thrown(ScriptException thrown, Optional<Negative> negative) {
    String message = describe(thrown);
    if (negative.isEmpty()) {
      return Verdict.failed(message);
    }
    boolean expected = !negative.get().phase().equals(Negative.PARSE) && negative.get().type().equals(text(thrown.value(), "constructor", "name"));
    return expected ? Verdict.PASSED : Verdict.failed("instead of " + negative.get().type() + " (" + negative.get().phase() + "): " + message);
  }

  /** The suite's own errors are plain objects, of which an engine's message does not say more than the class. */
  private static String describe(ScriptException thrown) {
    String message = text(thrown.value(), "message");
    return message.isEmpty() ? thrown.getMessage() : text(thrown.value(), "constructor", "name") + ": " + message;
  }

  /** The text that a path of properties leads to; empty when there is none. */
  private static String text(Value value, String... path) {
    Value found = value;
    try {
      for (String key : path) {
        found = found instanceof ObjectValue object ? object.get(key) : Value.UNDEFINED;
      }
    } catch (ScriptException e) {
      // A getter of the test's.
      return "";
    }
    return found instanceof Value.Text text ? text.value() : "";
  }

  private Verdict asyncVerdict() {
    if (printed.isEmpty()) {
      return Verdict.failed("ended without $DONE");
    }
    return printed.getFirst().equals(ASYNC_PASSED) ? Verdict.PASSED : Verdict.failed(printed.getFirst());
  }
}
