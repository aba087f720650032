"""The approval and supply registers: documents, and which parcels each covers (many-to-many)."""

from __future__ import annotations

from typing import Mapping, NamedTuple, Sequence

from .. import catalogue
from ..catalogue import Value
from ..model.kinds import ListKind
from .database import CampaignFile
from .matching import Matched


class Register(NamedTuple):
    """A register's table, its key column, the attribute that gives the key, and attributes by further column."""

    table: str
    key: str
    attribute: str
    columns: tuple[tuple[str, str], ...]
    parcel_area: str


def _registers(which: ListKind) -> tuple[Register, ...]:
    approved = {
        ListKind.UNSUPPLIED: (
            ("authority", "approving_authority"),
            ("approved_on", "approved_on"),
            ("batch_name", "batch_name"),
            ("area_ha", "batch_area_ha"),
        ),
        ListKind.IDLE: (("approved_on", "land_approved_on"),),
    }
    supplied = (
        ("contract_number", "contract_number"),
        ("signed_on", "contract_signed_on"),
        ("mode", "supply_mode"),
        ("land_user", "land_user"),
        ("area_ha", "contract_area_ha"),
    )
    parcel_area = "area_ha" if which is ListKind.UNSUPPLIED else "contract_area_ha"
    return (
        Register("approval", "number", "approval_number", approved[which], parcel_area),
        Register("supply", "supervision_number", "supervision_number", supplied, "contract_area_ha"),
    )


def keep_registers(file: CampaignFile, which: ListKind, matches: Sequence[Matched]) -> int:
    """Put the documents the rows name into the registers. Returns how many entries are new or changed."""
    return sum(_keep(file, which, register, matches) for register in _registers(which))


def _keep(file: CampaignFile, which: ListKind, register: Register, matches: Sequence[Matched]) -> int:
    def given(each: Matched, attribute: str) -> Value:
        return each.row.values.get(catalogue.field_of(which, attribute).code)

    names = ", ".join(column for column, _ in register.columns)
    stored = {
        str(number): dict(zip((column for column, _ in register.columns), cells))
        for number, *cells in file.query(f"SELECT {register.key}, {names} FROM {register.table}")
    }
    links = {
        (str(number), str(code)): area
        for number, code, area in file.query(
            f"SELECT {register.key}, code, area_ha FROM {register.table}_parcel WHERE list = ?", which.value
        )
    }
    changed = 0
    for each in matches:
        if register.table == "approval" and each.row.approvals:
            changed += _keep_several(file, which, register, each, stored, links)
            continue
        number = str(given(each, register.attribute) or "")
        if not number:
            continue
        said = {column: given(each, attribute) for column, attribute in register.columns}
        changed += _keep_document(file, register, number, said, stored)
        changed += _keep_link(file, which, register, (number, each.code), given(each, register.parcel_area), links)
    return changed


def _keep_several(
    file: CampaignFile,
    which: ListKind,
    register: Register,
    each: Matched,
    stored: dict[str, dict[str, Value]],
    links: dict[tuple[str, str], Value],
) -> int:
    """Each of several approvals with its own day; what part of the parcel it covers no document says."""
    changed = 0
    for number, approved_on in each.row.approvals:
        said: dict[str, Value] = {column: None for column, _ in register.columns}
        said["approved_on"] = approved_on
        changed += _keep_document(file, register, number, said, stored)
        changed += _keep_link(file, which, register, (number, each.code), None, links)
    return changed


def _keep_document(
    file: CampaignFile, register: Register, number: str, said: dict[str, Value], stored: dict[str, dict[str, Value]]
) -> int:
    """Add a document, or fill what is still empty of it: the first row that names a value decides."""
    if number not in stored:
        columns = ", ".join((register.key, *said))
        marks = ", ".join("?" for _ in range(len(said) + 1))
        file.execute(f"INSERT INTO {register.table} ({columns}) VALUES ({marks})", number, *said.values())
        stored[number] = said
        return 1
    fresh = {column: value for column, value in said.items() if value is not None and stored[number][column] is None}
    if fresh:
        settings = ", ".join(f"{column} = ?" for column in fresh)
        file.execute(f"UPDATE {register.table} SET {settings} WHERE {register.key} = ?", *fresh.values(), number)
        stored[number].update(fresh)
    return int(bool(fresh))


def _keep_link(
    file: CampaignFile,
    which: ListKind,
    register: Register,
    link: tuple[str, str],
    area: Value,
    links: dict[tuple[str, str], Value],
) -> int:
    if link in links and links[link] == area:
        return 0
    number, code = link
    where = f"{register.key} = ? AND list = ? AND code = ?"
    if link in links:
        file.execute(f"UPDATE {register.table}_parcel SET area_ha = ? WHERE {where}", area, number, which.value, code)
    else:
        columns = f"{register.key}, list, code, area_ha"
        file.execute(
            f"INSERT INTO {register.table}_parcel ({columns}) VALUES (?, ?, ?, ?)", number, which.value, code, area
        )
    links[link] = area
    return 1


def share_registers(file: CampaignFile, which: ListKind, code: str, pieces: Mapping[str, float]) -> None:
    """Let pieces split off a parcel stand under its approvals, and of idle land under its supplies, with their area.

    ``pieces`` are hectares by code; the parcel keeps the rest. What unsupplied land was supplied stays with it.
    """
    for register in _registers(which):
        if register.table == "supply" and which is ListKind.UNSUPPLIED:
            continue
        table, where = f"{register.table}_parcel", "list = ? AND code = ?"
        for number, area in file.query(f"SELECT {register.key}, area_ha FROM {table} WHERE {where}", which.value, code):
            for piece, hectares in pieces.items():
                columns = f"{register.key}, list, code, area_ha"
                file.execute(
                    f"INSERT INTO {table} ({columns}) VALUES (?, ?, ?, ?)", number, which.value, piece, hectares
                )
            if area is not None:
                rest = round(max(float(str(area)) - sum(pieces.values()), 0.0), 4)
                file.execute(
                    f"UPDATE {table} SET area_ha = ? WHERE {register.key} = ? AND {where}",
                    rest,
                    number,
                    which.value,
                    code,
                )
