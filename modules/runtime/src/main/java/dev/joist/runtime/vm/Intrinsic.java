package dev.joist.runtime.vm;

/** Objects of the realm that the runtime itself needs. The library makes them and puts them into the {@link Realm}. */
public enum Intrinsic {
  GLOBAL_OBJECT,
  OBJECT_PROTOTYPE, FUNCTION_PROTOTYPE, ARRAY_PROTOTYPE, STRING_PROTOTYPE, NUMBER_PROTOTYPE, BOOLEAN_PROTOTYPE, SYMBOL_PROTOTYPE,
  BIGINT_PROTOTYPE, ERROR_PROTOTYPE, TYPE_ERROR_PROTOTYPE, RANGE_ERROR_PROTOTYPE, REFERENCE_ERROR_PROTOTYPE, SYNTAX_ERROR_PROTOTYPE,
  EVAL_ERROR_PROTOTYPE, URI_ERROR_PROTOTYPE, ITERATOR_PROTOTYPE, ARRAY_ITERATOR_PROTOTYPE, GENERATOR_FUNCTION_PROTOTYPE, GENERATOR_PROTOTYPE,
  ASYNC_FUNCTION_PROTOTYPE, ASYNC_ITERATOR_PROTOTYPE, ASYNC_GENERATOR_FUNCTION_PROTOTYPE, ASYNC_GENERATOR_PROTOTYPE,
  /** Function.prototype[Symbol.hasInstance], the original. */
  FUNCTION_HAS_INSTANCE,
  /** %ThrowTypeError%; undefined before {@link RestrictedProperties} is asked for it. */
  THROW_TYPE_ERROR,
  /** Array.prototype.values, the original. */
  ARRAY_VALUES,
  /** The next method of array iterators, the original. */
  ARRAY_ITERATOR_NEXT,
  /** The next method of generators, the original. */
  GENERATOR_NEXT,
  /** Functions of Math, the originals. */
  MATH_ABS, MATH_CEIL, MATH_CLZ32, MATH_FLOOR, MATH_FROUND, MATH_IMUL, MATH_MAX, MATH_MIN, MATH_ROUND, MATH_SQRT,
  /** The global function eval, the original; undefined as long as nobody has asked for it. */
  EVAL
}
