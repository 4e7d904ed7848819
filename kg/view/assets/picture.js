// The picture: vis-network draws nodes and lines where they were placed beforehand, and moves and finds them.
// Names, and what stands out, are drawn over it: so pointing at something changes nothing that vis-network holds.
const canvasBox = byId('network');
const network = new vis.Network(canvasBox, {}, data.options);
const motion = () => (still.matches ? false : { duration: 350, easingFunction: 'easeInOutQuad' });
const eyeMargin = [70, 36]; // pixels beside and above the outermost nodes, for their names
let seen = null; // what the eye saw last, for paper, on which there is no canvas
function eye() {
  const [width, height] = [canvasBox.clientWidth, canvasBox.clientHeight];
  if (width || !seen) seen = { scale: network.getScale(), middle: network.getViewPosition(), width, height };
  return seen;
}
let pointed = null; // what the pointer or the keyboard is on, as [kind, id]

const around = node => edgesAt.get(node) ?? [];

// The nodes and edges that the choice, or what the pointer is on, makes stand out; null: all.
function near() {
  const [kind, id] = pointed ?? chosen();
  const set = { nodes: new Set(), edges: new Set() };
  const { nodes, edges } = drawing();
  const shown = new Set(edges);
  const add = edge => { if (shown.has(edge)) { set.edges.add(edge); set.nodes.add(edge.from).add(edge.to); } };
  if (kind === 'node' && nodes.has(id)) {
    set.nodes.add(id);
    for (const edge of around(id)) {
      add(edge);
      const end = edge.from === id ? edge.to : edge.from;
      if (nodesById.get(end).kind === 'tie') around(end).forEach(add);
    }
  } else if (kind === 'edge' && edgesById.has(id)) {
    add(edgesById.get(id));
  } else if (kind === 'fact' || kind === 'sentence') {
    const its = new Set(factsOfChoice());
    for (const edge of edges) if (edge.facts.some(fact => its.has(fact))) add(edge);
    for (const fact of its) for (const { entity } of facts[fact].roles.flatMap(([, values]) => values)) if (nodes.has(entity)) set.nodes.add(entity);
  }
  return set.nodes.size ? set : null;
}

// The marks to draw: of all, or with `all` false of what stands out.
function marks(all) {
  const { nodes, edges } = drawing();
  const out = near();
  const [kind, id] = pointed ?? chosen();
  const order = ranked.filter(node => nodes.has(node.id)).map(node => node.id);
  const some = out && !all;
  return {
    out,
    ...scene(eye(), some ? order.filter(node => out.nodes.has(node)) : order, some ? [...out.edges] : edges,
      { first: kind === 'node' ? [id] : [], strong: some }),
  };
}

function drawOver(ctx) {
  const { out, ...over } = marks(false);
  const ratio = ctx.canvas.width / canvasBox.clientWidth;
  ctx.save();
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (out) {
    ctx.globalAlpha = 0.82; // what does not stand out fades
    ctx.globalCompositeOperation = 'destination-out';
    ctx.fillRect(0, 0, canvasBox.clientWidth, canvasBox.clientHeight);
    ctx.globalAlpha = 1;
    ctx.globalCompositeOperation = 'source-over';
    drawMarks(ctx, over);
  }
  for (const [mark, width] of [[chosen(), 3], [pointed, 2]]) {
    const node = mark?.[0] === 'node' && over.nodes.find(({ id }) => id === mark[1]);
    if (node) drawRing(ctx, node, width);
  }
  drawLabels(ctx, over.labels);
  ctx.restore();
}

// Give vis-network what is drawn now. To begin anew costs it less than to take much away.
const manyLines = 300; // so many are drawn fainter
let shown = { baseKey: null, nodes: new Set(), edges: [] };
function show(anew = false) {
  const wanted = drawing();
  const moved = wanted.baseKey !== shown.baseKey;
  if (moved) gather(wanted.base);
  if (!anew && !moved && wanted.edges.length === shown.edges.length && wanted.nodes.size === shown.nodes.size
    && wanted.edges.every((edge, i) => edge === shown.edges[i]) && [...wanted.nodes].every(id => shown.nodes.has(id))) return;
  shown = wanted;
  const { middle, scale } = eye();
  network.setData({ nodes: [...wanted.nodes].map(visNode), edges: wanted.edges.map(visEdge) });
  network.moveTo({ position: middle, scale });
}

