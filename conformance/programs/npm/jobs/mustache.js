// Logic-less templates.
const mustache = require('mustache');
const view = { title: 'Joe & co', items: [{ n: 1 }, { n: 2, last: true }], empty: [], loud: () => (text, render) => render(text).toUpperCase(), person: { name: 'x' } };
console.log(mustache.render('{{title}} {{{title}}} {{#items}}{{n}}{{^last}}, {{/last}}{{/items}}{{^empty}} none{{/empty}} {{#loud}}say {{title}}{{/loud}} {{person.name}} {{> part}}', view, { part: '<{{title}}>' }));
console.log(JSON.stringify(mustache.parse('a {{b}} {{#c}}{{.}}{{/c}}')));
