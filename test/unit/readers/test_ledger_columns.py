"""What a person is shown of a ledger before it is read, and the mapping that comes of the answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Sequence

import pytest
from openpyxl import Workbook

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.readers.ledger.columns import LedgerBook, SeenColumn, SeenSheet, answer_of, open_questions
from anze_idle_land_plugin.readers.ledger.reader import LedgerMissing, UnknownMappedUnit, read_ledger

UNSUPPLIED, IDLE = ListKind.UNSUPPLIED, ListKind.IDLE
SAMPLE = catalogue.RESOURCES / "sample"
AREA = catalogue.field_of(IDLE, "contract_area_ha").code


@pytest.fixture
def book(tmp_path: Path) -> Callable[..., LedgerBook]:
    def write(**sheets: Sequence[Sequence[Any]]) -> LedgerBook:
        workbook = Workbook()
        workbook.remove(workbook.active)
        for name, rows in sheets.items():
            sheet = workbook.create_sheet(name)
            for row in rows:
                sheet.append(list(row))
        path = tmp_path / "台账.xlsx"
        workbook.save(path)
        return LedgerBook(path)

    return write


def column(sheet: SeenSheet, head: str) -> SeenColumn:
    return next(each for each in sheet.columns if each.head == head)


@pytest.mark.parametrize("which", list(ListKind))
def test_the_sample_ledgers_leave_no_question_and_tell_their_list(which: ListKind) -> None:
    book = LedgerBook(SAMPLE / f"ledger_{which.value}.xlsx")
    assert book.likely() is which
    assert open_questions(book.seen(which)) == []


def test_an_unknown_head_is_a_question_until_the_mapping_says_what_it_is_or_leaves_it(
    book: Callable[..., LedgerBook],
) -> None:
    made = book(一月=[["电子监管号", "项目名称", "经办备忘"], ["1410262020B00011", "甲", "x"]])
    (sheet,) = made.seen(IDLE)
    assert [each.head for each in open_questions([sheet])] == ["经办备忘"]
    assert column(sheet, "经办备忘").field == ""
    assert open_questions(made.seen(IDLE, {"经办备忘": ""})) == []
    (mapped,) = made.seen(IDLE, {"经办备忘": "BZ"})
    assert column(mapped, "经办备忘").field == "BZ" and open_questions([mapped]) == []


def test_samples_show_the_text_and_how_it_reads_in_the_unit_chosen(book: Callable[..., LedgerBook]) -> None:
    made = book(台账=[["电子监管号", "用地"], ["A", None], ["B", "15"], ["C", "x"], ["D", 30], ["E", 45]])
    (sheet,) = made.seen(IDLE)
    read = column(sheet, "用地").samples(IDLE, AREA, "亩")
    assert [(text, each.value) for text, each in read] == [("15", 1.0), ("x", None), ("30", 2.0)]
    assert read[1][1].problem is not None


def test_two_heads_of_one_field_and_a_repeated_head(book: Callable[..., LedgerBook]) -> None:
    rows = [["电子监管号", "项目名称", "建设项目名称", "备注", "备注"], ["A", "甲", "乙", "1", "2"]]
    (sheet,) = book(台账=rows).seen(IDLE)
    assert [each.head for each in open_questions([sheet])] == ["建设项目名称"]
    assert [each.repeated for each in sheet.columns] == [False, False, False, False, True]


def test_a_head_in_two_units_is_a_question_and_the_answer_names_the_unit(book: Callable[..., LedgerBook]) -> None:
    made = book(台账=[["电子监管号", "项目名称", "出让面积（平方米）（公顷）"], ["A", "甲", 10000]])
    (sheet,) = made.seen(IDLE)
    (asked,) = open_questions([sheet])
    said = answer_of(IDLE, asked, AREA, "平方米")
    assert said == {asked.head: f"{AREA}:平方米"}
    assert read_ledger(made.path, IDLE, mapping=said).rows[0].values[AREA] == 1.0
    assert open_questions(made.seen(IDLE, said)) == []


def test_the_answers_read_the_ledger_as_it_was_shown(book: Callable[..., LedgerBook]) -> None:
    made = book(台账=[["序号", "监管编码", "面积数", "项目名称"], [1, "1410262020B00011", 15, "甲"]])
    (sheet,) = made.seen(IDLE, {"监管编码": "DZJGH"})
    chosen = {"监管编码": ("DZJGH", ""), "面积数": (AREA, "亩"), "项目名称": ("", ""), "序号": ("", "")}
    said = {h: t for head, what in chosen.items() for h, t in answer_of(IDLE, column(sheet, head), *what).items()}
    assert said == {"监管编码": "DZJGH", "面积数": f"{AREA}:亩", "项目名称": ""}
    (row,) = read_ledger(made.path, IDLE, mapping=said).rows
    assert row.values == {"DZJGH": "1410262020B00011", AREA: 1.0}


def test_heads_that_differ_in_their_unit_alone_are_mapped_apart(book: Callable[..., LedgerBook]) -> None:
    made = book(台账=[["电子监管号", "用地（亩）", "用地（公顷）"], ["A", 15, 2]])
    said = {"用地（亩）": "", "用地（公顷）": AREA}
    assert read_ledger(made.path, IDLE, mapping=said).rows[0].values == {"DZJGH": "A", AREA: 2.0}


def test_without_any_known_head_the_fullest_row_is_proposed_or_the_one_a_person_names(
    book: Callable[..., LedgerBook],
) -> None:
    made = book(台账=[["某县台账"], ["甲列", "乙列", "丙列"], ["1", "2", "3"]])
    (sheet,) = made.seen(IDLE)
    assert (sheet.found, sheet.lines) == (False, (2, 2))
    assert [each.head for each in open_questions([sheet])] == ["甲列", "乙列", "丙列"]
    (named,) = made.seen(IDLE, head_lines={"台账": 1})
    assert [each.head for each in named.columns] == ["某县台账"]
    (far,) = made.seen(IDLE, head_lines={"台账": 99})
    assert far.lines == (3, 3)


def test_a_sheet_of_remarks_beside_a_table_asks_nothing(book: Callable[..., LedgerBook]) -> None:
    made = book(台账=[["电子监管号", "项目名称"], ["A", "甲"]], 说明=[["填表须知", "略"]])
    assert open_questions(made.seen(IDLE)) == []


def test_a_workbook_with_a_sheet_for_each_list_is_of_neither_alone(book: Callable[..., LedgerBook]) -> None:
    heads = ["电子监管号", "项目名称"]
    made = book(未供=[heads, ["A", "甲"]], 闲置=[heads, ["B", "乙"]])
    assert made.likely() is None
    assert [sheet.name for sheet in made.seen(IDLE)] == ["闲置"]


def test_a_unit_that_the_field_cannot_have_is_refused_and_so_is_a_missing_file(
    book: Callable[..., LedgerBook], tmp_path: Path
) -> None:
    made = book(台账=[["电子监管号", "项目名称"], ["A", "甲"]])
    with pytest.raises(UnknownMappedUnit):
        read_ledger(made.path, IDLE, mapping={"项目名称": "XMMC:亩"})
    with pytest.raises(LedgerMissing):
        LedgerBook(tmp_path / "gone.xlsx")


def test_a_ledger_without_cells_has_nothing_to_show(book: Callable[..., LedgerBook]) -> None:
    assert book(台账=[]).seen(IDLE) == []
