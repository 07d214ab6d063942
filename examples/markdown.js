// Renders a useful part of Markdown as HTML: headings, paragraphs, emphasis, code, links, images, lists, block quotes, rules, tables.
// Blocks are parsed into a tree first, so that the same tree gives the HTML, a plain text and a table of contents. An argument says how
// often the sample is repeated in a long document.
'use strict';

class Node {
  constructor(type, children) {
    this.type = type;
    this.children = children || [];
  }

  add(child) {
    this.children.push(child);
    return child;
  }

  get text() {
    return this.children.map(child => (child instanceof Node ? child.text : child)).join('');
  }
}

class Heading extends Node {
  constructor(level, children) {
    super('heading', children);
    this.level = level;
  }

  get anchor() {
    let anchor = '';
    const text = this.text.toLowerCase();
    for (let i = 0; i < text.length; i++) {
      const c = text[i];
      if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
        anchor += c;
      } else if (anchor !== '' && !anchor.endsWith('-')) {
        anchor += '-';
      }
    }
    return anchor;
  }
}

class Link extends Node {
  constructor(url, isImage, children) {
    super(isImage ? 'image' : 'link', children);
    this.url = url;
  }
}

class Code extends Node {
  constructor(language, source) {
    super('code', [source]);
    this.language = language;
  }
}

class List extends Node {
  constructor(isOrdered, start) {
    super('list');
    this.isOrdered = isOrdered;
    this.start = start;
  }
}

function isBlank(line) {
  return line.trim() === '';
}

function indentOf(line) {
  let i = 0;
  while (line[i] === ' ') {
    i++;
  }
  return i;
}

function countLeading(text, c) {
  let count = 0;
  while (text[count] === c) {
    count++;
  }
  return count;
}

// { isOrdered, start, width } of a list item's marker, or null.
function listMarker(line) {
  const indent = indentOf(line);
  const rest = line.slice(indent);
  if ((rest[0] === '-' || rest[0] === '*' || rest[0] === '+') && rest[1] === ' ') {
    return { isOrdered: false, start: 1, width: indent + 2 };
  }
  let digits = 0;
  while (rest[digits] >= '0' && rest[digits] <= '9') {
    digits++;
  }
  if (digits > 0 && rest[digits] === '.' && rest[digits + 1] === ' ') {
    return { isOrdered: true, start: parseInt(rest, 10), width: indent + digits + 2 };
  }
  return null;
}

function isRule(line) {
  const compact = line.split(' ').join('');
  return compact.length >= 3 && '-*_'.includes(compact[0]) && countLeading(compact, compact[0]) === compact.length;
}

function cells(line) {
  let text = line.trim();
  if (text.startsWith('|')) {
    text = text.slice(1);
  }
  if (text.endsWith('|')) {
    text = text.slice(0, -1);
  }
  return text.split('|').map(cell => cell.trim());
}

function alignments(line) {
  if (line === undefined || !line.includes('-') || !line.includes('|')) {
    return null;
  }
  const found = cells(line).map(cell => {
    const left = cell.startsWith(':');
    const right = cell.endsWith(':');
    const dashes = cell.slice(left ? 1 : 0, right ? -1 : undefined);
    if (dashes === '' || countLeading(dashes, '-') !== dashes.length) {
      return undefined;
    }
    return left && right ? 'center' : right ? 'right' : left ? 'left' : '';
  });
  return found.some(alignment => alignment === undefined) ? null : found;
}

class BlockParser {
  constructor(lines) {
    this.lines = lines;
    this.index = 0;
  }

  get line() {
    return this.lines[this.index];
  }

  parse(parent) {
    while (this.index < this.lines.length) {
      if (isBlank(this.line)) {
        this.index++;
      } else {
        parent.add(this.block());
      }
    }
    return parent;
  }

  block() {
    const line = this.line;
    const level = countLeading(line, '#');
    if (level >= 1 && level <= 6 && line[level] === ' ') {
      this.index++;
      return new Heading(level, inline(line.slice(level).trim()));
    }
    if (line.startsWith('```')) {
      return this.fencedCode();
    }
    if (line.startsWith('>')) {
      return this.quote();
    }
    if (isRule(line)) {
      this.index++;
      return new Node('rule');
    }
    if (listMarker(line) !== null) {
      return this.list();
    }
    if (line.includes('|') && alignments(this.lines[this.index + 1]) !== null) {
      return this.table();
    }
    return this.paragraph();
  }

