#!/bin/bash
# Runs one proof: a consumer loads every graph, and what it then holds is what was exported.
#
# usage: prove.sh CONSUMER GRAPHS      (GRAPHS as made by make_graphs.sh)
#
# Exit code 77, a skip, where the consumer is not installed (scripts/setup.sh interop does that);
# under RELATA_REQUIRE=interop that is a failure. Nothing here needs a network.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/tools.sh"
consumer=$1
graphs=$2
out=$graphs/../loaded/$consumer

missing() {
  if [ "${RELATA_REQUIRE:-}" = interop ]; then
    echo "FAILED: $1 is not there, and RELATA_REQUIRE=interop asks for it"
    exit 1
  fi
  echo "skipped: $1 is not there; scripts/setup.sh interop installs it"
  exit 77
}

require_python() {
  is_installed "$python_tools" || missing "$consumer ($python_tools)"
  python=$python_tools/bin/python
}

require_node() {
  is_installed "$node_tools" && command -v node >/dev/null || missing "$consumer ($node_tools)"
  export INTEROP_NODE=$node_tools
}

require_java() {
  is_installed "$(java_tools "$1")" && command -v java >/dev/null || missing "$1 ($(java_tools "$1"))"
  jars=$(java_tools "$1")/jars
}

compare() { "$(system_python)" "$here/compare.py" "$@"; }

prove_networkx() {
  "$python" "$here/load_networkx.py" "$1/graph.graphml" "$2.graphml.tsv"
  compare "$1/expected.tsv" "$2.graphml.tsv"
  "$python" "$here/load_networkx.py" "$1/graph.gexf" "$2.gexf.tsv"
  compare "$1/expected.tsv" "$2.gexf.tsv" --lost self_loop
}

prove_igraph() {
  "$python" "$here/load_igraph.py" "$1/graph.graphml" "$2.tsv"
  compare "$1/expected.tsv" "$2.tsv"
}

prove_graphology() {
  node "$here/load_graphology.mjs" "$1/graph.graphml" "$2.graphml.tsv"
  compare "$1/expected.tsv" "$2.graphml.tsv"
  node "$here/load_graphology.mjs" "$1/graph.gexf" "$2.gexf.tsv"
  compare "$1/expected.tsv" "$2.gexf.tsv" --lost self_loop
}

prove_rdf() {
  node "$here/load_jsonld.mjs" "$1/graph.jsonld" "$1/expected.tsv" "$2.nq"
  "$python" "$here/load_rdflib.py" "$1/graph.jsonld" "$2.nq"
}

case $consumer in
  networkx | igraph | kuzu) require_python ;;
  graphology) require_node ;;
  rdf) require_python && require_node ;;
  gephi | neo4j | tinkergraph) require_java "$consumer" ;;
esac
rm -rf "$out"
mkdir -p "$out"
for expected in "$graphs"/*/expected.tsv; do
  graph=$(dirname "$expected")
  name=$(basename "$graph")
  echo "== $consumer, $name"
  "prove_$consumer" "$graph" "$out/$name"
done
