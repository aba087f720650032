"""Finding 15: the idle days stop with what ends them, and every telling says the same number."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from factories import dossier, snapshot

from anze_idle_land_plugin import catalogue, law
from anze_idle_land_plugin.exports.notices.document import write_publication
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, Event, EventKind
from anze_idle_land_plugin.model.standing.snapshot import Dossier
from anze_idle_land_plugin.printing.sheet.facts import idle_since
from anze_idle_land_plugin.store.standing.case_on_day import case_as_of

IDLE = ListKind.IDLE
FULL = {"XZQSRQ": date(2022, 3, 31), "YDDGSJ": date(2021, 3, 31), "XZYY": "31"}
"""Agreed 2021-03-31: a year is full on 2022-03-31."""
SEPTEMBER, NOVEMBER = date(2023, 9, 30), date(2023, 11, 30)
RUNNING = {SEPTEMBER: 548, NOVEMBER: 609}
"""From 2022-03-31: 365 days to 2023-03-31, then 30+31+30+31+31+30 = 183 to 09-30, then 31+30 = 61 to 11-30."""


def after(*steps: tuple[str, str, date], as_of: date, state: str = "X42", **fields: Any) -> Dossier:
    """A parcel that stood in ``state`` on 2023-05-10 and took the steps: code, state it led to, day."""
    events = [
        Event(IDLE, "T-1", EventKind.TRANSITION, day, transition=step, field=STATE_FIELD, value=target, id=number)
        for number, (step, target, day) in enumerate(steps, 2)
    ]
    return dossier(IDLE, state=state, as_of=as_of, events=events, **fields)


def days(about: Dossier, as_of: date) -> int | None:
    """The days idle, which sheet, clock, ledger and list must tell alike."""
    case = case_as_of(IDLE, catalogue.row_of(about.case), about.standing, set(), as_of)
    told = dict(law.clock_lines(about.case, as_of, about.standing)).get("闲置天数")
    _, on_sheet = idle_since(about, as_of)
    in_ledger = catalogue.row_of(case)["XZTS"]
    assert on_sheet == in_ledger == (int(told.rstrip("天")) if told else None)
    return on_sheet


TAKEN_BACK = (("TX22", "X70", date(2023, 7, 5)), ("TX23", "X71", date(2023, 8, 1)))
ENDINGS: dict[str, tuple[tuple[tuple[str, str, date], ...], dict[str, Any], int]] = {
    # 2022-03-31 to 2023-08-01: 365 + 30 + 31 + 30 + 31 + 1
    "taken back": (TAKEN_BACK, {"SHSDRQ": date(2023, 8, 1)}, 488),
    "taken back and closed": (
        (
            *TAKEN_BACK,
            ("TX24", "X72", date(2023, 8, 28)),
            ("TX30", "X95", date(2023, 9, 10)),
            ("TX33", "X99", date(2023, 9, 20)),
        ),
        {"SHSDRQ": date(2023, 8, 1)},
        488,
    ),
    "taken back, upheld on review": (
        (*TAKEN_BACK, ("TX27", "X80", date(2023, 9, 1)), ("TX38", "X71", date(2023, 9, 25))),
        {"SHSDRQ": date(2023, 8, 1)},
        488,
    ),
    # to the day of the agreement, 2023-08-10: nine days more
    "taken back by agreement": (
        (("TX11", "X50", date(2023, 7, 5)), ("TX12", "X51", date(2023, 7, 25)), ("TX16", "X73", date(2023, 8, 10))),
        {},
        497,
    ),
    # to the day of the start, 2023-07-01: 365 + 30 + 31 + 30 + 1
    "started": ((("TX45", "X90", date(2023, 7, 3)),), {"SJDGSJ": date(2023, 7, 1)}, 457),
    "started and closed": (
        (("TX45", "X90", date(2023, 7, 3)), ("TX32", "X95", date(2023, 8, 1)), ("TX33", "X99", date(2023, 9, 1))),
        {"SJDGSJ": date(2023, 7, 1)},
        457,
    ),
    # a start is a fact before it is a step
    "a start recorded, no step yet": ((), {"SJDGSJ": date(2023, 7, 1)}, 457),
    "replaced": (
        (
            ("TX11", "X50", date(2023, 7, 5)),
            ("TX12", "X51", date(2023, 7, 25)),
            ("TX13", "X52", date(2023, 8, 10)),
            ("TX51", "X95", date(2023, 9, 14)),
        ),
        {"XYDGRQ": date(2024, 8, 10), "CZFS": "15"},
        497,
    ),
}


@pytest.mark.parametrize("as_of", [SEPTEMBER, NOVEMBER])
@pytest.mark.parametrize(("steps", "fields", "expected"), ENDINGS.values(), ids=ENDINGS)
def test_finding_15_the_days_stand_still_from_the_day_that_ends_them(
    steps: Any, fields: dict[str, Any], expected: int, as_of: date
) -> None:
    assert days(after(*steps, as_of=as_of, **FULL, **fields), as_of) == expected


@pytest.mark.parametrize("as_of", [SEPTEMBER, NOVEMBER])
def test_finding_15_while_nothing_ends_them_they_go_on(as_of: date) -> None:
    assert days(after(as_of=as_of, **FULL), as_of) == RUNNING[as_of]


def test_finding_15_a_decision_that_was_revoked_ended_nothing() -> None:
    steps = (*TAKEN_BACK, ("TX27", "X80", date(2023, 9, 1)), ("TX39", "X10", date(2023, 10, 20)))
    assert days(after(*steps, as_of=NOVEMBER, **FULL, SHSDRQ=date(2023, 8, 1)), NOVEMBER) == RUNNING[NOVEMBER]


def test_finding_15_a_court_seal_leaves_an_ended_time_ended() -> None:
    steps = (*TAKEN_BACK, ("TX34", "XS0", date(2023, 9, 1)))
    assert days(after(*steps, as_of=NOVEMBER, **FULL, SHSDRQ=date(2023, 8, 1)), NOVEMBER) == 488
    sealed = after(("TX34", "XS0", date(2023, 9, 1)), as_of=NOVEMBER, **FULL)
    assert days(sealed, NOVEMBER) == RUNNING[NOVEMBER]


def test_finding_15_land_found_not_to_be_idle_never_was() -> None:
    about = after(("TX07", "X30", date(2023, 7, 1)), state="X21", as_of=NOVEMBER, **FULL)
    assert days(about, NOVEMBER) is None
    told = dict(law.clock_lines(about.case, NOVEMBER, about.standing))
    assert told["认定"] == "未构成闲置" and "第九条" in told["依据"] and "处置路径" not in told


def test_finding_15_nothing_follows_from_a_clock_that_ended() -> None:
    about = after(*TAKEN_BACK, as_of=NOVEMBER, **FULL, SHSDRQ=date(2023, 8, 1))
    told = dict(law.clock_lines(about.case, NOVEMBER, about.standing))
    assert told["认定"] == "闲置已终止（第一类）" and "处置路径" not in told and "土地闲置费" not in told


def test_finding_15_a_new_agreement_that_was_not_kept_begins_a_new_idle_time() -> None:
    fields = {**FULL, "XYDGRQ": date(2022, 9, 1)}  # the new year is full on 2023-09-01
    broken = after(("TX15", "X10", date(2023, 9, 2)), state="X52", as_of=NOVEMBER, **fields)
    assert days(broken, NOVEMBER) == 90  # 29 of September, 31 and 30
    assert days(broken, date(2023, 9, 1)) is None


def test_finding_15_started_before_the_year_was_full_leaves_no_idle_time() -> None:
    about = after(as_of=NOVEMBER, YDDGSJ=date(2022, 6, 1), SJDGSJ=date(2023, 6, 1))
    assert days(about, NOVEMBER) is None  # the year was full at the end of that day


@pytest.mark.parametrize(
    ("steps", "fields", "told"),
    [((), {}, "2022-04-01起，548日"), (TAKEN_BACK, {"SHSDRQ": date(2023, 8, 1)}, "2022-04-01至2023-08-01，488日")],
    ids=["running", "taken back"],
)
def test_finding_15_and_30_the_published_time_begins_the_day_after_the_full_year_and_ends_with_it(
    tmp_path: Path, steps: Any, fields: dict[str, Any], told: str
) -> None:
    about = after(*steps, as_of=SEPTEMBER, **FULL, **fields)
    write_publication([about], snapshot([about], SEPTEMBER), tmp_path / "list.docx")
    cells = [cell.text for cell in Document(str(tmp_path / "list.docx")).tables[0].rows[1].cells]
    assert told in cells
