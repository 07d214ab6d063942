package dev.joist.library.json;

/** The payload of what JSON.rawJSON makes. */
record RawJson(String text) {}
