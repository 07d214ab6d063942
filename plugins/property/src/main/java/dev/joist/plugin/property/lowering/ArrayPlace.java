package dev.joist.plugin.property.lowering;

import dev.joist.spi.opcode.Place;

/** What arrays have beside their elements. */
enum ArrayPlace implements Place {
  LENGTH
}
