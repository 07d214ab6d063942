package dev.joist.node;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Js;
import dev.joist.library.json.JsonParser;
import dev.joist.runtime.heap.HandleScope;
import dev.joist.runtime.object.KeyList;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads package.json files, each once. */
final class PackageFiles implements PackageJson.Reader {
  private final Builtins builtins;
  private final Vm vm;
  private final Js js;
  private final Map<Path, PackageJson> known = new HashMap<>();

  PackageFiles(Builtins builtins) {
    this.builtins = builtins;
    this.vm = builtins.vm();
    this.js = builtins.js();
  }

  @Override
  public PackageJson read(Path directory) {
    if (!known.containsKey(directory)) {
      known.put(directory, parse(directory));
    }
    return known.get(directory);
  }

  private PackageJson parse(Path directory) {
    Path file = directory.resolve("package.json");
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try {
      long value = new JsonParser(builtins, Files.readString(file)).parse();
      return js.isObject(value) && !js.isArray(value) ? new PackageJson(directory, object(value)) : null;
    } catch (IOException e) {
      throw vm.typeError("cannot read " + file + ": " + e.getMessage());
    } catch (JsThrow _) {
      vm.takeException();
      throw vm.syntaxError("Error parsing " + file + ": it is not JSON");
    }
  }

  private Object toJava(long value) {
    if (Strings.isString(value)) {
      return vm.strings().toJava(value);
    }
    if (Values.isBoolean(value)) {
      return value == Values.TRUE;
    }
    if (Values.isNumber(value)) {
      return Values.asNumber(value);
    }
    if (!js.isObject(value)) {
      return null;
    }
    return js.isArray(value) ? list(value) : object(value);
  }

  private List<Object> list(long array) {
    List<Object> list = new ArrayList<>();
    for (long k = 0; k < js.length(array); k++) {
      list.add(toJava(js.getIndex(array, k)));
    }
    return list;
  }

  private Map<String, Object> object(long object) {
    Map<String, Object> map = new LinkedHashMap<>();
    try (HandleScope scope = vm.heap().openScope()) {
      KeyList keys = js.ownKeys(scope, object);
      for (int i = 0; i < keys.size(); i++) {
        map.put(vm.strings().describeKey(keys.get(i)), toJava(js.get(object, keys.get(i))));
      }
    }
    return map;
  }
}
