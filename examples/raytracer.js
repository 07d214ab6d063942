// A ray tracer that prints: spheres, a chequered floor, shadows, reflection and a soft sky, as characters and as statistics. An argument
// gives the number of columns.
'use strict';

class Vector {
  constructor(x, y, z) {
    this.x = x;
    this.y = y;
    this.z = z;
  }

  plus(v) { return new Vector(this.x + v.x, this.y + v.y, this.z + v.z); }
  minus(v) { return new Vector(this.x - v.x, this.y - v.y, this.z - v.z); }
  times(k) { return new Vector(this.x * k, this.y * k, this.z * k); }
  dot(v) { return this.x * v.x + this.y * v.y + this.z * v.z; }
  get length() { return Math.sqrt(this.dot(this)); }
  unit() { return this.times(1 / this.length); }
  mirrorAt(normal) { return this.minus(normal.times(2 * this.dot(normal))); }
}

class Ray {
  constructor(origin, direction) {
    this.origin = origin;
    this.direction = direction;
  }

  at(distance) {
    return this.origin.plus(this.direction.times(distance));
  }
}

class Surface {
  constructor(brightness, reflection, shine) {
    this.brightness = brightness;
    this.reflection = reflection;
    this.shine = shine;
  }

  brightnessAt() {
    return this.brightness;
  }
}

class Chequered extends Surface {
  constructor(dark, light, reflection) {
    super(light, reflection, 0);
    this.dark = dark;
  }

  brightnessAt(point) {
    return (Math.floor(point.x) + Math.floor(point.z)) % 2 === 0 ? this.brightness : this.dark;
  }
}

// Things answer at what distance a ray meets them first (Infinity: never), and their normal at a point.
class Sphere {
  constructor(centre, radius, surface) {
    this.centre = centre;
    this.radius = radius;
    this.surface = surface;
  }

  meet(ray) {
    const toCentre = this.centre.minus(ray.origin);
    const along = toCentre.dot(ray.direction);
    const squared = this.radius * this.radius - toCentre.dot(toCentre) + along * along;
    if (squared < 0) {
      return Infinity;
    }
    const half = Math.sqrt(squared);
    if (along - half > 1e-4) {
      return along - half;
    }
    return along + half > 1e-4 ? along + half : Infinity;
  }

  normalAt(point) {
    return point.minus(this.centre).times(1 / this.radius);
  }
}

class Floor {
  constructor(height, surface) {
    this.height = height;
    this.surface = surface;
  }

  meet(ray) {
    const distance = (this.height - ray.origin.y) / ray.direction.y;
    return distance > 1e-4 && distance < 60 ? distance : Infinity;
  }

  normalAt() {
    return new Vector(0, 1, 0);
  }
}

class Scene {
  constructor(things, lights, sky) {
    this.things = things;
    this.lights = lights;
    this.sky = sky;
    this.rays = 0;
    this.shadowRays = 0;
    this.deepest = 0;
  }

  // The nearest thing a ray meets, or null.
  hit(ray) {
    let nearest = Infinity;
    let thing = null;
    for (let i = 0; i < this.things.length; i++) {
      const distance = this.things[i].meet(ray);
      if (distance < nearest) {
        nearest = distance;
        thing = this.things[i];
      }
    }
    return thing === null ? null : { thing: thing, distance: nearest };
  }

  isShadowed(point, toLight, distance) {
    this.shadowRays++;
    const ray = new Ray(point, toLight);
    return this.things.some(thing => thing.meet(ray) < distance);
  }

