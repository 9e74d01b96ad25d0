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
out=$(cd "$graphs/.." && pwd)/loaded/$consumer

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

# Compiles the one program of java/KIND.
require_java() {
  is_installed "$(java_tools "$1")" && command -v javac >/dev/null || missing "$1 ($(java_tools "$1"))"
  classpath=$out/classes:$(java_tools "$1")/jars/*
  mkdir -p "$out/classes"
  javac -d "$out/classes" -cp "$classpath" "$here/java/Dump.java" "$here/java/$1"/*.java
}

# Short programs: neither a second compiler nor more threads for rubbish.
run_java() {
  java -Xmx1g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.awt.headless=true -Duser.home="$out" \
    -cp "$classpath" "$@"
}

# What tells edges apart in a consumer without ids for them.
edge_ids_of() { [ "$(basename "$1")" != sentences ] || echo --by-sentence; }

compare() { "$(system_python)" "$here/compare.py" "$@"; }

prove_networkx() {
  "$python" "$here/load_networkx.py" "$1/graph.graphml" "$2.graphml.tsv"
  compare "$1/expected.tsv" "$2.graphml.tsv"
  "$python" "$here/load_networkx.py" "$1/graph.gexf" "$2.gexf.tsv"
  compare "$1/expected.tsv" "$2.gexf.tsv" --lost self_loop,interaction
}

prove_igraph() {
  "$python" "$here/load_igraph.py" "$1/graph.graphml" "$2.tsv"
  compare "$1/expected.tsv" "$2.tsv" $(edge_ids_of "$1")
}

prove_graphology() {
  node "$here/load_graphology.mjs" "$1/graph.graphml" "$2.graphml.tsv"
  compare "$1/expected.tsv" "$2.graphml.tsv"
  node "$here/load_graphology.mjs" "$1/graph.gexf" "$2.gexf.tsv"
  compare "$1/expected.tsv" "$2.gexf.tsv" --lost self_loop,interaction
}

# What the CSV has no column for.
not_in_csv=color,size,x,y,self_loop,interaction

prove_kuzu() {
  "$python" "$here/load_kuzu.py" "$1/csv/kuzu" "$2.tsv"
  compare "$1/expected.tsv" "$2.tsv" --csv --edge-rename kind=triple_kind --lost $not_in_csv $(edge_ids_of "$1")
}

# A picture of the examples only: its fonts have no glyphs for what is hard to load.
prove_gephi() {
  local anew= timed picture=
  # Gephi makes one edge of all between two nodes that are of one kind.
  [ "$(basename "$1")" != sentences ] || return 0
  # Gephi lays out anew what lies all in one place, and what has no places.
  if [ "$(basename "$1")" = single ] || ! grep -q 'x:d=' "$1/expected.tsv"; then anew=x,y; fi
  [ "$(basename "$1")" != examples ] || picture=$2.pdf
  run_java LoadGephi "$1/graph.graphml" "$2.graphml.tsv" 0 $picture 2>"$2.log" || show_log "$2.log"
  compare "$1/expected.tsv" "$2.graphml.tsv" --gephi --ignore "$anew"
  timed=$(grep -c '<spells>' "$1/graph.gexf" || true)
  run_java LoadGephi "$1/graph.gexf" "$2.gexf.tsv" "$timed" $picture 2>"$2.log" || show_log "$2.log"
  compare "$1/expected.tsv" "$2.gexf.tsv" --gephi --lost self_loop,interaction --ignore "$anew"
  run_java LoadGephiSpreadsheet "$1/csv/gephi" "$2.csv.tsv" 2>"$2.log" || show_log "$2.log"
  compare "$1/expected.tsv" "$2.csv.tsv" --csv --gephi-csv --lost self_loop,interaction --ignore color,size,x,y
}

show_log() {
  tail -n 40 "$1"
  return 1
}

# One Java for all graphs; it takes a while to be quick.
load_neo4j() {
  mkdir "$out/conf"
  printf '%s\n' apoc.import.file.enabled=true apoc.import.file.use_neo4j_config=false >"$out/conf/apoc.conf"
  NEO4J_CONF=$out/conf run_java LoadNeo4j "$out" "$graphs"/*/ 2>"$out/log" || show_log "$out/log"
}

prove_neo4j() {
  compare "$1/expected.tsv" "$2.apoc.tsv" $(edge_ids_of "$1")
  compare "$1/expected.tsv" "$2.admin.tsv" --csv --edge-rename kind=triple_kind --lost $not_in_csv $(edge_ids_of "$1")
}

prove_tinkergraph() {
  run_java LoadTinkerGraph "$1/graph.graphml" "$2.tsv" 2>"$2.log" || show_log "$2.log"
  compare "$1/expected.tsv" "$2.tsv"
}

prove_rdf() {
  [ -e "$1/graph.jsonld" ] || return 0
  node "$here/load_jsonld.mjs" "$1/graph.jsonld" "$1/expected.tsv" "$2.nq"
  "$python" "$here/load_rdflib.py" "$1/graph.jsonld" "$2.nq"
}

require_chromium() {
  CHROMIUM=$(command -v chromium) || missing "$consumer (chromium)"
  export CHROMIUM
}

# Screenshots of each page lie beside each other, to be looked at.
prove_browser() {
  [ -e "$1/graph.html" ] || return 0
  node "$here/page/browse.mjs" "$1/graph.html" "$1/expected.tsv" "$2"
}

rm -rf "$out"
mkdir -p "$out"
case $consumer in
  networkx | igraph | kuzu) require_python ;;
  graphology) require_node ;;
  rdf) require_python && require_node ;;
  browser) require_node && require_chromium ;;
  gephi | tinkergraph) require_java "$consumer" ;;
  neo4j) require_java neo4j && load_neo4j ;;
esac
for expected in "$graphs"/*/expected.tsv; do
  graph=$(dirname "$expected")
  name=$(basename "$graph")
  echo "== $consumer, $name"
  "prove_$consumer" "$graph" "$out/$name"
done
