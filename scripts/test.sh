#!/bin/sh
# Installs what is missing, builds everything in Release and runs all tests.
set -eu
cd "$(dirname "$0")/.."

scripts/setup.sh build
cmake --preset release -DRELATA_BUILD_TESTS=ON -DRELATA_BUILD_EXAMPLES=ON >/dev/null
cmake --build build/release
ctest --preset release "$@"
