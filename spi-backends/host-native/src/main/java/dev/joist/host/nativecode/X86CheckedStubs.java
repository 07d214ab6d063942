package dev.joist.host.nativecode;

import java.util.List;

/** For the System V ABI of x86-64. Encodings come from GNU as. */
final class X86CheckedStubs {
  /** {@code long enter(target, a, b, c, d, report)}. */
  private static final String ENTRY =
      "55" +                                       // push rbp
      "53" +                                       // push rbx
      "4154" +                                     // push r12
      "4155" +                                     // push r13
      "4156" +                                     // push r14
      "4157" +                                     // push r15
      "4151" +                                     // push r9
      "4883ec10" +                                 // sub rsp,0x10
      "48b8d01ea1c47ae50d7c" +                     // movabs rax,0x7c0de57ac4a11ed0
      "48890424" +                                 // mov QWORD PTR [rsp],rax
      "48bd01000000fe5afe5a" +                     // movabs rbp,0x5afe5afe00000001
      "488d5d01" +                                 // lea rbx,[rbp+0x1]
      "4c8d6502" +                                 // lea r12,[rbp+0x2]
      "4c8d6d03" +                                 // lea r13,[rbp+0x3]
      "4c8d7504" +                                 // lea r14,[rbp+0x4]
      "4c8d7d05" +                                 // lea r15,[rbp+0x5]
      "4889f8" +                                   // mov rax,rdi
      "4889f7" +                                   // mov rdi,rsi
      "4889d6" +                                   // mov rsi,rdx
      "4889ca" +                                   // mov rdx,rcx
      "4c89c1" +                                   // mov rcx,r8
      "ffd0" +                                     // call rax
      "31c9" +                                     // xor ecx,ecx
      "48ba01000000fe5afe5a" +                     // movabs rdx,0x5afe5afe00000001
      "4839d5" +                                   // cmp rbp,rdx
      "7403" +                                     // je 0x61
      "83c901" +                                   // or ecx,0x1
      "48ffc2" +                                   // inc rdx
      "4839d3" +                                   // cmp rbx,rdx
      "7403" +                                     // je 0x6c
      "83c902" +                                   // or ecx,0x2
      "48ffc2" +                                   // inc rdx
      "4939d4" +                                   // cmp r12,rdx
      "7403" +                                     // je 0x77
      "83c904" +                                   // or ecx,0x4
      "48ffc2" +                                   // inc rdx
      "4939d5" +                                   // cmp r13,rdx
      "7403" +                                     // je 0x82
      "83c908" +                                   // or ecx,0x8
      "48ffc2" +                                   // inc rdx
      "4939d6" +                                   // cmp r14,rdx
      "7403" +                                     // je 0x8d
      "83c910" +                                   // or ecx,0x10
      "48ffc2" +                                   // inc rdx
      "4939d7" +                                   // cmp r15,rdx
      "7403" +                                     // je 0x98
      "83c920" +                                   // or ecx,0x20
      "48bad01ea1c47ae50d7c" +                     // movabs rdx,0x7c0de57ac4a11ed0
      "48391424" +                                 // cmp QWORD PTR [rsp],rdx
      "7403" +                                     // je 0xab
      "83c940" +                                   // or ecx,0x40
      "4c8b4c2410" +                               // mov r9,QWORD PTR [rsp+0x10]
      "490909" +                                   // or QWORD PTR [r9],rcx
      "4883c418" +                                 // add rsp,0x18
      "415f" +                                     // pop r15
      "415e" +                                     // pop r14
      "415d" +                                     // pop r13
      "415c" +                                     // pop r12
      "5b" +                                       // pop rbx
      "5d" +                                       // pop rbp
      "c3";                                       // ret

  /** {@code long leave(kind, argument)}. */
  private static final String EXIT =
      "89e0" +                                     // mov eax,esp
      "83e00f" +                                   // and eax,0xf
      "83f808" +                                   // cmp eax,0x8
      "7411" +                                     // je 0x1b
      "48b81111111111111111" +                     // movabs rax,0x1111111111111111
      "48810880000000" +                           // or QWORD PTR [rax],0x80
      "55" +                                       // push rbp
      "4889e5" +                                   // mov rbp,rsp
      "4883e4f0" +                                 // and rsp,0xfffffffffffffff0
      "48b82222222222222222" +                     // movabs rax,0x2222222222222222
      "ffd0" +                                     // call rax
      "48b9d0bad0bad0baf47f" +                     // movabs rcx,0x7ff4bad0bad0bad0
      "4889ca" +                                   // mov rdx,rcx
      "4889ce" +                                   // mov rsi,rcx
      "4889cf" +                                   // mov rdi,rcx
      "4989c8" +                                   // mov r8,rcx
      "4989c9" +                                   // mov r9,rcx
      "4989ca" +                                   // mov r10,rcx
      "4989cb" +                                   // mov r11,rcx
      "66480f6ec1" +                               // movq xmm0,rcx
      "66480f6ec9" +                               // movq xmm1,rcx
      "66480f6ed1" +                               // movq xmm2,rcx
      "66480f6ed9" +                               // movq xmm3,rcx
      "66480f6ee1" +                               // movq xmm4,rcx
      "66480f6ee9" +                               // movq xmm5,rcx
      "66480f6ef1" +                               // movq xmm6,rcx
      "66480f6ef9" +                               // movq xmm7,rcx
      "664c0f6ec1" +                               // movq xmm8,rcx
      "664c0f6ec9" +                               // movq xmm9,rcx
      "664c0f6ed1" +                               // movq xmm10,rcx
      "664c0f6ed9" +                               // movq xmm11,rcx
      "664c0f6ee1" +                               // movq xmm12,rcx
      "664c0f6ee9" +                               // movq xmm13,rcx
      "664c0f6ef1" +                               // movq xmm14,rcx
      "664c0f6ef9" +                               // movq xmm15,rcx
      "c9" +                                       // leave
      "c3";                                       // ret

  static final CheckedStubs STUBS = new CheckedStubs(ENTRY, EXIT, List.of("rbp", "rbx", "r12", "r13", "r14", "r15", "its caller's stack"));

  private X86CheckedStubs() {}
}
