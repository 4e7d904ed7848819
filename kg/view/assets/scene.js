// What is seen of the network at this moment, in pixels of the screen: marks for the canvas and for files.
const mostLabels = 160;
const certainLabels = 8; // so many of the most important names may cover shapes
let inks = {};

function readInks() {
  const css = getComputedStyle(document.documentElement);
  inks = Object.fromEntries(['ink', 'soft', 'rule', 'paper', 'wrong', 'accent'].map(name => [name, css.getPropertyValue(`--${name}`).trim()]));
  family = css.fontFamily;
  widths.clear();
}

const nodeInks = ({ kind, group }) => (kind === 'tie' ? [inks.paper, inks.soft] : [lookOf(group).colour, lookOf(group).outline]);
const edgeInk = edge => (edge.modality === 'denied' ? inks.wrong : inks.rule);

// The marks of some nodes and edges: "nodes" and "edges" with their paths, "labels" with their lines.
function scene({ scale, middle, width, height }, ids, lines, { first = [], strong = false } = {}) {
  const onScreen = ({ x, y }) => ({ x: (x - middle.x) * scale + width / 2, y: (y - middle.y) * scale + height / 2 });
  const inside = ({ x, y }, margin = 60) => x > -margin && y > -margin && x < width + margin && y < height + margin;
  const places = new Map([...ids].map(id => [id, onScreen(spots.get(id))]));
  const room = { labels: makeRoom(), shapes: makeRoom() };
  const nodes = [];
  for (const id of [...first, ...ids]) {
    const node = nodesById.get(id);
    const spot = places.get(id);
    if (!spot || !inside(spot) || nodes[0]?.id === id) continue;
    const radius = node.size * scale;
    const [fill, stroke] = nodeInks(node);
    nodes.push({ id, node, ...spot, radius, fill, stroke, d: outlineOf(node.shape, spot.x, spot.y, radius) });
    room.shapes.take([spot.x - radius, spot.y - radius, spot.x + radius, spot.y + radius], id);
  }
  const edges = lines.map(edge => {
    const [from, to] = [places.get(edge.from), places.get(edge.to)];
    const line = lineOf(edge, from, to, nodesById.get(edge.to).size * scale, Math.min(scale, 1.2));
    const stroke = strong && edge.modality !== 'denied' ? inks.ink : edgeInk(edge);
    return { ...line, edge, stroke, dash: edge.dashes, visible: inside(line.middles[0], 0) };
  });
  const ends = groupBy(edges.flatMap(({ edge }) => [[edge.from, edge.to], [edge.to, edge.from]]), ([id]) => id);
  const labels = [];
  for (const { id, node, x, y, radius } of nodes) {
    if (labels.length >= mostLabels) break;
    if (!inside({ x, y }, 0)) continue;
    const tie = node.kind === 'tie';
    const size = tie ? 11.5 : Math.round((12 + node.size / 9) * 2) / 2;
    const others = (ends.get(id) ?? []).map(([, other]) => places.get(other));
    const ringed = first.includes(id) ? radius * 1.15 + 6 : radius;
    const important = strong || labels.length < certainLabels;
    const label = labelOf({ id, name: node.name, x, y, radius: ringed, size, ends: others, tie, important }, room, width);
    if (label) labels.push(label);
  }
  for (const { edge, middles, length, visible } of edges) {
    if (labels.length >= mostLabels) break;
    const label = visible && labelOfEdge({ name: edge.name, middles, length, id: edge.id }, room);
    if (label) labels.push(label);
  }
  return { nodes, edges, labels };
}

function drawMarks(ctx, { nodes, edges }) {
  for (const { d, arrow, stroke, dash } of edges) {
    ctx.strokeStyle = stroke;
    ctx.fillStyle = stroke;
    ctx.lineWidth = edges.length > 20 ? 1.2 : 1.8;
    ctx.setLineDash(dash ?? []);
    ctx.stroke(new Path2D(d));
    ctx.setLineDash([]);
    if (arrow) ctx.fill(new Path2D(arrow));
  }
  ctx.lineWidth = 1.5;
  for (const { d, fill, stroke } of nodes) {
    ctx.fillStyle = fill;
    ctx.strokeStyle = stroke;
    ctx.fill(new Path2D(d));
    ctx.stroke(new Path2D(d));
  }
}

const labelInk = label => (label.edge || label.tie ? inks.soft : inks.ink);

function drawLabels(ctx, labels) {
  ctx.textBaseline = 'top';
  ctx.lineJoin = 'round';
  ctx.lineWidth = 4;
  ctx.strokeStyle = inks.paper;
  for (const label of labels) {
    ctx.font = `${label.size}px ${family}`;
    ctx.textAlign = label.align === 'middle' ? 'center' : label.align;
    ctx.fillStyle = labelInk(label);
    label.lines.forEach((line, i) => {
      const y = label.y + i * label.size * 1.15;
      ctx.strokeText(line, label.x, y);
      ctx.fillText(line, label.x, y);
    });
  }
}

function drawRing(ctx, { x, y, radius }, width) {
  ctx.strokeStyle = inks.accent;
  ctx.lineWidth = width;
  ctx.beginPath();
  ctx.arc(x, y, radius * 1.15 + 5, 0, 2 * Math.PI);
  ctx.stroke();
}
