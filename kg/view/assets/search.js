// Search with completion over names and their other forms: a combobox as WAI-ARIA describes it.
const input = byId('search');
const list = byId('found');
const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const entries = Object.entries(data.entities).flatMap(([iri, entity]) =>
  [entity.label, ...entity.labels].map((label, i) => ({ iri, label, alias: i > 0, plain: plain(label), weight: entity.facts.length })));
let active = -1;

// Names that begin with the words typed, then those with a word that does, then those that hold them.
function found(typed) {
  const wanted = plain(typed.trim());
  if (!wanted) return [];
  const rank = entry => {
    const at = entry.plain.indexOf(wanted);
    return at < 0 ? 9 : at === 0 ? 0 : /[\p{L}\p{N}]/u.test(entry.plain[at - 1]) ? 2 : 1;
  };
  const best = new Map();
  for (const entry of entries) {
    const hit = { ...entry, rank: rank(entry) + (entry.alias ? 0.5 : 0) };
    if (hit.rank < 9 && !(best.get(entry.iri)?.rank <= hit.rank)) best.set(entry.iri, hit);
  }
  return [...best.values()].sort((a, b) => a.rank - b.rank || b.weight - a.weight || a.label.localeCompare(b.label, 'en')).slice(0, 12);
}

function close() {
  list.hidden = true;
  active = -1;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

function take(option) {
  choose(`node:${option.dataset.iri}`);
  input.value = data.entities[option.dataset.iri].label;
  close();
}

function complete() {
  const hits = found(input.value);
  list.replaceChildren(...hits.map((hit, i) => {
    const { type, label } = data.entities[hit.iri];
    return el('li', { role: 'option', id: `found-${i}`, 'aria-selected': 'false', 'data-iri': hit.iri }, sign(type), ' ',
      el('bdi', {}, hit.label), hit.alias && el('span', { class: 'sub' }, ' → ', el('bdi', {}, label)));
  }));
  if (!hits.length && input.value.trim()) list.replaceChildren(el('li', { class: 'none', role: 'option', 'aria-disabled': 'true' }, 'No such name'));
  list.hidden = !input.value.trim();
  input.setAttribute('aria-expanded', String(!list.hidden));
  point(hits.length ? 0 : -1);
}

function point(to) {
  const options = [...list.querySelectorAll('[data-iri]')];
  active = options.length ? (to + options.length) % options.length : -1;
  options.forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
  if (active < 0) input.removeAttribute('aria-activedescendant');
  else {
    input.setAttribute('aria-activedescendant', options[active].id);
    options[active].scrollIntoView({ block: 'nearest' });
  }
}

input.addEventListener('input', complete);
input.addEventListener('focus', () => { input.select(); });
input.addEventListener('blur', close);
input.addEventListener('keydown', event => {
  if (event.key === 'Escape') { input.value = ''; close(); }
  if (list.hidden) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    point(active + (event.key === 'ArrowDown' ? 1 : -1));
    event.preventDefault();
  }
  if (event.key === 'Enter' && active >= 0) take(list.querySelectorAll('[data-iri]')[active]);
});
list.addEventListener('pointerdown', event => {
  const option = event.target.closest('[data-iri]');
  if (option) take(option);
  event.preventDefault();
});
