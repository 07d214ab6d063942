package dev.joist.compiler.tier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.joist.compiler.Compilation;
import dev.joist.compiler.Compiler;
import dev.joist.compiler.emit.Strategies;
import dev.joist.runtime.vm.BytecodeFunction;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.host.HostOptions;
import dev.joist.spi.host.InstallException;
import dev.joist.spi.host.MachineHostProvider;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of hot functions that cannot be compiled, or whose code cannot run. */
class TieringTest {
  private static final HostOptions HOST_OPTIONS = new HostOptions(1 << 20, null, 0);

  private final Compiler compiler = mock(Compiler.class);
  private final MachineHostProvider provider = mock(MachineHostProvider.class);
  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void chooseStrategies() {
    when(compiler.strategies()).thenReturn(mock(Strategies.class, RETURNS_DEEP_STUBS));
  }

  private Tiering tiering(TierOptions options) {
    return new Tiering(mock(Vm.class), compiler, provider, HOST_OPTIONS, new MachineMemory(), options, warnings::add);
  }

  private static BytecodeFunction function(String name) {
    BytecodeFunction function = mock(BytecodeFunction.class);
    when(function.name()).thenReturn(name);
    return function;
  }

  @Test
  void aDeclinedFunctionIsNotTriedAgainAndItsReasonIsKept() {
    when(compiler.compile(any(), any())).thenReturn(new Compilation.Declined("too many registers"));
    Tiering tiering = tiering(new TierOptions(true, 1, false));
    BytecodeFunction function = function("f");

    tiering.hot(function);

    verify(function).decline();
    assertEquals(List.of(new TierStatistics.Declined("f", "too many registers")), tiering.statistics().declined());
    when(function.isDeclined()).thenReturn(true);
    tiering.hot(function);
    verify(compiler, times(1)).compile(any(), any());
  }

  @Test
  void noExecutableMemoryLeavesEverythingInterpretedWithOneWarning() throws InstallException {
    when(compiler.compile(any(), any())).thenReturn(mock(Compilation.Compiled.class, RETURNS_DEEP_STUBS));
    when(provider.open(any(), any(), any())).thenThrow(new InstallException("executable memory was refused"));
    Tiering tiering = tiering(new TierOptions(true, 1, false));
    BytecodeFunction first = function("first");
    BytecodeFunction second = function("second");

    tiering.hot(first);
    tiering.hot(second);

    verify(first).decline();
    verify(second).decline();
    verify(provider, times(1)).open(any(), any(), any());
    assertEquals(List.of("everything stays interpreted: executable memory was refused"), warnings);
    assertEquals(0, tiering.statistics().compiledFunctions());
  }

  @Test
  void switchedOffNothingIsCompiled() {
    Tiering tiering = tiering(new TierOptions(false, 1, false));
    BytecodeFunction function = function("f");

    assertEquals(Integer.MAX_VALUE, tiering.callThreshold());
    tiering.hot(function);

    verify(function).decline();
    verify(compiler, never()).compile(any(), any());
  }
}
