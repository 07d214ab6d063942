// A simulated operating-system kernel with one processor: processes are state machines that compute, wait for devices, exchange messages
// and spawn others; the scheduler gives them time slices. The same workload runs under four scheduling policies, and a table compares
// turnaround, waiting and response times. Arguments give the number of policies to try, and how often.
'use strict';

const State = { READY: 'ready', RUNNING: 'running', BLOCKED: 'blocked', ENDED: 'ended' };

// Park and Miller's generator: the same numbers on every engine.
class Random {
  constructor(seed) {
    this.state = seed;
  }

  next() {
    this.state = this.state * 48271 % 2147483647;
    return this.state;
  }

  between(low, high) {
    return low + this.next() % (high - low + 1);
  }
}

// A binary heap of events, the earliest first; events of one time in the order in which they were added.
class EventQueue {
  constructor() {
    this.heap = [];
    this.added = 0;
  }

  get isEmpty() {
    return this.heap.length === 0;
  }

  get nextTime() {
    return this.heap[0].time;
  }

  static before(a, b) {
    return a.time < b.time || a.time === b.time && a.order < b.order;
  }

  add(time, action) {
    const heap = this.heap;
    const event = { time: time, order: this.added++, action: action };
    let index = heap.length;
    heap.push(event);
    while (index > 0) {
      const parent = index - 1 >> 1;
      if (!EventQueue.before(event, heap[parent])) {
        break;
      }
      heap[index] = heap[parent];
      index = parent;
    }
    heap[index] = event;
  }

  remove() {
    const heap = this.heap;
    const first = heap[0];
    const last = heap.pop();
    const length = heap.length;
    if (length > 0) {
      let index = 0;
      for (;;) {
        let child = 2 * index + 1;
        if (child >= length) {
          break;
        }
        if (child + 1 < length && EventQueue.before(heap[child + 1], heap[child])) {
          child++;
        }
        if (!EventQueue.before(heap[child], last)) {
          break;
        }
        heap[index] = heap[child];
        index = child;
      }
      heap[index] = last;
    }
    return first;
  }
}

// What a process wants next: one of these objects comes out of its program's step function.
const compute = ticks => ({ kind: 'compute', ticks: ticks });
const waitFor = device => ({ kind: 'wait', device: device });
const send = (channel, message) => ({ kind: 'send', channel: channel, message: message });
const receive = channel => ({ kind: 'receive', channel: channel });
const spawn = (name, priority, program) => ({ kind: 'spawn', name: name, priority: priority, program: program });
const exit = { kind: 'exit' };

class Process {
  constructor(id, name, priority, program, now) {
    this.id = id;
    this.name = name;
    this.priority = priority;
    this.program = program;
    this.state = State.READY;
    this.request = null;
    this.remaining = 0;
    this.inbox = undefined;
    this.level = 0;
    this.vruntime = 0;
    this.created = now;
    this.readySince = now;
    this.firstRun = -1;
    this.ended = -1;
    this.cpu = 0;
    this.waited = 0;
    this.switches = 0;
  }

  get turnaround() {
    return this.ended - this.created;
  }
}

// A device serves one process after another.
class Device {
  constructor(name, serviceTicks) {
    this.name = name;
    this.serviceTicks = serviceTicks;
    this.freeAt = 0;
    this.served = 0;
  }

  reserve(now) {
    this.freeAt = Math.max(this.freeAt, now) + this.serviceTicks;
    this.served++;
    return this.freeAt;
  }
}

class Channel {
  constructor(name) {
    this.name = name;
    this.messages = [];
    this.receivers = [];
  }
}

// Policies: add a ready process, take the next one, say how long it may run, learn how much it has used.
class FirstComeFirstServed {
  constructor() {
    this.queue = [];
  }

  get name() { return 'first come'; }
  get isEmpty() { return this.queue.length === 0; }
  add(process) { this.queue.push(process); }
  take() { return this.queue.shift(); }
  slice() { return Infinity; }
  used() {}
}

class RoundRobin extends FirstComeFirstServed {
  constructor(quantum) {
    super();
    this.quantum = quantum;
  }

  get name() { return `round robin ${this.quantum}`; }
  slice() { return this.quantum; }
}

// Who uses up a slice sinks to a level with longer slices; who waits for a device rises.
class MultilevelFeedback {
  constructor(levels) {
    this.levels = [];
    for (let i = 0; i < levels; i++) {
      this.levels.push([]);
    }
  }

  get name() { return 'feedback'; }
  get isEmpty() { return this.levels.every(level => level.length === 0); }
  add(process) { this.levels[process.level].push(process); }

  take() {
    const level = this.levels.findIndex(queue => queue.length > 0);
    return this.levels[level].shift();
  }

  slice(process) { return 2 << process.level; }

  used(process, ticks, blocked) {
    if (blocked) {
      process.level = Math.max(0, process.level - 1);
    } else if (ticks >= this.slice(process)) {
      process.level = Math.min(this.levels.length - 1, process.level + 1);
    }
  }
}

