// The data of the page, and what is looked up in it.
const byId = id => document.getElementById(id);
const data = JSON.parse(byId('data').textContent);
const { articles, facts } = data;
const entities = new Map(Object.entries(data.entities));
const looks = new Map(data.classes.map(look => [look.type, look]));
const other = looks.get('Other');
const lookOf = type => looks.get(type) ?? other;
const nodesById = new Map(data.nodes.map(node => [node.id, node]));
const edgesById = new Map(data.edges.map(edge => [edge.id, edge]));
const articleByName = new Map(articles.map((article, number) => [article.name, number]));
const narrow = matchMedia('(max-width: 760px)');
const still = matchMedia('(prefers-reduced-motion: reduce)');
const collator = new Intl.Collator('en');

// A map from each key to its values, in order.
function groupBy(values, keyOf) {
  const groups = new Map();
  for (const value of values) {
    const key = keyOf(value);
    if (groups.has(key)) groups.get(key).push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

const edgesAt = new Map(data.nodes.map(node => [node.id, []]));
for (const edge of data.edges) {
  edgesAt.get(edge.from).push(edge);
  if (edge.to !== edge.from) edgesAt.get(edge.to).push(edge);
}
const endsOf = tie => [...new Set(edgesAt.get(tie).flatMap(edge => [edge.from, edge.to]))].filter(id => id !== tie);
const ties = data.nodes.filter(node => node.kind === 'tie');
const factsOf = node => (node.kind === 'tie' ? node.facts : entities.get(node.id).facts);

// The most important first: by size, the small nodes of events last.
const ranked = [...data.nodes].sort((a, b) => (a.kind === 'tie') - (b.kind === 'tie') || b.size - a.size);

// Offsets count code points, JavaScript's strings count UTF-16 units: texts with others than the basic plane are split.
const texts = articles.map(({ text }) => (/[\ud800-\udbff]/.test(text) ? Array.from(text) : text));
const words = ([article, start, end]) => {
  const part = texts[article].slice(start, end);
  return typeof part === 'string' ? part : part.join('');
};
const wordsOf = fact => fact.words ?? (fact.evidence ? words(fact.evidence) : '');

// What is told of a fact, and the values of one of its roles, as plain text.
const plainPart = piece => (typeof piece === 'string' ? piece : entities.get(piece.entity)?.label ?? piece.entity);
const plainTold = fact => fact.told.map(plainPart).join('');
const rolesOf = (fact, ...names) => fact.roles.filter(([name]) => names.includes(name)).flatMap(([, values]) => values);
const nouns = {
  office: 'Offices', visit: 'Visits', meeting: 'Meetings', cooperation: 'Cooperation', agreement: 'Agreements',
  membership: 'Memberships', appointment: 'Appointments', event: 'Acts', measure: 'Figures', statement: 'Statements',
};
const kinds = [...new Set([...Object.keys(nouns), ...facts.map(fact => fact.type)])];
const nounOf = kind => (Object.hasOwn(nouns, kind) ? nouns[kind] : kind);
const folded = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
