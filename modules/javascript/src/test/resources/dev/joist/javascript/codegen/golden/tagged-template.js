f`a${b}\n`; `x${y}z`;
