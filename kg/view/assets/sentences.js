// The sentences of the articles: where each begins and ends, and the facts and names in it; made when needed.
const mentionsIn = articles.map(() => []); // [start, end, id]
for (const [id, { mentions }] of entities) for (const [article, start, end] of mentions) mentionsIn[article].push([start, end, id]);
const evidenceIn = articles.map(() => []); // [start, end, fact]
facts.forEach(({ evidence }, fact) => { if (evidence) evidenceIn[evidence[0]].push([evidence[1], evidence[2], fact]); });

const overlapping = (spans, start, end) => spans.filter(([s, e]) => s < end && start < e);

// Where the sentences of a paragraph begin; never inside the words of a fact.
function* sentenceStarts(from, paragraph, evidence) {
  const parts = window.Intl?.Segmenter
    ? [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(paragraph)].map(({ segment }) => segment)
    : paragraph.split(/(?<=[.!?]["”’)]*\s+)/);
  let start = from;
  for (const piece of parts) {
    if (!evidence.some(([s, e]) => s < start && start < e)) yield start;
    start += Array.from(piece).length;
  }
}

// The paragraphs of an article, each a list of sentences {key, start, end, evidence, mentions, facts}.
const paragraphsMade = new Map();
function paragraphsOf(number) {
  if (paragraphsMade.has(number)) return paragraphsMade.get(number);
  const paragraphs = [];
  let from = 0;
  for (const paragraph of articles[number].text.split('\n')) {
    const end = from + Array.from(paragraph).length;
    if (paragraph.trim()) {
      const evidence = overlapping(evidenceIn[number], from, end);
      const mentions = overlapping(mentionsIn[number], from, end).sort((a, b) => a[0] - b[0] || b[1] - a[1]);
      const starts = [...sentenceStarts(from, paragraph, evidence), end];
      paragraphs.push(starts.slice(0, -1).map((start, i) => {
        const its = overlapping(evidence, start, starts[i + 1]);
        return {
          key: `${articles[number].name}:${start}`, start, end: starts[i + 1],
          evidence: its, mentions: overlapping(mentions, start, starts[i + 1]),
          facts: [...new Set(its.map(([, , fact]) => fact))].sort((a, b) => a - b),
        };
      }));
    }
    from = end + 1;
  }
  paragraphsMade.set(number, paragraphs);
  return paragraphs;
}

// The sentence with a key, "ARTICLE:START".
function sentenceOf(key) {
  const number = articleByName.get(key.slice(0, key.lastIndexOf(':')));
  return number === undefined ? undefined : paragraphsOf(number).flat().find(sentence => sentence.key === key);
}

// The facts that lie in the words of a statement.
function factsInside(statement) {
  const { evidence } = facts[statement];
  if (!evidence) return [];
  const [article, start, end] = evidence;
  const inside = ([s, e, fact]) => start <= s && e <= end && facts[fact].type !== 'statement';
  return [...new Set(evidenceIn[article].filter(inside).map(([, , fact]) => fact))];
}
