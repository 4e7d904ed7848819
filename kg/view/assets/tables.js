// The same as text: a table of facts, and lists of names by class. They need no picture.
function factsTable() {
  const columns = ['Kind', 'Fact, and the words that say it', 'When', 'Modality'];
  return el('table', {},
    el('caption', {}, `${data.facts.length} facts`),
    el('thead', {}, el('tr', {}, columns.map(name => el('th', { scope: 'col' }, name)))),
    el('tbody', {}, data.facts.map((fact, number) => el('tr', { class: fact.modality },
      el('td', {}, fact.type),
      el('td', {}, el('p', { class: 'telling' }, told(fact)),
        fact.words && el('p', { class: 'words' }, el('a', { 'data-choice': `fact:${number}` }, el('bdi', {}, fact.words)))),
      el('td', {}, fact.date ?? ''),
      el('td', {}, fact.modality)))));
}

function namesLists() {
  const groups = [...data.classes, other].map(look => [look, Object.entries(data.entities)
    .filter(([, entity]) => (looks[entity.type] ?? other) === look)
    .sort(([, a], [, b]) => a.label.localeCompare(b.label, 'en'))]);
  return groups.filter(([, list]) => list.length).map(([look, list]) => el('section', { class: 'group' },
    el('h3', {}, sign(look.type), ' ', look.plural, ' ', el('span', { class: 'count' }, String(list.length))),
    el('ul', { class: 'names' }, list.map(([iri, entity]) => el('li', {}, nameLink(iri),
      el('span', { class: 'sub' }, entity.facts.length ? ` ${entity.facts.length}` : ''))))));
}

const panes = ['text', 'facts', 'names'];

function showTab() {
  const tab = panes.includes(state.tab) ? state.tab : 'text';
  for (const name of panes) {
    byId(name).hidden = name !== tab;
    byId(`tab-${name}`).setAttribute('aria-selected', String(name === tab));
    byId(`tab-${name}`).tabIndex = name === tab ? 0 : -1;
  }
}

for (const [i, name] of panes.entries()) {
  byId(`tab-${name}`).addEventListener('click', () => go({ tab: name }));
  byId(`tab-${name}`).addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = panes[(i + step + panes.length) % panes.length];
    go({ tab: next });
    byId(`tab-${next}`).focus();
  });
}
