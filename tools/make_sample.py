"""Make what is derived of the sample campaign, or many plain parcels for measuring.

    .venv/bin/python tools/make_sample.py [--output DIR]
    .venv/bin/python tools/make_sample.py --parcels N --output DIR

The sample in resources/sample is an invented county's year. Its boundary files, layers, scans, events.csv,
expected.json and README are the originals and are changed by hand; its workbooks are made from the csv files in
tools/sample, where people can read and change them. The same arguments always give the same files.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tools.sample.many import write_many  # noqa: E402
from tools.sample.workbooks import write_workbooks  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parcels", type=int, default=0, help="how many parcels; 0: the sample's workbooks")
    parser.add_argument("--output", type=Path, default=ROOT / "resources" / "sample")
    given = parser.parse_args()
    if given.parcels:
        write_many(given.output, given.parcels)
    else:
        write_workbooks(given.output)


if __name__ == "__main__":
    main()
