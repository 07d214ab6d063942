import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.util.Optional;

/** Gives old class files the version and the stack maps of Java 8: picocli is compiled for Java 5, whose classes would be parsed and verified at each start. */
final class RaisedVersion implements PrepareClassFiles.Preparation {
  private static final int OLDEST_CACHEABLE = ClassFile.JAVA_6_VERSION;
  private static final int RAISED = ClassFile.JAVA_8_VERSION;

  @Override
  public Optional<byte[]> prepare(ClassFile classFile, ClassModel old) {
    if (old.majorVersion() >= OLDEST_CACHEABLE) {
      return Optional.empty();
    }
    ClassTransform version = (builder, element) -> builder.with(
        element instanceof ClassFileVersion ? ClassFileVersion.of(RAISED, 0) : element);
    return Optional.of(classFile.withOptions(ClassFile.StackMapsOption.GENERATE_STACK_MAPS)
        .transformClass(old, version.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL))));
  }
}