// The one that has used the least, weighed by priority, runs next.
class Fair {
  constructor() {
    this.ready = [];
    this.clock = 0;
  }

  get name() { return 'fair'; }
  get isEmpty() { return this.ready.length === 0; }

  add(process) {
    process.vruntime = Math.max(process.vruntime, this.clock - 20);
    this.ready.push(process);
  }

  take() {
    let best = 0;
    for (let i = 1; i < this.ready.length; i++) {
      const a = this.ready[i];
      const b = this.ready[best];
      if (a.vruntime < b.vruntime || a.vruntime === b.vruntime && a.id < b.id) {
        best = i;
      }
    }
    const process = this.ready.splice(best, 1)[0];
    this.clock = process.vruntime;
    return process;
  }

  slice(process) { return 3 + process.priority; }
  used(process, ticks) { process.vruntime += ticks * 4 / process.priority; }
}

class Kernel {
  constructor(policy) {
    this.policy = policy;
    this.now = 0;
    this.events = new EventQueue();
    this.processes = [];
    this.live = 0;
    this.idle = 0;
    this.switches = 0;
    this.devices = { disk: new Device('disk', 9), network: new Device('network', 23), terminal: new Device('terminal', 4) };
    this.channels = {};
    this.log = [];
  }

  channel(name) {
    if (this.channels[name] === undefined) {
      this.channels[name] = new Channel(name);
    }
    return this.channels[name];
  }

  start(name, priority, program) {
    const process = new Process(this.processes.length, name, priority, program, this.now);
    this.processes.push(process);
    this.live++;
    this.policy.add(process);
    return process;
  }

  startAt(time, name, priority, program) {
    this.live++;
    this.events.add(time, () => {
      this.live--;
      this.start(name, priority, program);
    });
  }

  makeReady(process, message) {
    process.inbox = message;
    process.state = State.READY;
    process.readySince = this.now;
    this.policy.add(process);
  }

  block(process) {
    process.state = State.BLOCKED;
  }

  // Carries out what does not take processor time. Answers whether the process may go on at once.
  serve(process, request) {
    switch (request.kind) {
      case 'wait': {
        const done = this.devices[request.device].reserve(this.now);
        this.events.add(done, () => this.makeReady(process, undefined));
        this.block(process);
        return false;
      }
      case 'send': {
        const channel = this.channel(request.channel);
        if (channel.receivers.length > 0) {
          this.makeReady(channel.receivers.shift(), request.message);
        } else {
          channel.messages.push(request.message);
        }
        return true;
      }
      case 'receive': {
        const channel = this.channel(request.channel);
        if (channel.messages.length > 0) {
          process.inbox = channel.messages.shift();
          return true;
        }
        channel.receivers.push(process);
        this.block(process);
        return false;
      }
      case 'spawn':
        this.start(request.name, request.priority, request.program);
        return true;
      case 'exit':
        process.state = State.ENDED;
        process.ended = this.now;
        this.live--;
        return false;
      default:
        throw new Error(`process ${process.name} asks for ${request.kind}, which this kernel does not offer`);
    }
  }

  // A crashing process ends alone.
  nextRequest(process) {
    try {
      return process.program(process.inbox);
    } catch (error) {
      this.log.push(`t=${this.now}: ${process.name} crashed: ${error.message}`);
      return exit;
    }
  }

  dispatch() {
    const process = this.policy.take();
    process.waited += this.now - process.readySince;
    process.state = State.RUNNING;
    process.switches++;
    this.switches++;
    if (process.firstRun < 0) {
      process.firstRun = this.now;
    }
    let left = this.policy.slice(process);
    let used = 0;
    for (;;) {
      if (process.remaining === 0) {
        const request = this.nextRequest(process);
        if (request.kind === 'compute') {
          process.remaining = request.ticks;
        } else if (this.serve(process, request)) {
          continue;
        } else {
          break;
        }
      }
      const ticks = Math.min(process.remaining, left);
      process.remaining -= ticks;
      process.cpu += ticks;
      this.advance(ticks);
      left -= ticks;
      used += ticks;
      if (left <= 0) {
        break;
      }
    }
    this.policy.used(process, used, process.state === State.BLOCKED);
    if (process.state === State.RUNNING) {
      process.state = State.READY;
      process.readySince = this.now;
      this.policy.add(process);
    }
  }

  advance(ticks) {
    const end = this.now + ticks;
    while (!this.events.isEmpty && this.events.nextTime <= end) {
      const event = this.events.remove();
      this.now = event.time;
      event.action();
    }
    this.now = end;
  }

  run() {
    while (this.live > 0) {
      if (!this.policy.isEmpty) {
        this.dispatch();
      } else if (!this.events.isEmpty) {
        this.idle += this.events.nextTime - this.now;
        this.advance(this.events.nextTime - this.now);
      } else {
        const stuck = this.processes.filter(process => process.state === State.BLOCKED).map(process => process.name);
        throw new Error(`deadlock at t=${this.now}: ${stuck.join(', ')} wait for each other`);
      }
    }
  }
}

// Programs: functions that make step functions.

function cruncher(rounds, ticks) {
  return () => rounds-- > 0 ? compute(ticks) : exit;
}

