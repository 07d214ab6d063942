package dev.joist.node;

import dev.joist.javascript.source.JsSyntaxError;
import dev.joist.javascript.source.SourceExcerpt;
import dev.joist.library.core.Builtins;
import dev.joist.library.core.Js;
import dev.joist.runtime.shape.Attributes;
import dev.joist.runtime.string.Strings;
import dev.joist.runtime.vm.ErrorType;
import dev.joist.runtime.vm.JsThrow;
import dev.joist.runtime.vm.Vm;
import dev.joist.spi.value.Values;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Errors with node's codes and texts. */
final class NodeError {
  private NodeError() {}

  /** Makes an error with a code pending. */
  static JsThrow create(Builtins builtins, ErrorType type, String code, String message) {
    Vm vm = builtins.vm();
    long error = vm.errors().create(type, message);
    builtins.js().createDataProperty(error, vm.strings().key("code"), vm.strings().fromJava(code));
    return vm.throwValue(error);
  }

  static JsThrow invalidArgument(Builtins builtins, String argument, String type, long value) {
    String received = value == Values.UNDEFINED || value == Values.NULL ? builtins.js().describe(value)
        : "type " + builtins.vm().strings().toJava(builtins.vm().typeNames().of(value)) + " (" + builtins.js().describe(value) + ")";
    return create(builtins, ErrorType.TYPE_ERROR, "ERR_INVALID_ARG_TYPE",
        "The \"" + argument + "\" argument must be of type " + type + ". Received " + received);
  }

  /** What libuv would have said to a failure of the file system. */
  static JsThrow system(Builtins builtins, IOException failure, String call, String path) {
    String code = code(failure, path);
    String meaning = switch (code) {
      case "ENOENT" -> "no such file or directory";
      case "EACCES" -> "permission denied";
      case "EEXIST" -> "file already exists";
      case "EISDIR" -> "illegal operation on a directory";
      case "ENOTDIR" -> "not a directory";
      default -> "i/o error";
    };
    Vm vm = builtins.vm();
    Js js = builtins.js();
    long error = vm.errors().create(ErrorType.ERROR,
        code + ": " + meaning + ", " + call + (code.equals("EISDIR") ? "" : " '" + path + "'"));
    js.createDataProperty(error, vm.strings().key("errno"), Values.int32(number(code)));
    js.createDataProperty(error, vm.strings().key("syscall"), vm.strings().fromJava(call));
    js.createDataProperty(error, vm.strings().key("code"), vm.strings().fromJava(code));
    js.createDataProperty(error, vm.strings().key("path"), vm.strings().fromJava(path));
    return vm.throwValue(error);
  }

  private static String code(IOException failure, String path) {
    return switch (failure) {
      case NoSuchFileException _ -> "ENOENT";
      case AccessDeniedException _ -> "EACCES";
      case FileAlreadyExistsException _ -> "EEXIST";
      case NotDirectoryException _ -> "ENOTDIR";
      case FileSystemException _ when "Not a directory".equals(((FileSystemException) failure).getReason()) -> "ENOTDIR";
      default -> Files.isDirectory(Path.of(path)) ? "EISDIR" : "EIO";
    };
  }

  /** As Linux counts them, negative. */
  private static int number(String code) {
    return switch (code) {
      case "ENOENT" -> -2;
      case "EACCES" -> -13;
      case "EEXIST" -> -17;
      case "ENOTDIR" -> -20;
      case "EISDIR" -> -21;
      default -> -5;
    };
  }

  /** A file that cannot be compiled, as an error that a program can catch; its stack begins with the place. */
  static JsThrow syntax(Builtins builtins, JsSyntaxError e) {
    Vm vm = builtins.vm();
    long error = vm.errors().create(ErrorType.SYNTAX_ERROR, e.getMessage());
    long stack = vm.objects().ownRaw(error, vm.names().stack);
    String text = SourceExcerpt.at(e.source(), e.offset()) + "\n\n" + (Strings.isString(stack) ? vm.strings().toJava(stack) : e.getMessage());
    vm.objects().createDataProperty(error, vm.names().stack, vm.strings().fromJava(text), Attributes.METHOD);
    return vm.throwValue(error);
  }
}
