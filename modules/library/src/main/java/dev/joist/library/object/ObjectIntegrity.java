package dev.joist.library.object;

import dev.joist.library.core.Builtins;
import dev.joist.library.core.Natives;
import dev.joist.runtime.object.Objects;
import dev.joist.runtime.vm.Arguments;
import dev.joist.spi.layout.CellKind;
import dev.joist.spi.value.Values;

/** Object's functions about extensibility, sealing and freezing. */
final class ObjectIntegrity extends Natives {
  static final String MEMBERS = "freeze/1, isExtensible/1, isFrozen/1, isSealed/1, preventExtensions/1, seal/1";

  ObjectIntegrity(Builtins builtins) {
    super(builtins);
  }

  @Override
  protected long call(Arguments a, String member) {
    long object = a.get(0);
    if (!js.isObject(object)) {
      return switch (member) {
        case "isExtensible" -> Values.FALSE;
        case "isFrozen", "isSealed" -> Values.TRUE;
        default -> object;
      };
    }
    return switch (member) {
      case "isExtensible" -> Values.bool(js.isExtensible(object));
      case "isFrozen" -> Values.bool(vm.objects().integrity().test(object, true));
      case "isSealed" -> Values.bool(vm.objects().integrity().test(object, false));
      case "freeze" -> {
        restrict(object, true, member);
        yield object;
      }
      case "preventExtensions" -> {
        if (!vm.objects().preventExtensions(object)) {
          throw vm.typeError("Cannot prevent extensions");
        }
        yield object;
      }
      case "seal" -> {
        restrict(object, false, member);
        yield object;
      }
      default -> throw unknown(member);
    };
  }

  private void restrict(long object, boolean frozen, String member) {
    if (frozen && Objects.kind(object) == CellKind.TYPED_ARRAY && js.length(object) > 0) {
      throw vm.typeError("Cannot freeze array buffer views with elements");
    }
    if (!vm.objects().integrity().restrict(object, frozen)) {
      throw vm.typeError("Cannot " + member);
    }
  }
}