function editor(random, keystrokes) {
  let reading = true;
  return () => {
    if (keystrokes === 0) {
      return exit;
    }
    reading = !reading;
    if (!reading) {
      return waitFor('terminal');
    }
    keystrokes--;
    return compute(random.between(1, 3));
  };
}

function compiler(random, files) {
  let phase = 0;
  return () => {
    switch (phase++ % 3) {
      case 0:
        return files-- > 0 ? waitFor('disk') : exit;
      case 1:
        return compute(random.between(10, 40));
      default:
        return waitFor('disk');
    }
  };
}

function producer(channel, count) {
  let sending = false;
  return () => {
    sending = !sending;
    if (sending) {
      return compute(5);
    }
    if (count === 0) {
      return exit;
    }
    count--;
    return send(channel, { number: count, last: count === 0 });
  };
}

function consumer(kernel, channel) {
  let received = 0;
  let finished = false;
  return message => {
    if (finished) {
      return exit;
    }
    if (message !== undefined && message.number !== undefined) {
      received++;
      finished = message.last;
      message.number = undefined;
      if (finished) {
        kernel.log.push(`t=${kernel.now}: consumer has ${received} messages`);
      }
      return compute(7);
    }
    return receive(channel);
  };
}

function server(random, requests) {
  let phase = 0;
  return () => {
    if (requests === 0) {
      return exit;
    }
    phase++;
    if (phase % 2 === 1) {
      return waitFor('network');
    }
    requests--;
    return spawn(`handler ${requests}`, 2, cruncher(random.between(1, 4), 3));
  };
}

function buggy() {
  let steps = 3;
  let table = { size: 1 };
  return () => {
    if (--steps === 0) {
      table = undefined;
    }
    return compute(table.size);
  };
}

function workload(kernel) {
  const seeds = new Random(20250923);
  const random = () => new Random(seeds.next());
  kernel.start('matrix', 1, cruncher(30, 40));
  kernel.start('editor', 4, editor(random(), 60));
  kernel.start('compiler', 2, compiler(random(), 12));
  kernel.startAt(50, 'producer', 2, producer('pipe', 40));
  kernel.startAt(50, 'consumer', 2, consumer(kernel, 'pipe'));
  kernel.startAt(120, 'server', 3, server(random(), 25));
  kernel.startAt(200, 'buggy', 2, buggy());
  for (let i = 0; i < 12; i++) {
    kernel.startAt(i * 90, `batch ${i}`, 1 + i % 3, cruncher(seeds.between(1, 6), seeds.between(5, 30)));
  }
}

function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function pad(text, width) {
  text = String(text);
  while (text.length < width) {
    text = ' ' + text;
  }
  return text;
}

function simulate(policy) {
  const kernel = new Kernel(policy);
  workload(kernel);
  kernel.run();
  return kernel;
}

function main() {
  const rounds = Number(process.argv[3] || 1);
  let kernels;
  for (let round = 0; round < rounds; round++) {
    kernels = [new FirstComeFirstServed(), new RoundRobin(5), new RoundRobin(20), new MultilevelFeedback(4), new Fair()]
      .slice(0, Number(process.argv[2] || 5))
      .map(simulate);
  }

  console.log(pad('policy', 16) + ['time', 'idle', 'switches', 'turnaround', 'waiting', 'response', 'editor'].map(t => pad(t, 12)).join(''));
  kernels.forEach(kernel => {
    const processes = kernel.processes;
    const editorProcess = processes.find(process => process.name === 'editor');
    const numbers = [
      kernel.now, kernel.idle, kernel.switches,
      mean(processes.map(process => process.turnaround)).toFixed(1),
      mean(processes.map(process => process.waited)).toFixed(1),
      mean(processes.map(process => process.firstRun - process.created)).toFixed(1),
      editorProcess.turnaround,
    ];
    console.log(pad(kernel.policy.name, 16) + numbers.map(number => pad(number, 12)).join(''));
  });

  kernels.forEach(kernel => {
    console.log(`\n${kernel.policy.name}:`);
    kernel.log.forEach(line => console.log('  ' + line));
    const longest = kernel.processes.slice().sort((a, b) => b.waited - a.waited || a.id - b.id).slice(0, 3);
    longest.forEach(p => console.log(`  ${p.name} waited ${p.waited} of ${p.turnaround} ticks, ran ${p.switches} times`));
    const served = Object.keys(kernel.devices).map(name => `${name} ${kernel.devices[name].served}`);
    console.log('  devices: ' + served.join(', '));
  });

  const cpu = kernels.map(kernel => kernel.processes.reduce((sum, process) => sum + process.cpu, 0));
  console.log('\nall policies did the same work: ' + cpu.every(total => total === cpu[0]) + ' (' + cpu[0] + ' ticks)');

  try {
    const kernel = new Kernel(new RoundRobin(3));
    kernel.start('left', 1, () => receive('a'));
    kernel.start('right', 1, () => receive('b'));
    kernel.run();
  } catch (error) {
    console.log(error.message);
  }
}

main();
