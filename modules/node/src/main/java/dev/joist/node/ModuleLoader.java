package dev.joist.node;

import dev.joist.javascript.source.JsSyntaxError;
import dev.joist.library.core.Builtins;
import dev.joist.library.core.Define;
import dev.joist.library.core.Natives;
import dev.joist.library.core.Root;
import dev.joist.library.json.JsonParser;
import dev.joist.runtime.heap.Handle;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.Arguments;
import dev.joist.runtime.vm.ErrorType;
import dev.joist.runtime.vm.Intrinsic;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.spi.value.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code require}, and the modules that it has loaded. */
final class ModuleLoader extends Natives {
  private final FileCompiler compiler;
  private final Resolver resolver;
  private final BuiltinModules own;
  private final Root modulePrototype;
  /** Modules by file name: {@code require.cache}. */
  private final Root cache;
  private Root main;

  ModuleLoader(Builtins builtins, FileCompiler compiler, ProcessObject process) {
    super(builtins);
    this.compiler = compiler;
    this.resolver = new Resolver(new PackageFiles(builtins));
    this.own = new BuiltinModules(builtins, compiler, process);
    modulePrototype = builtins.root(js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
    builtins.define().constructor("Module", 0, this, modulePrototype.get());
    builtins.define().members(modulePrototype.get(), "require/1", this);
    cache = builtins.root(js.newObject(Values.NULL));
  }

  /** Runs a program's file as the main module. */
  void runMain(Path file, String text) {
    try (HandleScope scope = vm.heap().openScope()) {
      Path real = Resolver.real(file);
      Handle module = scope.hold(newModule(real.toString(), "."));
      main = builtins.root(module.get());
      remember(real.toString(), module.get());
      execute(module.get(), real, text);
    }
  }

  /** The exports of one of node's own modules. A safepoint. */
  long builtin(String name) {
    return own.require(name);
  }

  private long key(String name) {
    return vm.strings().key(name);
  }

  private long text(String text) {
    return vm.strings().fromJava(text);
  }

  @Override
  protected long call(Arguments a, String member) {
    return switch (member) {
      case "require" -> require(a.get(0), js.isObject(Define.captured(a)) ? Define.captured(a) : a.thisValue());
      case "resolve" -> text(resolve(request(a.get(0), "request"), Define.captured(a)));
      case "Module" -> a.isConstruct() ? newModule(a.get(0) == Values.UNDEFINED ? "" : js.toText(a.get(0)), js.toText(a.get(0)))
          : vm.realm(Intrinsic.OBJECT_PROTOTYPE);
      default -> throw unknown(member);
    };
  }

  private String request(long value, String argument) {
    if (!Strings.isString(value)) {
      throw NodeError.invalidArgument(builtins, argument, "string", value);
    }
    return js.toText(value);
  }

  private long require(long id, long parent) {
    String request = request(id, "id");
    if (request.isEmpty()) {
      throw NodeError.create(builtins, ErrorType.TYPE_ERROR, "ERR_INVALID_ARG_VALUE", "The argument 'id' must be a non-empty string. Received ''");
    }
    if (own.has(request)) {
      return own.require(request);
    }
    String file = resolve(request, parent);
    long known = js.get(cache.get(), key(file));
    return js.get(js.isObject(known) ? known : load(file, parent), key("exports"));
  }

  private String resolve(String request, long parent) {
    if (own.has(request)) {
      return request;
    }
    String asking = js.toText(js.get(parent, key("filename")));
    try {
      Path file = resolver.resolve(request, Path.of(asking).getParent());
      if (file != null) {
        return file.toString();
      }
      if (request.startsWith("node:")) {
        throw NodeError.create(builtins, ErrorType.ERROR, "ERR_UNKNOWN_BUILTIN_MODULE", "No such built-in module: " + request);
      }
    } catch (ResolutionException e) {
      throw NodeError.create(builtins, ErrorType.ERROR, e.code(), e.getMessage());
    }
    throw NodeError.create(builtins, ErrorType.ERROR, "MODULE_NOT_FOUND", "Cannot find module '" + request + "'\nRequire stack:\n- " + asking);
  }

  private long load(String file, long parent) {
    Path path = Path.of(file);
    try (HandleScope scope = vm.heap().openScope()) {
      Handle module = scope.hold(newModule(file, file));
      js.set(module.get(), key("parent"), parent);
      long children = js.get(parent, key("children"));
      if (js.isArray(children)) {
        js.createIndex(children, js.length(children), module.get());
      }
      remember(file, module.get());
      boolean loaded = false;
      try {
        run(module.get(), path);
        loaded = true;
      } finally {
        if (!loaded) {
          js.delete(cache.get(), key(file));
        }
      }
      return module.get();
    }
  }

  private void remember(String file, long module) {
    js.createDataProperty(cache.get(), key(file), module);
  }

  private void run(long module, Path file) {
    String text = read(file);
    if (file.toString().endsWith(".json")) {
      js.set(module, key("exports"), new JsonParser(builtins, text.startsWith("\uFEFF") ? text.substring(1) : text).parse());
      js.set(module, key("loaded"), Values.TRUE);
      return;
    }
    PackageJson scope = file.toString().endsWith(".js") ? resolver.scope(file.getParent()) : null;
    if (file.toString().endsWith(".mjs") || scope != null && scope.isEsModules()) {
      throw NodeError.create(builtins, ErrorType.ERROR, "ERR_REQUIRE_ESM", "require() of ES Module " + file + " not supported.");
    }
    try {
      execute(module, file, text);
    } catch (JsSyntaxError e) {
      throw NodeError.syntax(builtins, e);
    }
  }

  private String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw NodeError.system(builtins, e, "open", file.toString());
    }
  }

  private void execute(long module, Path file, String text) {
    try (HandleScope scope = vm.heap().openScope()) {
      Handle held = scope.hold(module);
      Handle function = scope.hold(compiler.compile(file.toString(), text));
      Handle require = scope.hold(newRequire(module));
      Handle name = scope.hold(text(file.toString()));
      Handle directory = scope.hold(text(file.getParent().toString()));
      long exports = js.get(held.get(), key("exports"));
      vm.call(function.get(), exports, exports, require.get(), held.get(), name.get(), directory.get());
      js.set(held.get(), key("loaded"), Values.TRUE);
    }
  }

  private long newModule(String file, String id) {
    long module = js.newObject(modulePrototype.get());
    js.createDataProperty(module, key("id"), text(id));
    Path directory = Path.of(file).getParent();
    js.createDataProperty(module, key("path"), text(directory == null ? "." : directory.toString()));
    js.createDataProperty(module, key("exports"), js.newObject(vm.realm(Intrinsic.OBJECT_PROTOTYPE)));
    js.createDataProperty(module, key("filename"), text(file));
    js.createDataProperty(module, key("loaded"), Values.FALSE);
    js.createDataProperty(module, key("children"), js.newArray(0));
    long paths = js.newArray(0);
    for (Path at = directory; at != null; at = at.getParent()) {
      if (!at.endsWith("node_modules")) {
        js.createIndex(paths, js.length(paths), text(at.resolve("node_modules").toString()));
      }
    }
    js.createDataProperty(module, key("paths"), paths);
    return module;
  }

  private long newRequire(long module) {
    long require = builtins.define().closure(this, "require", 1, module);
    js.createDataProperty(require, key("resolve"), builtins.define().closure(this, "resolve", 2, module));
    js.createDataProperty(require, key("main"), main.get());
    js.createDataProperty(require, key("extensions"), js.newObject(Values.NULL));
    js.createDataProperty(require, key("cache"), cache.get());
    return require;
  }
}