  trace(ray, depth) {
    this.rays++;
    this.deepest = Math.max(this.deepest, depth);
    const hit = this.hit(ray);
    if (hit === null) {
      return this.sky(ray.direction);
    }
    const surface = hit.thing.surface;
    const point = ray.at(hit.distance);
    const normal = hit.thing.normalAt(point);
    let brightness = 0.08 * surface.brightnessAt(point);
    for (const light of this.lights) {
      const path = light.position.minus(point);
      const distance = path.length;
      const toLight = path.times(1 / distance);
      const facing = normal.dot(toLight);
      if (facing > 0 && !this.isShadowed(point, toLight, distance)) {
        brightness += light.power * facing * surface.brightnessAt(point);
        if (surface.shine > 0) {
          const glare = Math.max(0, ray.direction.mirrorAt(normal).dot(toLight));
          brightness += light.power * Math.pow(glare, surface.shine);
        }
      }
    }
    if (surface.reflection > 0 && depth < 4) {
      const reflected = this.trace(new Ray(point, ray.direction.mirrorAt(normal)), depth + 1);
      brightness = brightness * (1 - surface.reflection) + reflected * surface.reflection;
    }
    return Math.min(1, brightness);
  }
}

class Camera {
  constructor(position, target, zoom) {
    this.position = position;
    this.forward = target.minus(position).unit();
    this.right = new Vector(this.forward.z, 0, -this.forward.x).unit();
    this.up = new Vector(
      this.forward.y * this.right.z - this.forward.z * this.right.y,
      this.forward.z * this.right.x - this.forward.x * this.right.z,
      this.forward.x * this.right.y - this.forward.y * this.right.x);
    this.zoom = zoom;
  }

  ray(x, y) {
    const direction = this.forward.times(this.zoom).plus(this.right.times(x)).plus(this.up.times(y));
    return new Ray(this.position, direction.unit());
  }
}

function render(scene, camera, columns, rows) {
  const image = [];
  for (let row = 0; row < rows; row++) {
    const line = [];
    for (let column = 0; column < columns; column++) {
      const x = (column + 0.5 - columns / 2) / rows / 2;
      const y = (rows / 2 - row - 0.5) / rows;
      line.push(scene.trace(camera.ray(x, y), 0));
    }
    image.push(line);
  }
  return image;
}

function show(image) {
  const shades = ' .,:;i1tfLCG08@';
  return image.map(line => line.map(b => shades[Math.min(shades.length - 1, Math.floor(b * shades.length))]).join('')).join('\n');
}

const mirror = new Surface(0.3, 0.7, 80);
const clay = new Surface(0.8, 0, 0);
const porcelain = new Surface(0.9, 0.2, 30);
const scene = new Scene(
  [
    new Floor(0, new Chequered(0.15, 0.9, 0.1)),
    new Sphere(new Vector(0, 1, 4), 1, mirror),
    new Sphere(new Vector(-1.7, 0.6, 3.2), 0.6, clay),
    new Sphere(new Vector(1.5, 0.5, 2.6), 0.5, porcelain),
    new Sphere(new Vector(2.8, 1.4, 6), 1.4, porcelain),
    new Sphere(new Vector(-2.5, 2.6, 7), 0.9, mirror),
  ],
  [{ position: new Vector(-4, 6, -1), power: 0.7 }, { position: new Vector(6, 9, 2), power: 0.35 }],
  direction => 0.25 + 0.35 * Math.max(0, direction.y));
const camera = new Camera(new Vector(0, 1.6, -2.2), new Vector(0, 1.1, 4), 1.1);

const columns = Number(process.argv[2] || 96);
const image = render(scene, camera, columns, Math.round(columns * 3 / 8));
console.log(show(image));

const all = image.reduce((pixels, line) => pixels.concat(line), []);
const sum = all.reduce((a, b) => a + b, 0);
const sorted = all.slice().sort((a, b) => a - b);
console.log(`${scene.rays} rays, ${scene.shadowRays} shadow rays, ${scene.deepest} reflections deep`);
console.log(`brightness: mean ${(sum / all.length).toFixed(9)}, median ${sorted[sorted.length >> 1].toFixed(9)}, `
  + `darkest ${sorted[0].toFixed(9)}, brightest ${sorted[sorted.length - 1].toFixed(9)}`);

// The same picture in strips by a camera that moves sideways: every strip is a little different.
for (let i = 0; i < 3; i++) {
  const moved = new Camera(new Vector(i - 1, 1.6 + i / 2, -2.2), new Vector(0, 1.1, 4), 1.1);
  const strip = render(scene, moved, Math.round(columns * 2 / 3), Math.round(columns / 12));
  console.log(show(strip));
}
