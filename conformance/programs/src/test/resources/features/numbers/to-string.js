console.log(1, 1.0, -0, 0.1, 1e21, 1e-7, 123456789012345680000, 1.5e300, 5e-324, 0.000001, 1e-6 / 10, NaN, -Infinity, 100, 1e20, 4.35, 0.1 + 0.2);
console.log([-0, 0].map(String).join(), (-0).toString(), `${-0}`, JSON.stringify(-0));
