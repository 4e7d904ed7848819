// Where names can be read: at a size that zooming leaves as it is, the most important first, none over another.
const gauge = document.createElement('canvas').getContext('2d');
const widths = new Map();
let family = 'sans-serif';

function widthOf(text, size) {
  const key = `${size} ${text}`;
  if (!widths.has(key)) {
    gauge.font = `${size}px ${family}`;
    widths.set(key, gauge.measureText(text).width);
  }
  return widths.get(key);
}

// A long name on two or three lines, broken between words.
function linesOf(name, longest = 24) {
  const lines = [];
  for (const word of name.split(' ')) {
    if (lines.length && `${lines.at(-1)} ${word}`.length <= longest) lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]} …`] : lines;
}

// A set of boxes [left, top, right, bottom] that tells quickly whether one more would cover any.
function makeRoom(cell = 60) {
  const cells = new Map();
  const around = function* ([left, top, right, bottom]) {
    for (let x = Math.floor(left / cell); x <= right / cell; x += 1) {
      for (let y = Math.floor(top / cell); y <= bottom / cell; y += 1) yield x * 7919 + y;
    }
  };
  const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  return {
    free: (box, owner) => ![...around(box)].some(key => cells.get(key)?.some(([other, its]) => its !== owner && meet(box, other))),
    take(box, owner) {
      for (const key of around(box)) {
        if (!cells.has(key)) cells.set(key, []);
        cells.get(key).push([box, owner]);
      }
    },
  };
}

// The sides of a node on which its name may stand, those first that no line leaves it on.
const sides = [[0, 1], [1, 0], [-1, 0], [0, -1]];
function sidesOf(spot, ends) {
  const angles = ends.map(end => [end.x - spot.x, end.y - spot.y]).map(([x, y]) => [x, y, Math.hypot(x, y) || 1]);
  const toward = ([x, y, length], sx, sy) => Math.max(0, (x * sx + y * sy) / length - (sx ? 0.8 : 0.25)); // names are wide
  const crowd = ([sx, sy], i) => angles.reduce((sum, angle) => sum + toward(angle, sx, sy), i * 0.15);
  return sides.map((side, i) => [crowd(side, i), side]).sort((a, b) => a[0] - b[0]).map(([, side]) => side);
}

// The label of a node beside it, in the first place that is free, or null. The shapes of others may be covered only if
// the node is `important`.
function labelOf({ id, name, x, y, radius, size, ends, tie, important }, { labels, shapes }, width) {
  const lines = linesOf(name);
  const [wide, high] = [Math.max(...lines.map(line => widthOf(line, size))), lines.length * size * 1.15];
  const boxes = sidesOf({ x, y }, ends).map(([sx, sy]) => {
    const left = sx ? (sx > 0 ? x + radius + 4 : x - radius - 4 - wide) : x - wide / 2;
    const top = sx ? y - high / 2 : sy > 0 ? y + radius + 3 : y - radius - 3 - high;
    return { sx, box: [left, top, left + wide, top + high] };
  }).filter(({ box }) => box[0] >= 0 && box[2] <= width && labels.free(box, id));
  const found = boxes.find(({ box }) => shapes.free(box, id)) ?? (important ? boxes[0] : undefined);
  if (!found) return null;
  const { sx, box } = found;
  labels.take(box, id);
  return { lines, size, x: sx ? (sx > 0 ? box[0] : box[2]) : x, y: box[1], align: sx ? (sx > 0 ? 'start' : 'end') : 'middle', tie };
}

// The label of an edge in the first of some places that is free, if the edge is long enough.
function labelOfEdge({ name, middles, length, id }, { labels, shapes }) {
  const wide = widthOf(name, 11);
  const boxAt = ({ x, y }) => [x - wide / 2 - 2, y - 8, x + wide / 2 + 2, y + 8];
  const place = name && length > wide + 24 && middles.find(at => labels.free(boxAt(at), id) && shapes.free(boxAt(at), id));
  if (!place) return null;
  labels.take(boxAt(place), id);
  return { lines: [name], size: 11, x: place.x, y: place.y - 6.5, align: 'middle', edge: true };
}
