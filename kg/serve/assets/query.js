'use strict';
// The editor, with this server as its endpoint, and the questions that stand ready. It asks nobody else.
const data = JSON.parse(document.getElementById('data').textContent);
const queries = new Map(data.questions.map(one => [one.name, one]));
const endpoint = new URL('sparql', location.href).href;

const yasgui = new Yasgui(document.getElementById('editor'), {
  persistenceId: `communique ${location.pathname}`,
  requestConfig: { endpoint, method: 'POST' },
  copyEndpointOnNewTab: false,
  endpointCatalogueOptions: { getData: () => [{ endpoint }], keys: [] },
  yasqe: { value: data.first, autocompleters: ['variables'], addQueryOnInit: false },
});
for (const tab of Object.values(yasgui._tabs)) tab.setEndpoint(endpoint); // kept tabs may come from another port

const choice = document.getElementById('questions');
choice.addEventListener('change', () => {
  const one = queries.get(choice.value);
  choice.value = '';
  if (!one) return;
  const tab = yasgui.addTab(true, { ...Yasgui.Tab.getDefaults(), name: one.name });
  tab.setEndpoint(endpoint);
  tab.setQuery(one.sparql);
  tab.query();
});
