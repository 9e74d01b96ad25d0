// usage: load_jsonld.mjs GRAPH.jsonld EXPECTED OUT.nq
// jsonld.js as JSON-LD 1.1 and as 1.0, and oxigraph, read the same quads; what they hold is what the
// GraphML holds (rdf_facts.mjs). Writes the quads for rdflib to compare with.
import fs from 'node:fs';

import {load} from './tools.mjs';
import {check_facts} from './rdf_facts.mjs';

const [, , file, expected, out] = process.argv;
const jsonld = await load('jsonld');
const oxigraph = await load('oxigraph');
const text = fs.readFileSync(file, 'utf8');

// Parsed for comparison, since the store keeps xsd:nonNegativeInteger as xsd:integer.
// Doubles by value: JSON-LD has 6.919999999999999E-1 for 0.692, which is the same double.
const shorten = (quad) => quad.replace(/"([-+.\dE]+)"(\^\^<[^>]*#double>)/, (_, number, type) => `"${+number}"${type}`);
const parse = (data, format) => new Set(oxigraph.parse(data, {format}).map((quad) => shorten(quad.toString())));
const in_oxigraph = parse(text, 'application/ld+json');
const documentLoader = async (url) => { throw new Error(`asks for ${url}`); };
for (const processingMode of ['json-ld-1.1', 'json-ld-1.0']) {
  // safe: refuse to drop anything silently
  const quads = await jsonld.toRDF(JSON.parse(text), {processingMode, documentLoader, safe: true, format: 'application/n-quads'});
  const in_jsonld = parse(quads, 'application/n-quads');
  const missing = [...in_jsonld].find((quad) => !in_oxigraph.has(quad));
  if (missing || in_jsonld.size !== in_oxigraph.size) {
    throw new Error(`${processingMode}: jsonld.js reads ${in_jsonld.size} quads, oxigraph ${in_oxigraph.size}; only in jsonld.js: ${missing}`);
  }
  fs.writeFileSync(out, quads);
}
const store = new oxigraph.Store();
store.load(text, {format: 'application/ld+json'});
if (store.match(null, null, null, null).some((quad) => quad.graph.termType !== 'DefaultGraph')) throw new Error('a named graph');
if (store.match().some((quad) => [quad.subject, quad.object].some((term) => term.termType === 'BlankNode'))) throw new Error('a blank node');
check_facts(store, expected);
console.log(`equal: ${store.size} quads in jsonld.js 1.1, jsonld.js 1.0 and oxigraph`);
