package dev.joist.library.string;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.vm.Arguments;

/** String.prototype's methods of the nineties that put HTML tags around a string (Annex B). */
final class StringHtml extends Natives {
  static final String MEMBERS = "anchor/1, big/0, blink/0, bold/0, fixed/0, fontcolor/1, fontsize/1, italics/0, link/1, small/0, strike/0, sub/0, sup/0";

  StringHtml(Builtins builtins) {
    super(builtins);
  }

  @Override
  protected long call(Arguments a, String member) {
    String self = vm.strings().toJava(js.thisText(a.thisValue(), "String.prototype." + member));
    String tag = switch (member) {
      case "anchor", "link" -> "a";
      case "bold" -> "b";
      case "fixed" -> "tt";
      case "fontcolor", "fontsize" -> "font";
      case "italics" -> "i";
      default -> member;
    };
    String attribute = switch (member) {
      case "anchor" -> "name";
      case "link" -> "href";
      case "fontcolor" -> "color";
      case "fontsize" -> "size";
      default -> "";
    };
    String opening = attribute.isEmpty() ? tag : tag + " " + attribute + "=\"" + js.toText(a.get(0)).replace("\"", "&quot;") + "\"";
    return vm.strings().fromJava("<" + opening + ">" + self + "</" + tag + ">");
  }
}
