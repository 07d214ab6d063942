// An arrow function may call super() for the constructor around it.
class Base {
  constructor(value) {
    this.value = value;
  }
}
class Later extends Base {
  field = 'field of ' + this.value;
  constructor(value) {
    const init = () => super(value);
    init();
    this.after = this.field + '!';
  }
}
const later = new Later(1);
console.log(later.value, later.field, later.after, later instanceof Later);

class Nested extends Base {
  constructor() {
    (() => (() => super(...[2, 3]))())();
    this.seen = (() => this.value)();
  }
}
console.log(new Nested().seen);

class Twice extends Base {
  constructor() {
    super(1);
    try {
      (() => super(2))();
    } catch (error) {
      console.log(error.name, error.message, this.value);
    }
  }
}
new Twice();

class Never extends Base {
  constructor() {
    const unused = () => super();
  }
}
try {
  new Never();
} catch (error) {
  console.log(error.name, error.message);
}

class Target extends Base {
  constructor() {
    const target = () => new.target;
    (() => super(target().name))();
  }
}
class Further extends Target {}
console.log(new Further().value, new Target().value);

let sum = 0;
for (let i = 0; i < 200; i++) {
  sum += new Later(i).value;
}
console.log(sum);
