/** The joist command. */
module dev.joist.cli {
  requires dev.joist.embedding;
  requires dev.joist.engine;
  requires info.picocli;
}
