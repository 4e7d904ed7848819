// What the filters let through: facts, and the names and lines that stand for them.
const few = 80; // so many names are always drawn
const limit = 250; // so many are drawn until the reader asks for all
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

// The names that pass: they have a fact that does, or, where only sources are chosen, are named there.
let named = { key: null };
function passingNames() {
  const key = `${sieve().key}\n${state.hide}`;
  if (named.key === key) return named.names;
  const hidden = new Set(state.hide);
  const needsFact = ['kind', 'sector', 'modality', 'sure', 'from', 'to'].some(name => state[name].length > 0);
  const sources = state.publisher.length || state.article.length
    ? articles.map(({ publisher, name }) => (!state.publisher.length || state.publisher.includes(publisher)) && (!state.article.length || state.article.includes(name)))
    : null;
  const fits = ({ type, facts: its, mentions }) => !hidden.has(lookOf(type).type)
    && (its.some(passes) || (!needsFact && (!sources || mentions.some(([article]) => sources[article]))));
  named = { key, names: new Set([...entities].filter(([, entity]) => fits(entity)).map(([id]) => id)) };
  return named.names;
}

// What is drawn: the names that pass, or the most important of them, and the ties and edges between those.
let drawn = { key: null };
function drawing() {
  const [kind, id] = chosen();
  const names = passingNames();
  const key = `${named.key}\n${state.all}\n${kind === 'node' || kind === 'edge' ? id : ''}`;
  if (drawn.key === key) return drawn;
  const shown = new Set();
  const linked = node => edgesAt.get(node.id).some(edge => edge.facts.some(passes));
  const candidates = ranked.filter(node => names.has(node.id));
  if (state.all || candidates.length <= few) for (const node of candidates) shown.add(node.id);
  else for (const node of candidates) { if (shown.size < limit && linked(node)) shown.add(node.id); }
  const add = one => { if (nodesById.has(one)) shown.add(one); };
  const around = kind === 'node' ? (edgesAt.get(id) ?? []).slice(0, limit) : kind === 'edge' && edgesById.has(id) ? [edgesById.get(id)] : [];
  for (const end of around.flatMap(edge => [edge.from, edge.to])) [end, ...(nodesById.get(end).kind === 'tie' ? endsOf(end) : [])].forEach(add);
  if (kind === 'node') add(id);
  const count = [...shown].filter(one => nodesById.get(one).kind !== 'tie').length;
  for (const node of data.nodes) {
    if (node.kind === 'tie' && !shown.has(node.id) && node.facts.some(passes) && endsOf(node.id).filter(end => shown.has(end)).length > 1) shown.add(node.id);
  }
  const edges = data.edges.filter(edge => shown.has(edge.from) && shown.has(edge.to) && edge.facts.some(passes));
  drawn = { key, nodes: shown, edges, count, of: names.size };
  return drawn;
}
