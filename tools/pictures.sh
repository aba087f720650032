#!/bin/sh
# docs/sheet.png and docs/wallmap.png from what the demo made. The window's picture is taken under a virtual screen by hand.
set -eu
cd "$(dirname "$0")/.."
command -v pdftoppm >/dev/null || { echo "pdftoppm is missing; install poppler-utils" >&2; exit 1; }
pdftoppm -r 100 -f 1 -l 1 -singlefile -png build/demo/sheets/sheets_unsupplied.pdf docs/sheet
pdftoppm -r 40 -f 1 -l 1 -singlefile -png build/demo/wallmap.pdf docs/wallmap
ls -l docs/sheet.png docs/wallmap.png