  fencedCode() {
    const language = this.line.slice(3).trim();
    const source = [];
    this.index++;
    while (this.index < this.lines.length && !this.line.startsWith('```')) {
      source.push(this.line);
      this.index++;
    }
    this.index++;
    return new Code(language, source.join('\n'));
  }

  quote() {
    const inner = [];
    while (this.index < this.lines.length && this.line.startsWith('>')) {
      const text = this.line.slice(1);
      inner.push(text.startsWith(' ') ? text.slice(1) : text);
      this.index++;
    }
    return new BlockParser(inner).parse(new Node('quote'));
  }

  list() {
    const first = listMarker(this.line);
    const list = new List(first.isOrdered, first.start);
    for (;;) {
      const marker = this.index < this.lines.length ? listMarker(this.line) : null;
      if (marker === null || marker.isOrdered !== first.isOrdered || indentOf(this.line) >= first.width) {
        return list;
      }
      const inner = [this.line.slice(marker.width)];
      this.index++;
      while (this.index < this.lines.length && (isBlank(this.line) || indentOf(this.line) >= marker.width)) {
        if (isBlank(this.line) && (this.index + 1 === this.lines.length || indentOf(this.lines[this.index + 1]) < marker.width)) {
          this.index++;
          break;
        }
        inner.push(this.line.slice(marker.width));
        this.index++;
      }
      const item = new BlockParser(inner).parse(new Node('item'));
      // A tight item is its text, not a paragraph.
      const head = item.children[0];
      if (head !== undefined && head.type === 'paragraph') {
        item.children.splice(0, 1, ...head.children);
      }
      list.add(item);
    }
  }

  table() {
    const table = new Node('table');
    table.alignments = alignments(this.lines[this.index + 1]);
    const header = table.add(new Node('row'));
    cells(this.line).forEach(cell => header.add(new Node('th', inline(cell))));
    this.index += 2;
    while (this.index < this.lines.length && this.line.includes('|')) {
      const row = table.add(new Node('row'));
      cells(this.line).forEach(cell => row.add(new Node('td', inline(cell))));
      this.index++;
    }
    return table;
  }

  paragraph() {
    const text = [];
    while (this.index < this.lines.length && !isBlank(this.line)) {
      const line = this.line;
      if (text.length > 0 && (line.startsWith('#') || line.startsWith('>') || line.startsWith('```') || listMarker(line) !== null)) {
        break;
      }
      text.push(line.trim());
      this.index++;
    }
    return new Node('paragraph', inline(text.join(' ')));
  }
}

// Text with marks to a list of nodes and strings.
function inline(text) {
  const result = [];
  let plain = '';
  let i = 0;

  const flush = () => {
    if (plain !== '') {
      result.push(plain);
      plain = '';
    }
  };
  const wrap = (type, mark) => {
    const end = text.indexOf(mark, i + mark.length);
    if (end <= i + mark.length || text[i + mark.length] === ' ') {
      return false;
    }
    flush();
    const inside = text.slice(i + mark.length, end);
    result.push(new Node(type, type === 'monospace' ? [inside] : inline(inside)));
    i = end + mark.length;
    return true;
  };

  while (i < text.length) {
    const c = text[i];
    if (c === '\\' && i + 1 < text.length && '\\`*_[]()#!|'.includes(text[i + 1])) {
      plain += text[i + 1];
      i += 2;
      continue;
    }
    if (c === '`' && wrap('monospace', '`')) {
      continue;
    }
    if (c === '*' && text[i + 1] === '*' && wrap('strong', '**')) {
      continue;
    }
    if (c === '*' && wrap('emphasis', '*')) {
      continue;
    }
    if (c === '_' && (i === 0 || text[i - 1] === ' ') && wrap('emphasis', '_')) {
      continue;
    }
    const isImage = c === '!' && text[i + 1] === '[';
    if (isImage || c === '[') {
      const open = isImage ? i + 1 : i;
      const middle = text.indexOf('](', open);
      const close = middle < 0 ? -1 : text.indexOf(')', middle);
      if (close > 0) {
        flush();
        result.push(new Link(text.slice(middle + 2, close), isImage, inline(text.slice(open + 1, middle))));
        i = close + 1;
        continue;
      }
    }
    plain += c;
    i++;
  }
  flush();
  return result;
}

function escapeHtml(text) {
  return text.split('&').join('&amp;').split('<').join('&lt;').split('>').join('&gt;').split('"').join('&quot;');
}

