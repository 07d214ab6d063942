const e = new Error('outer', { cause: 'why' });
console.log(e.cause, 'cause' in new Error('x'), new Error('y', {}).cause);
