/*---
flags: [noStrict]
---*/
for (;;) { try { for (;;) {} } finally { } }
