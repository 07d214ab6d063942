/**
 * Bytecode as text, both ways. A file holds functions; the first is the one that is meant, others are constants of functions before them.
 *
 * <pre>
 * ; a comment
 * .function f0 "twice" normal strict
 * .parameters 1
 * .registers 3
 * .sites 1
 * .constant k0 number 2
 *   Mul r2, r1, r1, s0
 *   Return r2
 * .end
 * </pre>
 *
 * <p>Kinds are those of {@link dev.joist.bytecode.FunctionKind} in lower case. Without {@code .registers} they are counted; without
 * {@code .sites} the instructions name no sites, and they are allotted. Jump targets are labels ({@code L3:} on a line of its own or before an
 * instruction). Instead of a constant's name a number or a string may stand where one is wanted, and a function's name.
 * Further directives: {@code .length 1}, {@code .handler start end target}, {@code .position line column ["callee"]} before an instruction,
 * {@code .text t0 "…"} at top level and {@code .source t0 "file" start end} in a function, and the constants {@code string "…"},
 * {@code function f1}, {@code keys "a" "b"}, {@code template "cooked" null raw "raw" "raw2"},
 * {@code globals vars "a" functions "b" lexicals "c" constants "c"}.
 */
package dev.joist.bytecode.text;
