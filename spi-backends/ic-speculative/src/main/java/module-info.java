import dev.joist.ic.speculative.SpeculativeCache;
import dev.joist.spi.ic.InlineCacheStrategy;

/** Speculative inline caches: shape ids baked into code, with deoptimization. */
module dev.joist.ic.speculative {
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;

  provides InlineCacheStrategy with SpeculativeCache;
}
