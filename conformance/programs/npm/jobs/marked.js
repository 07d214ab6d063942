// Markdown to HTML.
const { marked } = require('marked');
const text = `# Title *with* emphasis\n\nA [link](http://example.org "t"), \`code\` and **strong _nested_**.\n\n- one\n- two\n  1. inner\n  2. more\n\n> quoted\n> text\n\n\`\`\`js\nlet x = 1 < 2;\n\`\`\`\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n\n![image](a.png) <b>raw</b> https://auto.link\n\n---\n\nTerm\\\nbreak\n`;
console.log(marked.parse(text));
console.log(marked.parse(text.repeat(20)).length);
