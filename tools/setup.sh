#!/bin/sh
# Bring what is missing: QGIS with its Python, and (for "test") the test and lint tools. A second run does nothing.
#   tools/setup.sh run|test        prints the Python that QGIS is built for into build/python
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-run}
mkdir -p build

RUN_PACKAGES="qgis python3-qgis qgis-providers python3-gdal python3-shapely python3-fiona python3-pyproj python3-lxml
 python3-venv fonts-wqy-zenhei fonts-arphic-uming fonts-arphic-ukai qttools5-dev-tools"
TEST_PACKAGES="poppler-utils xvfb openbox imagemagick xdotool libreoffice-calc libreoffice-writer chromium
 libreoffice-base-drivers gdal-bin fonts-lxgw-wenkai"

packages=$RUN_PACKAGES
[ "$purpose" = test ] && packages="$packages $TEST_PACKAGES"

missing=""
for name in $packages; do
    if command -v dpkg-query >/dev/null 2>&1; then
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q "ok installed" || missing="$missing $name"
    fi
done

find_python() {
    for candidate in /usr/bin/python3 python3 /usr/local/bin/python3; do
        if "$candidate" -c "import qgis.core" >/dev/null 2>&1; then
            "$candidate" -c "import sys; print(sys.executable)"
            return 0
        fi
    done
    return 1
}

if [ -n "$missing" ] || ! find_python >/dev/null; then
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "This machine has no apt-get. Please install by its own means: QGIS 3.22 or newer with its Python bindings," >&2
        echo "shapely, fiona, pyproj and GDAL for that Python, lrelease of Qt, and the fonts WenQuanYi Zen Hei and AR PL UMing." >&2
        exit 1
    fi
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo"
    echo "Installing:$missing"
    $as_root apt-get update -q
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
fi

python=$(find_python) || { echo "No Python can import qgis.core; is QGIS installed with its Python bindings?" >&2; exit 1; }
echo "$python" >build/python

# The tools' environment: sees the system's packages, brings nothing that QGIS brings.
stamp() { cksum "$@" | cksum | cut -d' ' -f1; }

if [ "$(cat .venv/stamp 2>/dev/null)" != "$(stamp requirements-test.txt requirements-shipped.txt)" ]; then
    [ -x .venv/bin/python ] || "$python" -m venv --system-site-packages .venv
    .venv/bin/python -m pip install -q --disable-pip-version-check -r requirements-test.txt
    rm -rf build/shipped
    .venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --target build/shipped -r requirements-shipped.txt
    stamp requirements-test.txt requirements-shipped.txt >.venv/stamp
fi
if [ ! -d build/shipped ]; then
    .venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --target build/shipped -r requirements-shipped.txt
fi
if [ "$purpose" = test ] && [ "$(cat .lint/stamp 2>/dev/null)" != "$(stamp requirements-lint.txt requirements-qt6.txt)" ]; then
    [ -x .lint/bin/python ] || "$python" -m venv .lint
    .lint/bin/python -m pip install -q --disable-pip-version-check -r requirements-lint.txt
    # The Qt 6 script asks for a newer Python than it needs.
    .lint/bin/python -m pip install -q --disable-pip-version-check --ignore-requires-python -r requirements-qt6.txt
    stamp requirements-lint.txt requirements-qt6.txt >.lint/stamp
fi
