package dev.joist.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Which file a request means. Source: "CommonJS modules", "All together", in node's documentation. */
final class Resolver {
  private final PackageJson.Reader packages;

  Resolver(PackageJson.Reader packages) {
    this.packages = packages;
  }

  /**
   * The file that a request means.
   *
   * @param from the directory of the module that asks
   * @return null when there is none
   * @throws ResolutionException when a package forbids it
   */
  Path resolve(String request, Path from) throws ResolutionException {
    try {
      if (request.equals(".") || request.equals("..") || request.startsWith("./") || request.startsWith("../") || request.startsWith("/")) {
        return fileOrDirectory(from.resolve(request).normalize(), request.endsWith("/") || request.endsWith("."));
      }
      return request.startsWith("#") ? internal(request, from) : fromPackages(request, from);
    } catch (InvalidPathException _) {
      return null;
    }
  }

  private Path internal(String request, Path from) throws ResolutionException {
    PackageJson scope = scope(from);
    if (scope == null || !scope.content().containsKey("imports")) {
      return null;
    }
    Path target = new PackageTargets(scope, this).of(scope.content().get("imports"), request, from);
    if (target == null) {
      throw new ResolutionException("ERR_PACKAGE_IMPORT_NOT_DEFINED", "Package import specifier \"" + request + "\" is not defined");
    }
    return target;
  }

  private Path fromPackages(String request, Path from) throws ResolutionException {
    int end = request.indexOf('/', request.startsWith("@") ? request.indexOf('/') + 1 : 0);
    String name = end < 0 ? request : request.substring(0, end);
    String subpath = "." + request.substring(name.length());
    PackageJson own = scope(from);
    if (own != null && own.content().get("exports") != null && name.equals(own.text("name"))) {
      return exported(own, subpath);
    }
    for (Path directory = from; directory != null; directory = directory.getParent()) {
      Path modules = directory.resolve("node_modules");
      if (directory.endsWith("node_modules") || !Files.isDirectory(modules)) {
        continue;
      }
      PackageJson found = packages.read(modules.resolve(name));
      if (found != null && found.content().get("exports") != null) {
        return exported(found, subpath);
      }
      Path file = fileOrDirectory(modules.resolve(request).normalize(), request.endsWith("/"));
      if (file != null) {
        return file;
      }
    }
    return null;
  }

  private Path exported(PackageJson found, String subpath) throws ResolutionException {
    Path target = new PackageTargets(found, this).exported(subpath);
    if (target == null) {
      throw new ResolutionException("ERR_PACKAGE_PATH_NOT_EXPORTED", subpath.equals(".")
          ? "No \"exports\" main defined in " + found.directory().resolve("package.json")
          : "Package subpath '" + subpath + "' is not defined by \"exports\" in " + found.directory().resolve("package.json"));
    }
    return target;
  }

  /** The package that a directory belongs to, or null. */
  PackageJson scope(Path from) {
    for (Path directory = from; directory != null && !directory.endsWith("node_modules"); directory = directory.getParent()) {
      PackageJson found = packages.read(directory);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private Path fileOrDirectory(Path path, boolean directoryOnly) {
    Path file = directoryOnly ? null : file(path);
    return file != null ? file : directory(path);
  }

  private static Path file(Path path) {
    for (String extension : new String[] {"", ".js", ".json"}) {
      Path candidate = extension.isEmpty() || path.getFileName() == null ? path : path.resolveSibling(path.getFileName() + extension);
      if (Files.isRegularFile(candidate)) {
        return real(candidate);
      }
    }
    return null;
  }

  private Path directory(Path path) {
    if (!Files.isDirectory(path)) {
      return null;
    }
    PackageJson own = packages.read(path);
    String main = own == null ? null : own.text("main");
    if (main != null && !main.isEmpty()) {
      Path named = path.resolve(main).normalize();
      Path file = file(named);
      if (file == null) {
        file = file(named.resolve("index"));
      }
      if (file != null) {
        return file;
      }
    }
    return file(path.resolve("index"));
  }

  static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException _) {
      return file;
    }
  }
}
