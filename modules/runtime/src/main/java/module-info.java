/** Heap, collector, shapes, strings, and the one home of every operation's meaning. */
module dev.joist.runtime {
  requires transitive dev.joist.bytecode;
  requires transitive dev.joist.spi;

  exports dev.joist.runtime.vm;
  exports dev.joist.runtime.heap;
  exports dev.joist.runtime.memory;
  exports dev.joist.runtime.number;
  exports dev.joist.runtime.object;
  exports dev.joist.runtime.operations;
  exports dev.joist.runtime.shape;
  exports dev.joist.runtime.string;
}
