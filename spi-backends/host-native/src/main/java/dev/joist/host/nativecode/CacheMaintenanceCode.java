package dev.joist.host.nativecode;

/**
 * Cache maintenance for AArch64 as machine code, {@code void maintain(start, end)}: what compilers put behind
 * {@code __clear_cache}, which no library exports everywhere. Encodings come from GNU as.
 *
 * <p>The architecture asks that written code be cleaned from the data cache to where fetches see it, then that the
 * instruction cache lose its old lines, each step completed, and that the fetching processor start over (Arm Architecture
 * Reference Manual, B2.4.4, "Implication of caches for the application programmer").
 */
final class CacheMaintenanceCode {
  static final int[] WORDS = {
    0xd53b0023, //     mrs  x3, ctr_el0
    0x52800085, //     mov  w5, #4
    0xd3504c64, //     ubfx x4, x3, #16, #4    log2 of the words in a line of the data cache
    0x9ac420a4, //     lsl  x4, x5, x4
    0xd1000486, //     sub  x6, x4, #1
    0x8a260006, //     bic  x6, x0, x6
    0xd50b7b26, // 1:  dc   cvau, x6
    0x8b0400c6, //     add  x6, x6, x4
    0xeb0100df, //     cmp  x6, x1
    0x54ffffa3, //     b.lo 1b
    0xd5033b9f, //     dsb  ish
    0x92400c64, //     and  x4, x3, #15        … of the instruction cache
    0x9ac420a4, //     lsl  x4, x5, x4
    0xd1000486, //     sub  x6, x4, #1
    0x8a260006, //     bic  x6, x0, x6
    0xd50b7526, // 2:  ic   ivau, x6
    0x8b0400c6, //     add  x6, x6, x4
    0xeb0100df, //     cmp  x6, x1
    0x54ffffa3, //     b.lo 2b
    0xd5033b9f, //     dsb  ish
    0xd5033fdf, //     isb
    0xd65f03c0, //     ret
  };

  private CacheMaintenanceCode() {}
}
