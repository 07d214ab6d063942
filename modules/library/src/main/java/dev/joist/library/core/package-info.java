/** What all built-ins are written with: how they are defined, the standard's abstract operations, iteration, rooted values. */
package dev.joist.library.core;
