// The outer solar system, simulated: Jupiter, Saturn, Uranus and Neptune around the Sun for some centuries.
//
// Integrates with the leapfrog method, which keeps the total energy nearly constant: the program prints the energy and the planets'
// positions as it goes, and at the end how much energy has drifted. An argument gives the number of years. Lengths are in astronomical units, times in days, masses in solar masses.
'use strict';

const DAYS_PER_YEAR = 365.25;
const GRAVITY = 2.9591220828559093e-4;

class Vector {
  constructor(x, y, z) {
    this.x = x;
    this.y = y;
    this.z = z;
  }

  plus(other) {
    return new Vector(this.x + other.x, this.y + other.y, this.z + other.z);
  }

  minus(other) {
    return new Vector(this.x - other.x, this.y - other.y, this.z - other.z);
  }

  times(factor) {
    return new Vector(this.x * factor, this.y * factor, this.z * factor);
  }

  dot(other) {
    return this.x * other.x + this.y * other.y + this.z * other.z;
  }

  cross(other) {
    return new Vector(
      this.y * other.z - this.z * other.y,
      this.z * other.x - this.x * other.z,
      this.x * other.y - this.y * other.x);
  }

  get length() {
    return Math.sqrt(this.dot(this));
  }

  toString() {
    return `(${this.x.toFixed(5)}, ${this.y.toFixed(5)}, ${this.z.toFixed(5)})`;
  }
}

class Body {
  constructor(name, mass, position, velocity) {
    this.name = name;
    this.mass = mass;
    this.position = position;
    this.velocity = velocity;
    this.ax = 0;
    this.ay = 0;
    this.az = 0;
  }

  get momentum() {
    return this.velocity.times(this.mass);
  }

  get kineticEnergy() {
    return 0.5 * this.mass * this.velocity.dot(this.velocity);
  }
}

// Initial state on 5 September 1994, 0:00, relative to the Sun.
function outerPlanets() {
  return [
    new Body('Sun', 1.00000597682, new Vector(0, 0, 0), new Vector(0, 0, 0)),
    new Body('Jupiter', 0.000954786104043,
      new Vector(-3.5023653, -3.8169847, -1.5507963), new Vector(0.00565429, -0.00412490, -0.00190589)),
    new Body('Saturn', 0.000285583733151,
      new Vector(9.0755314, -3.0458353, -1.6483708), new Vector(0.00168318, 0.00483525, 0.00192462)),
    new Body('Uranus', 0.0000437273164546,
      new Vector(8.3101420, -16.2901086, -7.2521278), new Vector(0.00354178, 0.00137102, 0.00055029)),
    new Body('Neptune', 0.0000517759138449,
      new Vector(11.4707666, -25.7294829, -10.8169456), new Vector(0.00288930, 0.00114527, 0.00039677)),
  ];
}

class SolarSystem {
  constructor(bodies) {
    this.bodies = bodies;
    this.time = 0;
    this.stopDrifting();
    this.computeAccelerations();
  }

  // Moves into the frame of the centre of mass, so that the system as a whole stays where it is.
  stopDrifting() {
    let mass = 0;
    let centre = new Vector(0, 0, 0);
    let momentum = new Vector(0, 0, 0);
    for (const body of this.bodies) {
      mass += body.mass;
      centre = centre.plus(body.position.times(body.mass));
      momentum = momentum.plus(body.momentum);
    }
    for (const body of this.bodies) {
      body.position = body.position.minus(centre.times(1 / mass));
      body.velocity = body.velocity.minus(momentum.times(1 / mass));
    }
  }

