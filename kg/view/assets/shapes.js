// The shapes of nodes and edges as SVG paths: for the signs, for what stands out on the canvas, and for files.
// They are those that vis-network draws.
const corners = (count, turn, radius = () => 1) => Array.from({ length: count }, (_, i) => {
  const angle = turn + (2 * Math.PI * i) / count;
  return [radius(i) * Math.cos(angle), radius(i) * Math.sin(angle)];
});
const polygons = {
  square: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
  diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]],
  hexagon: corners(6, 0),
  triangle: corners(3, -Math.PI / 2).map(([x, y]) => [x * 1.328, y * 1.328 + 0.316]),
  triangleDown: corners(3, Math.PI / 2).map(([x, y]) => [x * 1.328, y * 1.328 - 0.316]),
  star: corners(10, -Math.PI / 2, i => (i % 2 ? 0.41 : 1.07)).map(([x, y]) => [x, y + 0.082]),
};
const short = number => Math.round(number * 10000) / 10000;

function outlineOf(shape, x, y, size) {
  if (!Object.hasOwn(polygons, shape)) {
    return `M${short(x - size)} ${short(y)}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0z`;
  }
  return `M${polygons[shape].map(([dx, dy]) => `${short(x + dx * size)} ${short(y + dy * size)}`).join('L')}z`;
}

// Where a bent edge is drawn to, as vis-network places the point ("curvedCW" and "curvedCCW"); null: it is straight.
function bendOf({ smooth }, from, to) {
  if (!smooth) return null;
  const reach = (smooth.type === 'curvedCW' ? smooth.roundness : -smooth.roundness) * 0.5 + 0.5;
  const angle = Math.atan2(from.y - to.y, to.x - from.x) + reach * Math.PI;
  const length = reach * Math.hypot(to.x - from.x, to.y - from.y);
  return { x: from.x + length * Math.sin(angle), y: from.y + length * Math.cos(angle) };
}

// An edge as drawn: its path, the path of its arrow, and where its name may stand: in the middle, or near it.
function lineOf(edge, from, to, room, scale) {
  const via = bendOf(edge, from, to);
  const between = (t, axis) => (via ? (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * via[axis] + t ** 2 * to[axis]
    : (1 - t) * from[axis] + t * to[axis]);
  const middles = [0.5, 0.38, 0.62].map(t => ({ x: between(t, 'x'), y: between(t, 'y') }));
  const d = via ? `M${short(from.x)} ${short(from.y)}Q${short(via.x)} ${short(via.y)} ${short(to.x)} ${short(to.y)}`
    : `M${short(from.x)} ${short(from.y)}L${short(to.x)} ${short(to.y)}`;
  const angle = Math.atan2(to.y - (via ?? from).y, to.x - (via ?? from).x);
  const at = (x, y) => `${short(to.x - Math.cos(angle) * x - Math.sin(angle) * y)} ${short(to.y - Math.sin(angle) * x + Math.cos(angle) * y)}`;
  const [tip, length] = [room + 1.5 * scale, 9 * scale];
  const arrow = edge.arrows ? `M${at(tip, 0)}L${at(tip + length, length * 0.42)}L${at(tip + length, -length * 0.42)}z` : null;
  return { d, middles, arrow, length: Math.hypot(to.x - from.x, to.y - from.y) };
}
