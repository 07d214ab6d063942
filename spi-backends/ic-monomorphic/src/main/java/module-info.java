import dev.joist.ic.monomorphic.MonomorphicCache;
import dev.joist.spi.ic.InlineCacheStrategy;

/** Monomorphic inline caches: facts as data. */
module dev.joist.ic.monomorphic {
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;

  provides InlineCacheStrategy with MonomorphicCache;
}
