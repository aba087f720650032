"""What is to be read and what a person forces about it: one way for the algorithm, and for the wizard that shows it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Callable, Mapping

from ...catalogue import under
from ...model.messages import CampaignError
from ...readers.boundary_txt.profiles import DialectRefused, profiles
from ...readers.files import read_sources, sources_of
from ...readers.reading import Reading, ReadOptions
from ...store.database import CampaignFile
from ...store.places import county_extent, county_outline
from ...store.standing.snapshot import read_campaign
from .progress_feedback import followed
from .values import Given, NotThere, UnknownCrs, WrongChoice, listed

AUTO = "auto"
OVERRIDABLE = ("profile", "crs", "encoding", "columns")


class WrongOverride(CampaignError):
    sentence = "OVERRIDES: {file} must be an object with some of: {keys}"


class UnknownEncoding(CampaignError):
    sentence = "{name}: {value} is no known encoding; give utf-8, gb18030, gbk or utf-16, or leave it empty"


@dataclass(frozen=True)
class Wanted:
    """The reading part of ``anze:importparcels``: files and folders, and what is forced for all or for one.

    ``overrides`` are by the name a file is read under: {"a.txt": {"crs": "EPSG:4525"}}.
    """

    sources: tuple[Path, ...]
    profile: str = AUTO
    crs: str = ""
    encoding: str = ""
    overrides: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, given: Given) -> Wanted:
        """What the caller of the algorithm gave. Raises CampaignError subclasses that name the parameter."""
        profile = given.text("PROFILE") or AUTO
        _check_profile("PROFILE", profile)
        overrides = {file: _override(file, forced) for file, forced in given.json_object("OVERRIDES").items()}
        _check_encoding("ENCODING", given.text("ENCODING"))
        return cls(_sources(given), profile, given.crs(), given.text("ENCODING"), overrides)

    def parameters(self) -> dict[str, object]:
        """The same as parameters of the algorithm."""
        return {
            "INPUT": "\n".join(str(source) for source in self.sources),
            "PROFILE": self.profile,
            "CRS": self.crs,
            "ENCODING": self.encoding,
            "OVERRIDES": json.dumps(self.overrides, ensure_ascii=False) if self.overrides else "",
        }

    def forcing(self, files: tuple[str, ...], forced: Mapping[str, str]) -> Wanted:
        """The same with something else forced for these files; nothing forced lets them be recognised again."""
        others = {file: values for file, values in self.overrides.items() if file not in files}
        kept = {key: value for key, value in forced.items() if value}
        return replace(self, overrides={**others, **(dict.fromkeys(files, kept) if kept else {})})

    def for_campaign(self, path: str | Path, step: Callable[[int, int], None]) -> tuple[str, list[Reading]]:
        """The CRS of the campaign at a path, and what ``readings`` gives for it."""
        with CampaignFile.open(path) as file:
            return read_campaign(file).crs, self.readings(file, step)

    def readings(self, file: CampaignFile, step: Callable[[int, int], None]) -> list[Reading]:
        """Read everything, with the county outline of the campaign as evidence. ``step`` may raise to stop."""
        options = ReadOptions(self.profile, self.crs, self.encoding, county_extent(file), county_outline(file))
        overrides = {name: _forced(options, forced) for name, forced in self.overrides.items()}
        sources = sources_of(self.sources)
        return list(followed(read_sources(sources, options, overrides), len(sources), step))


def dialects() -> dict[str, str]:
    """The dialects of boundary files, in the order of their table: id and Chinese name."""
    return {each.id: each.title for each in profiles()}


def dialects_to_choose() -> dict[str, str]:
    """The same for people; without an office's own where its table is refused, which reading a file says."""
    try:
        return dialects()
    except DialectRefused:
        with under(()):
            return dialects()


def _forced(options: ReadOptions, forced: Mapping[str, str]) -> ReadOptions:
    return replace(
        options,
        profile=forced.get("profile", options.profile),
        crs=forced.get("crs", options.crs),
        encoding=forced.get("encoding", options.encoding),
        columns=forced.get("columns", options.columns),
    )


def _sources(given: Given) -> tuple[Path, ...]:
    paths = [Path(line.strip()) for line in given.needed("INPUT").splitlines() if line.strip()]
    for path in paths:
        if not path.exists():
            raise NotThere(name="INPUT", file=str(path))
    return tuple(dict.fromkeys(paths))


def _check_encoding(name: str, encoding: str) -> None:
    """Refuse what is no encoding of texts before every file is rejected for it."""
    try:
        "".encode(encoding or "utf-8")
    except LookupError as error:
        raise UnknownEncoding(name=name, value=encoding) from error


def _check_profile(name: str, profile: str) -> None:
    known = (AUTO, *dialects())
    if profile not in known:
        raise WrongChoice(name=name, value=profile, choices=listed(known))


def _override(file: str, forced: object) -> dict[str, str]:
    if not isinstance(forced, Mapping) or not set(forced) <= set(OVERRIDABLE):
        raise WrongOverride(file=file, keys=listed(OVERRIDABLE))
    values = {key: str(value) for key, value in forced.items()}
    _check_profile("OVERRIDES", values.get("profile", AUTO))
    _check_encoding("OVERRIDES", values.get("encoding", ""))
    crs = values.get("crs", "")
    if crs and not crs.upper().startswith("EPSG:"):
        raise UnknownCrs(name="OVERRIDES", value=crs)
    return values