const renderers = {
  document: (node, inside) => inside(),
  paragraph: (node, inside) => `<p>${inside()}</p>\n`,
  heading: (node, inside) => `<h${node.level} id="${node.anchor}">${inside()}</h${node.level}>\n`,
  rule: () => '<hr>\n',
  quote: (node, inside) => `<blockquote>\n${inside()}</blockquote>\n`,
  code: (node, inside) => {
    const language = node.language === '' ? '' : ` class="language-${escapeHtml(node.language)}"`;
    return `<pre><code${language}>${inside()}\n</code></pre>\n`;
  },
  list: (node, inside) => {
    const tag = node.isOrdered ? 'ol' : 'ul';
    const start = node.isOrdered && node.start !== 1 ? ` start="${node.start}"` : '';
    return `<${tag}${start}>\n${inside()}</${tag}>\n`;
  },
  item: (node, inside) => `<li>${inside()}</li>\n`,
  table: node => {
    const rows = node.children.map(row => {
      const cells = row.children.map((cell, i) => {
        const alignment = node.alignments[i] ? ` align="${node.alignments[i]}"` : '';
        return `<${cell.type}${alignment}>${render(cell)}</${cell.type}>`;
      });
      return `<tr>${cells.join('')}</tr>\n`;
    });
    return `<table>\n${rows.join('')}</table>\n`;
  },
  th: (node, inside) => inside(),
  td: (node, inside) => inside(),
  strong: (node, inside) => `<strong>${inside()}</strong>`,
  emphasis: (node, inside) => `<em>${inside()}</em>`,
  monospace: (node, inside) => `<code>${inside()}</code>`,
  link: (node, inside) => `<a href="${escapeHtml(node.url)}">${inside()}</a>`,
  image: node => `<img src="${escapeHtml(node.url)}" alt="${escapeHtml(node.text)}">`,
};

function render(node) {
  if (typeof node === 'string') {
    return escapeHtml(node);
  }
  const renderer = renderers[node.type];
  if (renderer === undefined) {
    throw new TypeError(`no renderer for ${node.type}`);
  }
  return renderer(node, () => node.children.map(render).join(''));
}

function walk(node, visit) {
  visit(node);
  node.children.filter(child => child instanceof Node).forEach(child => walk(child, visit));
}

function contents(root) {
  const lines = [];
  walk(root, node => {
    if (node instanceof Heading) {
      lines.push('  '.repeat(node.level - 1) + `- [${node.text}](#${node.anchor})`);
    }
  });
  return lines;
}

function census(root) {
  const counts = {};
  walk(root, node => {
    counts[node.type] = (counts[node.type] || 0) + 1;
  });
  return Object.keys(counts).sort().map(type => `${type} ${counts[type]}`).join(', ');
}

const sample = `# A baking *manual*

Bread needs **flour**, water, salt and _time_. Don't
hurry: \`yeast\` works at its own pace, & "warm" is not <hot>.

## Ingredients

- 500 g flour
- 350 g water, that is
  - 300 g for the dough
  - 50 g *in reserve*
- 10 g salt

## Steps

1. Mix [all](https://example.org/mixing?a=1&b=2) of it.
2. Wait.

   Really wait.
3. Bake at **230 \\*C**.

> A watched dough
> never *rises*.
>
> > So they say.

| Flour | Protein | Use |
|:------|--------:|:---:|
| soft | 9 % | cake |
| strong | 13 % | \`bread\` |

---

\`\`\`js
if (dough.volume > 2 * start) {
  bake("now");
}
\`\`\`

![A loaf of **bread**](loaf.png) Not a mark: 2 * 3 * 4, a_b_c, [no link], \\[escaped\\].

7. starts at seven
8. then eight
`;

const tree = new BlockParser(sample.split('\n')).parse(new Node('document'));
console.log(render(tree));
console.log(contents(tree).join('\n'));
console.log(census(tree));

let long = '';
for (let i = 1; i <= Number(process.argv[2] || 40); i++) {
  long += `## Part ${i}\n\n` + sample.slice(sample.indexOf('\n') + 1);
}
const longTree = new BlockParser(long.split('\n')).parse(new Node('document'));
const html = render(longTree);
let checksum = 0;
for (let i = 0; i < html.length; i++) {
  checksum = (checksum * 31 + html.charCodeAt(i)) | 0;
}
console.log(`${html.length} characters of HTML, checksum ${checksum}; ${census(longTree)}`);
