/** Tagged values with doubles in heap cells. */
module dev.joist.values.tagged {
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;

  provides dev.joist.spi.value.ValueRepresentation with dev.joist.values.tagged.TaggedValues;
}
