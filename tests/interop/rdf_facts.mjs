// What an RDF store holds against what the GraphML holds: every edge a statement with its
// provenance, and a plain triple exactly for what is asserted.
import assert from 'node:assert';
import fs from 'node:fs';

const prefixes = `
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX kg: <https://example.org/kg/vocab#>
`;
const relations = 'https://example.org/kg/rel/';

function read_dump(path) {
  const nodes = new Map(), edges = new Map();
  for (const line of fs.readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const fields = line.split('\t');
    const edge = fields[0] === 'edge';
    const item = Object.fromEntries(fields.slice(edge ? 5 : 2).map((field) => {
      const at = field.indexOf('=');
      return [field.slice(0, at - 2), field.slice(at + 1)];
    }));
    if (edge) edges.set(fields[1], {source: fields[2], target: fields[3], type: fields[4], ...item});
    else nodes.set(fields[1], item);
  }
  return {nodes, edges};
}

/// DEMAND_RELEASE_OF, whatever stands before it, as demandReleaseOf.
function property_of(edge) {
  let type = edge.type;
  if (edge.status === 'claimed') type = type.replace(/^CLAIMED_/, '');
  if (edge.status === 'possible' || edge.modality) type = type.replace(/^POSSIBLY_/, '');
  if (edge.polarity === 'negative') type = type.replace(/^NOT_/, '');
  return type.toLowerCase().replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
}

/// JSON-LD has the sentence as it stands, a blank for each character that XML forbids; GraphML has
/// it on one line without them, and without marks that show nothing. Without all of these they are
/// equal.
const hidden = /[\s\u0085\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/gu;
const without_blanks = (text) => text.replace(hidden, '').normalize('NFC');

export function check_facts(store, path) {
  const {nodes, edges} = read_dump(path);
  const rows = (query) => store.query(prefixes + query).map((row) => Object.fromEntries([...row].map(([name, term]) => [name, term.value])));
  const last = (iri) => iri.slice(iri.lastIndexOf('/') + 1);

  const labels = rows('SELECT ?node ?label WHERE { ?node rdfs:label ?label }');
  assert.deepEqual(new Map(labels.map(({node, label}) => [last(node), label]).sort()),
                   new Map([...nodes].map(([id, node]) => [id, node.name]).sort()), 'labels of nodes');

  // The question with provenance: who, what, whom, how sure, and the sentences that say so.
  const facts = new Map();
  for (const row of rows(`SELECT ?fact ?subject ?predicate ?object ?status ?polarity ?confidence ?support ?sentence ?document WHERE {
      ?fact a rdf:Statement ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
            kg:status ?status ; kg:polarity ?polarity ; kg:confidence ?confidence ; kg:support ?support ;
            prov:wasDerivedFrom ?evidence . ?evidence nif:anchorOf ?sentence ; nif:referenceContext ?document }`)) {
    const fact = facts.get(last(row.fact)) ?? {...row, sentences: new Set()};
    fact.sentences.add(without_blanks(row.sentence));
    facts.set(last(row.fact), fact);
  }
  assert.deepEqual([...facts.keys()].sort(), [...edges.keys()].sort(), 'statements between nodes');
  const asserted = new Set();
  for (const [id, edge] of edges) {
    const fact = facts.get(id);
    const triple = [last(fact.subject), fact.predicate, last(fact.object)].join(' ');
    assert.equal(triple, [edge.source, relations + property_of(edge), edge.target].join(' '), id);
    for (const name of ['status', 'polarity']) assert.equal(fact[name], edge[name], `${id}: ${name}`);
    for (const name of ['confidence', 'support']) assert.equal(+fact[name], +edge[name], `${id}: ${name}`);
    assert(fact.sentences.has(without_blanks(edge.sentence)), `${id}: its sentence is not among its evidence`);
    if (edge.status === 'asserted' && edge.polarity === 'positive' && !edge.modality) asserted.add(triple);
  }

  // Triples assert: nothing claimed, denied or possible is among them.
  const plain = rows(`SELECT ?s ?p ?o WHERE { ?s ?p ?o FILTER(STRSTARTS(STR(?p), "${relations}")) }`)
                    .map(({s, p, o}) => [last(s), p, last(o)].join(' '));
  assert.deepEqual(plain.sort(), [...asserted].sort(), 'plain triples');
  console.log(`${facts.size} statements with their sentences, ${plain.length} plain triples, no claim among them`);
}
