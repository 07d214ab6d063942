const values = [0, -0, 1, '1', '', 'a', null, undefined, true, false, NaN];
for (const a of values) console.log(values.map(b => (a == b ? 1 : 0) + '' + (a === b ? 1 : 0) + (a != b ? 1 : 0) + (a !== b ? 1 : 0)).join(' '));
