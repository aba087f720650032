"""Make the sample campaign: an invented county's parcels, ledgers and story.

    .venv/bin/python tools/make_sample.py [--parcels N] [--output DIR] [--county FILE]

Without --parcels it writes the shipped sample (about 100 parcels, every dialect, planned blemishes); with it, N plain
parcels for benchmarks. The same arguments always give the same files.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.sample.campaign import make_sample  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parcels", type=int, default=0, help="how many parcels for a benchmark; 0: the sample")
    parser.add_argument("--output", type=Path, default=ROOT / "resources" / "sample")
    parser.add_argument("--county", type=Path, default=ROOT / "resources" / "sample" / "context" / "county.geojson")
    given = parser.parse_args()
    rivers = given.county.with_name("rivers.geojson")
    sys.stdout.write(make_sample(given.output, given.county, rivers, given.parcels) + "\n")


if __name__ == "__main__":
    main()
