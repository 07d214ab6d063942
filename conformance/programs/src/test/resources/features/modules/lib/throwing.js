exports.before = true; throw new RangeError("thrown while loading");
