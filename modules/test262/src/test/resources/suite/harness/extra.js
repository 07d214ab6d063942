var extra = 7;
