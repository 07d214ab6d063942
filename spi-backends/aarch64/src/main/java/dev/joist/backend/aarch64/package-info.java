/** AArch64 code generation. */
package dev.joist.backend.aarch64;
