/*---
description: a harness file that needs a feature
features: [warp-drive]
---*/
