function f() { return () => this; }
