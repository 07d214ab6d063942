import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Gives old class files in the image's jars the version and the stack maps of Java 8. The JDK keeps no class of Java 5 in an AOT cache, and picocli is
 * compiled for Java 5: without this, its 250 classes are parsed and verified at each start. Run by the build: the image's jars are copies.
 */
final class RaiseClassFiles {
  private static final int OLDEST_CACHEABLE = ClassFile.JAVA_6_VERSION;
  private static final int RAISED = ClassFile.JAVA_8_VERSION;

  private RaiseClassFiles() {}

  /** @param arguments the folder of jars */
  public static void main(String[] arguments) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
        raise(jar);
      }
    }
  }

  private static void raise(Path jar) throws IOException {
    // Read in full before the jar is written to.
    try (URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()}); FileSystem content = FileSystems.newFileSystem(jar)) {
      ClassFile classFile = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
          ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes).orElse(ClassHierarchyResolver.defaultResolver())));
      List<Path> old = oldClasses(content, classFile);
      List<byte[]> raised = old.stream().map(file -> raise(classFile, parse(classFile, file))).toList();
      for (int i = 0; i < old.size(); i++) {
        Files.write(old.get(i), raised.get(i));
      }
    }
  }

  private static List<Path> oldClasses(FileSystem content, ClassFile classFile) throws IOException {
    try (Stream<Path> files = Files.walk(content.getPath("/"))) {
      return files.filter(file -> file.toString().endsWith(".class"))
          .filter(file -> parse(classFile, file).majorVersion() < OLDEST_CACHEABLE)
          .toList();
    }
  }

  private static ClassModel parse(ClassFile classFile, Path file) {
    try {
      return classFile.parse(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] raise(ClassFile classFile, ClassModel old) {
    ClassTransform version = (builder, element) -> builder.with(
        element instanceof ClassFileVersion ? ClassFileVersion.of(RAISED, 0) : element);
    return classFile.transformClass(old, version.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
  }
}
