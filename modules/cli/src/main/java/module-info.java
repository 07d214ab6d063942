/** The joist command. */
module dev.joist.cli {
  requires dev.joist.embedding;
  requires dev.joist.engine;
  requires dev.joist.test262;
  requires info.picocli;
}
