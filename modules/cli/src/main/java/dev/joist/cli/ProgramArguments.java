package dev.joist.cli;

import dev.joist.embedding.Engine;
import dev.joist.embedding.ObjectValue;
import dev.joist.embedding.Value;
import java.util.List;

/** Gives a program its arguments as node does, in {@code process.argv}: the command, the program's file, and what follows. */
final class ProgramArguments {
  private ProgramArguments() {}

  static void define(Engine engine, String file, List<String> arguments) {
    ObjectValue process = engine.newObject();
    ObjectValue argv = engine.newArray();
    argv.set("0", Value.of("joist"));
    argv.set("1", Value.of(file));
    for (int i = 0; i < arguments.size(); i++) {
      argv.set(String.valueOf(i + 2), Value.of(arguments.get(i)));
    }
    process.set("argv", argv);
    engine.global().set("process", process);
  }
}
