// Put it together: the head of the reading side, its panes, and what a click on a link means.
function masthead() {
  const [article] = data.articles;
  if (data.articles.length !== 1) return [el('h1', {}, `${data.articles.length} articles`)];
  return heading(article, 'h1');
}

function heading({ title, publisher, date, url }, level) {
  const day = /^\d{4}-\d\d-\d\d$/.test(date ?? '')
    ? new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
    : date;
  const from = [publisher && el('bdi', {}, publisher), day && el('time', { datetime: date }, day), url && outward('original', url)]
    .filter(Boolean).flatMap((item, i) => (i ? [' · ', item] : [item]));
  return [
    from.length > 0 && el('p', { class: 'from' }, from),
    el(level, { dir: 'auto' }, title ?? 'Untitled article'),
  ].filter(Boolean);
}

byId('masthead').append(...masthead());
byId('text').append(...data.articles.flatMap((article, number) => [
  data.articles.length > 1 && el('header', { class: 'masthead' }, heading(article, 'h2')),
  renderArticle(number),
].filter(Boolean)));
byId('facts').append(factsTable());
byId('names').append(...namesLists());
document.body.classList.add('ready');

// Links that choose get their address when it is needed: it holds the state of that moment.
function aim(event) {
  const link = event.target.closest?.('a[data-choice], a[data-at]');
  if (!link) return;
  const { choice, at } = link.dataset;
  link.href = at ? address({ at: state.at === at ? '' : at, tab: 'text' }) : addressOf(choice);
}
for (const link of ['pointerdown', 'focusin', 'click']) document.addEventListener(link, aim, true);
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && state.choice && event.target !== input) choose('');
});
watchers.push(showTab, showCard, light);
addEventListener('hashchange', update);
update();
fit();
