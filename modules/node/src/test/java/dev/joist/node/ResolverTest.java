package dev.joist.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which file a request means. */
class ResolverTest {
  @TempDir Path temporary;
  private Path root;
  private final Map<Path, Map<String, Object>> packages = new HashMap<>();
  private final Resolver resolver = new Resolver(directory -> packages.containsKey(directory) ? new PackageJson(directory, packages.get(directory)) : null);

  @BeforeEach
  void resolveLinks() throws IOException {
    root = temporary.toRealPath();
  }

  private Path file(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "");
  }

  private Path resolve(String request) throws ResolutionException {
    return resolver.resolve(request, root.resolve("app"));
  }

  @Test
  void anExactNameGoesBeforeExtensionsAndFilesBeforeDirectories() throws Exception {
    Path exact = file("app/a");
    file("app/a.js");
    Path script = file("app/b.js");
    file("app/b.json");
    Path index = file("app/b/index.js");
    assertEquals(exact, resolve("./a"));
    assertEquals(script, resolve("./b"));
    assertEquals(index, resolve("./b/"));
    assertEquals(script, resolver.resolve("../b", root.resolve("app/inner")));
  }

  @Test
  void aDirectoryIsItsMainOrItsIndex() throws Exception {
    Path main = file("app/one/lib/main.js");
    packages.put(root.resolve("app/one"), Map.of("main", "./lib/main"));
    Path index = file("app/two/index.json");
    packages.put(root.resolve("app/two"), Map.of("main", "missing"));
    assertEquals(main, resolve("./one"));
    assertEquals(index, resolve("./two"));
  }

  @Test
  void packagesAreLookedForUpwardsAndTheNearestWins() throws Exception {
    file("node_modules/far/index.js");
    Path nearest = file("app/node_modules/far/index.js");
    Path scoped = file("node_modules/@s/p/x.js");
    assertEquals(nearest, resolve("far"));
    assertEquals(scoped, resolve("@s/p/x"));
    assertNull(resolve("nowhere"));
  }

  @Test
  void exportsDecideAndHideTheRest() throws Exception {
    Path main = file("node_modules/p/main.js");
    Path feature = file("node_modules/p/features/x/y.js");
    file("node_modules/p/secret.js");
    packages.put(root.resolve("node_modules/p"), Map.of("exports", Map.of(
        ".", List.of(Map.of("import", "./none.mjs"), Map.of("require", "./main.js")),
        "./f/*", "./features/*.js")));
    assertEquals(main, resolve("p"));
    assertEquals(feature, resolve("p/f/x/y"));
    ResolutionException hidden = assertThrows(ResolutionException.class, () -> resolve("p/secret.js"));
    assertEquals("ERR_PACKAGE_PATH_NOT_EXPORTED", hidden.code());
  }

  @Test
  void exportsLeadNowhereOutsideTheirPackage() throws Exception {
    file("node_modules/other/index.js");
    packages.put(root.resolve("node_modules/p"), Map.of("exports", "./../other/index.js"));
    assertThrows(ResolutionException.class, () -> resolve("p"));
  }
}
