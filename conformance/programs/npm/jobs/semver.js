// Versions compared and chosen by ranges.
const semver = require('semver');
const versions = ['1.2.3', '1.2.3-beta.1', '2.0.0', '1.10.0', '0.9.9', 'v3.1.4', '1.2.3+build', 'nonsense'];
console.log(versions.map((v) => semver.valid(v)), versions.filter((v) => semver.valid(v)).sort(semver.compare));
for (const range of ['^1.2.0', '~1.2', '>=1.0.0 <2.0.0 || 3.x', '1.2.3 - 2', '*', '<1.0']) {
  console.log(range, new semver.Range(range).range, versions.filter((v) => semver.satisfies(v, range)));
}
console.log(semver.inc('1.2.3', 'minor'), semver.inc('1.2.3', 'prerelease', 'rc'), semver.diff('1.2.3', '2.0.0'), semver.coerce('v2.3 beta').version, semver.maxSatisfying(versions.slice(0, 5), '1'));
