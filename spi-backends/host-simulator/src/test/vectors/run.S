// void run(struct state *state, void *code): loads registers, calls the code, stores registers.
        .globl  run
run:    stp     x29, x30, [sp, #-192]!
        stp     x19, x20, [sp, #16]
        stp     x21, x22, [sp, #32]
        stp     x23, x24, [sp, #48]
        stp     x25, x26, [sp, #64]
        stp     x27, x28, [sp, #80]
        stp     d8, d9, [sp, #96]
        stp     d10, d11, [sp, #112]
        stp     d12, d13, [sp, #128]
        stp     d14, d15, [sp, #144]
        str     x0, [sp, #160]
        mov     x16, x1
        mov     x17, x0
        ldp     q0, q1, [x17, #96]
        ldp     q2, q3, [x17, #128]
        ldp     q4, q5, [x17, #160]
        ldp     q6, q7, [x17, #192]
        ldr     x0, [x17, #224]
        msr     nzcv, x0
        ldp     x0, x1, [x17]
        ldp     x2, x3, [x17, #16]
        ldp     x4, x5, [x17, #32]
        ldp     x6, x7, [x17, #48]
        ldp     x8, x9, [x17, #64]
        ldp     x10, x11, [x17, #80]
        blr     x16
        ldr     x17, [sp, #160]
        stp     x0, x1, [x17]
        stp     x2, x3, [x17, #16]
        stp     x4, x5, [x17, #32]
        stp     x6, x7, [x17, #48]
        stp     x8, x9, [x17, #64]
        stp     x10, x11, [x17, #80]
        mrs     x0, nzcv
        str     x0, [x17, #224]
        stp     q0, q1, [x17, #96]
        stp     q2, q3, [x17, #128]
        stp     q4, q5, [x17, #160]
        stp     q6, q7, [x17, #192]
        ldp     x19, x20, [sp, #16]
        ldp     x21, x22, [sp, #32]
        ldp     x23, x24, [sp, #48]
        ldp     x25, x26, [sp, #64]
        ldp     x27, x28, [sp, #80]
        ldp     d8, d9, [sp, #96]
        ldp     d10, d11, [sp, #112]
        ldp     d12, d13, [sp, #128]
        ldp     d14, d15, [sp, #144]
        ldp     x29, x30, [sp], #192
        ret
        .section .note.GNU-stack,"",%progbits
