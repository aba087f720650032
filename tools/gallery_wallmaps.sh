#!/bin/sh
# docs/gallery/wallmap-*.png: the sample's wall map on every paper and at the four deadlines. After "make demo".
set -eu
cd "$(dirname "$0")/.."
process=$(command -v qgis_process.bin || command -v qgis_process)
export QGIS_PLUGINPATH="$PWD/build/plugins"
QGIS_CUSTOM_CONFIG_PATH=$(mktemp -d)
export QGIS_CUSTOM_CONFIG_PATH
trap 'rm -rf "$QGIS_CUSTOM_CONFIG_PATH"' EXIT
"$process" plugins enable anze_idle_land_plugin >/dev/null 2>&1

draw() { # paper, orientation, day
    name="docs/gallery/wallmap-$1-$2-$3.png"
    "$process" run anze:wallmap -- CAMPAIGN=build/demo/campaign.gpkg PAPER="$1" ORIENTATION="$2" AS_OF="$3" FORMAT=png \
        DPI=72 OUTPUT="$name" >/dev/null 2>&1
    rm -f "docs/gallery/wallmap-$1-$2-$3-"[2-9].png
    convert "$name" -resize 1100x1100 -colors 96 "$name"
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
ls -l docs/gallery/wallmap-*.png
