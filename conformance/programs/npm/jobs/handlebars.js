// Templates parsed, interpreted through generated code.
const handlebars = require('handlebars');
console.log(JSON.stringify(handlebars.parse('{{#each xs as |x i|}}{{i}}:{{x.name}} {{else}}none{{/each}}').body[0].type));
handlebars.registerHelper('shout', (text) => text.toUpperCase());
console.log(handlebars.precompile('{{a}} {{#if b}}{{shout c}}{{/if}}').length);
console.log(handlebars.compile('{{a}} {{#each xs}}{{@index}}={{name}};{{/each}} {{#if b}}{{shout c}}{{/if}}')({ a: '<', xs: [{ name: 'x' }, { name: 'y' }], b: 1, c: 'c' }));
