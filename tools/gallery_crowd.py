"""docs/gallery/wallmap-A0-portrait-2000.png: the sample's parcels twenty times over, strewn about its villages.

    tools/headless.sh /usr/bin/python3 tools/gallery_crowd.py CAMPAIGN OUTPUT.png [PAPER ORIENTATION DPI]

After "make demo". The same picture every time: places come from the number of the parcel.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "build" / "plugins"))

from qgis.core import QgsApplication  # noqa: E402
from shapely import affinity, wkb  # noqa: E402
from shapely.geometry.base import BaseGeometry  # noqa: E402
from shapely.ops import unary_union  # noqa: E402

from anze_idle_land_plugin.model.standing.snapshot import Dossier, Snapshot  # noqa: E402
from anze_idle_land_plugin.printing.wallmap.files import WallMapOptions, print_wallmap  # noqa: E402
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot  # noqa: E402

DAY = date(2023, 9, 30)
TIMES = 20


def crowded(whole: Snapshot, times: int) -> Snapshot:
    """Every parcel ``times`` over: its copies a few kilometres off, inside the county."""
    county = unary_union([wkb.loads(each.wkb) for each in whole.context["county"]])
    return replace(
        whole,
        dossiers={
            which: tuple(
                _copy(dossier, f"2023-{which.letter}-{copy * len(members) + number:04d}", copy, county)
                for copy in range(times)
                for number, dossier in enumerate(members, start=1)
            )
            for which, members in whole.dossiers.items()
        },
    )


def _copy(dossier: Dossier, code: str, copy: int, county: BaseGeometry) -> Dossier:
    """A parcel again under another code, moved by up to 6 km to where the county still is."""
    shape = wkb.loads(dossier.wkb)
    moved = shape
    for place in range(copy, 400, 37) if copy else ():
        moved = affinity.translate(shape, place * 7919 % 12_000 - 6_000, place * 4391 % 12_000 - 6_000)
        if county.contains(moved):
            break
    return replace(dossier, case=replace(dossier.case, code=code), wkb=wkb.dumps(moved))


def main() -> int:
    campaign, output, *rest = sys.argv[1:]
    paper, orientation, dpi = (*rest, *("A0", "portrait", "72")[len(rest) :])
    application = QgsApplication([], True)
    whole = crowded(read_snapshot(campaign, DAY), TIMES)
    picture = Path(output).suffix.lstrip(".")
    options = WallMapOptions(paper=paper, orientation=orientation, format=picture, dpi=int(dpi))
    pages = print_wallmap(whole, Path(output), options)
    sys.stdout.write(f"{len(whole.all_dossiers())} parcels, {pages} pages\n")
    sys.stdout.flush()
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
