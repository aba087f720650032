"""Tests on the real files of the shared folder; collected only where that folder lies beside the checkout."""

from pathlib import Path

SHARED = Path(__file__).resolve().parents[3] / "shared"

if not SHARED.is_dir():
    collect_ignore_glob = ["test_*.py"]
