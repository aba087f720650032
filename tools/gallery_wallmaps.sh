#!/bin/sh
# docs/gallery/wallmap-*.png: the sample's wall map on every paper, at the four deadlines, with places chosen by hand and
# with 2,000 parcels. After "make demo".
set -eu
cd "$(dirname "$0")/.."
process=$(command -v qgis_process.bin || command -v qgis_process)
export QGIS_PLUGINPATH="$PWD/build/plugins"
QGIS_CUSTOM_CONFIG_PATH=$(mktemp -d)
export QGIS_CUSTOM_CONFIG_PATH
trap 'rm -rf "$QGIS_CUSTOM_CONFIG_PATH"' EXIT
"$process" plugins enable anze_idle_land_plugin >/dev/null 2>&1

small() { # name: page 1 alone, small
    rm -f "docs/gallery/$1-"[2-9].png "docs/gallery/$1-"1[0-9].png
    convert "docs/gallery/$1.png" -resize 1100x1100 -colors 96 "docs/gallery/$1.png"
}

draw() { # paper, orientation, day, [places to enlarge, name]
    name="wallmap-$1-$2-${5:-$3}"
    "$process" run anze:wallmap -- CAMPAIGN=build/demo/campaign.gpkg PAPER="$1" ORIENTATION="$2" AS_OF="$3" FORMAT=png \
        DPI=72 INSETS="${4:-}" OUTPUT="docs/gallery/$name.png" >/dev/null 2>&1
    small "$name"
}

for orientation in portrait landscape; do
    draw A0 $orientation 2023-09-30
    draw A1 $orientation 2023-09-30
    draw A2 $orientation 2023-09-30
    draw A3 $orientation 2023-09-30
done
for day in 2023-05-31 2023-06-30 2023-11-30; do
    draw A0 portrait $day
done
draw A2 portrait 2023-09-30 "良马镇;2023-G-052,2023-G-070" by-hand
tools/headless.sh /usr/bin/python3 tools/gallery_crowd.py build/demo/campaign.gpkg docs/gallery/wallmap-A0-portrait-2000.png
small wallmap-A0-portrait-2000
ls -l docs/gallery/wallmap-*.png
