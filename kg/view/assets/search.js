// Search with completion over names and their other forms: a combobox as WAI-ARIA describes it.
const input = byId('search');
const list = byId('found');
const entries = [...entities].flatMap(([id, { label, labels, facts: its }]) =>
  [label, ...labels].map((name, i) => ({ id, label: name, alias: i > 0, folded: folded(name), weight: its.length })));
const longest = 12;
let active = -1;

// Names that begin with the words typed, then those with a word that does, then those that hold them.
function found(typed) {
  const wanted = folded(typed.trim());
  if (!wanted) return [];
  const best = new Map();
  for (const entry of entries) {
    const at = entry.folded.indexOf(wanted);
    if (at < 0) continue;
    const rank = (at === 0 ? 0 : /[\p{L}\p{N}]/u.test(entry.folded[at - 1]) ? 2 : 1) + (entry.alias ? 0.5 : 0);
    if (!(best.get(entry.id)?.rank <= rank)) best.set(entry.id, { entry, rank });
  }
  return [...best.values()].sort((a, b) => a.rank - b.rank || b.entry.weight - a.entry.weight
    || (a.entry.folded < b.entry.folded ? -1 : 1)).slice(0, longest).map(({ entry }) => entry);
}

function close() {
  list.hidden = true;
  active = -1;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

function take(option) {
  choose(`node:${option.dataset.id}`);
  input.value = entities.get(option.dataset.id).label;
  close();
}

function complete() {
  const hits = found(input.value);
  list.replaceChildren(...hits.map(({ id, label: name, alias }, i) => {
    const { type, label } = entities.get(id);
    return el('li', { role: 'option', id: `found-${i}`, 'aria-selected': 'false', 'data-id': id }, sign(type), ' ',
      el('bdi', {}, name), alias && el('span', { class: 'sub' }, ' → ', el('bdi', {}, label)));
  }));
  if (!hits.length && input.value.trim()) {
    list.replaceChildren(el('li', { class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, 'No such name'));
  }
  list.hidden = !input.value.trim();
  input.setAttribute('aria-expanded', String(!list.hidden));
  point(hits.length ? 0 : -1);
}

function point(to) {
  const options = [...list.querySelectorAll('[data-id]')];
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
  if (event.key === 'Enter' && active >= 0) take(list.querySelectorAll('[data-id]')[active]);
});
list.addEventListener('pointerdown', event => {
  const option = event.target.closest('[data-id]');
  if (option) take(option);
  event.preventDefault();
});
