"""The rows of the 界址点成果表 and how they fall into columns and pages. Pure."""

from __future__ import annotations

from typing import NamedTuple

from ...geodesy.area import edge_lengths
from ...geodesy.rounding import half_up
from ...model.parcel import Parcel, Ring


class PointRow(NamedTuple):
    """One row: serial number, name, X (north) and Y (east) with 3 decimals, length to the next row (2 decimals).

    A ring head has no coordinates: ``name`` says which ring begins. ``length`` is empty where no edge follows.
    """

    serial: str
    name: str
    x: str
    y: str
    length: str

    @property
    def is_head(self) -> bool:
        return not self.x


def point_rows(parcel: Parcel) -> list[PointRow]:
    """All rows: rings apart, each closed by its first point again; lengths never cross rings."""
    rows: list[PointRow] = []
    serial = 0
    several = sum(1 for _ in parcel.rings()) > 1
    for part, number, ring in parcel.rings():
        if several:
            where = "外环" if number == 1 else f"内环{number - 1}"
            rows.append(PointRow("", f"第{part}部分 {where}", "", "", ""))
        lengths = [f"{half_up(length, 2)}" for length in edge_lengths(ring)]
        for index in range(len(ring)):
            serial += 1
            rows.append(_row(str(serial), ring, index, lengths[index]))
        rows.append(_row("", ring, 0, ""))
    return rows


def _row(serial: str, ring: Ring, index: int, length: str) -> PointRow:
    north, east = f"{half_up(ring.n[index], 3)}", f"{half_up(ring.e[index], 3)}"
    return PointRow(serial, ring.names[index], north, east, length)


def columns_of(rows: list[PointRow], capacity: int) -> list[list[PointRow]]:
    """Rows in columns; a column that breaks a ring begins with the last point again, so a length stands between two."""
    columns: list[list[PointRow]] = [[]]
    for row in rows:
        if len(columns[-1]) >= (capacity - 1 if row.is_head else capacity):  # no head stands alone at the foot
            last = columns[-1][-1]
            columns.append([last] if last.length else [])
            columns[-2][-1] = last._replace(length="")
        columns[-1].append(row)
    return columns
