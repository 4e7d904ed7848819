// The filters: the legend for classes, and a panel with a list of boxes for each facet; what is left is told.
const boxesShown = 40;

// The legend: a switch for each class that the network has.
for (const look of data.classes) {
  const count = [...entities.values()].filter(entity => lookOf(entity.type) === look).length;
  if (!count) continue;
  const click = () => go({ hide: toggled(state.hide, look.type) });
  const toggle = el('button', { type: 'button', class: 'class', 'data-class': look.type, on: { click } },
    sign(look.type), look.plural, ' ', el('span', { class: 'count' }, count.toLocaleString('en')));
  watchers.push(() => toggle.setAttribute('aria-pressed', String(!state.hide.includes(look.type))));
  byId('legend').append(toggle);
}

const facetHeads = { kind: 'Kind of fact', modality: 'Modality', sector: 'Sector', publisher: 'Publisher', article: 'Article' };
const valueNames = {
  kind: nounOf,
  modality: value => value,
  sector: value => entities.get(value)?.label ?? value,
  publisher: value => value,
  article: value => articles[articleByName.get(value)]?.heading ?? value,
};

// One facet: boxes for its values, those with most facts first, and a field to find one of many.
function facetOf(name) {
  const all = groupBy(factValues[name].flat(), value => value);
  const before = name === 'kind' ? (a, b) => kinds.indexOf(a) - kinds.indexOf(b) : (a, b) => all.get(b).length - all.get(a).length;
  const order = [...all.keys()].sort((a, b) => before(a, b) || collator.compare(a, b));
  if (order.length < 2) return null;
  const boxes = el('div', { class: 'boxes' });
  const find = el('input', {
    type: 'search', 'aria-label': `Find: ${facetHeads[name]}`, placeholder: 'Find', autocomplete: 'off', on: { input: () => fill() },
  });
  let shown = [];
  const boxOf = value => {
    const box = el('input', { type: 'checkbox', name, value, on: { change: () => go({ [name]: toggled(state[name], value) }) } });
    const count = el('span', { class: 'count' });
    return { value, box, count, label: el('label', {}, box, el('bdi', {}, valueNames[name](value)), count) };
  };
  function fill() {
    const typed = folded(find.value.trim());
    const fits = order.filter(value => state[name].includes(value) || folded(valueNames[name](value)).includes(typed)).slice(0, boxesShown);
    shown = fits.map(boxOf);
    boxes.replaceChildren(...shown.map(({ label }) => label));
    mark();
  }
  function mark() {
    for (const { value, box, count } of shown) {
      box.checked = state[name].includes(value);
      count.textContent = (sieve().counts[name].get(value) ?? 0).toLocaleString('en');
    }
  }
  watchers.push(mark);
  fill();
  return el('fieldset', { 'data-facet': name }, el('legend', {}, facetHeads[name]), order.length > 12 && find, boxes);
}

function sureness() {
  const told_ = el('output', { for: 'sure' });
  const slide = el('input', { type: 'range', id: 'sure', min: 0, max: 1, step: 0.05, 'aria-label': 'Least confidence',
    on: { input: () => adjust({ sure: Number(slide.value) > 0 ? slide.value : '' }) } });
  watchers.push(() => {
    slide.value = state.sure || 0;
    told_.textContent = state.sure ? `at least ${state.sure}` : 'any';
  });
  return el('fieldset', {}, el('legend', {}, 'Confidence'), el('div', { class: 'slide' }, slide, told_));
}

const panel = byId('filters');
const isSure = facts.some(fact => fact.confidence !== undefined);
panel.querySelector('.panel').append(...[...facetNames.map(facetOf), isSure && sureness()].filter(Boolean));

// How much of the whole is seen, and the ways to see the rest.
function showRest() {
  const active_ = sieveKeys.filter(key => key !== 'hide' && key !== 'to' && state[key].length > 0).length;
  byId('filtering').textContent = active_ ? String(active_) : '';
  const { count, of } = drawing();
  const rest = byId('rest');
  const left = [
    filtered() && `${sieve().passing.toLocaleString('en')} of ${plural(facts.length, 'fact')}`,
    count < of && `the ${count.toLocaleString('en')} most important of ${plural(of, 'name')}`,
  ].filter(Boolean).join(', ');
  rest.replaceChildren(...(left || state.all ? [
    el('span', { role: 'status' }, left ? `Showing ${left}. ` : `Showing all ${plural(of, 'name')}. `),
    count < of && el('button', { type: 'button', id: 'all', on: { click: () => go({ all: '1', view: '' }) } }, 'Show all names'),
    state.all && el('button', { type: 'button', on: { click: () => go({ all: '', view: '' }) } }, 'Show the most important'),
  ].filter(Boolean) : []));
}
