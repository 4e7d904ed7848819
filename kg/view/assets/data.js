// The data of the page, and the few ways to make elements: text is only ever set as text.
const data = JSON.parse(document.getElementById('data').textContent);
const looks = Object.fromEntries(data.classes.map(look => [look.type, look]));
const other = { type: 'Other', plural: 'Others', shape: 'dot', colour: '#999999', outline: '#555555' };
const nodesById = new Map(data.nodes.map(node => [node.id, node]));
const edgesById = new Map(data.edges.map(edge => [edge.id, edge]));
const byId = id => document.getElementById(id);
const narrow = matchMedia('(max-width: 760px)');
const still = matchMedia('(prefers-reduced-motion: reduce)');

// Offsets count code points, JavaScript's strings count UTF-16 units: texts with others than the basic plane are split.
const texts = data.articles.map(({ text }) => (/[\ud800-\udbff]/.test(text) ? Array.from(text) : text));
const words = ([article, start, end]) => {
  const part = texts[article].slice(start, end);
  return typeof part === 'string' ? part : part.join('');
};

// An element with attributes and children; strings become text. null and false are left out.
function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key === 'on') for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else if (key === 'colour') element.style.setProperty('--colour', value);
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

const outlines = {
  dot: 'M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12z',
  square: 'M2.5 2.5h11v11h-11z',
  hexagon: 'M1.5 8l3.3-5.8h6.4l3.3 5.8l-3.3 5.8h-6.4z',
  diamond: 'M8 1l7 7l-7 7l-7-7z',
  triangle: 'M8 2l6.5 11.5h-13z',
  triangleDown: 'M8 14l6.5-11.5h-13z',
  star: 'M8 1l2 4.8l5.2.4l-4 3.4l1.3 5L8 11.900l-4.500 2.700l1.300-5l-4-3.400l5.200-.4z',
};

// The sign of a class: its shape in its colours.
function sign(type) {
  const look = looks[type] ?? other;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [key, value] of Object.entries({ viewBox: '0 0 16 16', class: 'sign', 'aria-hidden': 'true' })) {
    svg.setAttribute(key, value);
  }
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  for (const [key, value] of Object.entries({ d: outlines[look.shape], fill: look.colour, stroke: look.outline })) {
    path.setAttribute(key, value);
  }
  svg.append(path);
  return svg;
}

// A link to somewhere else: only http and https, opened apart from this page.
function outward(name, href) {
  const { protocol } = new URL(href, 'about:blank');
  if (protocol !== 'http:' && protocol !== 'https:') return el('span', {}, name);
  return el('a', { href, rel: 'noopener noreferrer', target: '_blank', class: 'outward' }, name);
}

// A map from each key to its values, in order.
function groupBy(values, keyOf) {
  const groups = new Map();
  for (const value of values) {
    const key = keyOf(value);
    if (groups.has(key)) groups.get(key).push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
