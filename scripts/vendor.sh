#!/usr/bin/env bash
# Fetches the vendored front-end files again and checks them against app/web/static/vendor/VENDOR.md.
# Needs npm (only npm pack), python3 with venv, sha256sum. Nothing is installed into the project.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
vendor=app/web/static/vendor
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fetch() { # package@version folder
  mkdir -p "$work/$2"
  (cd "$work/$2" && tar xzf "$(npm pack --silent "$1")" --strip-components=1)
}

fetch @kern-ux/native@2.7.2 kern
fetch htmx.org@4.0.1 htmx
fetch jsqr@1.4.0 jsqr
fetch axe-core@4.14.1 axe
fetch ical.js@2.2.1 ical
fetch spdx-license-list@6.12.0 spdx

cd "$root"
mkdir -p $vendor/kern/fonts $vendor/htmx $vendor/jsqr tests/vendor/axe tests/vendor/ical LICENSES
cp "$work/kern/dist/kern.min.css" $vendor/kern/
cp "$work/htmx/dist/htmx.min.js" $vendor/htmx/
cp "$work/jsqr/dist/jsQR.js" $vendor/jsqr/
cp "$work/axe/axe.min.js" tests/vendor/axe/
cp "$work/ical/dist/ical.es5.min.cjs" tests/vendor/ical/ical.es5.min.js

# Fira Sans, as KERN ships it, cut down to Latin: three faces instead of thirty-two
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet fonttools==4.68.0 brotli==1.2.0
for face in Regular Italic SemiBold; do
  "$work/venv/bin/pyftsubset" "$work/kern/dist/fonts/fira-sans/FiraSans-$face.woff2" \
    --output-file="$vendor/kern/fonts/FiraSans-$face.woff2" --flavor=woff2 \
    --unicodes="U+20-7E,U+A0-17F,U+2BC,U+2C6,U+2DA,U+2DC,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032,U+2033,U+2039,U+203A,U+20AC,U+2122,U+2190-2193,U+2212,U+2248,U+2260,U+2264,U+2265,U+2713" \
    --layout-features=kern,liga,locl,mark,mkmk,ccmp,lnum,tnum,pnum,case --desubroutinize
done
# The same whole, as Typst reads it, for papers: no letter of a name may be missing there
mkdir -p app/text/paper/fonts
for face in Regular SemiBold; do
  "$work/venv/bin/fonttools" ttLib.woff2 decompress -o "app/text/paper/fonts/FiraSans-$face.ttf" \
    "$work/kern/dist/fonts/fira-sans/FiraSans-$face.woff2" 2>/dev/null
done

for licence in EUPL-1.2 OFL-1.1 0BSD MPL-2.0 Apache-2.0; do
  node -e 'const list = require(process.argv[1] + "/full"); process.stdout.write(list[process.argv[2]].licenseText.trim() + "\n")' \
    "$work/spdx" "$licence" > "LICENSES/$licence.txt"
done

sed -n 's/^| `\(.*\)` | .* | `\([0-9a-f]\{64\}\)` |$/\2  \1/p' $vendor/VENDOR.md | sha256sum --check
