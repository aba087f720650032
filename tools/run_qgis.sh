#!/bin/sh
# QGIS with the plugin loaded, in a profile of its own, in Chinese where QGIS's translation is there.
set -eu
cd "$(dirname "$0")/.."
profile="$PWD/build/profile"
settings="$profile/profiles/default/QGIS"
mkdir -p "$settings"
[ -f "$settings/QGIS3.ini" ] || cat >"$settings/QGIS3.ini" <<'INI'
[PythonPlugins]
anze_idle_land_plugin=true

[locale]
overrideFlag=true
userLocale=zh-Hans
globalLocale=zh_CN

[qgis]
checkVersion=false
firstRun=false
INI
export QGIS_PLUGINPATH="$PWD/build/plugins"
exec qgis --profiles-path "$profile" --nologo --noversioncheck "$@"
