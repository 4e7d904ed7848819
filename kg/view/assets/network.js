// The picture: vis-network with places that were computed beforehand.
const nodes = new vis.DataSet(data.nodes);
const edges = new vis.DataSet(data.edges);
const drawing = new vis.Network(byId('network'), { nodes, edges }, data.options);
const motion = () => (still.matches ? false : { duration: 350, easingFunction: 'easeInOutQuad' });
const fit = () => drawing.fit({ maxZoomLevel: 1.15, animation: motion() });
let hovered = null;

const edgesAt = groupBy(data.edges.flatMap(edge => [[edge.from, edge], [edge.to, edge]]), ([node]) => node);
const around = node => (edgesAt.get(node) ?? []).map(([, edge]) => edge);

// The nodes and edges that the choice, or what the pointer is on, makes stand out; null: all.
function near() {
  const [kind, id] = hovered ?? chosen();
  const near = { nodes: new Set(), edges: new Set() };
  const add = edge => { near.edges.add(edge.id); near.nodes.add(edge.from).add(edge.to); };
  if (kind === 'node' && nodesById.has(id)) {
    near.nodes.add(id);
    for (const edge of around(id)) {
      add(edge);
      const end = edge.from === id ? edge.to : edge.from;
      if (nodesById.get(end).kind === 'tie') around(end).forEach(add);
    }
  } else if (kind === 'edge' && edgesById.has(id)) {
    add(edgesById.get(id));
  } else if (kind === 'fact' || kind === 'sentence') {
    const facts = new Set(chosenFacts());
    for (const edge of data.edges) if (edge.facts.some(fact => facts.has(fact))) add(edge);
    for (const node of data.nodes) if (node.kind === 'entity' && node.facts.some(fact => facts.has(fact))) near.nodes.add(node.id);
  }
  return near.nodes.size ? near : null;
}

function paint() {
  const css = getComputedStyle(document.documentElement);
  const [ink, soft, faint, paper, wrong] = ['--ink', '--soft', '--faint', '--paper', '--wrong']
    .map(name => css.getPropertyValue(name).trim());
  const shown = near();
  const [kind, id] = chosen();
  const hide = new Set(state.hide.split(' '));
  const hidden = new Set(data.nodes.filter(node => node.kind === 'entity' && hide.has(node.type)).map(node => node.id));
  for (const node of data.nodes) { // a tie needs two that it ties
    if (node.kind === 'tie' && around(node.id).filter(edge => !hidden.has(edge.from) && !hidden.has(edge.to)).length < 2) hidden.add(node.id);
  }
  nodes.update(data.nodes.map(node => {
    const on = !shown || shown.nodes.has(node.id);
    const tie = node.kind === 'tie';
    const size = tie ? 12 : Math.round(14 + (node.size - 9) * 0.16);
    const change = {
      id: node.id,
      hidden: hidden.has(node.id),
      opacity: on ? 1 : 0.25,
      font: { size, color: on ? (tie ? soft : ink) : faint, strokeWidth: tie ? 0 : 4, strokeColor: paper, face: css.fontFamily },
    };
    return tie ? { ...change, margin: 4, color: { background: paper, border: on ? soft : faint, highlight: { background: paper, border: ink }, hover: { background: paper, border: ink } } } : change;
  }));
  edges.update(data.edges.map(edge => {
    const on = !shown || shown.edges.has(edge.id);
    const colour = edge.modality === 'denied' ? wrong : soft;
    return {
      id: edge.id,
      hidden: hidden.has(edge.from) || hidden.has(edge.to),
      color: { color: on ? colour : faint, highlight: ink, hover: ink },
      font: { size: 12, color: on ? soft : 'rgba(0,0,0,0)', strokeWidth: 4, strokeColor: paper, align: 'horizontal', face: css.fontFamily },
    };
  }));
  if (kind === 'node' && nodesById.has(id)) drawing.selectNodes([id], false);
  else if (kind === 'edge' && edgesById.has(id)) drawing.selectEdges([id]);
  else drawing.unselectAll();
}

// Move the picture, if what was chosen elsewhere is out of sight.
function bringIntoSight() {
  const shown = near();
  if (!shown) return;
  const box = byId('network').getBoundingClientRect();
  const places = Object.values(drawing.getPositions([...shown.nodes]));
  const out = places.some(place => {
    const { x, y } = drawing.canvasToDOM(place);
    return x < 0 || y < 0 || x > box.width || y > box.height;
  });
  if (out) drawing.fit({ nodes: [...shown.nodes], maxZoomLevel: 1.15, animation: motion() });
}

drawing.on('click', ({ nodes: [node], edges: [edge] }) => {
  hovered = null;
  choose(node ? `node:${node}` : edge ? `edge:${edge}` : '');
});
for (const [event, kind, key] of [['hoverNode', 'node', 'node'], ['hoverEdge', 'edge', 'edge']]) {
  drawing.on(event, found => { hovered = [kind, found[key]]; paint(); byId('network').classList.add('over'); });
}
for (const event of ['blurNode', 'blurEdge']) {
  drawing.on(event, () => { hovered = null; paint(); byId('network').classList.remove('over'); });
}
const zoom = factor => drawing.moveTo({ scale: drawing.getScale() * factor, animation: motion() });
byId('zoom-in').addEventListener('click', () => zoom(1.3));
byId('zoom-out').addEventListener('click', () => zoom(1 / 1.3));
byId('reset').addEventListener('click', () => { location.hash = '#choice='; fit(); });
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paint);
watchers.push(paint, before => { if (before.choice !== state.choice) bringIntoSight(); });

// The legend: a switch for each class that the network has.
for (const look of [...data.classes, other]) {
  const count = Object.values(data.entities).filter(entity => (looks[entity.type] ?? other) === look).length;
  if (!count) continue;
  const toggle = el('button', { type: 'button', class: 'class', 'aria-pressed': 'true', 'data-class': look.type },
    sign(look.type), look.plural, el('span', { class: 'count' }, String(count)));
  toggle.addEventListener('click', () => {
    const hide = new Set(state.hide.split(' ').filter(Boolean));
    if (!hide.delete(look.type)) hide.add(look.type);
    go({ hide: [...hide].sort().join(' ') });
  });
  watchers.push(() => toggle.setAttribute('aria-pressed', String(!state.hide.split(' ').includes(look.type))));
  byId('legend').append(toggle);
}
