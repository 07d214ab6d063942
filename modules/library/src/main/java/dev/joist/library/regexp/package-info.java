/** Regular expressions: their own parser and backtracking matcher, the constructor RegExp and what strings do with it. */
package dev.joist.library.regexp;
