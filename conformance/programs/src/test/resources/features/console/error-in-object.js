const e = new RangeError('oops');
e.stack = 'RangeError: oops\n    at somewhere';
console.log(String(e), { message: e.message });
console.error('to stderr');
console.info('info'); console.debug('debug');