  computeAccelerations() {
    const bodies = this.bodies;
    const count = bodies.length;
    for (let i = 0; i < count; i++) {
      const body = bodies[i];
      body.ax = 0;
      body.ay = 0;
      body.az = 0;
    }
    for (let i = 0; i < count; i++) {
      const a = bodies[i];
      const pa = a.position;
      for (let j = i + 1; j < count; j++) {
        const b = bodies[j];
        const pb = b.position;
        const dx = pb.x - pa.x;
        const dy = pb.y - pa.y;
        const dz = pb.z - pa.z;
        const squared = dx * dx + dy * dy + dz * dz;
        const scale = GRAVITY / (squared * Math.sqrt(squared));
        const pull = scale * b.mass;
        a.ax += dx * pull;
        a.ay += dy * pull;
        a.az += dz * pull;
        const push = scale * a.mass;
        b.ax -= dx * push;
        b.ay -= dy * push;
        b.az -= dz * push;
      }
    }
  }

  kick(days) {
    for (let i = 0; i < this.bodies.length; i++) {
      const body = this.bodies[i];
      const v = body.velocity;
      v.x += body.ax * days;
      v.y += body.ay * days;
      v.z += body.az * days;
    }
  }

  drift(days) {
    for (let i = 0; i < this.bodies.length; i++) {
      const body = this.bodies[i];
      const p = body.position;
      const v = body.velocity;
      p.x += v.x * days;
      p.y += v.y * days;
      p.z += v.z * days;
    }
  }

  step(days) {
    this.kick(days / 2);
    this.drift(days);
    this.computeAccelerations();
    this.kick(days / 2);
    this.time += days;
  }

  get energy() {
    let sum = 0;
    this.bodies.forEach((body, i) => {
      sum += body.kineticEnergy;
      for (let j = i + 1; j < this.bodies.length; j++) {
        const other = this.bodies[j];
        sum -= GRAVITY * body.mass * other.mass / body.position.minus(other.position).length;
      }
    });
    return sum;
  }

  get angularMomentum() {
    return this.bodies.reduce(
      (sum, body) => sum.plus(body.position.cross(body.momentum)), new Vector(0, 0, 0));
  }
}

// Counts a planet's revolutions by its crossings of the positive x axis.
class RevolutionCounter {
  constructor(sun, body) {
    this.sun = sun;
    this.body = body;
    this.count = 0;
    this.above = this.isAbove();
  }

  isAbove() {
    return this.body.position.y > this.sun.position.y;
  }

  observe() {
    const above = this.isAbove();
    if (above && !this.above) {
      this.count++;
    }
    this.above = above;
  }
}

function percent(part, whole) {
  return (100 * part / whole).toFixed(6) + ' %';
}

function main() {
  const system = new SolarSystem(outerPlanets());
  const sun = system.bodies[0];
  const counters = system.bodies.slice(1).map(body => new RevolutionCounter(sun, body));
  const energyAtStart = system.energy;
  const momentumAtStart = system.angularMomentum;
  console.log(`energy at the start: ${energyAtStart.toExponential(9)}`);

  const years = Number(process.argv[2] || 200);
  const stepDays = 20;
  const reportEvery = 50 * DAYS_PER_YEAR;
  let nextReport = reportEvery;
  let closest = Infinity;
  while (system.time < years * DAYS_PER_YEAR) {
    system.step(stepDays);
    for (const counter of counters) {
      counter.observe();
    }
    closest = Math.min(closest, system.bodies[1].position.minus(system.bodies[2].position).length);
    if (system.time >= nextReport) {
      nextReport += reportEvery;
      console.log(`after ${(system.time / DAYS_PER_YEAR).toFixed(1)} years`);
      system.bodies.forEach(body => console.log('  ' + (body.name + '        ').slice(0, 8) + ' at ' + body.position));
    }
  }

  console.log('revolutions: ' + counters.map(c => `${c.body.name} ${c.count}`).join(', '));
  console.log(`Jupiter and Saturn were never closer than ${closest.toFixed(4)} astronomical units`);
  console.log('drift of the energy: ' + percent(system.energy - energyAtStart, energyAtStart));
  console.log('drift of the angular momentum: '
    + percent(system.angularMomentum.minus(momentumAtStart).length, momentumAtStart.length));
}

main();
