package dev.joist.conformance.kit.values;

import dev.joist.conformance.kit.Kit;
import dev.joist.conformance.kit.Rule;
import dev.joist.conformance.kit.backend.Target;
import dev.joist.spi.value.ValueRepresentation;
import java.util.ArrayList;
import java.util.List;

/** The rules for a value representation, whose emitted half is tried on a backend. */
public final class ValueRepresentationRules implements Kit {
  private final ValueRepresentation values;
  private final Target target;

  public ValueRepresentationRules(ValueRepresentation values, Target target) {
    this.values = values;
    this.target = target;
  }

  @Override
  public String name() {
    return "values";
  }

  @Override
  public String subject() {
    return values.name() + " in code of " + target;
  }

  @Override
  public List<Rule> rules() {
    List<Rule> rules = new ArrayList<>(WordRules.of(values));
    rules.addAll(TestRules.of(values, target));
    rules.addAll(BoxingRules.of(values, target));
    return rules;
  }

  @Override
  public void close() {
    // Every rule has memory and a host of its own.
  }
}
