import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rewrites classes in the image's jars so that the JDK's AOT cache can hold all that a start needs: the JDK keeps no class of Java 5 in it, nor any
 * that is made at run time, as those behind pattern switches and records are. Run by the build: the image's jars are copies.
 */
final class PrepareClassFiles {
  private PrepareClassFiles() {}

  /** One way to rewrite classes. */
  interface Preparation {
    /** The class file to write instead; empty when there is nothing to do. */
    Optional<byte[]> prepare(ClassFile classFile, ClassModel model);
  }

  private static final List<Preparation> PREPARATIONS = List.of(new RaisedVersion(), new PlainDispatch());

  /** @param arguments the folder of jars */
  public static void main(String[] arguments) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
    Map<Path, Map<String, byte[]>> prepared = new LinkedHashMap<>();
    // All are read before any is written to.
    try (URLClassLoader classes = new URLClassLoader(jars.stream().map(PrepareClassFiles::url).toArray(URL[]::new))) {
      ClassHierarchyResolver hierarchy = ClassHierarchyResolver.ofResourceParsing(classes).orElse(ClassHierarchyResolver.defaultResolver());
      ClassFile classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
      for (Path jar : jars) {
        prepared.put(jar, prepare(classFile, jar));
      }
    }
    for (Path jar : jars) {
      write(jar, prepared.get(jar));
    }
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, byte[]> prepare(ClassFile classFile, Path jar) throws IOException {
    Map<String, byte[]> prepared = new LinkedHashMap<>();
    try (FileSystem content = FileSystems.newFileSystem(jar)) {
      for (Path file : classFiles(content)) {
        for (Preparation preparation : PREPARATIONS) {
          preparation.prepare(classFile, parse(classFile, file)).ifPresent(bytes -> prepared.put(file.toString(), bytes));
        }
      }
    }
    return prepared;
  }

  private static void write(Path jar, Map<String, byte[]> prepared) throws IOException {
    if (prepared.isEmpty()) {
      return;
    }
    try (FileSystem content = FileSystems.newFileSystem(jar)) {
      for (Map.Entry<String, byte[]> file : prepared.entrySet()) {
        Files.write(content.getPath(file.getKey()), file.getValue());
      }
    }
  }

  private static List<Path> classFiles(FileSystem content) throws IOException {
    try (Stream<Path> files = Files.walk(content.getPath("/"))) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }

  private static ClassModel parse(ClassFile classFile, Path file) {
    try {
      return classFile.parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
