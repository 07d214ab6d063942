/** Named properties, elements, objects, arrays. */
package dev.joist.plugin.property;
