'use strict';

function checkListener(listener) {
  if (typeof listener !== 'function') {
    const error = new TypeError(`The "listener" argument must be of type function. Received ${listener === null || listener === undefined ? listener : typeof listener}`);
    error.code = 'ERR_INVALID_ARG_TYPE';
    throw error;
  }
}

/** The listeners of all events of an emitter: a list for each event. */
function eventsOf(emitter) {
  if (emitter._events === undefined || emitter._events === Object.getPrototypeOf(emitter)._events) {
    emitter._events = Object.create(null);
    emitter._eventsCount = 0;
  }
  return emitter._events;
}

function add(emitter, type, listener, first) {
  checkListener(listener);
  const events = eventsOf(emitter);
  if (events.newListener !== undefined) {
    emitter.emit('newListener', type, listener.listener || listener);
  }
  const listeners = events[type];
  if (listeners === undefined) {
    events[type] = [listener];
    emitter._eventsCount++;
  } else {
    // A copy: the event may just be emitted.
    events[type] = first ? [listener, ...listeners] : [...listeners, listener];
  }
  return emitter;
}

function onceWrapper(emitter, type, listener) {
  checkListener(listener);
  let fired = false;
  function wrapper(...args) {
    if (fired) {
      return undefined;
    }
    fired = true;
    emitter.removeListener(type, wrapper);
    return listener.apply(emitter, args);
  }
  wrapper.listener = listener;
  return wrapper;
}

// A function, not a class: programs inherit from it by calling it.
function EventEmitter(options) {
  eventsOf(this);
}

EventEmitter.prototype._events = undefined;
EventEmitter.prototype._eventsCount = 0;
EventEmitter.prototype._maxListeners = undefined;

const methods = {
  setMaxListeners(n) {
    this._maxListeners = n;
    return this;
  },
  getMaxListeners() {
    return this._maxListeners === undefined ? EventEmitter.defaultMaxListeners : this._maxListeners;
  },
  emit(type, ...args) {
    const listeners = eventsOf(this)[type];
    if (listeners === undefined) {
      if (type !== 'error') {
        return false;
      }
      if (args[0] instanceof Error) {
        throw args[0];
      }
      const error = new Error(`Unhandled error. (${require('util').inspect(args[0])})`);
      error.code = 'ERR_UNHANDLED_ERROR';
      error.context = args[0];
      throw error;
    }
    for (const listener of listeners) {
      listener.apply(this, args);
    }
    return true;
  },
  addListener(type, listener) {
    return add(this, type, listener, false);
  },
  prependListener(type, listener) {
    return add(this, type, listener, true);
  },
  once(type, listener) {
    return add(this, type, onceWrapper(this, type, listener), false);
  },
  prependOnceListener(type, listener) {
    return add(this, type, onceWrapper(this, type, listener), true);
  },
  removeListener(type, listener) {
    checkListener(listener);
    const events = eventsOf(this);
    const listeners = events[type];
    if (listeners === undefined) {
      return this;
    }
    for (let i = listeners.length - 1; i >= 0; i--) {
      if (listeners[i] === listener || listeners[i].listener === listener) {
        const rest = [...listeners.slice(0, i), ...listeners.slice(i + 1)];
        if (rest.length === 0) {
          delete events[type];
          this._eventsCount--;
        } else {
          events[type] = rest;
        }
        if (events.removeListener !== undefined) {
          this.emit('removeListener', type, listener.listener || listener);
        }
        break;
      }
    }
    return this;
  },
  removeAllListeners(type) {
    const events = eventsOf(this);
    if (type === undefined) {
      this._events = Object.create(null);
      this._eventsCount = 0;
    } else if (events[type] !== undefined) {
      delete events[type];
      this._eventsCount--;
    }
    return this;
  },
  listeners(type) {
    return (eventsOf(this)[type] || []).map((listener) => listener.listener || listener);
  },
  rawListeners(type) {
    return [...(eventsOf(this)[type] || [])];
  },
  listenerCount(type) {
    return (eventsOf(this)[type] || []).length;
  },
  eventNames() {
    return Reflect.ownKeys(eventsOf(this));
  },
};

for (const name of Object.keys(methods)) {
  EventEmitter.prototype[name] = methods[name];
}
EventEmitter.prototype.on = EventEmitter.prototype.addListener;
EventEmitter.prototype.off = EventEmitter.prototype.removeListener;

EventEmitter.EventEmitter = EventEmitter;
EventEmitter.defaultMaxListeners = 10;
EventEmitter.once = (emitter, type) => new Promise((resolve, reject) => {
  const onError = (error) => {
    emitter.removeListener(type, onEvent);
    reject(error);
  };
  const onEvent = (...args) => {
    emitter.removeListener('error', onError);
    resolve(args);
  };
  emitter.once(type, onEvent);
  if (type !== 'error') {
    emitter.once('error', onError);
  }
});
EventEmitter.listenerCount = (emitter, type) => emitter.listenerCount(type);

module.exports = EventEmitter;
