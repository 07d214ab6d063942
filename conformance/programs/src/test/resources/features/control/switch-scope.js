switch (1) { case 0: let x = 'zero'; case 1: x = 'one'; console.log(x); }
