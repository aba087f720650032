"""Put the installable plugin together: package, resources, translations, licence and metadata in one folder.

    python3 tools/build_plugin.py [--output build/plugins]

Shipped pure-Python libraries (``requirements-shipped.txt``) are copied from build/shipped when they are there.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "anze_idle_land_plugin"


def build(output: Path) -> Path:
    """Write the plugin folder below ``output`` and return it. What is no longer in the sources goes away."""
    target = output / NAME
    if target.exists():
        shutil.rmtree(target)
    ignore = shutil.ignore_patterns("__pycache__", "*.pyc", ".gitkeep")
    shutil.copytree(ROOT / NAME, target, ignore=ignore)
    shutil.copytree(ROOT / "resources", target / "resources", ignore=ignore)
    shipped = ROOT / "build" / "shipped"
    if shipped.exists():
        shutil.copytree(shipped, target / "shipped", ignore=shutil.ignore_patterns("__pycache__", "bin"))
    for name in ("metadata.txt", "LICENSE", "README.md", "CHANGELOG.md"):
        if (ROOT / name).exists():
            shutil.copy2(ROOT / name, target / name)
    _translations(target / "i18n")
    return target


def _translations(folder: Path) -> None:
    folder.mkdir()
    for source in sorted((ROOT / "i18n").glob("*.ts")):
        command = ["lrelease", "-silent", str(source), "-qm", str(folder / f"{source.stem}.qm")]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "plugins")
    print(build(parser.parse_args().output))


if __name__ == "__main__":
    main()
