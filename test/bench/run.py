"""Run the benchmarks: each ``bench_*.py`` beside this file has ``figures(folder)`` that yields its lines.

.venv/bin/python test/bench/run.py [name ...]        (make bench ONLY="reader sheets")
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def main() -> int:
    sys.path[:0] = [str(ROOT / "build" / "plugins"), str(ROOT / "test"), str(ROOT), str(HERE)]
    wanted = sys.argv[1:] or [path.stem[len("bench_") :] for path in sorted(HERE.glob("bench_*.py"))]
    for name in wanted:
        module = importlib.import_module(f"bench_{name}")
        print(f"\n{name}: {(module.__doc__ or '').splitlines()[0]}")
        print(f"  {'what':44} {'ours':>14} {'against':>34} {'ratio':>8} {'target':>7} met")
        with tempfile.TemporaryDirectory() as folder:
            for line in module.figures(Path(folder)):
                target = "" if line.target is None else f"{line.target:.3g}"
                print(
                    f"  {line.what:44} {line.ours:>14} {line.other:>34} {line.value:8.3f} {target:>7} {line.met}",
                    flush=True,
                )
    return 0


if __name__ == "__main__":
    sys.exit(main())
