class ValidationError extends Error {
  constructor(field, message) { super(message); this.name = 'ValidationError'; this.field = field; }
}
try { throw new ValidationError('age', 'too young'); } catch (e) {
  console.log(e instanceof ValidationError, e instanceof Error, e.field, String(e), Object.keys(e).join());
}