const visNode = id => {
  const { facts: its, name, ...node } = nodesById.get(id);
  const [background, border] = nodeInks(node);
  const title = node.kind === 'tie' ? `${name}, ${plural(its.length, 'fact')}`
    : `${name} · ${plural(entities.get(id).facts.length, 'fact')}`;
  return { ...node, ...spots.get(id), title, color: { background, border } };
};
const visEdge = edge => {
  const { facts: its, name, ...rest } = edge;
  const tellings = [...new Set(its.filter(passes).map(fact => plainTold(facts[fact])))];
  const title = [...tellings.slice(0, 3), ...(tellings.length > 3 ? ['…'] : [])].join('\n');
  return { ...rest, title, color: { color: edgeInk(edge), opacity: shown.edges.length > manyLines ? 0.45 : 1 } };
};

// Move the picture so that some nodes fill it.
function fit(ids = [...drawing().nodes]) {
  if (!ids.length) return;
  const { width, height } = eye();
  const range = axis => ids.map(id => spots.get(id)[axis]).reduce(([least, most], at) => [Math.min(least, at), Math.max(most, at)], [Infinity, -Infinity]);
  const [[left, right], [top, bottom]] = [range('x'), range('y')];
  const scale = Math.min((width - 2 * eyeMargin[0]) / (right - left + 1), (height - 2 * eyeMargin[1]) / (bottom - top + 1), 1.25);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.02), animation: motion() });
}

// Move the picture, if what was chosen elsewhere is out of sight.
function bringIntoSight() {
  const out = near();
  if (!out) return;
  const box = canvasBox.getBoundingClientRect();
  const hidden = [...out.nodes].some(id => {
    const { x, y } = network.canvasToDOM(spots.get(id));
    return x < 0 || y < 0 || x > box.width || y > box.height;
  });
  if (hidden) fit([...out.nodes]);
}

function keepView() {
  const { scale, middle } = eye();
  adjust({ view: [middle.x, middle.y, scale].map((number, i) => Number(number.toFixed(i < 2 ? 0 : 3))).join(',') });
}

function look() { // as the address says
  const [x, y, scale] = state.view.split(',').map(Number);
  if ([x, y, scale].every(Number.isFinite) && scale > 0) network.moveTo({ position: { x, y }, scale });
  else fit();
}

function zoom(factor) {
  network.moveTo({ scale: Math.min(8, Math.max(0.02, network.getScale() * factor)) });
  keepView();
}

network.on('afterDrawing', drawOver);
network.on('click', ({ nodes: [node], edges: [edge] }) => {
  pointed = null;
  choose(node ? `node:${node}` : edge ? `edge:${edge}` : '');
});
for (const [event, kind] of [['hoverNode', 'node'], ['hoverEdge', 'edge']]) {
  network.on(event, found => { pointed = [kind, found[kind]]; canvasBox.classList.add('over'); network.redraw(); });
}
function leave() {
  pointed = null;
  canvasBox.classList.remove('over');
  network.redraw();
}
for (const event of ['blurNode', 'blurEdge']) network.on(event, leave);
for (const event of ['pointerleave', 'blur']) canvasBox.addEventListener(event, leave);
canvasBox.querySelector('.vis-network').removeAttribute('tabindex'); // the box around it has the focus
for (const event of ['dragging', 'dragEnd']) {
  network.on(event, ({ nodes }) => {
    for (const [id, spot] of Object.entries(nodes.length ? network.getPositions(nodes) : {})) spots.set(id, spot);
    if (event === 'dragEnd' && !nodes.length) keepView();
  });
}
let zooming = 0;
network.on('zoom', () => { clearTimeout(zooming); zooming = setTimeout(keepView, 300); });
byId('zoom-in').addEventListener('click', () => zoom(1.3));
byId('zoom-out').addEventListener('click', () => zoom(1 / 1.3));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { readInks(); show(true); });
