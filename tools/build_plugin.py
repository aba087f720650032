"""Put the installable plugin together: package, resources, translations, licence and metadata in one folder.

    python3 tools/build_plugin.py [--output build/plugins] [--zip build/anze_idle_land_plugin.zip]

Shipped pure-Python libraries (``requirements-shipped.txt``) are copied from build/shipped when they are there.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "anze_idle_land_plugin"
IGNORED = ("__pycache__", "*.pyc", ".gitkeep")


def build(output: Path) -> Path:
    """Write the plugin folder below ``output`` and return it. What is no longer in the sources goes away."""
    target = output / NAME
    if target.exists():
        shutil.rmtree(target)
    shutil.copytree(ROOT / NAME, target, ignore=shutil.ignore_patterns(*IGNORED))
    shutil.copytree(ROOT / "resources", target / "resources", ignore=shutil.ignore_patterns(*IGNORED, "reference"))
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


def package(folder: Path, target: Path) -> int:
    """The plugin folder as a zip for "Install from ZIP"; returns the number of files, counted in the zip again."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                archive.write(file, file.relative_to(folder.parent))
    with zipfile.ZipFile(target) as again:
        return len(again.namelist())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "plugins")
    parser.add_argument("--zip", type=Path)
    given = parser.parse_args()
    folder = build(given.output)
    print(folder)
    if given.zip:
        print(f"{given.zip} ({package(folder, given.zip)} files)")


if __name__ == "__main__":
    main()
