package dev.joist.runtime.vm;

/** The symbols that the language itself uses. */
public enum WellKnownSymbol {
  ASYNC_ITERATOR("asyncIterator"), HAS_INSTANCE("hasInstance"), IS_CONCAT_SPREADABLE("isConcatSpreadable"), ITERATOR("iterator"), MATCH("match"),
  MATCH_ALL("matchAll"), REPLACE("replace"), SEARCH("search"), SPECIES("species"), SPLIT("split"), TO_PRIMITIVE("toPrimitive"),
  TO_STRING_TAG("toStringTag"), UNSCOPABLES("unscopables");

  private final String property;

  WellKnownSymbol(String property) {
    this.property = property;
  }

  /** The property of Symbol that holds it. */
  public String property() {
    return property;
  }
}
