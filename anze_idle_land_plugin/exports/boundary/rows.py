"""The point rows of a boundary TXT: what the dialect computes, and the columns that a survey only carries."""

from __future__ import annotations

from typing import Iterator, Sequence

from ...geodesy.area import edge_lengths
from ...model.parcel import Parcel, Ring
from ...model.rounding import written
from ...readers.boundary_txt.profiles import Profile
from .layout import cleaned


def named_columns(parcel: Parcel) -> Sequence[str]:
    """What the further columns of a parcel's points are called; nothing where the dialect it came in gave no names."""
    names = parcel.attributes.get("point_columns", "")
    return names.split(";") if names else ()


def point_rows(ring: Ring, feature: int, dialect: Profile, named: Sequence[str]) -> Iterator[str]:
    """The rows of a ring, the closing row last. ``named`` are the names of ``ring.extra``."""
    lengths = [*edge_lengths(ring), 0.0]
    count = len(ring)
    for row in range(count + 1):
        place = row % count
        further = ring.extra[place] if ring.extra else ()
        carried = {name: cleaned(text) for name, text in zip(named, further)}
        columns = {
            **carried,
            "name": ring.names[place] if row < count else ring.closing_name or ring.names[0],
            "ring": ring.number,
            "feature": str(feature),
            "n": ring.n_text[place],
            "e": ring.e_text[place],
            "lat": ring.n_text[place],
            "lon": ring.e_text[place],
            "next": written(lengths[row], 3),
            "previous": written(lengths[row - 1], 2) if row else "",
            "marker": carried.get("marker", "") if named else _marker(further),
            "blank": "",
        }
        yield ",".join(columns.get(column, "") for column in dialect.points)


def _marker(further: Sequence[str]) -> str:
    """The kind of the boundary marker when the survey gave one: the last further column that holds words."""
    words = [text for text in further if text and not text[:1].isdigit()]
    return cleaned(words[-1]) if words else ""
