package dev.joist.regalloc.linearscan;

import dev.joist.masm.MutFp;
import dev.joist.masm.MutGp;

/** A stretch of code in which a web, or a temp of an instruction, has one place. */
final class Piece {
  private final Web web;
  private final boolean floating;
  private final boolean reservedAllowed;
  private final int from;
  private int to;
  private MutGp gp;
  private MutFp fp;
  private int index = -1;

  private Piece(Web web, boolean floating, boolean reservedAllowed, int from, int to) {
    this.web = web;
    this.floating = floating;
    this.reservedAllowed = reservedAllowed;
    this.from = from;
    this.to = to;
  }

  static Piece of(Web web, int from, int to) {
    return new Piece(web, web.isFloating(), false, from, to);
  }

  /** @param reservedAllowed whether it may be one of the registers that transfers use */
  static Piece temp(boolean floating, boolean reservedAllowed, int from, int to) {
    return new Piece(null, floating, reservedAllowed, from, to);
  }

  Web web() {
    return web;
  }

  boolean isTemp() {
    return web == null;
  }

  boolean isFloating() {
    return floating;
  }

  boolean isReservedAllowed() {
    return reservedAllowed;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  void endAt(int position) {
    to = position;
  }

  void assign(int number, MutGp register) {
    index = number;
    gp = register;
  }

  void assign(int number, MutFp register) {
    index = number;
    fp = register;
  }

  boolean inRegister() {
    return index >= 0;
  }

  /** The number of its register among those of its class. */
  int index() {
    return index;
  }

  MutGp gp() {
    return gp;
  }

  MutFp fp() {
    return fp;
  }
}
