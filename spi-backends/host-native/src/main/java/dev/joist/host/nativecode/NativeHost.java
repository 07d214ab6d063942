package dev.joist.host.nativecode;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.joist.spi.codegen.CodeImage;
import dev.joist.spi.codegen.Isa;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHost;
import dev.joist.spi.host.UpcallHandler;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.function.Supplier;

/** One engine's machine code on the processor itself, entered and left through the foreign function API. */
final class NativeHost implements MachineHost {
  private static final FunctionDescriptor UPCALL = FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG);

  private final Isa isa;
  private final CodeHeap code;
  private final Arena arena;
  private final MachineCalls calls;

  private NativeHost(Isa isa, CodeHeap code, Arena arena, MachineCalls calls) {
    this.isa = isa;
    this.code = code;
    this.arena = arena;
    this.calls = calls;
  }

  /** @param checked stubs that calls go through, if any */
  static NativeHost open(Isa isa, CodeMemory memory, UpcallHandler upcalls, Optional<CheckedStubs> checked) throws InstallException {
    CodeHeap code = CodeHeap.open(memory);
    Arena arena = Arena.ofConfined();
    try {
      Supplier<MemorySegment> upcall = () -> Linker.nativeLinker().upcallStub(dispatcher(upcalls), UPCALL, arena);
      return new NativeHost(isa, code, arena, checked.isPresent() ? new MachineCalls.Checked(checked.get(), code, arena, upcall.get()) : new MachineCalls.Direct(upcall));
    } catch (InstallException e) {
      code.close();
      arena.close();
      throw e;
    }
  }

  private static MethodHandle dispatcher(UpcallHandler upcalls) {
    try {
      return MethodHandles.lookup()
          .findVirtual(UpcallHandler.class, "dispatch", MethodType.methodType(long.class, long.class, long.class))
          .bindTo(upcalls);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("UpcallHandler.dispatch", e);
    }
  }

  @Override
  public long install(CodeImage image) throws InstallException {
    if (!image.isa().equals(isa)) {
      throw new InstallException("this machine runs " + isa.name() + " code, not " + image.isa().name());
    }
    if (image.bytes().length == 0) {
      throw new InstallException("the image is empty");
    }
    return code.add(image.bytes());
  }

  @Override
  public void free(long address) {
    code.free(address);
  }

  @Override
  public long call(long entry, long a, long b, long c, long d) {
    return calls.call(entry, a, b, c, d);
  }

  @Override
  public long upcallAddress() {
    return calls.upcallAddress();
  }

  @Override
  public Stack newStack(long bytes) throws InstallException {
    MemorySegment stack = code.newStack(bytes);
    return new Stack(stack.address(), stack.address() + stack.byteSize());
  }

  /** The processor checks nothing but pages. */
  @Override
  public void allow(long address, long bytes) {
    // Contract: hosts that cannot check ignore it.
  }

  @Override
  public long executedInstructions() {
    return -1;
  }

  @Override
  public void close() {
    code.close();
    arena.close();
  }
}
