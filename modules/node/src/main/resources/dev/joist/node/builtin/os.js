'use strict';
const system = require('internal:system');

module.exports = {
  EOL: '\n',
  platform: () => process.platform,
  type: () => ({ linux: 'Linux', darwin: 'Darwin', win32: 'Windows_NT' })[process.platform],
  release: () => system.property('os.version'),
  arch: () => system.architecture(),
  homedir: () => process.env.HOME || system.property('user.home'),
  tmpdir: () => process.env.TMPDIR || system.property('java.io.tmpdir'),
  hostname: () => process.env.HOSTNAME || 'localhost',
  userInfo: () => ({ username: system.property('user.name'), homedir: system.property('user.home'), shell: null, uid: -1, gid: -1 }),
  cpus: () => Array.from({ length: system.processors() }, () => ({ model: system.architecture(), speed: 0, times: {} })),
  availableParallelism: () => system.processors(),
  endianness: () => 'LE',
  constants: { signals: {} },
};
