// Reads a graph with N3.js and asks it with Comunica: `node ask.js GRAPH`.
// First prints {"count": STATEMENTS}; then, for each line of standard input, a query as a JSON string, prints a line
// with its answer: SPARQL 1.1 results in JSON, or {"error": MESSAGE}.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { QueryEngine } from "@comunica/query-sparql-rdfjs";
import { Parser, Store } from "n3";

const path = process.argv[2];
const formats = { ttl: "text/turtle", trig: "application/trig", nt: "application/n-triples", nq: "application/n-quads" };
const quads = new Parser({ format: formats[path.split(".").pop()] }).parse(readFileSync(path, "utf8"));
console.log(JSON.stringify({ count: quads.length }));

const engine = new QueryEngine();
const sources = [new Store(quads)];
const json = "application/sparql-results+json";

async function answer(query) {
  const { data } = await engine.resultToString(await engine.query(query, { sources }), json);
  let text = "";
  for await (const chunk of data) text += chunk;
  const { head, results } = JSON.parse(text);
  return { head, results };
}

for await (const line of createInterface({ input: process.stdin })) {
  const told = await answer(JSON.parse(line)).catch((error) => ({ error: error.message }));
  console.log(JSON.stringify(told));
}
