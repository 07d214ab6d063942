class B extends A { z = 1; constructor() { super(2); this.w = 3; } m() { return super.m(); } }
