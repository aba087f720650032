#!/bin/bash
# The tests that need QGIS, on Debian 13's QGIS (3.40) and its backport (3.44), each in a root of its own under build/matrix.
# The archive is the one this machine's apt already uses; nothing is mounted into the roots, so they can simply be deleted.
#   tools/test_matrix.sh [trixie] [trixie-backports]
set -euo pipefail
cd "$(dirname "$0")/.."
[ "$(id -u)" = 0 ] || exec sudo -E bash "$0" "$@"
command -v mmdebstrap >/dev/null || apt-get install -q -y --no-install-recommends mmdebstrap
[ $# -gt 0 ] || set -- trixie trixie-backports
archive=$(apt-get indextargets --format '$(COMPONENT) $(REPO_URI)' 'Created-By: Packages' | awk '$1 == "main" { print $2 }' |
    grep -v -e security -e updates | head -n 1)
[ -n "$archive" ] || { echo "apt on this machine names no Debian archive" >&2; exit 1; }
certificates=/etc/ssl/certs/ca-certificates.crt
packages="qgis python3-qgis qgis-providers python3-gdal python3-shapely python3-fiona python3-pyproj python3-lxml python3-venv
 fonts-wqy-zenhei fonts-arphic-uming fonts-arphic-ukai fonts-lxgw-wenkai poppler-utils chromium ca-certificates"

make_root() { # suite, folder
    local sources=("deb $archive trixie main") preferences=true
    if [ "$1" = trixie-backports ]; then
        sources+=("deb $archive trixie-backports main")
        preferences='printf "Package: *\nPin: release n=trixie-backports\nPin-Priority: 600\n" >"$1/etc/apt/preferences.d/backports"'
    fi
    printf '%s\n' "${sources[@]}" | mmdebstrap --variant=apt --include="$(echo $packages | tr ' ' ',')" \
        --setup-hook='mkdir -p "$1/etc/apt/preferences.d"' --setup-hook="$preferences" trixie "$2" -
}

run_tests() { # folder
    mkdir -p "$1/opt/anze/build"
    cp -r anze_idle_land_plugin resources test tools pyproject.toml requirements-test.txt "$1/opt/anze/"
    cp -r build/plugins "$1/opt/anze/build/"
    # What this machine trusts, its root must trust as well, or pip finds nothing.
    [ ! -f "$certificates" ] || cp "$certificates" "$1$certificates"
    chroot "$1" /usr/bin/env -u PIP_FIND_LINKS QT_QPA_PLATFORM=offscreen PROJ_DATA=/usr/share/proj \
        HOME=/root LANG=C.UTF-8 XDG_RUNTIME_DIR=/run/anze bash -ec '
        mkdir -p -m 700 /run/anze
        cd /opt/anze
        /usr/bin/python3 -m venv --system-site-packages .venv
        .venv/bin/python -m pip install -q --disable-pip-version-check -r requirements-test.txt
        /usr/bin/python3 -c "from qgis.core import Qgis; print(\"QGIS\", Qgis.QGIS_VERSION)" 2>/dev/null
        .venv/bin/python -m pytest -q -n 2 test/qgis test/gui'
}

status=0
for suite in "$@"; do
    root="$PWD/build/matrix/$suite"
    rm -rf "$root"
    mkdir -p "$(dirname "$root")"
    echo "== $suite"
    make_root "$suite" "$root" >"$root.log" 2>&1 || { tail -n 20 "$root.log" >&2; exit 1; }
    run_tests "$root" || status=1
    rm -rf "$root"
done
exit $status
