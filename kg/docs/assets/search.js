'use strict';
// The search box: terms whose names hold what is typed, those that begin with it first. Enter or a click goes there.
const box = document.getElementById('search');
const list = document.getElementById('found');
const plain = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const index = JSON.parse(document.getElementById('index').textContent)
  .map(([name, kind, anchor]) => ({ name, kind, anchor, words: plain(`${name} ${anchor}`) }));
const most = 12;
let hits = [];
let at = -1;

function rank(entry, wanted) {
  const [name, anchor] = [plain(entry.name), plain(entry.anchor)];
  if (name === wanted || anchor === wanted) return 0;
  return name.startsWith(wanted) || anchor.startsWith(wanted) ? 1 : 2;
}

function search(text) {
  const wanted = plain(text.trim()).replace(/^:/, '');
  hits = wanted === '' ? [] : index.filter(entry => wanted.split(/\s+/).every(word => entry.words.includes(word)))
    .sort((a, b) => rank(a, wanted) - rank(b, wanted)).slice(0, most);
  at = hits.length ? 0 : -1;
  const items = hits.map((hit, i) => {
    const item = document.createElement('li');
    const kind = document.createElement('span');
    item.id = `hit-${i}`;
    item.setAttribute('role', 'option');
    kind.textContent = hit.kind;
    item.append(`${hit.name} `, kind);
    item.addEventListener('mousedown', event => { event.preventDefault(); at = i; go(); });
    return item;
  });
  if (wanted !== '' && !hits.length) {
    const none = document.createElement('li');
    none.className = 'none';
    none.setAttribute('role', 'option');
    none.setAttribute('aria-disabled', 'true');
    none.textContent = 'No such term';
    items.push(none);
  }
  list.replaceChildren(...items);
  show(items.length > 0);
  mark();
}

function show(open) {
  list.hidden = !open;
  box.setAttribute('aria-expanded', String(open));
}

function mark() {
  [...list.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === at)));
  if (at >= 0 && !list.hidden) {
    box.setAttribute('aria-activedescendant', `hit-${at}`);
    list.children[at].scrollIntoView({ block: 'nearest' });
  } else box.removeAttribute('aria-activedescendant');
}

function go() {
  if (at < 0) return;
  show(false);
  location.hash = hits[at].anchor;
}

box.addEventListener('input', () => search(box.value));
box.addEventListener('focus', () => search(box.value));
box.addEventListener('blur', () => show(false));
box.addEventListener('keydown', event => {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (hits.length) at = (at + (event.key === 'ArrowDown' ? 1 : -1) + hits.length) % hits.length;
    mark();
  } else if (event.key === 'Enter') go();
  else if (event.key === 'Escape') show(false);
});
document.body.classList.add('ready');
