package dev.joist.library.core;

/** A payload of objects that Object.prototype.toString has a name for besides Symbol.toStringTag: Date. */
public interface Tagged {
  String tag();
}
