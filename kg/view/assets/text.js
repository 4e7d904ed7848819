// The text of one article, with names and evidence marked; of several, first a list of them.
let openNow = null; // the number of the article on the page, or 'list'
const sentenceElements = new Map();
const articlePortion = 100;
let articlesShown = articlePortion;

function heading(number, level) {
  const { heading: title, publisher, date, url } = articles[number];
  const from = [publisher && el('bdi', {}, publisher), date && el('time', { datetime: date }, longDate(date)), url && outward('original', url)]
    .filter(Boolean).flatMap((item, i) => (i ? [' · ', item] : [item]));
  return [from.length > 0 && el('p', { class: 'from' }, from), el(level, { dir: 'auto' }, title)].filter(Boolean);
}

function renderSentence({ key, start, end, evidence, mentions, facts: said }) {
  const cuts = new Set([start, end]);
  for (const [s, e] of [...evidence, ...mentions]) for (const cut of [s, e]) if (start < cut && cut < end) cuts.add(cut);
  const order = [...cuts].sort((a, b) => a - b);
  const element = el('span', { class: said.length ? 'sentence telling' : 'sentence', 'data-sentence': said.length ? key : null });
  let link = null;
  order.slice(0, -1).forEach((s, i) => {
    const e = order[i + 1];
    const here = evidence.filter(span => span[0] <= s && e <= span[1]).map(span => span[2]);
    const text = words([openNow, s, e]);
    const piece = here.length ? el('span', { class: 'said', 'data-facts': here.join(' ') }, text) : text;
    const mention = mentions.find(([ms, me]) => ms <= s && e <= me);
    if (!mention) element.append(piece);
    else if (link?.mention === mention) link.element.append(piece);
    else {
      const [, , id] = mention;
      const { colour } = lookOf(entities.get(id).type);
      link = { mention, element: el('a', { class: 'mention', href: '#', 'data-id': id, 'data-choice': `node:${id}`, colour }, piece) };
      element.append(link.element);
    }
  });
  if (said.length) addMark(element, key, said.length);
  sentenceElements.set(key, element);
  return element;
}

// The number of facts, which stands before the space that ends the sentence.
function addMark(element, key, count) {
  const label = `${plural(count, 'fact')} in this sentence`;
  const tail = element.lastChild;
  element.append(el('a', { class: 'mark', href: '#', 'data-choice': `sentence:${key}`, 'aria-label': label, title: label }, String(count)));
  const spaces = /\s+$/.exec(tail.textContent);
  if (spaces && tail.nodeName !== 'A') {
    tail.textContent = tail.textContent.slice(0, spaces.index);
    element.append(spaces[0]);
  }
}

function renderArticle(number) {
  openNow = number;
  sentenceElements.clear();
  const step = (to, label, sign_) => el('a', { class: 'button', href: '#', 'aria-label': label, 'data-open': articles[to].name }, sign_);
  const several = articles.length > 1 && el('nav', { class: 'steps', 'aria-label': 'Articles' },
    el('a', { href: '#', class: 'button', 'data-open': '*' }, `All ${articles.length} articles`),
    number > 0 && step(number - 1, 'Previous article', '‹'), number < articles.length - 1 && step(number + 1, 'Next article', '›'));
  byId('text').replaceChildren(...[
    several, articles.length > 1 && el('header', { class: 'masthead' }, heading(number, 'h2')),
    el('article', { lang: 'en' }, paragraphsOf(number).map(sentences => el('p', { dir: 'auto' }, sentences.map(renderSentence)))),
  ].filter(Boolean));
  byId('text').scrollTop = 0;
}

function renderList() {
  openNow = 'list';
  sentenceElements.clear();
  const fits = articles.map((article, number) => number).filter(number => fromSource(articles[number]));
  const item = number => el('li', {}, articleLink(number), el('p', { class: 'sub' },
    [articles[number].publisher, longDate(articles[number].date), plural(evidenceIn[number].length, 'fact')].filter(Boolean).join(' · ')));
  const grow = () => { articlesShown += articlePortion; renderList(); };
  const more = count => el('li', {}, el('button', { type: 'button', on: { click: grow } }, `Show more of ${count} others`));
  byId('text').replaceChildren(el('ul', { class: 'articles' }, inPortions(fits, item, articlesShown, more)));
}

// Which article to open: the one asked for, or that of what was chosen.
function showText(before) {
  const asked = articleByName.get(state.open) ?? (state.article.length === 1 ? articleByName.get(state.article[0]) : undefined);
  const its = state.at ? [Number(state.at)] : factsOfChoice().filter(passes);
  const [kind, id] = chosen();
  const told = its.map(fact => facts[fact]?.evidence?.[0]).filter(number => number !== undefined);
  const known = told.length ? told : (kind === 'node' && entities.get(id)?.mentions.map(([number]) => number)) || [];
  let number = articles.length === 1 ? 0 : state.open === '*' ? 'list' : asked ?? 'list';
  if (changed(before, 'choice', 'at') && known.length && !(changed(before, 'open') && asked !== undefined)) {
    number = known.includes(openNow) ? openNow : known[0];
  } else if (!changed(before, 'open', 'article', 'publisher') && openNow !== null) number = openNow;
  if (number === 'list') {
    if (openNow !== 'list' || changed(before, 'article', 'publisher')) renderList();
  } else if (number !== openNow) renderArticle(number);
  light(before);
}

// Mark the words of the chosen facts, and bring the first into sight.
function light(before) {
  const [kind, id] = chosen();
  const all = (state.at ? [Number(state.at)] : factsOfChoice().filter(passes)).filter(fact => facts[fact]);
  const deeds = all.filter(fact => facts[fact].type !== 'statement'); // whoever speaks much would light it all
  const its = new Set(deeds.length && kind === 'node' ? deeds : all);
  let first = null;
  for (const piece of byId('text').querySelectorAll('.said')) {
    const on = piece.dataset.facts.split(' ').some(fact => its.has(Number(fact)));
    piece.classList.toggle('lit', on);
    if (on) first ??= piece;
  }
  for (const mention of byId('text').querySelectorAll('.mention')) {
    const on = kind === 'node' && mention.dataset.id === id;
    mention.classList.toggle('chosen', on);
    if (on && !its.size) first ??= mention;
  }
  for (const [key, element] of sentenceElements) element.classList.toggle('chosen', kind === 'sentence' && key === id);
  if (!first || !changed(before, 'choice', 'at', 'tab', 'open') || (kind === 'sentence' && !state.at) || (narrow.matches && !state.at)) return;
  first.scrollIntoView({ block: 'center', behavior: still.matches ? 'auto' : 'smooth' });
}

byId('text').addEventListener('click', event => {
  const key = event.target.closest('[data-sentence]')?.dataset.sentence;
  if (key && !event.target.closest('a') && getSelection().isCollapsed) choose(`sentence:${key}`);
});
