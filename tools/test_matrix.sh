#!/bin/bash
# The tests inside QGIS on every version people have: 3.22 of this machine, and Debian 13's 3.40 and its backport (3.44)
# in roots of their own under build/matrix. Writes what came of it into docs/test-matrix.md; fails when one is red.
#   tools/test_matrix.sh [here] [trixie] [trixie-backports]
#   KEEP=1     keep the roots and take those that are there: only the first run takes minutes to build them
#   ONLY=...   these tests only (and no table)
# The archive is the one this machine's apt already uses. Nothing is mounted into a root: the browser needs a /proc, which
# lies in a mount namespace of its own and goes with it, so a root can simply be deleted.
set -euo pipefail
cd "$(dirname "$0")/.."
[ "$(id -u)" = 0 ] || exec sudo -E bash "$0" "$@"
[ $# -gt 0 ] || set -- here trixie trixie-backports
tests=${ONLY:-test/qgis test/gui}
certificates=/etc/ssl/certs/ca-certificates.crt
packages="qgis python3-qgis qgis-providers python3-gdal python3-shapely python3-fiona python3-pyproj python3-lxml python3-venv
 fonts-wqy-zenhei fonts-arphic-uming fonts-arphic-ukai fonts-lxgw-wenkai poppler-utils chromium ca-certificates"

archive() {
    apt-get indextargets --format '$(COMPONENT) $(REPO_URI)' 'Created-By: Packages' | awk '$1 == "main" { print $2 }' |
        grep -v -e security -e updates | head -n 1
}

make_root() { # suite, folder
    command -v mmdebstrap >/dev/null || apt-get install -q -y --no-install-recommends mmdebstrap
    local from sources preferences=true
    from=$(archive)
    [ -n "$from" ] || { echo "apt on this machine names no Debian archive" >&2; return 1; }
    sources=("deb $from trixie main")
    if [ "$1" = trixie-backports ]; then
        sources+=("deb $from trixie-backports main")
        preferences='printf "Package: *\nPin: release n=trixie-backports\nPin-Priority: 600\n" >"$1/etc/apt/preferences.d/backports"'
    fi
    printf '%s\n' "${sources[@]}" | mmdebstrap --variant=apt --include="$(echo $packages | tr ' ' ',')" \
        --setup-hook='mkdir -p "$1/etc/apt/preferences.d"' --setup-hook="$preferences" trixie "$2" -
    # What this machine trusts, its root must trust as well, or pip finds nothing.
    [ ! -f "$certificates" ] || cp "$certificates" "$2$certificates"
}

tests_into() { # folder
    local to="$1/opt/anze"
    mkdir -p "$to/build"
    rm -rf "$to"/{anze_idle_land_plugin,docs,i18n,resources,test,tools,build/plugins}
    cp -r anze_idle_land_plugin docs i18n resources test tools metadata.txt pyproject.toml requirements-test.txt "$to/"
    cp -r build/plugins "$to/build/"
}

inside() { # folder, command: run it in the root
    local root=$1 && shift
    unshare --mount --pid --fork --kill-child bash -c 'mount -t proc proc "$0/proc" && exec chroot "$0" /usr/bin/env \
        -u PIP_FIND_LINKS PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 bash -ec "cd /opt/anze; $1"' "$root" "$*"
}

# What the table says of a system, and its tests: the same in a root and on this machine.
versions='.venv/bin/python -c "
import sys
from osgeo import gdal
from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR
print(Qgis.QGIS_VERSION.partition(\"-\")[0], gdal.__version__, QT_VERSION_STR, sys.version.partition(\" \")[0], sep=\" | \")
" 2>/dev/null'
run_tests="sh tools/headless.sh .venv/bin/python -m pytest -q -n 2 $tests"

row() { # system, versions, output of pytest, seconds of building
    local said count passed failed seconds
    said=$(tail -n 1 "$3")
    count() { echo "$said" | grep -o "[0-9]* $1" | cut -d ' ' -f 1 || true; }
    passed=$(count passed) failed=$(($(count failed | grep . || echo 0) + $(count error | grep . || echo 0)))
    seconds=$(echo "$said" | grep -o 'in [0-9.]*s' | tr -d 'ins ')
    echo "| $1 | $2 | $((${passed:-0} + failed)) | $failed | ${seconds%.*} s | $4 |"
}

rows=() status=0
for suite in "$@"; do
    echo "== $suite"
    log="$PWD/build/matrix/$suite" && mkdir -p build/matrix
    if [ "$suite" = here ]; then
        system="Debian $(cut -d . -f 1 /etc/debian_version)" built=–
        told=$(bash -c "$versions") && bash -c "$run_tests" 2>&1 | tee "$log.tests" || status=1
    else
        system="Debian 13" built=–
        [ "$suite" = trixie ] || system="$system, backports"
        if [ ! -x "$log/opt/anze/.venv/bin/pytest" ] || [ -z "${KEEP:-}" ]; then
            since=$SECONDS && rm -rf "$log"
            make_root "$suite" "$log" >"$log.log" 2>&1 || { tail -n 20 "$log.log" >&2; exit 1; }
            built="$((SECONDS - since)) s"
        fi
        tests_into "$log"
        inside "$log" "/usr/bin/python3 -m venv --system-site-packages .venv
            .venv/bin/python -m pip install -q --disable-pip-version-check -r requirements-test.txt"
        told=$(inside "$log" "$versions") && inside "$log" "$run_tests" 2>&1 | tee "$log.tests" || status=1
        [ -n "${KEEP:-}" ] || rm -rf "$log"
    fi
    rows+=("$(row "$system" "$told" "$log.tests" "$built")")
done

table() {
    cat <<END
# QGIS 版本测试 · Test matrix

本页由 \`make test-matrix\` 写成：在本机与独立的 Debian 13 根目录中运行 \`test/qgis\` 与 \`test/gui\`（需要 Debian 软件源）。
Written by \`make test-matrix\`: the tests inside QGIS, with two processes, on this machine and in roots of their own. The
html board's tests in a browser are among them; a line in a log of GDAL, QGIS or Python counts as a failure.

| system | QGIS | GDAL | Qt | Python | tests | failed | tests alone | building the root |
|---|---|---|---|---|---|---|---|---|
$(printf '%s\n' "${rows[@]}")

Measured at commit $(git rev-parse --short HEAD)$([ -z "$(git status --porcelain -- anze_idle_land_plugin resources test tools)" ] || echo ", with changes"). Qt 6 is checked statically by \`make lint\` (\`tools/qt6_check.sh\`): nothing to rewrite.
No QGIS under Qt 6 was run: no Debian package of it could be installed.
END
}
if [ $# = 3 ] && [ -z "${ONLY:-}" ]; then
    table >docs/test-matrix.md
fi
printf '%s\n' "${rows[@]}"
exit $status
