/*---
description: needs the feature of the file that it includes
includes: [warp.js]
flags: [noStrict]
---*/
