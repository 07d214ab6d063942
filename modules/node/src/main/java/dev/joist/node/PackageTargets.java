package dev.joist.node;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@code exports} and {@code imports} of a package. Source: "Modules: Packages" in node's documentation. */
final class PackageTargets {
  private static final Set<String> CONDITIONS = Set.of("node", "require", "module-sync", "default");

  private final PackageJson owner;
  private final Resolver resolver;

  PackageTargets(PackageJson owner, Resolver resolver) {
    this.owner = owner;
    this.resolver = resolver;
  }

  /** What {@code exports} gives for "." or "./sub/path"; null when it gives nothing. */
  Path exported(String subpath) throws ResolutionException {
    Object exports = owner.content().get("exports");
    boolean bySubpath = exports instanceof Map<?, ?> map && map.keySet().stream().anyMatch(key -> key.toString().startsWith("."));
    if (!bySubpath) {
      return subpath.equals(".") ? target(exports, "", owner.directory()) : null;
    }
    return of(exports, subpath, owner.directory());
  }

  /** What a table of names, some with a star in them, gives for one. */
  Path of(Object table, String name, Path from) throws ResolutionException {
    if (!(table instanceof Map<?, ?> map)) {
      return null;
    }
    if (map.containsKey(name) && !name.contains("*")) {
      return target(map.get(name), "", from);
    }
    String best = null;
    for (Object key : map.keySet()) {
      String pattern = key.toString();
      int star = pattern.indexOf('*');
      if (star >= 0 && name.length() >= pattern.length() && name.startsWith(pattern.substring(0, star)) && name.endsWith(pattern.substring(star + 1))
          && (best == null || star > best.indexOf('*'))) {
        best = pattern;
      }
    }
    if (best == null) {
      return null;
    }
    int star = best.indexOf('*');
    return target(map.get(best), name.substring(star, name.length() - (best.length() - star - 1)), from);
  }

  private Path target(Object target, String match, Path from) throws ResolutionException {
    return switch (target) {
      case String text -> file(text.replace("*", match), from);
      case List<?> alternatives -> first(alternatives, match, from);
      case Map<?, ?> conditions -> conditional(conditions, match, from);
      case null, default -> null;
    };
  }

  private Path file(String target, Path from) throws ResolutionException {
    if (!target.startsWith("./")) {
      return resolver.resolve(target, from);
    }
    Path file = owner.directory().resolve(target).normalize();
    return file.startsWith(owner.directory()) && Files.isRegularFile(file) ? Resolver.real(file) : null;
  }

  private Path first(List<?> alternatives, String match, Path from) throws ResolutionException {
    for (Object alternative : alternatives) {
      Path file = target(alternative, match, from);
      if (file != null) {
        return file;
      }
    }
    return null;
  }

  private Path conditional(Map<?, ?> conditions, String match, Path from) throws ResolutionException {
    for (Map.Entry<?, ?> condition : conditions.entrySet()) {
      if (CONDITIONS.contains(condition.getKey().toString())) {
        Path file = target(condition.getValue(), match, from);
        if (file != null) {
          return file;
        }
      }
    }
    return null;
  }
}
