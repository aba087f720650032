#!/bin/sh
# The whole campaign on the shipped sample, headless, into build/demo. Called by "make demo" (through tools/headless.sh).
set -eu
cd "$(dirname "$0")/.."
day=2023-09-30
out=build/demo
python=$(cat build/python)
# Debian 12's qgis_process passes an option of its own as a command; the program itself stands beside it.
process=$(command -v qgis_process.bin || command -v qgis_process)
export QGIS_PLUGINPATH="$PWD/build/plugins"
QGIS_CUSTOM_CONFIG_PATH=$(mktemp -d)
export QGIS_CUSTOM_CONFIG_PATH
trap 'rm -rf "$QGIS_CUSTOM_CONFIG_PATH"' EXIT

step() { # title, algorithm id, parameters ...
    echo "== $1"
    shift
    id=$1
    shift
    "$process" run "anze:$id" -- "$@" >"$out/.log" 2>&1 || { cat "$out/.log" >&2; echo "anze:$id failed" >&2; exit 1; }
    sed -n '/^Results/,$p' "$out/.log" | grep -v '^Results' | grep -v '^ *-* *$' || true
}

rm -rf "$out"
mkdir -p "$out"
"$process" plugins enable anze_idle_land_plugin >"$out/.log" 2>&1 || { cat "$out/.log" >&2; exit 1; }

step "示例专项行动: 地块、台账、过程" samplecampaign OUTPUT="$out/campaign.gpkg" REJECTS="$out/rejects.csv"
step "QGIS 工程" stylecampaign CAMPAIGN="$out/campaign.gpkg" THEME=both AS_OF=$day PROJECT="$out/campaign.qgz"
step "一地一策表" parcelsheets CAMPAIGN="$out/campaign.gpkg" LIST=both AS_OF=$day COMBINED=true OUTPUT="$out/sheets"
step "挂图 PDF" wallmap CAMPAIGN="$out/campaign.gpkg" AS_OF=$day FORMAT=pdf OUTPUT="$out/wallmap.pdf"
step "挂图 PNG" wallmap CAMPAIGN="$out/campaign.gpkg" AS_OF=$day FORMAT=png DPI=72 OUTPUT="$out/wallmap.png"
step "三项清单" threelists CAMPAIGN="$out/campaign.gpkg" AS_OF=$day OUTPUT="$out/lists.xlsx"
step "进度" progress CAMPAIGN="$out/campaign.gpkg" AS_OF=$day OUTPUT="$out/progress.xlsx"
step "台账" ledger CAMPAIGN="$out/campaign.gpkg" AS_OF=$day OUTPUT="$out/ledger.xlsx"
step "月报" periodreport CAMPAIGN="$out/campaign.gpkg" SINCE=2023-08-31 AS_OF=$day OUTPUT="$out/report.xlsx"
step "总结" summary CAMPAIGN="$out/campaign.gpkg" AS_OF=$day OUTPUT="$out/summary.docx"
step "看板" board CAMPAIGN="$out/campaign.gpkg" AS_OF=$day OUTPUT="$out/board.html"
step "数据检查" checkcampaign CAMPAIGN="$out/campaign.gpkg" AS_OF=$day OUTPUT="$out/problems.gpkg" REPORT="$out/checks.xlsx"
step "监管系统报送包" exportmonitoring CAMPAIGN="$out/campaign.gpkg" AS_OF=$day OUTPUT="$out/monitoring"
rm -f "$out/.log"
"$python" tools/demo_table.py "$out"
