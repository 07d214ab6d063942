package dev.joist.runtime.operations;

import dev.joist.runtime.memory.Memory;
import dev.joist.runtime.object.CacheLookup;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.vm.StubCache;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.layout.Layout;
import dev.joist.spi.layout.PropertyKind;
import dev.joist.spi.value.Values;

/**
 * Private names through PRIVATE sites. A class that is evaluated again has other names at the same sites, so all that a site knows is about one name. That
 * stays the same once there is code, which has it; before that it is the last one. A name that has died does no harm: the shapes that have it have died, too.
 */
public final class PrivateCaches {
  private PrivateCaches() {}

  /** The address of what the site knows of an object, or 0. */
  private static long find(Vm vm, long site, long object, long name) {
    return Memory.getLong(site + Layout.SITE_NAME) == name && Objects.isObject(object)
        ? PropertyFacts.find(vm, site, Memory.getInt(Values.address(object) + Layout.CELL_SHAPE)) : 0;
  }

  private static void learn(Vm vm, long site, CacheLookup found, long name, int access) {
    long known = Memory.getLong(site + Layout.SITE_NAME);
    if (found.result() == CacheLookup.Result.UNCACHEABLE || known != name && known != 0 && vm.function().hasBeenCompiled()) {
      return;
    }
    if (known != name) {
      PropertyFacts.forget(site, Values.address(name) + access);
      Memory.putLong(site + Layout.SITE_NAME, name);
    }
    PropertyFacts.learn(vm, site, found, name, access);
  }

  /** object.#name. */
  public static long get(Vm vm, long site, long object, long name) {
    long facts = find(vm, site, object, name);
    if (facts != 0 && !PropertyKind.isAccessor(PropertyKind.kind(Memory.getInt(facts + Layout.SITE_KEY)))) {
      return PropertyCaches.loadBy(vm, facts, object, Values.address(object));
    }
    if (facts == 0 && Objects.isObject(object)) {
      learn(vm, site, vm.objects().lookupForPrivate(object, name), name, StubCache.LOAD);
    }
    return PrivateNames.get(vm, object, name);
  }

  /** object.#name = value. */
  public static void set(Vm vm, long site, long object, long name, long value) {
    long facts = find(vm, site, object, name);
    if (facts != 0 && PropertyCaches.storeBy(vm, facts, object, Values.address(object), value)) {
      return;
    }
    if (facts == 0 && Objects.isObject(object)) {
      CacheLookup found = vm.objects().lookupForPrivate(object, name);
      if (found.result() == CacheLookup.Result.OWN_ACCESSOR
          || found.result() == CacheLookup.Result.OWN && (vm.objects().ownAttributes(object, name) & Attributes.WRITABLE) != 0) {
        learn(vm, site, found, name, StubCache.STORE);
      }
    }
    PrivateNames.set(vm, object, name, value);
  }

  /** Adds a private field. */
  public static void define(Vm vm, long site, long object, long name, long value) {
    if (!add(vm, site, object, name, value, Attributes.WRITABLE)) {
      PrivateNames.define(vm, object, name, value);
    }
  }

  /** Adds a private method, or one half of an accessor, of which each object has its own. */
  public static void defineMethod(Vm vm, long site, long object, long name, long function, PrivateNames.Kind kind) {
    if (kind != PrivateNames.Kind.METHOD || !add(vm, site, object, name, function, Attributes.NONE)) {
      PrivateNames.defineMethod(vm, object, name, function, kind);
    }
  }

  /** False, with nothing done, when the site does not know how. */
  private static boolean add(Vm vm, long site, long object, long name, long value, int attributes) {
    long facts = find(vm, site, object, name);
    if (facts == 0 && Objects.isObject(object) && vm.objects().lookupForPrivate(object, name).result() == CacheLookup.Result.UNCACHEABLE) {
      learn(vm, site, vm.objects().lookupForAddPrivate(object, name, attributes), name, StubCache.DEFINE);
    }
    return facts != 0 && PropertyCaches.storeBy(vm, facts, object, Values.address(object), value);
  }

  /** #name in object. */
  public static boolean has(Vm vm, long site, long object, long name) {
    if (find(vm, site, object, name) != 0) {
      return true;
    }
    if (Objects.isObject(object)) {
      learn(vm, site, vm.objects().lookupForPrivate(object, name).asData(), name, StubCache.PRESENCE);
    }
    return PrivateNames.has(vm, object, name);
  }
}
