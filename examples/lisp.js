// An interpreter for a small Lisp (a Scheme with proper tail calls), and programs in it: a prelude, sorting, an evaluator of itself,
// n queens, prime numbers, and Church numerals. Arguments name the programs to run; a number says how often.
'use strict';

class Symbol_ {
  constructor(name) {
    this.name = name;
  }
}

class Pair {
  constructor(car, cdr) {
    this.car = car;
    this.cdr = cdr;
  }
}

const NIL = { toString: () => '()' };
const UNSPECIFIED = { toString: () => '' };

const symbols = {};
function symbol(name) {
  const key = '$' + name;
  return symbols[key] || (symbols[key] = new Symbol_(name));
}

function list(items, tail) {
  let result = tail === undefined ? NIL : tail;
  for (let i = items.length - 1; i >= 0; i--) {
    result = new Pair(items[i], result);
  }
  return result;
}

function toArray(pairs) {
  const items = [];
  for (; pairs !== NIL; pairs = pairs.cdr) {
    items.push(pairs.car);
  }
  return items;
}

class LispError extends Error {}

class Closure {
  constructor(parameters, rest, body, environment) {
    this.parameters = parameters;
    this.rest = rest;
    this.body = body;
    this.environment = environment;
    this.name = 'lambda';
  }
}

class Environment {
  constructor(outer) {
    this.names = [];
    this.values = [];
    this.outer = outer;
  }

  define(name, value) {
    const index = this.names.indexOf(name);
    if (index >= 0) {
      this.values[index] = value;
    } else {
      this.names.push(name);
      this.values.push(value);
    }
  }

  lookup(name) {
    for (let environment = this; environment !== null; environment = environment.outer) {
      const index = environment.names.indexOf(name);
      if (index >= 0) {
        return environment.values[index];
      }
    }
    throw new LispError(`unbound variable ${name.name}`);
  }

  assign(name, value) {
    for (let environment = this; environment !== null; environment = environment.outer) {
      const index = environment.names.indexOf(name);
      if (index >= 0) {
        environment.values[index] = value;
        return;
      }
    }
    throw new LispError(`set! of unbound variable ${name.name}`);
  }
}

// Text to data.
function read(text) {
  let index = 0;

  function skip() {
    while (index < text.length) {
      const c = text[index];
      if (c === ';') {
        while (index < text.length && text[index] !== '\n') {
          index++;
        }
      } else if (c === ' ' || c === '\n' || c === '\t') {
        index++;
      } else {
        return;
      }
    }
  }

  function isDelimiter(c) {
    return c === undefined || ' \n\t();"\''.indexOf(c) >= 0;
  }

  function datum() {
    skip();
    const c = text[index];
    if (c === '(') {
      index++;
      const items = [];
      let tail = NIL;
      for (;;) {
        skip();
        if (index >= text.length) {
          throw new LispError('a parenthesis is not closed');
        }
        if (text[index] === ')') {
          index++;
          return list(items, tail);
        }
        if (text[index] === '.' && isDelimiter(text[index + 1])) {
          index++;
          tail = datum();
        } else {
          items.push(datum());
        }
      }
    }
    if (c === ')') {
      throw new LispError('unexpected )');
    }
    if (c === '\'') {
      index++;
      return list([symbol('quote'), datum()]);
    }
    if (c === '"') {
      const end = text.indexOf('"', index + 1);
      const string = text.slice(index + 1, end);
      index = end + 1;
      return string;
    }
    const start = index;
    while (!isDelimiter(text[index])) {
      index++;
    }
    const word = text.slice(start, index);
    if (word === '#t' || word === '#f') {
      return word === '#t';
    }
    const number = Number(word);
    return isNaN(number) ? symbol(word) : number;
  }

  const data = [];
  for (skip(); index < text.length; skip()) {
    data.push(datum());
  }
  return data;
}

function show(value) {
  if (value instanceof Pair) {
    let result = '(' + show(value.car);
    let rest = value.cdr;
    for (; rest instanceof Pair; rest = rest.cdr) {
      result += ' ' + show(rest.car);
    }
    return result + (rest === NIL ? ')' : ` . ${show(rest)})`);
  }
  if (value instanceof Symbol_) {
    return value.name;
  }
  if (value instanceof Closure) {
    return `#<${value.name}>`;
  }
  switch (typeof value) {
    case 'boolean':
      return value ? '#t' : '#f';
    case 'function':
      return '#<built-in>';
    default:
      return String(value);
  }
}

