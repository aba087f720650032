#!/bin/sh
# Seconds that a campaign of N invented parcels takes, station by station, into build/stations. Called by "make stations".
set -eu
cd "$(dirname "$0")/.."
parcels=$1
out=build/stations
process=$(command -v qgis_process.bin || command -v qgis_process)
export QGIS_PLUGINPATH="$PWD/build/plugins"
QGIS_CUSTOM_CONFIG_PATH=$(mktemp -d)
export QGIS_CUSTOM_CONFIG_PATH
trap 'rm -rf "$QGIS_CUSTOM_CONFIG_PATH"' EXIT
rm -rf "$out"
mkdir -p "$out"

timed() { # name, command ...
    name=$1
    shift
    began=$(date +%s)
    "$@" >"$out/$name.log" 2>&1 || { cat "$out/$name.log" >&2; echo "$name failed" >&2; exit 1; }
    printf '%-16s %5d s\n' "$name" $(($(date +%s) - began))
}

algorithm() { # id, parameters ...
    id=$1
    shift
    timed "$id" "$process" run "anze:$id" -- "$@"
}

echo "$parcels parcels"
timed enable "$process" plugins enable anze_idle_land_plugin
timed generate env PYTHONPATH=build/shipped .venv/bin/python tools/make_sample.py --parcels "$parcels" --output "$out/sample"
algorithm createcampaign NAME=stations YEAR=2023 OUTPUT="$out/campaign.gpkg"
for list in unsupplied idle; do
    algorithm importparcels CAMPAIGN="$out/campaign.gpkg" INPUT="$out/sample/$list" LIST=$list
    grep -E '^(IMPORTED|REJECTED)' "$out/importparcels.log"
done
algorithm progress CAMPAIGN="$out/campaign.gpkg" AS_OF=2023-09-30
algorithm exportmonitoring CAMPAIGN="$out/campaign.gpkg" AS_OF=2023-09-30 OUTPUT="$out/monitoring"
