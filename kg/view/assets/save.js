// Taking away: the view as a picture, its facts as a table, the whole graph.
function download(name, type, content) {
  const address_ = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  el('a', { href: address_, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address_), 60000);
}

const xml = text => String(text).replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`);

function viewAsSvg() {
  const { width, height } = eye();
  const { out, nodes, edges, labels } = marks(true);
  const faint = dim => (dim ? ' opacity="0.15"' : '');
  const line = ({ d, stroke, dash, arrow, edge }) => {
    const dim = faint(out && !out.edges.has(edge));
    const dashes = dash ? ` stroke-dasharray="${dash.join(' ')}"` : '';
    return `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="1.4"${dashes}${dim}><title>${xml(visEdge(edge).title)}</title></path>`
      + (arrow ? `<path d="${arrow}" fill="${stroke}"${dim}/>` : '');
  };
  const shape = ({ id, d, fill, stroke, node }) =>
    `<path d="${d}" fill="${fill}" stroke="${stroke}" stroke-width="1.5"${faint(out && !out.nodes.has(id))}><title>${xml(node.name)}</title></path>`;
  const label = each => `<text font-size="${each.size}" text-anchor="${each.align}" fill="${labelInk(each)}">${each.lines.map((text, i) =>
    `<tspan x="${short(each.x)}" y="${short(each.y + (i * 1.15 + 0.85) * each.size)}">${xml(text)}</tspan>`).join('')}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${xml(family)}">`
    + `<title>${xml(document.title)}</title><rect width="100%" height="100%" fill="${inks.paper}"/>`
    + `<g>${edges.map(line).join('')}</g><g>${nodes.map(shape).join('')}</g>`
    + `<g stroke="${inks.paper}" stroke-width="4" stroke-linejoin="round" paint-order="stroke">${labels.map(label).join('')}</g></svg>\n`;
}

function viewAsPng(done) {
  const drawn_ = canvasBox.querySelector('canvas');
  const canvas = Object.assign(document.createElement('canvas'), { width: drawn_.width, height: drawn_.height });
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = inks.paper;
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  ctx.drawImage(drawn_, 0, 0);
  canvas.toBlob(done, 'image/png');
}

// The facts of the view, as the table lists them; what a spreadsheet would take for a formula begins with "'".
function factsAsCsv() {
  const cell = value => {
    const text = String(value ?? '');
    return `"${(/^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  const plain = (fact, ...names) => rolesOf(fact, ...names).map(plainPart).join('; ');
  const head = ['kind', 'fact', 'when', 'where', 'sector', 'modality', 'confidence', 'said by', 'rule', 'words',
    'article', 'publisher', 'published', 'start', 'end'];
  const rows = factsListed().map(number => {
    const fact = facts[number];
    const { heading: title, publisher, date } = articles[fact.article] ?? {};
    return [fact.type, plainTold(fact), fact.date, plain(fact, 'place', 'destination', 'country'), plain(fact, 'sector'), fact.modality,
      fact.confidence, plain(fact, 'asserter'), fact.rule, wordsOf(fact), title, publisher, date, fact.evidence?.[1], fact.evidence?.[2]];
  });
  return `\ufeff${[head, ...rows].map(row => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

const stem = articles.length === 1 ? articles[0].name.replace(/[^\w.-]/g, '-') : 'communique';
const savers = {
  png: () => viewAsPng(blob => download(`${stem}.png`, 'image/png', blob)),
  svg: () => download(`${stem}.svg`, 'image/svg+xml', viewAsSvg()),
  csv: () => download(`${stem}.csv`, 'text/csv;charset=utf-8', factsAsCsv()),
  ttl: async () => download(`${stem}.ttl`, 'text/turtle;charset=utf-8', await turtleText()),
  jsonld: async () => download(`${stem}.jsonld`, 'application/ld+json', toJsonLd(await turtleText())),
};
for (const button of byId('save').querySelectorAll('[data-save]')) {
  button.addEventListener('click', () => {
    byId('save').open = false;
    savers[button.dataset.save]();
    say(`Saving ${button.textContent}`);
  });
}

// On paper the picture is the SVG of the view, in the inks of paper.
matchMedia('print').addEventListener('change', ({ matches }) => {
  readInks();
  const was = seen;
  const { documentElement } = new DOMParser().parseFromString(viewAsSvg(), 'image/svg+xml');
  byId('paper').replaceChildren(...(matches ? [document.importNode(documentElement, true)] : []));
  if (!matches) network.moveTo({ position: was.middle, scale: was.scale });
});
