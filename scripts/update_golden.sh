#!/bin/sh
# Writes what the whole runs of tests/cli give now into their expected/ folders, and shows what has
# changed: to be read before it is committed.
set -eu
cd "$(dirname "$0")/.."

cmake --preset release >/dev/null
cmake --build build/release --target relata_cli_test
RELATA_UPDATE_GOLDEN=1 build/release/src/cli/relata_cli_test --gtest_filter='*Golden*' \
  --gtest_brief=1
git --no-pager diff --stat -- tests/cli
git --no-pager diff -- tests/cli | head -n 200
git status --short -- tests/cli

# The picture of the README is that of the same graph.
if command -v python3 >/dev/null; then
  python3 scripts/draw_graph.py tests/cli/build/articles/expected/graph.graphml \
    >docs/example-graph.svg
fi
