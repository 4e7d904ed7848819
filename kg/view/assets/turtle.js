// The graph: its Turtle lies in the page, compressed; JSON-LD is made of that.
async function turtleText() {
  const bytes = Uint8Array.from(atob(byId('turtle').textContent), char => char.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

const token = new RegExp([
  '\\s+', '#[^\\n]*', '@prefix\\b', '@[a-zA-Z][a-zA-Z0-9-]*', '\\^\\^', '[;,.](?=\\s|$)', '<[^>]*>',
  '"(?:[^"\\\\\\n]|\\\\.)*"', '(?:[^\\s;,"<>^\\\\]|\\\\.)+?(?=[;,.]*(?:\\s|$))',
].join('|'), 'gy');
const escapes = { t: '\t', b: '\b', n: '\n', r: '\r', f: '\f' };
const unescaped = text => text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gs, (_, four, eight, char) =>
  (char ? escapes[char] ?? char : String.fromCodePoint(parseInt(four ?? eight, 16))));
const xsd = 'http://www.w3.org/2001/XMLSchema#';
const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

// The terms of Turtle as our writer makes it, without blank nodes, as values of expanded JSON-LD.
function termOf(text, prefixes) {
  if (text[0] === '<') return { '@id': unescaped(text.slice(1, -1)) };
  if (text[0] === '"') return { '@value': unescaped(text.slice(1, -1)) };
  if (text === 'a') return { '@id': rdfType };
  if (text === 'true' || text === 'false') return { '@value': text, '@type': `${xsd}boolean` };
  if (/^[+-]?[\d.]/.test(text)) return { '@value': text, '@type': xsd + (/[eE]/.test(text) ? 'double' : text.includes('.') ? 'decimal' : 'integer') };
  const colon = text.indexOf(':');
  return { '@id': prefixes.get(text.slice(0, colon)) + text.slice(colon + 1).replace(/\\(.)/g, '$1') };
}

// Turtle as JSON-LD, expanded: one object for each subject.
function toJsonLd(turtle) {
  const prefixes = new Map();
  const nodes = new Map();
  const tokens = turtle.match(token).filter(text => /[^\s]/.test(text) && text[0] !== '#');
  let [subject, property] = [null, null];
  for (let i = 0; i < tokens.length; i += 1) {
    const text = tokens[i];
    if (text === '@prefix') {
      prefixes.set(tokens[i + 1].slice(0, -1), tokens[i + 2].slice(1, -1));
      i += 3;
    } else if (text === '.') [subject, property] = [null, null];
    else if (text === ';') property = null;
    else if (text === '^^') { property.at(-1)['@type'] = termOf(tokens[i + 1], prefixes)['@id']; i += 1; }
    else if (text[0] === '@') property.at(-1)['@language'] = text.slice(1);
    else if (text !== ',') {
      const term = termOf(text, prefixes);
      if (!subject) {
        subject = nodes.get(term['@id']) ?? { '@id': term['@id'] };
        nodes.set(term['@id'], subject);
      } else if (!property) property = subject[term['@id'] === rdfType ? '@type' : term['@id']] ??= [];
      else property.push(property === subject['@type'] ? term['@id'] : term);
    }
  }
  return JSON.stringify([...nodes.values()], null, 1);
}
