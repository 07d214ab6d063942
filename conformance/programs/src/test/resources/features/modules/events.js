const EventEmitter = require('events');
class Source extends EventEmitter {}
const source = new Source();
const log = (name) => (...args) => console.log(name, ...args);
const plain = log('plain');
source.on('a', plain).prependListener('a', log('first')).once('a', log('once'));
console.log(source.emit('a', 1, 2), source.emit('a', 3), source.emit('none'));
console.log(source.listenerCount('a'), source.eventNames(), source.listeners('a').includes(plain));
source.off('a', plain);
source.emit('a', 4);
source.on('grow', function () {
  console.log(this === source);
  this.on('grow', log('added'));
});
source.emit('grow');
source.emit('grow');
try {
  source.emit('error', new TypeError('nobody listens'));
} catch (error) {
  console.log(error.name, error.message);
}
source.on('error', log('handled'));
source.emit('error', 'a text');
source.removeAllListeners('a');
console.log(source.emit('a'), source.getMaxListeners());
function Old() {
  EventEmitter.call(this);
}
require('util').inherits(Old, EventEmitter);
const old = new Old();
old.once('x', log('old x'));
old.emit('x', 1);
console.log(old instanceof EventEmitter, Old.super_ === EventEmitter, EventEmitter.EventEmitter === EventEmitter, old.listenerCount('x'));
try {
  source.on('b', 'no function');
} catch (error) {
  console.log(error.code);
}
EventEmitter.once(source, 'later').then((values) => console.log('promised', values));
source.emit('later', 1, 2);
