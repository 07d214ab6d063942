// Embedded JavaScript templates.
const ejs = require('ejs');
console.log(ejs.render('<% for (const x of xs) { %>[<%= x %>]<% } %> <%- raw %>', { xs: [1, '<'], raw: '<b>' }));
