/** Calls, returns, closures, scopes, exceptions. */
package dev.joist.plugin.call;
