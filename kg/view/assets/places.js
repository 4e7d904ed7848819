// Where the nodes stand. When not all are drawn, the gaps that the others leave are closed, and their order stays.
const spots = new Map(data.nodes.map(({ id, x, y }) => [id, { x, y }]));
const widestGap = 130;

// A function that gives coordinates with no gap between `places` wider than that.
function closed(places) {
  const from = [...new Set(places)].sort((a, b) => a - b);
  const to = [];
  from.forEach((at, i) => to.push(i ? to[i - 1] + Math.min(at - from[i - 1], widestGap) : at));
  return at => {
    let [low, high] = [0, from.length - 1]; // the places around it
    if (at <= from[low]) return at;
    if (at >= from[high]) return to[high] + at - from[high];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (from[middle] <= at) low = middle;
      else high = middle;
    }
    return to[low] + ((at - from[low]) / (from[high] - from[low])) * (to[high] - to[low]);
  };
}

// Place all nodes for those that are drawn.
function gather(ids) {
  const some = [...ids].map(id => nodesById.get(id));
  const all = some.length === 0 || some.length === entities.size;
  const [x, y] = ['x', 'y'].map(axis => (all ? at => at : closed(some.map(node => node[axis]))));
  for (const node of data.nodes) spots.set(node.id, { x: Math.round(x(node.x)), y: Math.round(y(node.y)) });
}
