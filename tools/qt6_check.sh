#!/bin/sh
# QGIS's own Qt 6 migration script, on a copy of the package, must find nothing to rewrite.
# It knows Qt's enums in a plain Python and QGIS's enums where QGIS is visible, so both are asked.
set -eu
cd "$(dirname "$0")/.."
lint="$PWD/.lint"
packages=$("$lint/bin/python" -c "import sysconfig; print(sysconfig.get_path('purelib'))")
copies=$(mktemp -d)
trap 'rm -rf "$copies"' EXIT

check() { # name, command ...
    cp -r anze_idle_land_plugin "$copies/$1"
    name=$1
    shift
    "$@" "$copies/$name" >"$copies/$name.log" 2>&1 || { cat "$copies/$name.log" >&2; exit 1; }
    diff -ru -x __pycache__ anze_idle_land_plugin "$copies/$name" || { echo "not ready for Qt 6 ($name): see above" >&2; exit 1; }
}

check plain "$lint/bin/python" -m pyqt5to6.pyqt5to6
check qgis env PYTHONPATH="$packages" QT_QPA_PLATFORM=offscreen "$(cat build/python)" -m pyqt5to6.pyqt5to6
if grep -q "not available for introspection" "$copies/qgis.log"; then
    echo "the Qt 6 check could not see QGIS's classes" >&2
    exit 1
fi
echo "Qt 6: nothing to rewrite"
