#!/bin/sh
# Installs what relata needs on Debian 12, as root or with sudo: the one place that does.
#
#   scripts/setup.sh build     compiler, CMake and the libraries: what demo.sh and test.sh need
#   scripts/setup.sh check     build, and what .ci/run checks with
#   scripts/setup.sh interop   check, and the programs that tests/interop loads our exports into
#   scripts/setup.sh train     build, and what training/ needs
#
# What is there already is not asked for again; with everything there, nothing is touched.
set -eu

# ocl-icd-opencl-dev: libdnnl-dev only recommends it, and its CMake package asks for it.
build_packages="
  g++ cmake ninja-build pkg-config
  libboost-dev libboost-graph-dev rapidjson-dev libfmt-dev libcli11-dev
  libdnnl-dev ocl-icd-opencl-dev libicu-dev libgumbo-dev libcld2-dev libssl-dev zlib1g-dev libzstd-dev
  libgtest-dev libgmock-dev libbenchmark-dev"

check_packages="
  clang-14 clang-format-14 clang-tidy-14 ccache git
  python3 python3-jsonschema libxml2-utils"

# Whatever gives the command will do: node comes from elsewhere too, and then Debian's npm conflicts.
interop_packages=python3-venv
command -v node >/dev/null || interop_packages="$interop_packages nodejs"
command -v npm >/dev/null || interop_packages="$interop_packages npm"
command -v javac >/dev/null || interop_packages="$interop_packages default-jdk-headless"
command -v mvn >/dev/null || interop_packages="$interop_packages maven"
command -v chromium >/dev/null || interop_packages="$interop_packages chromium"

train_packages="
  python3 python3-numpy python3-torch libopenblas0-pthread wordnet-base"

usage() {
  sed -n '4,7s/^# *//p' "$0" >&2
  exit 2
}

[ $# -eq 1 ] || usage
case $1 in
  build) packages=$build_packages ;;
  check) packages="$build_packages $check_packages" ;;
  interop) packages="$build_packages $check_packages $interop_packages" ;;
  train) packages="$build_packages $train_packages" ;;
  *) usage ;;
esac

# What lies in no package: pinned by version and hash, fetched into a cache of the user.
fetch_unpackaged() {
  [ "$1" != interop ] || "$(dirname "$0")/../tests/interop/fetch.sh"
}

missing=
for package in $packages; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing="$missing $package"
done
if [ -z "$missing" ]; then
  fetch_unpackaged "$1"
  exit
fi

as_root=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "setup.sh: needs root or sudo to install:$missing" >&2
    exit 1
  fi
  as_root=sudo
fi

echo "Installing$missing" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# $missing is a list of words, and $as_root may be none.
# shellcheck disable=SC2086
if ! { $as_root apt-get update -qq &&
       $as_root env DEBIAN_FRONTEND=noninteractive \
         apt-get install -qq -y --no-install-recommends $missing; } >"$log" 2>&1; then
  tail -n 20 "$log" >&2
  echo "setup.sh: apt-get failed; its last lines stand above" >&2
  exit 1
fi

fetch_unpackaged "$1"
