/** The joist command. */
module dev.joist.cli {
  requires transitive dev.joist.embedding;
  requires transitive dev.joist.engine;
  requires info.picocli;

  opens dev.joist.cli to info.picocli;
}
