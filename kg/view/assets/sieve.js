// What the filters let through: facts, and the names and lines that stand for them.
const few = 80; // so many names are always drawn
const limit = 200; // so many are drawn until the reader asks for all,
const mostLines = 500; // or, of more than a few, as many as have so many lines between them
const facets = {
  kind: fact => [fact.type],
  modality: fact => [fact.modality],
  sector: fact => rolesOf(fact, 'sector').map(piece => piece.entity ?? piece),
  publisher: fact => [articles[fact.article]?.publisher].filter(Boolean),
  article: fact => [articles[fact.article]?.name].filter(Boolean),
};
const facetNames = Object.keys(facets);
const factValues = Object.fromEntries(facetNames.map(name => [name, facts.map(facets[name])]));
const articlesOfEntity = entity => [...new Set(entity.mentions.map(([article]) => article))];

// The facts that pass (a byte for each), and for each facet how many facts each value would leave.
let sieved = { key: null };
function sieve() {
  const key = sieveKeys.filter(name => name !== 'hide').map(name => String(state[name])).join('\n');
  if (sieved.key === key) return sieved;
  const wanted = facetNames.map(name => [name, state[name].length ? new Set(state[name]) : null, factValues[name], new Map()]);
  const [from, to] = [state.from ? toDay(state.from) : -Infinity, state.to ? toDay(state.to) : Infinity];
  const pass = new Uint8Array(facts.length);
  const dated = new Uint8Array(facts.length); // those that pass, were it not for the time
  let passing = 0;
  facts.forEach((fact, i) => {
    if (state.sure && fact.confidence < Number(state.sure)) return;
    const days = factDays[i];
    const late = (state.from || state.to) && !(days && days[1] >= from && days[0] <= to);
    const failed = wanted.filter(([, set, values]) => set && !values[i].some(value => set.has(value)));
    if (failed.length > 1) return;
    if (!failed.length) dated[i] = 1;
    if (late) return;
    for (const [, , values, counts] of failed.length ? failed : wanted) {
      for (const value of values[i]) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    if (!failed.length) { pass[i] = 1; passing += 1; }
  });
  sieved = { key, pass, dated, passing, counts: Object.fromEntries(wanted.map(([name, , , counts]) => [name, counts])) };
  return sieved;
}
const passes = fact => sieve().pass[fact] === 1;

// Whether an article is one of those chosen, and of a chosen publisher.
const fromSource = ({ publisher, name }) => (!state.publisher.length || state.publisher.includes(publisher))
  && (!state.article.length || state.article.includes(name));

// The names that pass: they have a fact that does, or, where only sources are chosen, are named there.
let named = { key: null };
function passingNames() {
  const key = `${sieve().key}\n${state.hide}`;
  if (named.key === key) return named.names;
  const { pass } = sieve(); // asked for once: this is done for every name
  const hidden = new Set(state.hide);
  const needsFact = ['kind', 'sector', 'modality', 'sure', 'from', 'to'].some(name => state[name].length > 0);
  const sources = state.publisher.length || state.article.length ? articles.map(fromSource) : null;
  const fits = ({ type, facts: its, mentions }) => !hidden.has(lookOf(type).type)
    && (its.some(fact => pass[fact]) || (!needsFact && (!sources || mentions.some(([article]) => sources[article]))));
  named = { key, names: new Set([...entities].filter(([, entity]) => fits(entity)).map(([id]) => id)) };
  return named.names;
}

// The most important of some names that have a line: so many, or, of more than a few, as many as have so many lines between them.
function mostImportant(candidates, lives) {
  const chosen_ = new Set();
  let lines = 0;
  for (const { id } of candidates) {
    if (chosen_.size >= limit || (lines > mostLines && chosen_.size >= few)) break;
    const its = edgesAt.get(id).filter(lives);
    if (its.length) chosen_.add(id);
    lines += its.filter(edge => chosen_.has(edge.from) && chosen_.has(edge.to)).length;
  }
  return chosen_;
}

// What is chosen, and the most important of what it has lines to, through ties too.
function aroundChoice() {
  const [kind, id] = chosen();
  if (kind === 'edge') return edgesById.has(id) ? [edgesById.get(id).from, edgesById.get(id).to] : [];
  if (kind !== 'node' || !nodesById.has(id)) return [];
  const ends = [...new Set(edgesAt.get(id).flatMap(edge => [edge.from, edge.to]))]
    .sort((a, b) => nodesById.get(b).size - nodesById.get(a).size).slice(0, limit / 4);
  return [id, ...ends.flatMap(end => (nodesById.get(end).kind === 'tie' ? [end, ...endsOf(end)] : [end]))];
}

// What is drawn: the names that pass, or the most important of them, what is chosen, and the ties and edges of those.
let drawn = { key: null };
function drawing() {
  const names = passingNames();
  const [kind, id] = chosen();
  const key = [named.key, state.all, kind === 'node' || kind === 'edge' ? id : ''].join('\n');
  if (drawn.key === key) return drawn;
  const { pass } = sieve();
  const lives = ({ facts: its }) => its.some(fact => pass[fact]);
  const candidates = ranked.filter(node => names.has(node.id));
  const whole = state.all || candidates.length <= few;
  const nodes = whole ? new Set(candidates.map(node => node.id)) : mostImportant(candidates, lives);
  const base = new Set(nodes); // what is drawn whatever is chosen: the places depend on it
  for (const end of aroundChoice()) nodes.add(end);
  const count = [...nodes].filter(one => entities.has(one)).length;
  for (const tie of ties) if (lives(tie) && endsOf(tie.id).filter(end => nodes.has(end)).length > 1) nodes.add(tie.id);
  const edges = data.edges.filter(edge => nodes.has(edge.from) && nodes.has(edge.to) && lives(edge));
  drawn = { key, baseKey: `${named.key}\n${state.all}`, base, nodes, edges, count, of: names.size };
  return drawn;
}
