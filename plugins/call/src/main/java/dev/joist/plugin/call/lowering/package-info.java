/** How calls, returns and scopes become machine code. */
package dev.joist.plugin.call.lowering;
