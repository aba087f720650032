"""Tests run on the built plugin, where resources lie inside: build it first (``make build``)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, os.environ.get("ANZE_PLUGINS", str(ROOT / "build" / "plugins")))
sys.path.insert(0, str(ROOT / "test"))
