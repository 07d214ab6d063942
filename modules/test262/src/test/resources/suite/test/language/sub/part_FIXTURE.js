/*---
description: no test
---*/
throw 1;
