/*---
flags: [raw]
---*/
if (typeof assert !== 'undefined') throw new Error('there is a harness');
