// When: how many facts fall in each stretch of time, and a brush that leaves those of some of them.
const units = [ // the finest that needs no more than so many stretches
  { name: 'day', next: day => day + 1, start: day => day },
  { name: 'month', next: day => monthAfter(day, 1), start: day => monthAfter(day, 0) },
  { name: 'year', next: day => monthAfter(yearOf(day), 12), start: day => yearOf(day) },
];
const mostBins = 90;
const monthAfter = (day, months) => {
  const date = new Date(day * 86400000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / 86400000;
};
const yearOf = day => Date.UTC(new Date(day * 86400000).getUTCFullYear(), 0, 1) / 86400000;

// The first days of the stretches, and one more at the end.
function makeBins() {
  const known = factDays.filter(Boolean);
  if (!known.length) return [];
  const first = known.reduce((least, [from]) => Math.min(least, from), Infinity);
  const last = known.reduce((most, [, to]) => Math.max(most, to), -Infinity);
  for (const { next, start } of units) {
    const bins = [start(first)];
    while (bins.at(-1) <= last && bins.length <= mostBins + 1) bins.push(next(bins.at(-1)));
    if (bins.length <= mostBins + 1) return bins;
  }
  return Array.from({ length: mostBins + 1 }, (_, i) => yearOf(first) + Math.ceil(((last + 1 - yearOf(first)) * i) / mostBins));
}
const bins = makeBins();
const binCount = bins.length - 1;
const binOf = day => Math.max(0, bins.findLastIndex(first => first <= day));

// How much of each fact lies in each stretch: a fact of a whole year is spread over it.
const binsOfFact = factDays.map(days => days && [binOf(days[0]), Math.min(binOf(days[1]), binCount - 1)]);
function heights() {
  const sums = new Float64Array(Math.max(binCount, 0));
  const { dated } = sieve();
  binsOfFact.forEach((span, i) => {
    if (!span || !dated[i]) return;
    for (let bin = span[0]; bin <= span[1]; bin += 1) sums[bin] += 1 / (span[1] - span[0] + 1);
  });
  return sums;
}

const nameOfBin = i => longDate(fromDay(bins[i]));
const lastOfBin = i => longDate(fromDay(bins[i + 1] - 1));
const brushed = () => [state.from ? binOf(toDay(state.from)) : 0, state.to ? Math.min(binOf(toDay(state.to)), binCount - 1) : binCount - 1];

function brush(from, to) {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  adjust({ from: low > 0 ? fromDay(bins[low]) : '', to: high < binCount - 1 ? fromDay(bins[high + 1] - 1) : '' });
}

function makeTimeline() {
  const bars = svg('svg', { class: 'bars', viewBox: `0 0 ${binCount} 1`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  const slider = (label, at, change, textOf) => {
    const input_ = () => change(Number(range.value));
    const range = el('input', { type: 'range', min: 0, max: binCount - 1, step: 1, 'aria-label': label, on: { input: input_ } });
    watchers.push(() => {
      range.value = brushed()[at];
      range.setAttribute('aria-valuetext', textOf(brushed()[at]));
    });
    return range;
  };
  const from = slider('From', 0, value => brush(Math.min(value, brushed()[1]), brushed()[1]), nameOfBin);
  const to = slider('To', 1, value => brush(brushed()[0], Math.max(value, brushed()[0])), lastOfBin);
  const days = el('p', { class: 'days' });
  const clear = el('button', { type: 'button', on: { click: () => adjust({ from: '', to: '' }) } }, 'All time');
  let began = null;
  const binAt = ({ clientX }) => {
    const { left, width } = bars.getBoundingClientRect();
    return Math.max(0, Math.min(binCount - 1, Math.floor(((clientX - left) / width) * binCount)));
  };
  bars.addEventListener('pointerdown', event => { began = binAt(event); bars.setPointerCapture(event.pointerId); brush(began, began); });
  bars.addEventListener('pointermove', event => { if (began !== null) brush(began, binAt(event)); });
  for (const end of ['pointerup', 'pointercancel']) bars.addEventListener(end, () => { began = null; });
  watchers.push(() => {
    const sums = heights();
    const [low, high] = brushed();
    const most = Math.max(1, ...sums);
    bars.replaceChildren(...Array.from(sums, (sum, i) => {
      const high_ = sum ? Math.max(0.06, Math.sqrt(sum / most)) : 0;
      return svg('rect', { x: i + 0.08, width: 0.84, y: 1 - high_, height: high_, class: i >= low && i <= high ? 'in' : 'out' });
    }));
    days.textContent = `${nameOfBin(low)} – ${lastOfBin(high)}${low > 0 || high < binCount - 1 ? ' only' : ''}`;
    clear.hidden = !state.from && !state.to;
  });
  return [bars, el('div', { class: 'ranges' }, from, to), el('div', { class: 'when' }, days, clear)];
}

if (binCount > 1) byId('timeline').append(...makeTimeline());
else byId('timeline').hidden = true;
