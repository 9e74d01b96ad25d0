#!/usr/bin/env python3
"""usage: load_rdflib.py GRAPH.jsonld QUADS.nq
rdflib reads the same triples as jsonld.js, and answers the question with provenance from them."""
import sys

import rdflib

# Lexical forms as they stand: 0.50 is not to become 0.5 unseen.
rdflib.NORMALIZE_LITERALS = False

QUESTION = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX kg: <https://example.org/kg/vocab#>
SELECT DISTINCT ?fact WHERE {
  ?fact a rdf:Statement ; rdf:subject ?who ; rdf:predicate ?how ; rdf:object ?what ;
        kg:status "asserted" ; kg:polarity "positive" ; prov:wasDerivedFrom/nif:anchorOf ?sentence .
  ?who ?how ?what
}
"""


def comparable(term):
    """A double by its value: JSON-LD readers make 0.692, 6.92E-1 or 6.919999999999999E-1 of 0.692."""
    if isinstance(term, rdflib.Literal) and term.datatype == rdflib.XSD.double:
        return float(term)
    return term


def triples(graph):
    return {tuple(comparable(term) for term in triple) for triple in graph}


def main():
    graph = rdflib.Graph().parse(sys.argv[1], format='json-ld')
    other = rdflib.Graph().parse(sys.argv[2], format='nt')
    ours, theirs = triples(graph), triples(other)
    assert len(graph) == len(other), (len(graph), len(other))
    assert ours == theirs, f'only in rdflib: {list(ours - theirs)[:3]}; only in jsonld.js: {list(theirs - ours)[:3]}'
    facts = {str(row.fact) for row in graph.query(QUESTION)}
    expected = {str(fact) for fact in graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement)
                if is_asserted(graph, fact) and (fact, rdflib.RDF.object, None) in graph}
    assert facts == expected, facts ^ expected
    print(f'equal: {len(graph)} triples in rdflib and jsonld.js; {len(facts)} asserted facts with their sentences')


def is_asserted(graph, fact):
    kg = rdflib.Namespace('https://example.org/kg/vocab#')
    return (graph.value(fact, kg.status), graph.value(fact, kg.polarity)) == \
        (rdflib.Literal('asserted'), rdflib.Literal('positive'))


if __name__ == '__main__':
    main()
