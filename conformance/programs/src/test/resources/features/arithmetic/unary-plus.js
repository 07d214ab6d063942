console.log(+'12', +'', +' 3 ', +'0x1f', +'0b11', +'1e3', +'1_0', +null, +undefined, +true, +[], +[7], +[1, 2], +{}, +'Infinity', +'-Infinity', +'infinity', 1 / +'-0');