const QUOTE = symbol('quote');
const IF = symbol('if');
const DEFINE = symbol('define');
const SET = symbol('set!');
const LAMBDA = symbol('lambda');
const BEGIN = symbol('begin');
const LET = symbol('let');
const COND = symbol('cond');
const ELSE = symbol('else');
const AND = symbol('and');
const OR = symbol('or');

let applications = 0;

function makeClosure(parameters, body, environment) {
  const names = [];
  for (; parameters instanceof Pair; parameters = parameters.cdr) {
    names.push(parameters.car);
  }
  return new Closure(names, parameters === NIL ? null : parameters, body, environment);
}

function bind(closure, values) {
  const count = closure.parameters.length;
  if (values.length < count || closure.rest === null && values.length > count) {
    throw new LispError(`${closure.name} wants ${count} arguments and got ${values.length}`);
  }
  const environment = new Environment(closure.environment);
  for (let i = 0; i < count; i++) {
    environment.names.push(closure.parameters[i]);
    environment.values.push(values[i]);
  }
  if (closure.rest !== null) {
    environment.define(closure.rest, list(values.slice(count)));
  }
  return environment;
}

function apply(f, values) {
  if (typeof f === 'function') {
    return f(values);
  }
  if (!(f instanceof Closure)) {
    throw new LispError(`${show(f)} is not a function`);
  }
  return evaluateBody(f.body, bind(f, values));
}

function evaluateBody(body, environment) {
  for (; body.cdr !== NIL; body = body.cdr) {
    evaluate(body.car, environment);
  }
  return evaluate(body.car, environment);
}

// Tail calls go round the loop.
function evaluate(expression, environment) {
  for (;;) {
    if (expression instanceof Symbol_) {
      return environment.lookup(expression);
    }
    if (!(expression instanceof Pair)) {
      return expression;
    }
    const head = expression.car;
    let rest = expression.cdr;
    let body = null;
    switch (head) {
      case QUOTE:
        return rest.car;
      case IF:
        if (evaluate(rest.car, environment) !== false) {
          expression = rest.cdr.car;
        } else if (rest.cdr.cdr === NIL) {
          return UNSPECIFIED;
        } else {
          expression = rest.cdr.cdr.car;
        }
        continue;
      case DEFINE:
        if (rest.car instanceof Pair) {
          const closure = makeClosure(rest.car.cdr, rest.cdr, environment);
          closure.name = rest.car.car.name;
          environment.define(rest.car.car, closure);
        } else {
          environment.define(rest.car, evaluate(rest.cdr.car, environment));
        }
        return UNSPECIFIED;
      case SET:
        environment.assign(rest.car, evaluate(rest.cdr.car, environment));
        return UNSPECIFIED;
      case LAMBDA:
        return makeClosure(rest.car, rest.cdr, environment);
      case BEGIN:
        body = rest;
        break;
      case LET: {
        const inner = new Environment(environment);
        for (let binding = rest.car; binding !== NIL; binding = binding.cdr) {
          inner.define(binding.car.car, evaluate(binding.car.cdr.car, environment));
        }
        environment = inner;
        body = rest.cdr;
        break;
      }
      case COND:
        for (; rest !== NIL; rest = rest.cdr) {
          const clause = rest.car;
          if (clause.car === ELSE || evaluate(clause.car, environment) !== false) {
            body = clause.cdr;
            break;
          }
        }
        if (body === null) {
          return UNSPECIFIED;
        }
        break;
      case AND:
      case OR: {
        const stop = head === OR;
        if (rest === NIL) {
          return !stop;
        }
        let decided = false;
        let value;
        for (; rest.cdr !== NIL && !decided; rest = rest.cdr) {
          value = evaluate(rest.car, environment);
          decided = value !== false === stop;
        }
        if (decided) {
          return value;
        }
        expression = rest.car;
        continue;
      }
      default: {
        const f = evaluate(head, environment);
        const values = [];
        for (; rest !== NIL; rest = rest.cdr) {
          values.push(evaluate(rest.car, environment));
        }
        applications++;
        if (typeof f === 'function') {
          return f(values);
        }
        if (!(f instanceof Closure)) {
          throw new LispError(`${show(f)} is not a function`);
        }
        environment = bind(f, values);
        body = f.body;
      }
    }
    for (; body.cdr !== NIL; body = body.cdr) {
      evaluate(body.car, environment);
    }
    expression = body.car;
  }
}

