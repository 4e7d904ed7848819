// What the reader has chosen, kept in the address after the "#", so that a view can be shared and "back" works.
// choice: "node:ID", "edge:ID", "fact:N" or "sentence:ARTICLE:START"; at: the fact looked at; hide: classes; tab.
const blank = { choice: '', at: '', hide: '', tab: 'text' };
let state = { ...blank };
const watchers = [];

function address(changes) {
  const wanted = { ...state, ...changes };
  const kept = Object.entries(wanted).filter(([key, value]) => value !== blank[key]);
  return `#${new URLSearchParams(kept)}`;
}

const go = changes => { location.hash = address(changes); };
const choose = (choice, more = {}) => go({ choice, at: '', ...more });
const addressOf = choice => address({ choice, at: '' });

function update() {
  const fragment = location.hash.slice(1);
  if (fragment && !fragment.includes('=')) return; // a place on the page, not a state
  const given = Object.fromEntries(new URLSearchParams(fragment));
  const before = state;
  state = Object.fromEntries(Object.keys(blank).map(key => [key, given[key] ?? blank[key]]));
  for (const watcher of watchers) watcher(before);
}

// The choice as [kind, id].
function chosen() {
  const colon = state.choice.indexOf(':');
  return colon < 0 ? ['', ''] : [state.choice.slice(0, colon), state.choice.slice(colon + 1)];
}

// The positions of the facts that belong to the choice.
function chosenFacts() {
  const [kind, id] = chosen();
  if (kind === 'node') return nodesById.get(id)?.facts ?? [];
  if (kind === 'edge') return edgesById.get(id)?.facts ?? [];
  if (kind === 'sentence') return sentences.get(id)?.facts ?? [];
  return kind === 'fact' && data.facts[id] ? [Number(id)] : [];
}
