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
  const told_ = id => entities.get(id).facts.length;
  const item = id => el('li', {}, nameLink(id), el('span', { class: 'sub' }, told_(id) ? ` ${told_(id)}` : ''));
  byId('names').replaceChildren(...data.classes.filter(look => groups.has(look)).map(look => {
    const list = groups.get(look).sort((a, b) => told_(b) - told_(a) || collator.compare(entities.get(a).label, entities.get(b).label));
    const shown_ = namesShown.get(look) ?? namePortion;
    const grow = () => { namesShown.set(look, shown_ * 4); showNames(); };
    const more = count => el('li', {}, el('button', { type: 'button', on: { click: grow } }, `${count.toLocaleString('en')} more`));
    return el('section', { class: 'group' },
      el('h3', {}, sign(look.type), ' ', look.plural, ' ', el('span', { class: 'count' }, list.length.toLocaleString('en'))),
      el('ul', { class: 'names' }, inPortions(list, item, shown_, more)));
  }));
}
