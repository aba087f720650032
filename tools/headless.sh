#!/bin/sh
# Run a command with QGIS's headless surroundings: no screen, PROJ's data, a private runtime folder.
set -eu
export QT_QPA_PLATFORM=offscreen
[ -d /usr/share/proj ] && export PROJ_DATA=/usr/share/proj
runtime=$(mktemp -d)
export XDG_RUNTIME_DIR="$runtime"
status=0
"$@" || status=$?
rm -rf "$runtime"
exit $status
