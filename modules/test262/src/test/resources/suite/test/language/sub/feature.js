/*---
features: [warp-drive]
---*/
engage;
