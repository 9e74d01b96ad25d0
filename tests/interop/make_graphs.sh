#!/bin/bash
# Writes the graphs of the proofs, each in a folder of its own with every format and with
# expected.tsv, what the consumers must hold: the examples' graph, those of hard_records.py by way of
# relata merge, those of hard_graphs.cpp straight from the exporters, and the examples' twice more: in
# the other forms of the formats, and with an edge for each sentence (JSON-LD and the page
# know neither).
#
# usage: make_graphs.sh RELATA HARD_GRAPHS FOLDER
set -euo pipefail
if ! command -v python3 >/dev/null; then
  echo "skipped: python3 is not there; scripts/setup.sh interop installs it"
  [ "${RELATA_REQUIRE:-}" != interop ] || exit 1
  exit 77
fi
relata=$1
hard_graphs=$2
folder=$3
here=$(cd "$(dirname "$0")" && pwd)

outputs() {
  echo "-o $1/graph.graphml -o $1/graph.gexf -o $1/graph.jsonld -o $1/graph.html -o $1/csv/" \
    "--report $1/report.json"
}

rm -rf "$folder"
mkdir -p "$folder/examples" "$folder/forms" "$folder/sentences"
# The paths hold no blanks of their own: CTest's build folder.
# shellcheck disable=SC2046
"$relata" build --quiet "$here/../../examples/articles" $(outputs "$folder/examples")
# shellcheck disable=SC2046
"$relata" build --quiet "$here/../../examples/articles" $(outputs "$folder/forms") \
  --spells published --gexf-version 1.3 --graphml-flavour cytoscape --size pagerank
# shellcheck disable=SC2046
"$relata" build --quiet "$here/../../examples/articles" $(outputs "$folder/sentences") \
  --one-edge-per-mention
rm -f "$folder/sentences/graph.jsonld" "$folder/sentences/graph.html"
python3 "$here/hard_records.py" "$folder"
for records in "$folder"/*.jsonl; do
  graph=$folder/$(basename "$records" .jsonl)
  mkdir "$graph"
  # shellcheck disable=SC2046
  "$relata" merge --quiet "$records" $(outputs "$graph")
done
"$hard_graphs" "$folder"
for graph in "$folder"/*/; do
  python3 "$here/expected.py" "$graph"
done
