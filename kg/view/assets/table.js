// The facts as a table: sorted by any column, filtered by words; it needs no picture.
const tablePortion = 100;
let rowsShown = tablePortion;
const columns = [
  { key: 'fact', name: 'Fact, and the words that say it', of: number => plainOf(number).told },
  { key: 'kind', name: 'Kind', of: number => kinds.indexOf(facts[number].type) },
  { key: 'when', name: 'When', of: number => factDays[number]?.[0] ?? Infinity },
  { key: 'modality', name: 'Modality', of: number => facts[number].modality },
  { key: 'sure', name: 'Confidence', of: number => -(facts[number].confidence ?? 0) },
];

// What is told of a fact as plain text, and all its words without accents and capitals.
const plainMade = [];
function plainOf(number) {
  const fact = facts[number];
  plainMade[number] ??= { told: plainTold(fact) };
  return plainMade[number];
}
function foldedOf(number) {
  const plain = plainOf(number);
  plain.folded ??= folded(`${plain.told}\n${wordsOf(facts[number])}\n${facts[number].type}\n${facts[number].date ?? ''}`);
  return plain.folded;
}

// The numbers of the facts of the view that have all the words typed, in the order asked for.
function factsListed() {
  const typed = folded(state.find).split(/\s+/).filter(Boolean);
  const fits = number => passes(number) && (!typed.length || typed.every(word => foldedOf(number).includes(word)));
  const found = facts.map((fact, number) => number).filter(fits);
  const down = state.sort.startsWith('-');
  const column = columns.find(({ key }) => key === state.sort.replace('-', ''));
  if (!column) return found;
  const values = new Map(found.map(number => [number, column.of(number)]));
  const order = (a, b) => (typeof a === 'string' ? collator.compare(a, b) : a === b ? 0 : a < b ? -1 : 1);
  return found.sort((a, b) => (down ? -1 : 1) * order(values.get(a), values.get(b)) || a - b);
}

function tableRow(number) {
  const fact = facts[number];
  return el('tr', { class: fact.modality },
    el('td', {}, el('p', { class: 'telling' }, told(fact)),
      wordsOf(fact) && el('p', { class: 'words' }, el('a', { href: '#', 'data-choice': `fact:${number}` }, el('bdi', {}, wordsOf(fact)))),
      articles.length > 1 && fact.article !== undefined && el('p', { class: 'sub' }, articleLink(fact.article))),
    el('td', {}, fact.type),
    el('td', {}, fact.date ?? ''),
    el('td', {}, fact.modality),
    el('td', { class: 'number' }, fact.confidence ?? ''));
}

function tableHead({ key, name }) {
  const turned = state.sort === key ? 'ascending' : state.sort === `-${key}` ? 'descending' : null;
  const next = turned === 'ascending' ? `-${key}` : turned ? '' : key;
  const turn = () => {
    adjust({ sort: next });
    byId('facts').querySelector(`[data-sort=${key}]`).focus(); // the head was made anew
  };
  return el('th', { scope: 'col', 'aria-sort': turned },
    el('button', { type: 'button', 'data-sort': key, on: { click: turn } },
      name, el('span', { class: 'turn', 'aria-hidden': 'true' }, turned ? (turned === 'ascending' ? ' ↑' : ' ↓') : '')));
}

const findBox = el('input', {
  type: 'search', id: 'find', 'aria-label': 'Filter the facts by words', placeholder: 'Filter by words', autocomplete: 'off',
  on: { input: () => { rowsShown = tablePortion; adjust({ find: findBox.value }); } },
});
const factsFound = el('p', { class: 'sub', role: 'status' });
const factsPlace = el('div', { class: 'scroll' });
byId('facts').append(el('div', { class: 'tools' }, findBox, factsFound), factsPlace);

let tableKey = '';
function showFacts() {
  if (state.tab !== 'facts') return;
  const key = [sieve().key, state.find, state.sort, rowsShown].join('\n');
  if (key === tableKey) return;
  tableKey = key;
  const listed = factsListed();
  if (findBox.value !== state.find) findBox.value = state.find;
  factsFound.textContent = `${listed.length < facts.length ? `${listed.length.toLocaleString('en')} of ` : ''}${plural(facts.length, 'fact')}`;
  const grow = () => { rowsShown += tablePortion; showFacts(); };
  const more = count => el('tr', {}, el('td', { colspan: columns.length },
    el('button', { type: 'button', on: { click: grow } }, `Show ${Math.min(count, tablePortion)} more`)));
  factsPlace.replaceChildren(el('table', {},
    el('caption', { class: 'unseen' }, 'The facts that the filters let through'),
    el('thead', {}, el('tr', {}, columns.map(tableHead))),
    el('tbody', {}, inPortions(listed, tableRow, rowsShown, more))));
}
