// What the reader has chosen, kept in the address after the "#", so that a view can be shared and "back" works.
// choice: "node:ID", "edge:ID", "fact:N" or "sentence:ARTICLE:START"; at: the fact looked at; open: the article read;
// hide: classes not shown; kind … article: what facts are let through; sure: the least confidence; from, to: days;
// all: every name is drawn; tab, sort, find: the side that is read; view: the middle and the scale of the picture.
const blank = {
  choice: '', at: '', open: '', hide: [], kind: [], sector: [], modality: [], publisher: [], article: [],
  sure: '', from: '', to: '', all: '', tab: 'text', sort: '', find: '', view: '',
};
const sieveKeys = ['hide', 'kind', 'sector', 'modality', 'publisher', 'article', 'sure', 'from', 'to'];
let state = { ...blank };
let shownFragment = null;
const watchers = [];

function address(changes) {
  const pairs = Object.entries({ ...state, ...changes }).flatMap(([key, value]) =>
    (Array.isArray(value) ? value.map(one => [key, one]) : value === blank[key] ? [] : [[key, value]]));
  return `#${new URLSearchParams(pairs)}`;
}

const go = changes => {
  location.hash = address(changes);
  update();
};
const adjust = changes => { // a change too small for a step back
  history.replaceState(null, '', address(changes));
  update();
};
const choose = (choice, more = {}) => go({ choice, at: '', ...more });
const reset = () => go({ ...blank, tab: state.tab, open: state.open });
const filtered = () => sieveKeys.some(key => state[key].length > 0);
const toggled = (list, value) => (list.includes(value) ? list.filter(one => one !== value) : [...list, value].sort());

function update() {
  const fragment = location.hash.slice(1);
  if (fragment === shownFragment) return;
  shownFragment = fragment;
  if (fragment && !fragment.includes('=')) return; // a place on the page, not a state
  const given = new URLSearchParams(fragment);
  const before = state;
  state = Object.fromEntries(Object.entries(blank).map(([key, value]) =>
    [key, Array.isArray(value) ? given.getAll(key) : given.get(key) ?? value]));
  for (const watcher of watchers) watcher(before);
}
const changed = (before, ...keys) => keys.some(key => String(before[key]) !== String(state[key]));

// The choice as [kind, id].
function chosen() {
  const colon = state.choice.indexOf(':');
  return colon < 0 ? ['', ''] : [state.choice.slice(0, colon), state.choice.slice(colon + 1)];
}

// The numbers of the facts that belong to a choice.
function factsOfChoice([kind, id] = chosen()) {
  if (kind === 'node') return nodesById.has(id) ? factsOf(nodesById.get(id)) : [];
  if (kind === 'edge') return edgesById.get(id)?.facts ?? [];
  if (kind === 'sentence') return sentenceOf(id)?.facts ?? [];
  return kind === 'fact' && facts[Number(id)] ? [Number(id)] : [];
}
