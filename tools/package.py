"""The zip for "Install from ZIP": build/anze_idle_land_plugin.zip.

    python3 tools/package.py
"""

from __future__ import annotations

import zipfile

from build_plugin import NAME, ROOT, build


def main() -> None:
    folder = build(ROOT / "build" / "plugins")
    target = ROOT / "build" / f"{NAME}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file() and "__pycache__" not in file.parts:
                archive.write(file, file.relative_to(folder.parent))
    with zipfile.ZipFile(target) as again:
        print(f"{target} ({len(again.namelist())} files)")


if __name__ == "__main__":
    main()
