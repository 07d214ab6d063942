package dev.joist.conformance.kit;

import java.util.List;

/** The rules for implementations of one SPI, bound to the implementation that is to keep them. */
public interface Kit extends AutoCloseable {
  /** What it checks: {@code backend}. */
  String name();

  /** What is checked: {@code x86-64 on native}. */
  String subject();

  /** In the order in which they are best read; ids differ. */
  List<Rule> rules();

  /** Gives back what the rules share. */
  @Override
  void close();
}
