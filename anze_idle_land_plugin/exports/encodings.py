"""The encodings exchange files are written in: as an algorithm takes them, and as a .cpg file names them."""

from __future__ import annotations

from typing import Mapping

ENCODINGS: Mapping[str, str] = {"utf-8": "UTF-8", "gbk": "GBK", "gb18030": "GB18030"}
DEFAULT_ENCODING = "utf-8"
