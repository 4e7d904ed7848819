// The names by class: the picture as text.
const namePortion = 60;
const namesShown = new Map();
let namesKey = '';

function showNames() {
  if (state.tab !== 'names') return;
  const names = passingNames();
  const key = [named.key, ...namesShown.values()].join('\n');
  if (key === namesKey) return;
  namesKey = key;
  const groups = groupBy([...names], id => lookOf(entities.get(id).type));
  const item = id => el('li', {}, nameLink(id), el('span', { class: 'sub' }, entities.get(id).facts.length ? ` ${entities.get(id).facts.length}` : ''));
  byId('names').replaceChildren(...data.classes.filter(look => groups.has(look)).map(look => {
    const list = groups.get(look).sort((a, b) => entities.get(b).facts.length - entities.get(a).facts.length || collator.compare(entities.get(a).label, entities.get(b).label));
    const shown = namesShown.get(look) ?? namePortion;
    const more = count => el('li', {}, el('button', { type: 'button', on: { click: () => { namesShown.set(look, shown * 4); showNames(); } } }, `${count.toLocaleString('en')} more`));
    return el('section', { class: 'group' },
      el('h3', {}, sign(look.type), ' ', look.plural, ' ', el('span', { class: 'count' }, list.length.toLocaleString('en'))),
      el('ul', { class: 'names' }, inPortions(list, item, shown, more)));
  }));
}
