package com.oracle.truffle.api.strings;

/** Stand-in for the supertype that the parser names in one call; {@link TruffleString} is its only subtype here. */
public abstract sealed class AbstractTruffleString permits TruffleString {
  AbstractTruffleString() {}
}