function number(value) {
  if (typeof value !== 'number') {
    throw new LispError(`${show(value)} is not a number`);
  }
  return value;
}

function pair(value) {
  if (!(value instanceof Pair)) {
    throw new LispError(`${show(value)} is not a pair`);
  }
  return value;
}

const comparison = holds => values => {
  for (let i = 1; i < values.length; i++) {
    if (!holds(number(values[i - 1]), number(values[i]))) {
      return false;
    }
  }
  return true;
};

const output = [];
const builtIns = {
  '+': values => values.reduce((a, b) => a + number(b), 0),
  '*': values => values.reduce((a, b) => a * number(b), 1),
  '-': values => values.length === 1 ? -number(values[0]) : values.slice(1).reduce((a, b) => a - number(b), number(values[0])),
  'quotient': values => Math.trunc(number(values[0]) / number(values[1])),
  'remainder': values => number(values[0]) % number(values[1]),
  '=': comparison((a, b) => a === b),
  '<': comparison((a, b) => a < b),
  '>': comparison((a, b) => a > b),
  '<=': comparison((a, b) => a <= b),
  'cons': values => new Pair(values[0], values[1]),
  'car': values => pair(values[0]).car,
  'cdr': values => pair(values[0]).cdr,
  'list': values => list(values),
  'null?': values => values[0] === NIL,
  'pair?': values => values[0] instanceof Pair,
  'symbol?': values => values[0] instanceof Symbol_,
  'number?': values => typeof values[0] === 'number',
  'eq?': values => values[0] === values[1],
  'not': values => values[0] === false,
  'apply': values => apply(values[0], toArray(values[1])),
  'error': values => { throw new LispError(values.map(show).join(' ')); },
  'display': values => { output.push(values.map(show).join(' ')); return UNSPECIFIED; },
};

const prelude = `
(define (map f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l)))))
(define (fold f start l) (if (null? l) start (fold f (f start (car l)) (cdr l))))
(define (reverse l) (fold (lambda (rest x) (cons x rest)) '() l))
(define (append a b) (if (null? a) b (cons (car a) (append (cdr a) b))))
(define (filter keep? l)
  (cond ((null? l) '())
        ((keep? (car l)) (cons (car l) (filter keep? (cdr l))))
        (else (filter keep? (cdr l)))))
(define (length l) (fold (lambda (n x) (+ n 1)) 0 l))
(define (range from to) (if (< from to) (cons from (range (+ from 1) to)) '()))
(define (assq key l) (cond ((null? l) #f) ((eq? key (car (car l))) (car l)) (else (assq key (cdr l)))))
(define (every? holds? l) (or (null? l) (and (holds? (car l)) (every? holds? (cdr l)))))
(define (compose . fs) (if (null? fs) (lambda (x) x) (lambda (x) ((car fs) ((apply compose (cdr fs)) x)))))
`;

