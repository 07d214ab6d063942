/** NaN-boxed values. */
module dev.joist.values.nanbox {
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;

  provides dev.joist.spi.value.ValueRepresentation with dev.joist.values.nanbox.NanboxValues;
}
