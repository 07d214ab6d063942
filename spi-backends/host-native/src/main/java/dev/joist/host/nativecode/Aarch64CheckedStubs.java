package dev.joist.host.nativecode;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** For AAPCS64. Encodings come from GNU as. */
final class Aarch64CheckedStubs {
  /** {@code long enter(target, a, b, c, d, report)}. */
  private static final String ENTRY =
      "fd7bb4a9" +      // stp x29, x30, [sp, #-192]!
      "f35301a9" +      // stp x19, x20, [sp, #16]
      "f55b02a9" +      // stp x21, x22, [sp, #32]
      "f76303a9" +      // stp x23, x24, [sp, #48]
      "f96b04a9" +      // stp x25, x26, [sp, #64]
      "fb7305a9" +      // stp x27, x28, [sp, #80]
      "e827066d" +      // stp d8, d9, [sp, #96]
      "ea2f076d" +      // stp d10, d11, [sp, #112]
      "ec37086d" +      // stp d12, d13, [sp, #128]
      "ee3f096d" +      // stp d14, d15, [sp, #144]
      "e55300f9" +      // str x5, [sp, #160]
      "a9100058" +      // ldr x9, 240 <canary>
      "e927bfa9" +      // stp x9, x9, [sp, #-16]!
      "33100058" +      // ldr x19, 238 <pattern>
      "74060091" +      // add x20, x19, #0x1
      "750a0091" +      // add x21, x19, #0x2
      "760e0091" +      // add x22, x19, #0x3
      "77120091" +      // add x23, x19, #0x4
      "78160091" +      // add x24, x19, #0x5
      "791a0091" +      // add x25, x19, #0x6
      "7a1e0091" +      // add x26, x19, #0x7
      "7b220091" +      // add x27, x19, #0x8
      "7c260091" +      // add x28, x19, #0x9
      "7d2a0091" +      // add x29, x19, #0xa
      "a803679e" +      // fmov d8, x29
      "8903679e" +      // fmov d9, x28
      "6a03679e" +      // fmov d10, x27
      "4b03679e" +      // fmov d11, x26
      "2c03679e" +      // fmov d12, x25
      "0d03679e" +      // fmov d13, x24
      "ee02679e" +      // fmov d14, x23
      "cf02679e" +      // fmov d15, x22
      "e90300aa" +      // mov x9, x0
      "e00301aa" +      // mov x0, x1
      "e10302aa" +      // mov x1, x2
      "e20303aa" +      // mov x2, x3
      "e30304aa" +      // mov x3, x4
      "20013fd6" +      // blr x9
      "010080d2" +      // mov x1, #0x0
      "e20c0058" +      // ldr x2, 238 <pattern>
      "7f0202eb" +      // cmp x19, x2
      "e3079f9a" +      // cset x3, ne
      "210003aa" +      // orr x1, x1, x3
      "42040091" +      // add x2, x2, #0x1
      "9f0202eb" +      // cmp x20, x2
      "e3079f9a" +      // cset x3, ne
      "210403aa" +      // orr x1, x1, x3, lsl #1
      "42040091" +      // add x2, x2, #0x1
      "bf0202eb" +      // cmp x21, x2
      "e3079f9a" +      // cset x3, ne
      "210803aa" +      // orr x1, x1, x3, lsl #2
      "42040091" +      // add x2, x2, #0x1
      "df0202eb" +      // cmp x22, x2
      "e3079f9a" +      // cset x3, ne
      "210c03aa" +      // orr x1, x1, x3, lsl #3
      "42040091" +      // add x2, x2, #0x1
      "ff0202eb" +      // cmp x23, x2
      "e3079f9a" +      // cset x3, ne
      "211003aa" +      // orr x1, x1, x3, lsl #4
      "42040091" +      // add x2, x2, #0x1
      "1f0302eb" +      // cmp x24, x2
      "e3079f9a" +      // cset x3, ne
      "211403aa" +      // orr x1, x1, x3, lsl #5
      "42040091" +      // add x2, x2, #0x1
      "3f0302eb" +      // cmp x25, x2
      "e3079f9a" +      // cset x3, ne
      "211803aa" +      // orr x1, x1, x3, lsl #6
      "42040091" +      // add x2, x2, #0x1
      "5f0302eb" +      // cmp x26, x2
      "e3079f9a" +      // cset x3, ne
      "211c03aa" +      // orr x1, x1, x3, lsl #7
      "42040091" +      // add x2, x2, #0x1
      "7f0302eb" +      // cmp x27, x2
      "e3079f9a" +      // cset x3, ne
      "212003aa" +      // orr x1, x1, x3, lsl #8
      "42040091" +      // add x2, x2, #0x1
      "9f0302eb" +      // cmp x28, x2
      "e3079f9a" +      // cset x3, ne
      "212403aa" +      // orr x1, x1, x3, lsl #9
      "42040091" +      // add x2, x2, #0x1
      "bf0302eb" +      // cmp x29, x2
      "e3079f9a" +      // cset x3, ne
      "212803aa" +      // orr x1, x1, x3, lsl #10
      "0401669e" +      // fmov x4, d8
      "9f0002eb" +      // cmp x4, x2
      "e3079f9a" +      // cset x3, ne
      "212c03aa" +      // orr x1, x1, x3, lsl #11
      "420400d1" +      // sub x2, x2, #0x1
      "2401669e" +      // fmov x4, d9
      "9f0002eb" +      // cmp x4, x2
      "e3079f9a" +      // cset x3, ne
      "213003aa" +      // orr x1, x1, x3, lsl #12
      "420400d1" +      // sub x2, x2, #0x1
      "4401669e" +      // fmov x4, d10
      "9f0002eb" +      // cmp x4, x2
      "e3079f9a" +      // cset x3, ne
      "213403aa" +      // orr x1, x1, x3, lsl #13
      "420400d1" +      // sub x2, x2, #0x1
      "6401669e" +      // fmov x4, d11
      "9f0002eb" +      // cmp x4, x2
      "e3079f9a" +      // cset x3, ne
      "213803aa" +      // orr x1, x1, x3, lsl #14
      "420400d1" +      // sub x2, x2, #0x1
      "8401669e" +      // fmov x4, d12
      "9f0002eb" +      // cmp x4, x2
      "e3079f9a" +      // cset x3, ne
      "213c03aa" +      // orr x1, x1, x3, lsl #15
      "420400d1" +      // sub x2, x2, #0x1
      "a401669e" +      // fmov x4, d13
      "9f0002eb" +      // cmp x4, x2
      "e3079f9a" +      // cset x3, ne
      "214003aa" +      // orr x1, x1, x3, lsl #16
      "420400d1" +      // sub x2, x2, #0x1
      "c401669e" +      // fmov x4, d14
      "9f0002eb" +      // cmp x4, x2
      "e3079f9a" +      // cset x3, ne
      "214403aa" +      // orr x1, x1, x3, lsl #17
      "420400d1" +      // sub x2, x2, #0x1
      "e401669e" +      // fmov x4, d15
      "9f0002eb" +      // cmp x4, x2
      "e3079f9a" +      // cset x3, ne
      "214803aa" +      // orr x1, x1, x3, lsl #18
      "c2020058" +      // ldr x2, 240 <canary>
      "e40741f8" +      // ldr x4, [sp], #16
      "9f0002eb" +      // cmp x4, x2
      "e3079f9a" +      // cset x3, ne
      "214c03aa" +      // orr x1, x1, x3, lsl #19
      "e55340f9" +      // ldr x5, [sp, #160]
      "a40040f9" +      // ldr x4, [x5]
      "840001aa" +      // orr x4, x4, x1
      "a40000f9" +      // str x4, [x5]
      "ee3f496d" +      // ldp d14, d15, [sp, #144]
      "ec37486d" +      // ldp d12, d13, [sp, #128]
      "ea2f476d" +      // ldp d10, d11, [sp, #112]
      "e827466d" +      // ldp d8, d9, [sp, #96]
      "fb7345a9" +      // ldp x27, x28, [sp, #80]
      "f96b44a9" +      // ldp x25, x26, [sp, #64]
      "f76343a9" +      // ldp x23, x24, [sp, #48]
      "f55b42a9" +      // ldp x21, x22, [sp, #32]
      "f35341a9" +      // ldp x19, x20, [sp, #16]
      "fd7bcca8" +      // ldp x29, x30, [sp], #192
      "c0035fd6" +      // ret
      "01000000" +      // .word 0x00000001
      "fe5afe5a" +      // .word 0x5afe5afe
      "d01ea1c4" +      // .word 0xc4a11ed0
      "7ae50d7c";       // .word 0x7c0de57a

