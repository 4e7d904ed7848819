// The articles' text, with names and evidence marked; a sentence leads to its facts.
const sentences = new Map(); // "ARTICLE:START" → { facts, element }

// Where the sentences of a paragraph begin; never inside the words of a fact.
function* sentenceStarts(article, from, paragraph, evidence) {
  const parts = window.Intl?.Segmenter
    ? [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(paragraph)].map(part => part.segment)
    : paragraph.split(/(?<=[.!?]["”’)]*\s+)/);
  let start = from;
  for (const part of parts) {
    if (!evidence.some(([s, e]) => s < start && start < e)) yield start;
    start += Array.from(part).length;
  }
}

function renderArticle(number) {
  const { text } = data.articles[number];
  const facts = data.facts.flatMap(({ evidence }, fact) => (evidence?.[0] === number ? [[evidence[1], evidence[2], fact]] : []));
  const mentions = Object.entries(data.entities).flatMap(([iri, entity]) =>
    entity.mentions.filter(mention => mention[0] === number).map(([, start, end]) => [start, end, iri]))
    .sort((a, b) => a[0] - b[0]);
  const root = el('article', { lang: 'en' });
  let from = 0;
  for (const paragraph of text.split('\n')) {
    const length = Array.from(paragraph).length;
    if (paragraph.trim()) {
      const starts = [...sentenceStarts(number, from, paragraph, facts), from + length];
      root.append(el('p', { dir: 'auto' }, starts.slice(0, -1).map((start, i) =>
        renderSentence(number, start, starts[i + 1], facts, mentions))));
    }
    from += length + 1;
  }
  return root;
}

function renderSentence(number, start, end, allFacts, allMentions) {
  const within = ([s, e]) => s < end && start < e;
  const facts = allFacts.filter(within);
  const mentions = allMentions.filter(within);
  const cuts = new Set([start, end]);
  for (const [s, e] of [...facts, ...mentions]) for (const cut of [s, e]) if (start < cut && cut < end) cuts.add(cut);
  const order = [...cuts].sort((a, b) => a - b);
  const key = `${number}:${start}`;
  const said = [...new Set(facts.map(fact => fact[2]))].sort((a, b) => a - b);
  const element = el('span', { class: said.length ? 'sentence telling' : 'sentence' });
  let link = null;
  order.slice(0, -1).forEach((s, i) => {
    const e = order[i + 1];
    const here = facts.filter(fact => fact[0] <= s && e <= fact[1]).map(fact => fact[2]);
    const told = here.some(fact => data.facts[fact].type !== 'statement');
    const piece = here.length
      ? el('span', { class: told ? 'said told' : 'said', 'data-facts': here.join(' ') }, words([number, s, e]))
      : words([number, s, e]);
    const mention = mentions.find(([ms, me]) => ms <= s && e <= me);
    if (!mention) {
      element.append(piece);
      return;
    }
    if (link?.mention !== mention) {
      const [, , iri] = mention;
      link = { mention, element: el('a', { class: 'mention', 'data-iri': iri, 'data-choice': `node:${iri}`, colour: (looks[data.entities[iri].type] ?? other).colour }) };
      element.append(link.element);
    }
    link.element.append(piece);
  });
  if (said.length) {
    element.addEventListener('click', event => {
      if (!event.target.closest('a') && getSelection().isCollapsed) choose(`sentence:${key}`);
    });
    const label = said.length === 1 ? '1 fact in this sentence' : `${said.length} facts in this sentence`;
    const mark = el('a', { class: 'mark', 'data-choice': `sentence:${key}`, 'aria-label': label, title: label }, String(said.length));
    const tail = element.lastChild; // the mark stands before the space that ends the sentence
    element.append(mark);
    const spaces = /\s+$/.exec(tail.textContent);
    if (spaces && tail.nodeName !== 'A') {
      tail.textContent = tail.textContent.slice(0, spaces.index);
      element.append(spaces[0]);
    }
  }
  sentences.set(key, { facts: said, element });
  return element;
}

// Mark the words of the chosen facts, and bring the first into sight.
function light(before) {
  const [kind, id] = chosen();
  const all = state.at ? [Number(state.at)] : chosenFacts();
  const deeds = all.filter(fact => data.facts[fact].type !== 'statement'); // whoever speaks much would light it all
  const facts = new Set(deeds.length && kind === 'node' ? deeds : all);
  let first = null;
  for (const piece of document.querySelectorAll('#text .said')) {
    const on = piece.dataset.facts.split(' ').some(fact => facts.has(Number(fact)));
    piece.classList.toggle('lit', on);
    if (on) first ??= piece;
  }
  for (const mention of document.querySelectorAll('#text .mention')) {
    const on = kind === 'node' && mention.dataset.iri === id;
    mention.classList.toggle('chosen', on);
    if (on && !facts.size) first ??= mention;
  }
  for (const [key, sentence] of sentences) sentence.element.classList.toggle('chosen', kind === 'sentence' && key === id);
  const moved = before.choice !== state.choice || before.at !== state.at || before.tab !== state.tab;
  if (!first || !moved || kind === 'sentence' || (narrow.matches && !state.at)) return;
  first.scrollIntoView({ block: 'center', behavior: still.matches ? 'auto' : 'smooth' });
}
