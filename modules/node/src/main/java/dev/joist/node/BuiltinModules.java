package dev.joist.node;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.ErrorType;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.spi.value.Values;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Node's own modules: JavaScript in this module's resources, over functions in Java that only they see. */
final class BuiltinModules extends Natives {
  private static final Set<String> NAMES = Set.of("assert", "assert/strict", "buffer", "console", "events", "fs", "os", "path", "path/posix", "perf_hooks",
      "process", "string_decoder", "timers", "tty", "util");
  private static final String INTERNAL = "internal:";

  private final FileCompiler compiler;
  private final ProcessObject process;
  private final Map<String, Root> modules = new HashMap<>();
  private Root require;

  BuiltinModules(Builtins builtins, FileCompiler compiler, ProcessObject process) {
    super(builtins);
    this.compiler = compiler;
    this.process = process;
  }

  /** Whether a request means one of these, with or without "node:". */
  boolean has(String request) {
    return NAMES.contains(bare(request));
  }

  private static String bare(String request) {
    return request.startsWith("node:") ? request.substring(5) : request;
  }

  private static String resource(String name) {
    return "builtin/" + name.replace('/', '_') + ".js";
  }

  /** The exports of a module that there is. A safepoint when it is not yet loaded. */
  long require(String request) {
    String name = bare(request);
    Root known = modules.get(name);
    if (known == null) {
      load(name);
      known = modules.get(name);
    }
    return js.get(known.get(), vm.strings().key("exports"));
  }

  private void load(String name) {
    if (require == null) {
      require = builtins.root(builtins.define().function("require", 1, this, "require"));
    }
    try (HandleScope scope = vm.heap().openScope()) {
      Handle module = scope.hold(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
      long exports = js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE));
      js.createDataProperty(module.get(), vm.strings().key("exports"), exports);
      modules.put(name, builtins.root(module.get()));
      Handle function = scope.hold(compiler.compile("node:" + name, source(name)));
      vm.call(function.get(), exports, exports, require.get(), module.get(), Values.UNDEFINED, Values.UNDEFINED);
    }
  }

  private static String source(String name) {
    try (InputStream in = BuiltinModules.class.getResourceAsStream(resource(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the resource of module " + name + " cannot be read", e);
    }
  }

  @Override
  protected long call(Arguments a, String member) {
    if (!member.equals("require")) {
      throw unknown(member);
    }
    String request = js.toText(a.get(0));
    if (!request.startsWith(INTERNAL)) {
      return require(request);
    }
    return switch (request.substring(INTERNAL.length())) {
      case "process" -> process.object();
      case "files" -> FileFunctions.define(builtins);
      case "text" -> TextFunctions.define(builtins);
      case "system" -> SystemFunctions.define(builtins);
      default -> throw vm.error(ErrorType.ERROR, "No such internal module: " + request);
    };
  }
}
