#!/bin/sh
# From a fresh Debian 12 to a knowledge graph: installs what is missing, builds relata, and turns
# the example articles into demo-output/: graph.html, to open in a browser, graph.graphml and
# graph.jsonld.
set -eu
cd "$(dirname "$0")/.."

scripts/setup.sh build
echo "Building relata (a few minutes the first time)" >&2
mkdir -p build
if ! { cmake --preset release -DRELATA_BUILD_TESTS=OFF -DRELATA_BUILD_EXAMPLES=OFF &&
       cmake --build build/release --target relata_command; } >build/demo.log 2>&1; then
  tail -n 30 build/demo.log >&2
  echo "demo.sh: the build failed; all that it said stands in build/demo.log" >&2
  exit 1
fi

mkdir -p demo-output
build/release/relata build examples/articles \
  -o demo-output/graph.html -o demo-output/graph.graphml -o demo-output/graph.jsonld \
  --merges demo-output/merges.jsonl --report demo-output/report.json
