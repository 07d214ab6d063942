package dev.joist.plugin.core.lowering;

import static java.util.Map.entry;

import dev.joist.spi.opcode.OpcodeLowering;
import dev.joist.spi.value.Values;
import java.util.Map;

/** The lowerings of this plugin, by opcode name. Opcodes that are not here are compiled as calls of their meaning. */
public final class CoreLowerings {
  private CoreLowerings() {}

  public static Map<String, OpcodeLowering> all() {
    return Map.ofEntries(
        entry("LoadConst", new ConstantLowering.Pool()),
        entry("LoadUndefined", new ConstantLowering.Immediate(Values.UNDEFINED)),
        entry("LoadNull", new ConstantLowering.Immediate(Values.NULL)),
        entry("LoadTrue", new ConstantLowering.Immediate(Values.TRUE)),
        entry("LoadFalse", new ConstantLowering.Immediate(Values.FALSE)),
        entry("LoadHole", new ConstantLowering.Immediate(Values.HOLE)),
        entry("LoadInt8", new ConstantLowering.Int32()),
        entry("LoadInt32", new ConstantLowering.Int32()),
        entry("Move", new MoveLowering()),
        entry("Add", new BinaryNumberLowering(ArithmeticOperator.ADD)),
        entry("Sub", new BinaryNumberLowering(ArithmeticOperator.SUB)),
        entry("Mul", new BinaryNumberLowering(ArithmeticOperator.MUL)),
        entry("Div", new BinaryNumberLowering(ArithmeticOperator.DIV)),
        entry("Rem", new RemLowering()),
        entry("BitAnd", new BitLowering(BitOperator.AND)),
        entry("BitOr", new BitLowering(BitOperator.OR)),
        entry("BitXor", new BitLowering(BitOperator.XOR)),
        entry("ShiftLeft", new BitLowering(BitOperator.SHIFT_LEFT)),
        entry("ShiftRight", new BitLowering(BitOperator.SHIFT_RIGHT)),
        entry("ShiftRightUnsigned", new BitLowering(BitOperator.SHIFT_RIGHT_UNSIGNED)),
        entry("BitNot", new BitNotLowering()),
        entry("Neg", new UnaryNumberLowering(UnaryOperator.NEGATE)),
        entry("Inc", new UnaryNumberLowering(UnaryOperator.INCREMENT)),
        entry("Dec", new UnaryNumberLowering(UnaryOperator.DECREMENT)),
        entry("ToNumeric", new UnaryNumberLowering(UnaryOperator.TO_NUMBER)),
        entry("ToNumber", new UnaryNumberLowering(UnaryOperator.TO_NUMBER)),
        entry("InstanceOf", new InstanceOfLowering()),
        entry("ToString", ConversionLowering.STRING),
        entry("ToPropertyKey", ConversionLowering.PROPERTY_KEY),
        entry("ToObject", ConversionLowering.OBJECT),
        entry("UpdateKey", new UpdateKeyLowering()),
        entry("TypeOf", new TypeOfLowering()),
        entry("LogicalNot", new LogicalNotLowering()),
        entry("Eq", new CompareLowering(Relation.EQUAL, false, true)),
        entry("NotEq", new CompareLowering(Relation.EQUAL, false, false)),
        entry("StrictEq", new CompareLowering(Relation.EQUAL, true, true)),
        entry("StrictNotEq", new CompareLowering(Relation.EQUAL, true, false)),
        entry("LessThan", new CompareLowering(Relation.LESS, false, true)),
        entry("LessEqual", new CompareLowering(Relation.LESS_EQUAL, false, true)),
        entry("GreaterThan", new CompareLowering(Relation.GREATER, false, true)),
        entry("GreaterEqual", new CompareLowering(Relation.GREATER_EQUAL, false, true)),
        entry("Jump", new JumpLowering.Always()),
        entry("JumpLoop", new JumpLowering.Loop()),
        entry("JumpIfTrue", new JumpLowering.Truthiness(true)),
        entry("JumpIfFalse", new JumpLowering.Truthiness(false)),
        entry("JumpIfNullish", new JumpLowering.Nullish(true)),
        entry("JumpIfNotNullish", new JumpLowering.Nullish(false)),
        entry("JumpIfUndefined", JumpLowering.Word.ifUndefined()),
        entry("JumpIfNotUndefined", JumpLowering.Word.ifNotUndefined()),
        entry("JumpIfHole", JumpLowering.Word.ifHole()),
        entry("JumpIfEq", new CompareJumpLowering(Relation.EQUAL, false, true)),
        entry("JumpIfNotEq", new CompareJumpLowering(Relation.EQUAL, false, false)),
        entry("JumpIfStrictEq", new CompareJumpLowering(Relation.EQUAL, true, true)),
        entry("JumpIfStrictNotEq", new CompareJumpLowering(Relation.EQUAL, true, false)),
        entry("JumpIfLess", new CompareJumpLowering(Relation.LESS, false, true)),
        entry("JumpIfNotLess", new CompareJumpLowering(Relation.LESS, false, false)),
        entry("JumpIfLessEqual", new CompareJumpLowering(Relation.LESS_EQUAL, false, true)),
        entry("JumpIfNotLessEqual", new CompareJumpLowering(Relation.LESS_EQUAL, false, false)),
        entry("JumpIfGreater", new CompareJumpLowering(Relation.GREATER, false, true)),
        entry("JumpIfNotGreater", new CompareJumpLowering(Relation.GREATER, false, false)),
        entry("JumpIfGreaterEqual", new CompareJumpLowering(Relation.GREATER_EQUAL, false, true)),
        entry("JumpIfNotGreaterEqual", new CompareJumpLowering(Relation.GREATER_EQUAL, false, false)),
        entry("LoadGlobal", new GlobalLowering.Load()),
        entry("TypeOfGlobal", new GlobalLowering.Load()),
        entry("StoreGlobal", new GlobalLowering.Store()),
        entry("CheckHole", new CheckHoleLowering()),
        entry("LoadException", new LoadExceptionLowering()));
  }
}
