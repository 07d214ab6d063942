package dev.joist.values.nanbox;

import dev.joist.conformance.kit.values.ValueRepresentationKit;
import dev.joist.spi.value.ValueRepresentation;

/** The kit. */
class NanboxKitTest extends ValueRepresentationKit {
  @Override
  protected ValueRepresentation representation() {
    return new NanboxValues();
  }
}
