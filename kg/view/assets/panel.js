// What is known about the choice: a card above the text.
const nouns = {
  office: 'Offices', visit: 'Visits', meeting: 'Meetings', cooperation: 'Cooperation', agreement: 'Agreements',
  membership: 'Memberships', appointment: 'Appointments', event: 'Acts', measure: 'Figures', statement: 'Statements',
};
const kinds = Object.keys(nouns);
const shortList = 4;

// A name that leads to its node.
const nameLink = (iri, label) => el('a', { class: 'name', 'data-choice': `node:${iri}`, colour: (looks[data.entities[iri]?.type] ?? other).colour },
  el('bdi', {}, label ?? data.entities[iri]?.label ?? iri));
const part = piece => (typeof piece === 'string' ? piece : nameLink(piece.entity));
const told = fact => fact.told.map(part);

// Facts of the same words that differ in their last part only, as one sentence: cooperate in trade, energy and sport.
function toldTogether(numbers) {
  const all = numbers.map(number => data.facts[number].told);
  const beginnings = new Set(all.map(pieces => JSON.stringify(pieces.slice(0, -1))));
  if (all.length === 1 || beginnings.size > 1) return all;
  const ends = all.flatMap((pieces, i) => [i === 0 ? '' : i === all.length - 1 ? ' and ' : ', ', pieces.at(-1)]);
  return [[...all[0].slice(0, -1), ...ends]];
}

function chipsOf({ modality, date, roles }) {
  const kind = roles.find(([role, [value]]) => (role === 'kind' || role === 'mode') && value !== 'unspecified')?.[1][0];
  const chips = [
    modality !== 'actual' && el('span', { class: `chip ${modality}` }, modality),
    date && el('time', { class: 'chip' }, date),
    kind && el('span', { class: 'chip' }, kind),
  ].filter(Boolean);
  return chips.length > 0 && el('p', { class: 'chips' }, chips);
}

function detailsOf({ roles, modality, confidence, rule }) {
  const rows = [
    ...roles.map(([role, values]) => [role, values.flatMap((value, i) => [i ? ', ' : '', part(value)])]),
    ['modality', [modality]],
    confidence !== null && ['confidence', [String(confidence)]],
    rule && ['rule', [rule]],
  ].filter(Boolean);
  return el('dl', {}, rows.flatMap(([role, values]) => [el('dt', {}, role), el('dd', {}, values)]));
}

// Facts that the same words say, in one item.
function factItem(numbers) {
  const fact = data.facts[numbers[0]];
  return el('li', { class: `fact ${fact.modality}`, 'data-facts': numbers.join(' ') },
    toldTogether(numbers).map(pieces => el('p', { class: 'telling' }, pieces.map(part))),
    chipsOf(fact),
    fact.words && el('blockquote', {}, el('a', { 'data-at': numbers[0], title: 'Show in the text' }, el('bdi', {}, fact.words))),
    el('details', {}, el('summary', {}, 'Details'), numbers.map(number => detailsOf(data.facts[number]))));
}

// Facts under a heading for each kind; long lists are folded.
function factGroups(numbers) {
  const groups = groupBy(numbers, number => data.facts[number].type);
  const order = [...groups.keys()].sort((a, b) => (kinds.indexOf(a) + 99) % 99 - (kinds.indexOf(b) + 99) % 99);
  return order.map(kind => {
    const list = groups.get(kind);
    const saying = groupBy(list, number => JSON.stringify([data.facts[number].evidence ?? number, chipsKey(data.facts[number])]));
    const items = [...saying.values()].map(factItem);
    const rest = items.slice(shortList);
    return el('section', { class: 'group' },
      order.length > 1 || list.length > 1 ? el('h3', {}, nouns[kind] ?? kind, ' ', el('span', { class: 'count' }, String(list.length))) : null,
      el('ul', { class: 'facts' }, items.slice(0, shortList)),
      rest.length > 0 && el('details', { class: 'more' }, el('summary', {}, `${rest.length} more`), el('ul', { class: 'facts' }, rest)));
  });
}

const chipsKey = ({ modality, date, roles }) => [modality, date, roles.filter(([role]) => role === 'kind' || role === 'mode')];

function entityHead(iri) {
  const entity = data.entities[iri];
  const aliases = entity.labels.length ? el('p', { class: 'aliases' }, 'also ', entity.labels.flatMap((label, i) => [i ? ', ' : '', el('bdi', {}, label)])) : null;
  const facts = [
    entity.type,
    entity.mentions.length && `named ${entity.mentions.length === 1 ? 'once' : `${entity.mentions.length} times`}`,
  ].filter(Boolean).join(' · ');
  return [
    el('h2', {}, sign(entity.type), ' ', el('bdi', {}, entity.label)),
    el('p', { class: 'sub' }, facts, entity.links.flatMap(([name, href]) => [' · ', outward(name, href)])),
    aliases,
  ];
}

function head(kind, id, facts) {
  if (kind === 'node' && data.entities[id]) return entityHead(id);
  if (kind === 'sentence') return [el('h2', {}, 'In this sentence')];
  const { type } = data.facts[facts[0]];
  const ends = kind === 'edge' ? [edgesById.get(id).from, edgesById.get(id).to]
    : data.edges.filter(edge => edge.to === id).map(edge => edge.from);
  const names = ends.map(end => nodesById.get(end)).filter(node => node.kind === 'entity').map(node => nameLink(node.id));
  return [el('h2', {}, nouns[type] ?? type), el('p', { class: 'sub' }, names.flatMap((name, i) => [i ? ' · ' : '', name]))];
}

function showCard(before) {
  const [kind, id] = chosen();
  const card = byId('card');
  const facts = chosenFacts();
  const known = facts.length > 0 || (kind === 'node' && data.entities[id]);
  card.hidden = !known;
  if (!known) {
    card.replaceChildren();
    return;
  }
  if (before.choice !== state.choice || !card.hasChildNodes()) {
    const close = el('button', { type: 'button', class: 'close', 'aria-label': 'Close', on: { click: () => choose('') } }, '×');
    card.replaceChildren(close, ...head(kind, id, facts).filter(Boolean),
      ...(facts.length ? factGroups(facts) : [el('p', { class: 'sub' }, 'Named, but no fact is told about it.')]));
    card.scrollTop = 0;
    if (narrow.matches) card.scrollIntoView({ block: 'start', behavior: still.matches ? 'auto' : 'smooth' });
  }
  for (const item of card.querySelectorAll('.fact')) item.classList.toggle('at', item.dataset.facts.split(' ').includes(state.at));
}
