console.log(0b1010, 0o17, 0xff, 1_000_000, .5, 5., 1e3, 1E-2, 0xFFFFFFFF, 0.1e1, 077 === 63);
