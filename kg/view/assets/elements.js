// The few ways to make elements: text is only ever set as text.
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

function svg(name, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// The sign of a class: its shape in its colours.
function sign(type) {
  const { shape, colour, outline } = lookOf(type);
  return svg('svg', { viewBox: '-1.4 -1.4 2.8 2.8', class: 'sign', 'aria-hidden': 'true' },
    svg('path', { d: outlineOf(shape, 0, 0, 1), fill: colour, stroke: outline }));
}

// A link to somewhere else: only http and https, opened apart from this page.
function outward(name, href) {
  const { protocol } = new URL(href, 'about:blank');
  if (protocol !== 'http:' && protocol !== 'https:') return el('span', {}, name);
  return el('a', { href, rel: 'noopener noreferrer', target: '_blank', class: 'outward' }, name);
}

// A name that leads to its node; an article's title that opens it.
const nameLink = (id, label) => el('a', { class: 'name', href: '#', 'data-choice': `node:${id}`, colour: lookOf(entities.get(id)?.type).colour },
  el('bdi', {}, label ?? entities.get(id)?.label ?? id));
const articleLink = number => el('a', { href: '#', 'data-open': articles[number].name }, el('bdi', {}, articles[number].heading));
const part = piece => (typeof piece === 'string' ? piece : nameLink(piece.entity));
const told = fact => fact.told.map(part);
const plural = (count, one, many = `${one}s`) => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

// The elements for the first of a long list, and for a button that shows more of it.
function inPortions(list, make, portion, grow) {
  const made = list.slice(0, portion).map(make);
  return list.length > portion ? [...made, grow(list.length - portion)] : made;
}
