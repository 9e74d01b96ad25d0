#!/bin/sh
# Makes src/export/page/d3-zoom.js, the one part of the page that is not ours, out of the npm
# packages that scripts/page-bundle/package-lock.json pins by version and hash. Needs node and npm
# (scripts/setup.sh interop); the file it makes is kept among the sources, so a build needs neither.
set -eu
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp scripts/page-bundle/package.json scripts/page-bundle/package-lock.json scripts/page-bundle/zoom.js "$work"
(cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --silent)

bundle=$work/bundle.js
(cd "$work" && node_modules/.bin/esbuild zoom.js --bundle --minify --format=iife \
  --global-name=d3zoom --target=es2020 --charset=ascii --legal-comments=none --log-level=warning) >"$bundle"
{
  echo "/*"
  echo "The parts of D3 (https://d3js.org) that the page uses, bundled by scripts/bundle_page.sh:"
  (cd "$work/node_modules" && for folder in d3-*; do
    node -p "const p = require('./$folder/package.json'); p.name + ' ' + p.version"
  done) | paste -sd, | sed 's/,/, /g' | fold -s -w 90 | sed 's/ *$//'
  # Of equal licences one.
  (cd "$work/node_modules" && sha256sum d3-*/LICENSE) | sort -k1,1 -k2,2 | awk '!seen[$1]++ { print $2 }' |
    sort -r | while read -r licence; do
    echo
    echo "$(dirname "$licence"):"
    cat "$work/node_modules/$licence"
  done
  echo "*/"
  cat "$bundle"
} >src/export/page/d3-zoom.js
wc -c src/export/page/d3-zoom.js
