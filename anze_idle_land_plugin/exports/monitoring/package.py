"""What a package for the monitoring system is asked to be, and how far it has got."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Mapping, Sequence

from ...checks.finding import Finding
from ...geodesy.zones import epsg
from ...model.kinds import ListKind
from ...model.messages import Message
from ...model.parcel import Grid
from ...model.standing.snapshot import Dossier
from ...readers.boundary_txt.profiles import default_profile
from ..encodings import DEFAULT_ENCODING
from .template import DEFAULT, Column


@dataclass(frozen=True)
class MonitoringOptions:
    """``crs`` is source (one set a zone), campaign or EPSG:n; ``chosen`` limits the parcels, None takes all.

    ``profile`` is the dialect of the boundary files, ``template`` the columns of the shapefiles.
    """

    lists: tuple[ListKind, ...] = tuple(ListKind)
    encoding: str = DEFAULT_ENCODING
    crs: str = "source"
    profile: str = field(default_factory=lambda: default_profile("monitoring"))
    chosen: frozenset[tuple[ListKind, str]] | None = None
    template: str = DEFAULT


@dataclass
class Package:
    """A package being put together in a folder of its own."""

    folder: Path
    options: MonitoringOptions
    campaign_crs: str
    columns: Mapping[ListKind, tuple[Column, ...]]
    manifest: list[tuple[str, str, int, int, str, str]] = field(default_factory=list)
    exported: list[Dossier] = field(default_factory=list)
    refused: list[tuple[Dossier, Message]] = field(default_factory=list)
    findings: Sequence[Finding] = ()

    def note(self, path: Path, features: int, grid: Grid | None) -> None:
        """Enter a written file in the manifest: name, SHA-256, bytes, features, coordinate system, encoding."""
        data = path.read_bytes()
        crs, encoding = (f"EPSG:{epsg(grid)}", self.options.encoding) if grid else ("", "")
        name = path.relative_to(self.folder).as_posix()
        self.manifest.append((name, hashlib.sha256(data).hexdigest(), len(data), features, crs, encoding))
