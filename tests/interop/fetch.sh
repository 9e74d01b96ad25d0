#!/bin/bash
# Fetches what the proofs run, pinned by version and hash, into a cache of the user; what is there
# already is not asked for again. Called by scripts/setup.sh interop, which sees to python3, node
# and java first.
#
#   fetch.sh            everything
#   fetch.sh KIND…      only these: python, node, or a folder of java/
set -euo pipefail
. "$(dirname "$0")/tools.sh"

# No registry may hold the build up for ever.
fetch_timeout_s=300
bounded() { timeout --kill-after=10 "$fetch_timeout_s" "$@"; }

fetch_python() {
  "$(system_python)" -m venv "$1" &&
    bounded "$1/bin/python" -m pip --disable-pip-version-check install --quiet --retries 2 \
      --require-hashes --only-binary :all: -r "$interop_source/requirements.txt"
}

fetch_node() {
  cp "$interop_source/package.json" "$interop_source/package-lock.json" "$1/" &&
    (cd "$1" && bounded npm ci --ignore-scripts --no-audit --no-fund --prefer-offline --fetch-retries=1 \
      --loglevel=error)
}

# Maven checks the registry's own checksums (-C); jars.sha256 is ours, and names every jar.
fetch_java() {
  bounded mvn --batch-mode --quiet --strict-checksums --no-transfer-progress \
    -f "$interop_source/java/$2/pom.xml" \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$1/jars" || return
  if ! (cd "$1/jars" && sha256sum --check --quiet "$interop_source/java/$2/jars.sha256") ||
     ! diff <(cd "$1/jars" && ls) <(awk '{print $2}' "$interop_source/java/$2/jars.sha256" | sort) >&2
  then
    echo "fetch.sh: the jars of $2 are not those of its jars.sha256" >&2
    return 1
  fi
}

# install KIND FOLDER FUNCTION: runs it on an empty folder, unless that is whole already.
install() {
  local kind=$1 folder=$2 fetch=$3
  if is_installed "$folder"; then return; fi
  echo "fetching for the proofs: $kind" >&2
  rm -rf "$folder"
  mkdir -p "$folder"
  if ! "$fetch" "$folder" "$kind"; then
    echo "fetch.sh: could not fetch $kind; its errors stand above" >&2
    return 1
  fi
  touch "$folder/installed"
}

mkdir -p "$interop_cache"
exec 9>"$interop_cache/lock"
flock 9

if [ $# -eq 0 ]; then
  set -- python node
  for pom in "$interop_source"/java/*/pom.xml; do
    [ ! -e "$pom" ] || set -- "$@" "$(basename "$(dirname "$pom")")"
  done
fi
failed=
for kind in "$@"; do
  case $kind in
    python) install "$kind" "$python_tools" fetch_python || failed=1 ;;
    node) install "$kind" "$node_tools" fetch_node || failed=1 ;;
    *) install "$kind" "$(java_tools "$kind")" fetch_java || failed=1 ;;
  esac
done
[ -z "$failed" ]
