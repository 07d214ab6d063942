package dev.joist.compiler.emit;

import dev.joist.spi.abi.SlowPathAbi;
import dev.joist.spi.codegen.CodegenBackend;
import dev.joist.spi.ic.InlineCacheStrategy;
import dev.joist.spi.regalloc.RegisterAllocator;
import dev.joist.spi.value.ValueEmitter;

/** The strategies that an engine compiles with. */
public record Strategies(
    CodegenBackend backend, ValueEmitter values, RegisterAllocator allocator, InlineCacheStrategy inlineCaches,
    SlowPathAbi abi) {}
