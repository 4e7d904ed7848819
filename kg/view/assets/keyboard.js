// The picture by keyboard: arrows go from name to name, Enter chooses, Shift and arrows move the picture.
const say = text => byId('said').replaceChildren(text);
const steps = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

// The nearest shown node in a direction: what lies aside counts double.
function neighbour(id, [dx, dy]) {
  const from = spots.get(id);
  let best = null;
  let least = Infinity;
  for (const other of drawing().nodes) {
    const { x, y } = spots.get(other);
    const ahead = (x - from.x) * dx + (y - from.y) * dy;
    const aside = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
    if (other !== id && ahead > 0 && aside <= 2 * ahead && ahead + 2 * aside < least) [best, least] = [other, ahead + 2 * aside];
  }
  return best ?? id;
}

function pointAt(id) {
  const node = nodesById.get(id);
  pointed = ['node', id];
  const its = factsOf(node).filter(passes).length;
  say(node.kind === 'tie' ? `${node.name} of ${endsOf(id).map(end => nodesById.get(end).name).join(', ')}, ${plural(its, 'fact')}`
    : `${node.name}, ${lookOf(node.group).type}, ${plural(its, 'fact')}, ${plural(around(id).length, 'line')}`);
  bringIntoSight();
  network.redraw();
}

function keyOnPicture(event) {
  const step = steps[event.key];
  const { nodes } = drawing();
  const at = [pointed, chosen()].find(mark => mark?.[0] === 'node' && nodes.has(mark[1]))?.[1];
  if (event.ctrlKey || event.metaKey || event.altKey || !nodes.size) return;
  if (step && event.shiftKey) {
    const { middle, scale } = eye();
    network.moveTo({ position: { x: middle.x + (step[0] * 80) / scale, y: middle.y + (step[1] * 80) / scale } });
    keepView();
  } else if (step || event.key === 'Home') {
    pointAt(step && at ? neighbour(at, step) : ranked.find(node => nodes.has(node.id)).id);
  } else if ((event.key === 'Enter' || event.key === ' ') && at) {
    choose(`node:${at}`);
  } else if (event.key === '+' || event.key === '=') zoom(1.3);
  else if (event.key === '-') zoom(1 / 1.3);
  else if (event.key === '0') { adjust({ view: '' }); fit(); } else return;
  event.preventDefault();
}

canvasBox.addEventListener('keydown', keyOnPicture);
