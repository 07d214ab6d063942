/** What an application sees. */
package dev.joist.embedding;
