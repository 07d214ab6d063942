/**
 * What an application sees: an {@link dev.joist.embedding.Engine} that runs JavaScript, its options, the values that come
 * out, and what can go wrong.
 */
package dev.joist.embedding;
