/** JSON. */
package dev.joist.library.json;
