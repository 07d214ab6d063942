package dev.joist.conformance.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** What users run: the jars of the image, of which the rules see those of ours. */
final class Image {
  /** The parser's slice is somebody else's code under a module name of ours: its inside is not ours to rule. */
  static final String FOREIGN_MODULE = "dev.joist.javascript.parser";

  private static final Path LIBRARY = Path.of(System.getProperty("joist.image"), "lib");

  private static final SortedMap<String, ModuleReference> MODULES = findModules();

  private Image() {}

  private static SortedMap<String, ModuleReference> findModules() {
    SortedMap<String, ModuleReference> modules = new TreeMap<>();
    ModuleFinder.of(LIBRARY).findAll().stream()
        .filter(reference -> reference.descriptor().name().startsWith("dev.joist."))
        .forEach(reference -> modules.put(reference.descriptor().name(), reference));
    if (modules.isEmpty()) {
      throw new IllegalStateException("no module of Joist in " + LIBRARY.toAbsolutePath() + "; the build makes it: mvn verify");
    }
    return modules;
  }

  /** Our modules by name. */
  static SortedMap<String, ModuleReference> modules() {
    return MODULES;
  }

  /** Classes of one module. */
  static JavaClasses classesOf(String module) {
    return importJars(Stream.of(MODULES.get(module)));
  }

  /** Classes of all our modules but the parser's slice. */
  static JavaClasses ownClasses() {
    return importJars(MODULES.values().stream().filter(reference -> !reference.descriptor().name().equals(FOREIGN_MODULE)));
  }

  private static JavaClasses importJars(Stream<ModuleReference> references) {
    List<JarFile> jars = references.map(Image::open).toList();
    try {
      return new ClassFileImporter().importJars(jars);
    } finally {
      jars.forEach(Image::close);
    }
  }

  private static JarFile open(ModuleReference reference) {
    try {
      return new JarFile(Path.of(reference.location().orElseThrow()).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(JarFile jar) {
    try {
      jar.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class files of the modules whose names are wanted, module by module. */
  static SortedMap<String, List<ClassModel>> classFiles(Predicate<String> wanted) {
    SortedMap<String, List<ClassModel>> found = new TreeMap<>();
    MODULES.forEach((name, reference) -> {
      if (wanted.test(name)) {
        found.put(name, classFiles(reference));
      }
    });
    return found;
  }

  private static List<ClassModel> classFiles(ModuleReference reference) {
    try (ModuleReader reader = reference.open(); Stream<String> entries = reader.list()) {
      return entries
          .filter(entry -> entry.endsWith(".class") && !entry.endsWith("-info.class"))
          .map(entry -> parse(reader, entry))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ClassModel parse(ModuleReader reader, String entry) {
    try {
      return ClassFile.of().parse(reader.open(entry).orElseThrow().readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
