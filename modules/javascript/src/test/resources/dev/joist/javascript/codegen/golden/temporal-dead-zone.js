function f() { const g = () => a; g(); a; let a = 1; return () => a; }
