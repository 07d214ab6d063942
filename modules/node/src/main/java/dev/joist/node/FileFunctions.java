package dev.joist.node;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.typed.ByteArrays;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** What the module fs stands on. Paths are strings here, and 0 is standard input. */
final class FileFunctions extends Natives {
  private static final String MEMBERS = "read/1, exists/1, stat/2, list/1, write/3, makeDirectory/2, remove/2, realPath/1";

  private FileFunctions(Builtins builtins) {
    super(builtins);
  }

  static long define(Builtins builtins) {
    long object = builtins.root(builtins.js().newObject(builtins.vm().realm(Intrinsic.OBJECT_PROTOTYPE))).get();
    builtins.define().members(object, MEMBERS, new FileFunctions(builtins));
    return object;
  }

  @Override
  protected long call(Arguments a, String member) {
    String name = js.toText(a.get(0));
    Path path = Path.of(name);
    try {
      return switch (member) {
        case "read" -> ByteArrays.create(builtins, name.equals("0") ? System.in.readAllBytes() : readFile(path, name));
        case "exists" -> Values.bool(Files.exists(path));
        case "stat" -> stat(path, js.toBoolean(a.get(1)));
        case "list" -> list(path);
        case "write" -> write(path, a.get(1), js.toBoolean(a.get(2)));
        case "makeDirectory" -> {
          if (js.toBoolean(a.get(1))) {
            Files.createDirectories(path);
          } else {
            Files.createDirectory(path);
          }
          yield Values.UNDEFINED;
        }
        case "remove" -> {
          Files.delete(path);
          yield Values.UNDEFINED;
        }
        case "realPath" -> vm.strings().fromJava(path.toRealPath().toString());
        default -> throw unknown(member);
      };
    } catch (IOException e) {
      throw NodeError.system(builtins, e, member.equals("read") && Files.isDirectory(path) ? "read" : call(member), name);
    }
  }

  /** What node says was called. */
  private static String call(String member) {
    return switch (member) {
      case "read", "write" -> "open";
      case "list" -> "scandir";
      case "makeDirectory" -> "mkdir";
      case "remove" -> "unlink";
      case "realPath" -> "realpath";
      default -> member;
    };
  }

  private static byte[] readFile(Path path, String name) throws IOException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(name);
    }
    return Files.readAllBytes(path);
  }

  /** kind, size, times in milliseconds, mode. */
  private long stat(Path path, boolean ofLink) throws IOException {
    LinkOption[] options = ofLink ? new LinkOption[] {LinkOption.NOFOLLOW_LINKS} : new LinkOption[0];
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class, options);
    String kind = attributes.isRegularFile() ? "file" : attributes.isDirectory() ? "directory" : attributes.isSymbolicLink() ? "link" : "other";
    long stat = js.newArray(4);
    js.createIndex(stat, 0, vm.strings().fromJava(kind));
    js.createIndex(stat, 1, vm.number(attributes.size()));
    js.createIndex(stat, 2, vm.number(attributes.lastModifiedTime().toMillis()));
    js.createIndex(stat, 3, vm.number(attributes.lastAccessTime().toMillis()));
    return stat;
  }

  private long list(Path path) throws IOException {
    if (!Files.isDirectory(path) && Files.exists(path)) {
      throw new NotDirectoryException(path.toString());
    }
    List<String> names;
    try (Stream<Path> entries = Files.list(path)) {
      names = entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
    long array = js.newArray(names.size());
    for (int i = 0; i < names.size(); i++) {
      js.createIndex(array, i, vm.strings().fromJava(names.get(i)));
    }
    return array;
  }

  private long write(Path path, long content, boolean append) throws IOException {
    byte[] bytes = Strings.isString(content) ? js.toText(content).getBytes(StandardCharsets.UTF_8) : ByteArrays.read(builtins, content);
    if (bytes == null) {
      throw NodeError.invalidArgument(builtins, "data", "string or an instance of Buffer, TypedArray, or DataView", content);
    }
    OpenOption[] options = append
        ? new OpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.APPEND}
        : new OpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE};
    Files.write(path, bytes, options);
    return Values.UNDEFINED;
  }
}
