package dev.joist.values.tagged;

import dev.joist.conformance.kit.values.ValueRepresentationKit;
import dev.joist.spi.value.ValueRepresentation;

/** The kit. */
class TaggedKitTest extends ValueRepresentationKit {
  @Override
  protected ValueRepresentation representation() {
    return new TaggedValues();
  }
}
