package dev.joist.runtime.heap;

/** A Java payload of a cell that holds Values weakly. */
public interface WeakTraced {
  /**
   * Marks what is live because of what is marked by now: an ephemeron's value when its key is live. Called until no payload marks
   * anything new.
   */
  void traceEphemerons(Marker marker, Liveness liveness);

  /** Forgets every Value that is not live; called when marking is over. */
  void clearDead(Liveness liveness);
}
