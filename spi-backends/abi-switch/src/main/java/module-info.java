import dev.joist.abi.stackswitch.SwitchAbi;
import dev.joist.spi.abi.SlowPathAbi;

/** Slow paths leave machine code by switching from its own stack to Java's. */
module dev.joist.abi.stackswitch {
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;

  provides SlowPathAbi with SwitchAbi;
}
