// What is known about the choice: a card above the text.
const shortList = 4;

// Facts of the same words that differ in their last part only, as one sentence: cooperate in trade, energy and sport.
function toldTogether(numbers) {
  const all = numbers.map(number => facts[number].told);
  const beginnings = new Set(all.map(pieces => JSON.stringify(pieces.slice(0, -1))));
  if (all.length === 1 || beginnings.size > 1) return all;
  const ends = all.flatMap((pieces, i) => [i === 0 ? '' : i === all.length - 1 ? ' and ' : ', ', pieces.at(-1)]);
  return [[...all[0].slice(0, -1), ...ends]];
}

function chipsOf({ modality, date, roles }) {
  const sort = rolesOf({ roles }, 'kind', 'mode').find(value => value !== 'unspecified');
  const by = rolesOf({ roles }, 'asserter');
  const chips = [
    modality !== 'actual' && el('span', { class: `chip ${modality}` }, modality),
    date && el('time', { class: 'chip' }, date),
    sort && el('span', { class: 'chip' }, sort),
    by.length > 0 && el('span', { class: 'chip' }, 'said by ', by.map(part)),
  ].filter(Boolean);
  return chips.length > 0 && el('p', { class: 'chips' }, chips);
}

const roleNames = { asserter: 'said by', of: 'office of', date: 'when', period: 'when', place: 'where', destination: 'where', plover: 'PLOVER root' };

// A value of a role: a name with what leads out to it, or words.
function valueOf(piece) {
  const links = typeof piece === 'string' ? [] : entities.get(piece.entity)?.links ?? [];
  return [part(piece), ...links.flatMap(([name, href]) => [' ', outward(name, href)])];
}

function detailsOf({ roles, modality, confidence, rule, article }) {
  const rows = [
    ...roles.map(([role, values]) => [roleNames[role] ?? role, values.flatMap((value, i) => [i ? ', ' : '', valueOf(value)].flat())]),
    ['modality', [modality]],
    confidence !== undefined && ['confidence', [String(confidence)]],
    rule && ['rule', [rule]],
    articles.length > 1 && article !== undefined && ['article', [articleLink(article)]],
  ].filter(Boolean);
  return el('dl', {}, rows.flatMap(([role, values]) => [el('dt', {}, role), el('dd', {}, values)]));
}

// Facts that the same words say, in one item; under a statement, the facts that lie in its words.
function factItem(numbers) {
  const fact = facts[numbers[0]];
  const inside = fact.type === 'statement' && chosen()[0] !== 'sentence' ? factsInside(numbers[0]) : [];
  const quoted = wordsOf(fact);
  return el('li', { class: `fact ${fact.modality}`, 'data-facts': numbers.join(' ') },
    toldTogether(numbers).map(pieces => el('p', { class: 'telling' }, pieces.map(part))),
    chipsOf(fact),
    quoted && el('blockquote', {}, el('a', { href: '#', 'data-at': numbers[0], title: 'Show in the text' }, el('bdi', {}, quoted))),
    inside.length > 0 && el('ul', { class: 'inside' }, inside.map(number => el('li', {}, told(facts[number])))),
    el('details', {}, el('summary', {}, 'Details'), numbers.map(number => detailsOf(facts[number]))));
}

const sayingKey = number => {
  const { evidence, modality, date, roles } = facts[number];
  return JSON.stringify([evidence ?? number, modality, date, rolesOf({ roles }, 'kind', 'mode')]);
};

// Facts under a heading for each kind; long lists are folded.
function factGroups(numbers) {
  const groups = groupBy(numbers, number => facts[number].type);
  const order = [...groups.keys()].sort((a, b) => kinds.indexOf(a) - kinds.indexOf(b));
  return order.map(kind => {
    const all = [...groupBy(groups.get(kind), sayingKey).values()];
    const rest = el('ul', { class: 'facts' });
    const list = el('details', { class: 'more', on: { toggle: () => {
      if (list.open && !rest.hasChildNodes()) rest.append(...all.slice(shortList).map(factItem));
    } } }, el('summary', {}, `${all.length - shortList} more`), rest);
    return el('section', { class: 'group' },
      el('h3', {}, nounOf(kind), ' ', el('span', { class: 'count' }, groups.get(kind).length.toLocaleString('en'))),
      el('ul', { class: 'facts' }, all.slice(0, shortList).map(factItem)),
      all.length > shortList && list);
  });
}

function entityHead(id) {
  const { label, labels, type, mentions, links } = entities.get(id);
  const counts = [type, mentions.length && `named ${mentions.length === 1 ? 'once' : `${mentions.length.toLocaleString('en')} times`}`];
  return [
    el('h2', {}, sign(type), ' ', el('bdi', {}, label)),
    el('p', { class: 'sub' }, counts.filter(Boolean).join(' · '), links.flatMap(([name, href]) => [' · ', outward(name, href)])),
    labels.length > 0 && el('p', { class: 'aliases' }, 'also ', labels.flatMap((alias, i) => [i ? ', ' : '', el('bdi', {}, alias)])),
  ];
}

function cardHead(kind, id, its) {
  if (kind === 'node' && entities.has(id)) return entityHead(id);
  if (kind === 'sentence') return [el('h2', {}, 'In this sentence')];
  const ends = kind === 'edge' ? [edgesById.get(id).from, edgesById.get(id).to] : kind === 'node' ? endsOf(id) : [];
  const names = ends.filter(end => entities.has(end)).map(end => nameLink(end));
  return [
    el('h2', {}, nounOf(facts[its[0]].type)),
    names.length > 0 && el('p', { class: 'sub' }, names.flatMap((name, i) => [i ? ' · ' : '', name])),
  ];
}

function showCard(before) {
  const [kind, id] = chosen();
  const card = byId('card');
  const all = factsOfChoice();
  card.hidden = !(all.length || (kind === 'node' && entities.has(id)));
  if (card.hidden) {
    card.replaceChildren();
    return;
  }
  if (changed(before, 'choice', ...sieveKeys) || !card.hasChildNodes()) {
    const its = all.filter(passes);
    const close = el('button', { type: 'button', class: 'close', 'aria-label': 'Close', on: { click: () => choose('') } }, '×');
    card.replaceChildren(...[close, ...cardHead(kind, id, all), ...factGroups(its),
      all.length === 0 && el('p', { class: 'sub' }, 'Named, but no fact is told about it.'),
      its.length < all.length && el('p', { class: 'sub' }, `${plural(all.length - its.length, 'fact')} that the filters leave out`)].filter(Boolean));
    card.scrollTop = 0;
    if (narrow.matches && changed(before, 'choice')) card.scrollIntoView({ block: 'start', behavior: still.matches ? 'auto' : 'smooth' });
  }
  for (const item of card.querySelectorAll('.fact')) item.classList.toggle('at', item.dataset.facts.split(' ').includes(state.at));
}