  /** {@code long leave(kind, argument)}. */
  private static final String EXIT =
      "ea030091" +      // mov x10, sp
      "5f0d40f2" +      // tst x10, #0xf
      "a0000054" +      // b.eq 1c <aligned>
      "2b070058" +      // ldr x11, f0 <report>
      "690140f9" +      // ldr x9, [x11]
      "29016cb2" +      // orr x9, x9, #0x100000
      "690100f9" +      // str x9, [x11]
      "5fed7c92" +      // and sp, x10, #0xfffffffffffffff0
      "fd7bbea9" +      // stp x29, x30, [sp, #-32]!
      "ea0b00f9" +      // str x10, [sp, #16]
      "fd030091" +      // mov x29, sp
      "6b060058" +      // ldr x11, f8 <target>
      "60013fd6" +      // blr x11
      "ea0b40f9" +      // ldr x10, [sp, #16]
      "fd7b40a9" +      // ldp x29, x30, [sp]
      "5f010091" +      // mov sp, x10
      "41050058" +      // ldr x1, e8 <nonsense>
      "e20301aa" +      // mov x2, x1
      "e30301aa" +      // mov x3, x1
      "e40301aa" +      // mov x4, x1
      "e50301aa" +      // mov x5, x1
      "e60301aa" +      // mov x6, x1
      "e70301aa" +      // mov x7, x1
      "e80301aa" +      // mov x8, x1
      "e90301aa" +      // mov x9, x1
      "ea0301aa" +      // mov x10, x1
      "eb0301aa" +      // mov x11, x1
      "ec0301aa" +      // mov x12, x1
      "ed0301aa" +      // mov x13, x1
      "ee0301aa" +      // mov x14, x1
      "ef0301aa" +      // mov x15, x1
      "f00301aa" +      // mov x16, x1
      "f10301aa" +      // mov x17, x1
      "2000679e" +      // fmov d0, x1
      "2100679e" +      // fmov d1, x1
      "2200679e" +      // fmov d2, x1
      "2300679e" +      // fmov d3, x1
      "2400679e" +      // fmov d4, x1
      "2500679e" +      // fmov d5, x1
      "2600679e" +      // fmov d6, x1
      "2700679e" +      // fmov d7, x1
      "3000679e" +      // fmov d16, x1
      "3100679e" +      // fmov d17, x1
      "3200679e" +      // fmov d18, x1
      "3300679e" +      // fmov d19, x1
      "3400679e" +      // fmov d20, x1
      "3500679e" +      // fmov d21, x1
      "3600679e" +      // fmov d22, x1
      "3700679e" +      // fmov d23, x1
      "3800679e" +      // fmov d24, x1
      "3900679e" +      // fmov d25, x1
      "3a00679e" +      // fmov d26, x1
      "3b00679e" +      // fmov d27, x1
      "3c00679e" +      // fmov d28, x1
      "3d00679e" +      // fmov d29, x1
      "3e00679e" +      // fmov d30, x1
      "3f00679e" +      // fmov d31, x1
      "c0035fd6" +      // ret
      "d0bad0ba" +      // .word 0xbad0bad0
      "d0baf47f" +      // .word 0x7ff4bad0
      "11111111" +      // .word 0x11111111
      "11111111" +      // .word 0x11111111
      "22222222" +      // .word 0x22222222
      "22222222";       // .word 0x22222222

  static final CheckedStubs STUBS = new CheckedStubs(ENTRY, EXIT, Stream.of(
      IntStream.rangeClosed(19, 29).mapToObj(i -> "x" + i), IntStream.rangeClosed(8, 15).mapToObj(i -> "d" + i), Stream.of("its caller's stack"))
      .flatMap(names -> names).toList());

  private Aarch64CheckedStubs() {}
}