const programs = {
  factorial: '(define (fact n) (if (= n 0) 1 (* n (fact (- n 1))))) (map fact (range 0 12))',
  'tail calls': '(define (loop n sum) (if (= n 0) sum (loop (- n 1) (+ sum n)))) (loop 20000 0)',
  fibonacci: '(define (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2))))) (fib 15)',
  quicksort: `
    (define (sort l)
      (if (null? l) '()
          (let ((pivot (car l)) (rest (cdr l)))
            (append (sort (filter (lambda (x) (< x pivot)) rest))
                    (cons pivot (sort (filter (lambda (x) (<= pivot x)) rest)))))))
    (sort '(31 4 15 92 65 35 89 79 32 38 46 26 43 38 32 79 50 28 84 19 71))`,
  primes: `
    (define (prime? n)
      (define (try d) (cond ((> (* d d) n) #t) ((= (remainder n d) 0) #f) (else (try (+ d 1)))))
      (and (> n 1) (try 2)))
    (filter prime? (range 0 100))`,
  queens: `
    (define (safe? row distance placed)
      (or (null? placed)
          (and (not (= row (car placed)))
               (not (= row (+ (car placed) distance)))
               (not (= row (- (car placed) distance)))
               (safe? row (+ distance 1) (cdr placed)))))
    (define (place k size placed)
      (if (= k 0) 1
          (fold + 0 (map (lambda (row) (if (safe? row 1 placed) (place (- k 1) size (cons row placed)) 0)) (range 0 size)))))
    (map (lambda (n) (place n n '())) (range 1 6))`,
  'church numerals': `
    (define zero (lambda (f) (lambda (x) x)))
    (define (succ n) (lambda (f) (lambda (x) (f ((n f) x)))))
    (define (add a b) (lambda (f) (lambda (x) ((a f) ((b f) x)))))
    (define (times a b) (lambda (f) (a (b f))))
    (define (number n) ((n (lambda (x) (+ x 1))) 0))
    (define three (succ (succ (succ zero))))
    (list (number three) (number (add three three)) (number (times three (times three three))))`,
  counters: `
    (define (make-counter) (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
    (define a (make-counter)) (define b (make-counter))
    (a) (a) (b)
    (display "a:" (a)) (display "b:" (b))
    (list (a) (b))`,
  'lisp in lisp': `
    (define (lookup name env) (let ((found (assq name env))) (if found (cdr found) (error "unbound" name))))
    (define (bind names values env)
      (if (null? names) env (cons (cons (car names) (car values)) (bind (cdr names) (cdr values) env))))
    (define (run e env)
      (cond ((number? e) e)
            ((symbol? e) (lookup e env))
            ((eq? (car e) 'quote) (car (cdr e)))
            ((eq? (car e) 'if) (if (run (car (cdr e)) env) (run (car (cdr (cdr e))) env) (run (car (cdr (cdr (cdr e)))) env)))
            ((eq? (car e) 'lambda)
             (lambda values (run (car (cdr (cdr e))) (bind (car (cdr e)) values env))))
            (else (apply (run (car e) env) (map (lambda (x) (run x env)) (cdr e))))))
    (define base (list (cons '+ +) (cons '- -) (cons '* *) (cons '= =)))
    (run '(((lambda (f) (lambda (n) (f f n)))
            (lambda (self n) (if (= n 0) 1 (* n (self self (- n 1))))))
           9) base)`,
  composition: '((compose (lambda (x) (* x x)) (lambda (x) (+ x 1)) (lambda (x) (* x 2))) 5)',
  'dotted pairs': "(list '(1 . 2) '(1 2 . 3) (cons 1 '(2 3)) '() \"text\" car map)",
  'an error': '(+ 1 (car 5))',
  'another error': '(undefined-function 1 2)',
  'too few arguments': '((lambda (a b) a) 1)',
  'not a function': '(1 2 3)',
  unclosed: '(+ 1 (* 2 3)',
};

function run(text, environment) {
  return read(text).reduce((last, expression) => evaluate(expression, environment), UNSPECIFIED);
}

const top = new Environment(null);
Object.keys(builtIns).forEach(name => top.define(symbol(name), builtIns[name]));
run(prelude, top);
const rounds = Number(process.argv.slice(2).find(Number) || 1);
const wanted = process.argv.slice(2).filter(argument => !Number(argument));
for (const name in programs) {
  if (wanted.length > 0 && !wanted.includes(name)) {
    continue;
  }
  let before;
  let result;
  for (let round = 0; round < rounds; round++) {
    before = applications;
    output.length = 0;
    try {
      result = show(run(programs[name], new Environment(top)));
    } catch (error) {
      if (!(error instanceof LispError)) {
        throw error;
      }
      result = 'error: ' + error.message;
    }
  }
  output.forEach(line => console.log(`    ${line}`));
  console.log(`${name}: ${result} (${applications - before} applications)`);
}
