"""The notices and the publication list as official documents (docx)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Sequence

from ... import catalogue, law
from ...model.cases import IdleCase
from ...model.standing.snapshot import Dossier, Snapshot
from ...wording.amounts import ha
from ...wording.days import in_table
from ...wording.numerals import ordinal
from ...wording.parcels import coded
from ..office.official import BLANK, OfficialDocument
from .facts import office_of
from .text import Notice

DRAFT_MARK = "草稿：未经法制审核和签发，不得送达"
LAWYER = "【待法制审核】"


def write_notice(notice: Notice, path: Path, year: int) -> None:
    """One notice with the drafter's page behind it."""
    document = OfficialDocument(DRAFT_MARK)
    document.title(f"{notice.office}\n{notice.kind.zh}")
    document.centred(f"{BLANK}{notice.number_mark}〔{year}〕{BLANK}号")
    document.addressee(f"{notice.addressee}：")
    for text in notice.opening:
        document.paragraph(text)
    for number, section in enumerate(notice.sections, 1):
        document.heading(f"{ordinal(number)}、{section.heading}{LAWYER if section.to_check else ''}")
        for text in section.paragraphs:
            document.paragraph(text)
    document.signature(notice.office)
    _drafters_page(document, notice.missing, notice.to_check, notice.remarks)
    document.save(path)


def _drafters_page(
    document: OfficialDocument, missing: Sequence[str], to_check: Sequence[str], remarks: Sequence[str]
) -> None:
    """What is blank, what the lawyer must verify, what stands against it. To be taken out before issue."""
    document.new_page()
    document.title("拟稿说明")
    document.centred("（印发前删除本页）")
    lists = (
        ("待补事实", missing, "无，文书所需事实齐全。"),
        ("待法制审核", to_check, "无。"),
        ("须注意事项", remarks, "无。"),
    )
    for number, (name, items, nothing) in enumerate(lists, 1):
        document.heading(f"{ordinal(number)}、{name}")
        if not items:
            document.paragraph(nothing)
        for index, item in enumerate(items, 1):
            document.paragraph(f"{index}.{item}")


PUBLISHED_FROM = ("X40", "X41", "X42", "X50", "X51", "X52", "X60", "X61", "X62", "X70", "X71", "X72", "X73")
"""States from recognition to disposal: the information stays public until the land is disposed of (art 11)."""
COLUMNS = (
    ("序号", 9),
    ("宗地编号", 23),
    ("位置", 28),
    ("国有建设用地使用权人", 32),
    ("面积(公顷)", 16),
    ("闲置时间", 23),
    ("闲置原因(政府原因)", 25),
)


def published(dossiers: Sequence[Dossier]) -> list[Dossier]:
    """The parcels whose information must be public."""
    states = (*PUBLISHED_FROM, "X80", "X81")
    return [dossier for dossier in dossiers if dossier.standing.state.code in states]


def write_publication(dossiers: Sequence[Dossier], snapshot: Snapshot, path: Path) -> tuple[str, ...]:
    """The list of article 11: place, holder, idle time, and the cause where it is the government's. Returns blanks."""
    document = OfficialDocument(DRAFT_MARK)
    office = office_of(snapshot) or BLANK
    document.title(f"{office}\n闲置土地信息公开表")
    document.data_date(snapshot.as_of)
    document.paragraph(
        "根据《闲置土地处置办法》（国土资源部令第53号）第十一条规定，现将经认定的闲置土地信息公开如下。"
        "闲置土地处置完毕前，有关信息长期公开；处置完毕后，及时撤销。"
    )
    rows: list[list[str]] = []
    missing: dict[str, None] = {}
    for number, dossier in enumerate(dossiers, 1):
        cells = _published_row(dossier, snapshot)
        missing.update({f"{dossier.code}{head}": None for (head, _), cell in zip(COLUMNS[1:], cells) if BLANK in cell})
        rows.append([str(number), *cells])
    document.table([head for head, _ in COLUMNS], rows, [width for _, width in COLUMNS], dense=True)
    document.signature(office)
    remarks = ["政府原因造成闲置的，同时书面告知有关部门。"]
    _drafters_page(document, tuple(missing), (), remarks)
    document.save(path)
    return tuple(missing)


def _published_row(dossier: Dossier, snapshot: Snapshot) -> list[str]:
    case = dossier.case
    assert isinstance(case, IdleCase)
    cause = catalogue.clock_rules().cause_of(case.reason)
    reason = coded(case, "reason") if cause.excuses else "—"
    area = case.idle_area_ha if case.idle_area_ha is not None else case.contract_area_ha
    return [
        dossier.code,
        case.location or BLANK,
        case.land_user or BLANK,
        BLANK if area is None else ha(area),
        _idle_time(dossier, snapshot.as_of),
        reason if case.reason else BLANK,
    ]


def _idle_time(dossier: Dossier, as_of: date) -> str:
    """The first day the land lay idle, as the 认定书 counts: the day after the year was full."""
    time = law.idle_time_of(dossier, as_of)
    if time is None:
        return BLANK
    until = f"至{in_table(time.ended_on)}" if time.ended_on else "起"
    return f"{in_table(time.first_on)}{until}，{time.days}日"
