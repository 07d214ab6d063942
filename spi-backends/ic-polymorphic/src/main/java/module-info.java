import dev.joist.ic.polymorphic.PolymorphicCache;
import dev.joist.spi.ic.InlineCacheStrategy;

/** Polymorphic inline caches and a stub cache: facts as data. */
module dev.joist.ic.polymorphic {
  requires transitive dev.joist.masm;
  requires transitive dev.joist.spi;

  provides InlineCacheStrategy with PolymorphicCache;
}
