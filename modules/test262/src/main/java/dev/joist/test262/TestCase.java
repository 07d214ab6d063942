package dev.joist.test262;

/**
 * One file of the suite.
 *
 * @param path below the suite's {@code test} folder, with {@code /}
 */
record TestCase(String path, String source, FrontMatter frontMatter) {}
