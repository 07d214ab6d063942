package dev.joist.library.regexp;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.function.IntPredicate;

/** What {@code \p{…}} means, by Java's own tables. */
final class UnicodeProperties {
  private static final Map<String, String> CATEGORIES = Map.ofEntries(
      Map.entry("Letter", "L"), Map.entry("Cased_Letter", "LC"), Map.entry("Uppercase_Letter", "Lu"), Map.entry("Lowercase_Letter", "Ll"),
      Map.entry("Titlecase_Letter", "Lt"), Map.entry("Modifier_Letter", "Lm"), Map.entry("Other_Letter", "Lo"), Map.entry("Mark", "M"),
      Map.entry("Combining_Mark", "M"), Map.entry("Nonspacing_Mark", "Mn"), Map.entry("Spacing_Mark", "Mc"), Map.entry("Enclosing_Mark", "Me"),
      Map.entry("Number", "N"), Map.entry("Decimal_Number", "Nd"), Map.entry("digit", "Nd"), Map.entry("Letter_Number", "Nl"),
      Map.entry("Other_Number", "No"), Map.entry("Punctuation", "P"), Map.entry("punct", "P"), Map.entry("Connector_Punctuation", "Pc"),
      Map.entry("Dash_Punctuation", "Pd"), Map.entry("Open_Punctuation", "Ps"), Map.entry("Close_Punctuation", "Pe"),
      Map.entry("Initial_Punctuation", "Pi"), Map.entry("Final_Punctuation", "Pf"), Map.entry("Other_Punctuation", "Po"),
      Map.entry("Symbol", "S"), Map.entry("Math_Symbol", "Sm"), Map.entry("Currency_Symbol", "Sc"), Map.entry("Modifier_Symbol", "Sk"),
      Map.entry("Other_Symbol", "So"), Map.entry("Separator", "Z"), Map.entry("Space_Separator", "Zs"), Map.entry("Line_Separator", "Zl"),
      Map.entry("Paragraph_Separator", "Zp"), Map.entry("Other", "C"), Map.entry("Control", "Cc"), Map.entry("cntrl", "Cc"), Map.entry("Format", "Cf"),
      Map.entry("Surrogate", "Cs"), Map.entry("Private_Use", "Co"), Map.entry("Unassigned", "Cn"));
  /** The short names in the order of Java's numbers of them; there is no 17. */
  private static final String[] TYPES = {"Cn", "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Me", "Mc", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "", "Co",
      "Cs", "Pd", "Ps", "Pe", "Pc", "Po", "Sm", "Sc", "Sk", "So", "Pi", "Pf"};

  private UnicodeProperties() {}

  /** The property of a name or {@code name=value}; null when it is unknown. */
  static IntPredicate of(String expression) {
    int equals = expression.indexOf('=');
    if (equals < 0) {
      IntPredicate category = category(expression);
      return category != null ? category : binary(expression);
    }
    String value = expression.substring(equals + 1);
    return switch (expression.substring(0, equals)) {
      case "General_Category", "gc" -> category(value);
      case "Script", "sc", "Script_Extensions", "scx" -> script(value);
      default -> null;
    };
  }

  private static IntPredicate category(String name) {
    String shortName = CATEGORIES.getOrDefault(name, name);
    if (shortName.equals("LC")) {
      return c -> Character.getType(c) >= 1 && Character.getType(c) <= 3;
    }
    long types = 0;
    for (int i = 0; i < TYPES.length; i++) {
      if (!TYPES[i].isEmpty() && !shortName.isEmpty() && TYPES[i].startsWith(shortName)) {
        types |= 1L << i;
      }
    }
    if (types == 0) {
      return null;
    }
    long wanted = types;
    return c -> (wanted & 1L << Character.getType(c)) != 0;
  }

  private static IntPredicate script(String name) {
    try {
      UnicodeScript script = UnicodeScript.forName(name);
      return c -> UnicodeScript.of(c) == script;
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private static IntPredicate binary(String name) {
    return switch (name) {
      case "Any" -> _ -> true;
      case "ASCII" -> c -> c < 128;
      case "Assigned" -> Character::isDefined;
      case "Alphabetic", "Alpha" -> Character::isAlphabetic;
      case "Uppercase", "Upper" -> Character::isUpperCase;
      case "Lowercase", "Lower" -> Character::isLowerCase;
      case "White_Space", "space" -> c -> c >= 9 && c <= 13 || c == 0x85 || Character.isSpaceChar(c);
      case "ID_Start", "IDS" -> Character::isUnicodeIdentifierStart;
      case "ID_Continue", "IDC" -> c -> Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
      case "Ideographic", "Ideo" -> Character::isIdeographic;
      case "Emoji" -> Character::isEmoji;
      case "Emoji_Presentation", "EPres" -> Character::isEmojiPresentation;
      case "Emoji_Modifier", "EMod" -> Character::isEmojiModifier;
      case "Emoji_Modifier_Base", "EBase" -> Character::isEmojiModifierBase;
      case "Emoji_Component", "EComp" -> Character::isEmojiComponent;
      case "Extended_Pictographic", "ExtPict" -> Character::isExtendedPictographic;
      case "ASCII_Hex_Digit", "AHex" -> c -> c < 128 && Character.digit(c, 16) >= 0;
      case "Hex_Digit", "Hex" -> c -> Character.digit(c, 16) >= 0 && (c < 128 || c >= 0xFF10 && c <= 0xFF46);
      default -> null;
    };
  }
}
