// Put it together: the head of the page, its tabs, and what a click on a link means.
byId('masthead').append(...(articles.length === 1 ? heading(0, 'h1') : [el('h1', {}, plural(articles.length, 'article'))]));

const panes = ['text', 'facts', 'names'];
function showTab() {
  const tab = panes.includes(state.tab) ? state.tab : 'text';
  document.body.dataset.tab = tab;
  for (const name of panes) {
    byId(name).hidden = name !== tab;
    byId(`tab-${name}`).setAttribute('aria-selected', String(name === tab));
    byId(`tab-${name}`).tabIndex = name === tab ? 0 : -1;
  }
}
for (const [i, name] of panes.entries()) {
  byId(`tab-${name}`).addEventListener('click', () => go({ tab: name }));
  byId(`tab-${name}`).addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = panes[(i + step + panes.length) % panes.length];
    go({ tab: next });
    byId(`tab-${next}`).focus();
  });
}

// Links that choose get their address when it is needed: it holds the state of that moment.
function aim(event) {
  const link = event.target.closest?.('a[data-choice], a[data-at], a[data-open]');
  if (!link) return;
  const { choice, at, open } = link.dataset;
  link.href = at ? address({ at: state.at === at ? '' : at, tab: 'text' })
    : open ? address({ open, tab: 'text', choice: '', at: '' })
      : address({ choice, at: '' });
  if (event.type !== 'click' || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault(); // the page follows at once, not when the browser has told of it
  location.hash = link.hash;
  update();
}
for (const event of ['pointerdown', 'focusin', 'click']) document.addEventListener(event, aim, true);

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return;
  const menu = [byId('filters'), byId('save')].find(each => each.open);
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  } else if (state.choice && event.target !== input) choose('');
});
document.addEventListener('pointerdown', event => {
  for (const menu of [byId('filters'), byId('save')]) if (menu.open && !menu.contains(event.target)) menu.open = false;
});
byId('reset').addEventListener('click', () => { input.value = ''; reset(); fit(); });

watchers.push(() => show(), before => {
  if (changed(before, 'view') && state.view) look();
  else if (changed(before, 'all', ...sieveKeys)) fit();
  if (changed(before, 'choice')) bringIntoSight();
  network.redraw();
}, showRest, showTab, showCard, showText, showFacts, showNames);
addEventListener('hashchange', update);
readInks();
update();
look();
document.body.classList.add('ready');
