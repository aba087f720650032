"""A ledger from the window: columns confirmed once and kept, and what matched or not is a list."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, Callable, Iterator

import pytest
from factories import parcel, shifted
from openpyxl import Workbook, load_workbook
from qgis.core import QgsProject, QgsSettings
from windows import Window

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.cartography.layers import layer_with_role
from anze_idle_land_plugin.cartography.project import write_project
from anze_idle_land_plugin.gui.case.dock import CampaignDock
from anze_idle_land_plugin.gui.ledger.attaching import LedgerAttaching
from anze_idle_land_plugin.gui.ledger.dialog import LedgerDialog
from anze_idle_land_plugin.gui.ledger.kept_columns import KeptColumnsDialog, keep, kept
from anze_idle_land_plugin.model.campaign import Campaign
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.readers.ledger.columns import LedgerBook
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.settings import LEDGER_ALWAYS_ASK, LEDGER_COLUMNS
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.surveying.importing import import_readings

pytestmark = pytest.mark.usefixtures("provider")
LIST = ListKind.UNSUPPLIED
AREA = catalogue.field_of(LIST, "area_ha").code
CODE = catalogue.code_field(LIST)


@pytest.fixture(autouse=True)
def nothing_kept(qgis_app: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No answers of another test, and no dialog that waits for a person for ever."""
    monkeypatch.setattr(LedgerDialog, "exec", lambda _self: pytest.fail("asked"))
    for setting in (LEDGER_COLUMNS, LEDGER_ALWAYS_ASK):
        QgsSettings().remove(f"anze/{setting.key}")
    yield
    for setting in (LEDGER_COLUMNS, LEDGER_ALWAYS_ASK):
        QgsSettings().remove(f"anze/{setting.key}")


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    path = tmp_path / "campaign.gpkg"
    days = {"starts_on": date(2023, 5, 10), "ends_on": date(2023, 11, 30)}
    create_campaign(path, Campaign("测试清理", 2023, "141026", "安泽县", "EPSG:4525", "", **days), {})
    with CampaignFile.open(path, update=True) as file:
        corners = [(0.0, 100.0), (100.0, 100.0), (100.0, 0.0), (0.0, 0.0)]
        parcels = [
            parcel(shifted([(x + 200 * n, y) for x, y in corners]), code=f"2023-G-{n:03d}", name=f"地块{n}")
            for n in (1, 2, 3)
        ]
        import_readings(file, LIST, [Reading("a.txt", "0" * 64, 1, "utf-8", "", "", tuple(parcels), ())])
    return path


@pytest.fixture
def ledger(tmp_path: Path) -> Callable[..., Path]:
    def write(*heads: str, name: str = "台账.xlsx") -> Path:
        book = Workbook()
        book.active.append(list(heads))
        for row in (["2023-G-001", "15", "甲"], ["2023-G-002", "60", "乙"], ["2023-G-009", "1", "丙"]):
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return write


@pytest.fixture
def window(qgis_iface: Any, qgis_new_project: object) -> Window:
    return Window(qgis_iface)


@pytest.fixture
def attaching(window: Window, campaign: Path) -> Iterator[LedgerAttaching]:
    write_project(campaign, campaign.with_suffix(".qgz"))
    assert QgsProject.instance().read(str(campaign.with_suffix(".qgz")))
    dock = CampaignDock(window)
    dock.follow_project()
    made = LedgerAttaching(window, dock, window.warnings.append, dock.refresh)
    yield made
    made.remove()
    dock.deleteLater()


def wait(qtbot: Any, attaching: LedgerAttaching) -> None:
    qtbot.waitUntil(lambda: attaching.result is not None and attaching.result.run is None, timeout=30000)


def test_unknown_heads_are_marked_and_the_answer_is_kept_for_the_next_ledger(
    window: Window, campaign: Path, ledger: Callable[..., Path]
) -> None:
    dialog = LedgerDialog(window.mainWindow(), campaign, LedgerBook(ledger("图斑编号", "账面数", "经办")), LIST)
    (sheet,) = dialog.sheets()
    assert sheet.field(0) == CODE and [sheet.field(1), sheet.field(2)] == ["", ""]
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
    sheet.choose("账面数", AREA, "亩")
    assert "15 → 1" in sheet.item(1, 3).text()
    assert dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
    dialog.accept()
    assert json.loads(str(dialog.parameters()["MAPPING"])) == {"账面数": f"{AREA}:亩", "经办": ""}
    assert kept(LIST) == {"账面数": f"{AREA}:亩", "经办": ""}
    again = LedgerDialog(
        window.mainWindow(), campaign, LedgerBook(ledger("图斑编号", "账面数", "经办", name="下月.xlsx")), LIST
    )
    assert (again.sheets()[0].field(1), again.sheets()[0].unit(1)) == (AREA, "亩")


def test_a_field_is_read_from_one_column_only(window: Window, campaign: Path, ledger: Callable[..., Path]) -> None:
    dialog = LedgerDialog(window.mainWindow(), campaign, LedgerBook(ledger("图斑编号", "地块名称", "经办")), LIST)
    (sheet,) = dialog.sheets()
    name = sheet.field(1)
    sheet.choose("经办", name)
    assert (sheet.field(1), sheet.field(2)) == ("", name)
    assert dialog.answers() == {"地块名称": "", "经办": name}


def test_cancelling_keeps_nothing(window: Window, campaign: Path, ledger: Callable[..., Path]) -> None:
    dialog = LedgerDialog(window.mainWindow(), campaign, LedgerBook(ledger("图斑编号", "账面数", "经办")), LIST)
    dialog.sheets()[0].choose("账面数", AREA)
    dialog.reject()
    assert kept(LIST) == {}


def test_a_ledger_whose_heads_are_all_known_asks_nothing_and_the_list_leads_to_the_parcels(
    qtbot: Any, attaching: LedgerAttaching, ledger: Callable[..., Path], tmp_path: Path
) -> None:
    area = catalogue.field_by_code(LIST)[AREA]
    keep(LIST, (), {"用地亩数": f"{AREA}:亩"})
    attaching.attach(ledger("图斑编号", "用地亩数", "地块名称"))
    wait(qtbot, attaching)
    dock = attaching.result
    kinds = [line.kind for line in dock.table.rows]
    assert kinds.count("matched") == 2 and kinds.count("row_left") == 1 and kinds.count("parcel_left") == 1
    (differs,) = [line for line in dock.table.rows if line.kind == "differs"]
    assert (differs.code, differs.field, differs.ledger, differs.campaign) == (
        "2023-G-002",
        area.name_zh,
        "4.0000",
        "1.0000",
    )
    dock.kind.setCurrentIndex(dock.kind.findData("differs"))
    assert dock.shown.rowCount() == 1
    dock.view.setCurrentIndex(dock.shown.index(0, 0))
    dock.show_parcel()
    assert attaching.dock._current_code() == "2023-G-002"
    layer = layer_with_role(QgsProject.instance(), LIST.table)
    assert [feature[CODE] for feature in layer.selectedFeatures()] == ["2023-G-002"]
    assert dock.save(tmp_path / "报告.xlsx")
    assert "不一致" in load_workbook(tmp_path / "报告.xlsx").sheetnames
    assert not dock.save(tmp_path / "no" / "报告.xlsx") and "no" in dock.detail.text()


def test_what_a_ledger_would_change_is_shown_and_its_day_asked_before_it_is_recorded(
    qtbot: Any, attaching: LedgerAttaching, tmp_path: Path, campaign: Path
) -> None:
    """Finding 13: 甲局 stays the department until the day of the September ledger."""
    first, later = tmp_path / "台账.csv", tmp_path / "台账2023年9月.csv"
    first.write_text("图斑编号,责任单位\n2023-G-001,甲局\n", encoding="utf-8")
    later.write_text("图斑编号,责任单位\n2023-G-001,乙局\n", encoding="utf-8")
    attaching.attach(first)
    wait(qtbot, attaching)
    dock = attaching.result
    assert not dock.asks.isVisibleTo(dock), "nothing is known of the parcel yet: nothing is asked"
    attaching.attach(later)
    wait(qtbot, attaching)
    (change,) = [line for line in dock.table.rows if line.kind == "changed"]
    assert (change.code, change.campaign, change.ledger, change.day) == ("2023-G-001", "甲局", "乙局", "2023-09-30")
    assert dock.asks.isVisibleTo(dock) and dock.day.date().toString("yyyy-MM-dd") == "2023-09-30"
    assert departments(campaign) == []
    dock.day.setDate(dock.day.date().addDays(-5))
    dock.take.click()
    wait(qtbot, attaching)
    assert [each[:1] for each in departments(campaign)] == [("甲局",), ("乙局",)]
    assert departments(campaign)[-1] == ("乙局", "2023-09-25")
    assert not dock.asks.isVisibleTo(dock)


def departments(campaign: Path) -> list[tuple[object, ...]]:
    with CampaignFile.open(campaign) as file:
        return list(file.query("SELECT value, effective_on FROM event WHERE field = 'ZRDW' ORDER BY id"))


def test_always_asking_shows_the_columns_of_a_known_ledger_too(
    attaching: LedgerAttaching, ledger: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(LedgerDialog, "exec", lambda self: asked.append(self.book.path.name) or 0)  # type: ignore[func-returns-value]
    LEDGER_ALWAYS_ASK.write(True)
    attaching.attach(ledger("图斑编号", "地块名称", "项目名称"))
    assert asked == ["台账.xlsx"] and attaching.result is None


def test_only_looking_changes_nothing_and_says_so(
    qtbot: Any, attaching: LedgerAttaching, ledger: Callable[..., Path], campaign: Path
) -> None:
    book = LedgerBook(ledger("图斑编号", "地块名称", "项目名称"))
    dialog = LedgerDialog(attaching.iface.mainWindow(), campaign, book, LIST)
    dialog.only_look.setChecked(True)
    attaching._run(dialog.parameters())
    wait(qtbot, attaching)
    assert attaching.result.title.text().endswith("(nothing was changed)")
    with CampaignFile.open(campaign) as file:
        assert file.query("SELECT COUNT(*) FROM import_journal WHERE profile = 'ledger'") == [(0,)]


def test_a_file_that_is_no_ledger_and_a_campaign_that_is_gone_are_said(
    qtbot: Any, attaching: LedgerAttaching, tmp_path: Path, campaign: Path, ledger: Callable[..., Path]
) -> None:
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04 no workbook")
    attaching.attach(broken)
    attaching.attach(tmp_path / "gone.xlsx")
    assert len(attaching.iface.warnings) == 2
    QgsProject.instance().removeAllMapLayers()  # QGIS would complain of each, and of what it still draws
    attaching.iface.mapCanvas().waitWhileRendering()
    campaign.unlink()
    attaching.attach(ledger("图斑编号", "地块名称", "项目名称"))
    wait(qtbot, attaching)
    assert str(campaign) in attaching.result.title.text() and not attaching.result.table.rows


def test_what_is_kept_is_looked_through_and_taken_back(window: Window) -> None:
    keep(LIST, (), {"账面数": f"{AREA}:亩", "经办": ""})
    dialog = KeptColumnsDialog(window.mainWindow())
    assert [row.head for row in dialog.table.rows] == ["账面数", "经办"]
    dialog.view.setCurrentIndex(dialog.table.index(0, 0))
    dialog.forget()
    assert kept(LIST) == {"经办": ""}
    dialog.always.setChecked(True)
    assert LEDGER_ALWAYS_ASK.read() is True


@pytest.mark.parametrize("written", ["no json", "[]", '{"unsupplied": 3}'])
def test_settings_written_by_hand_in_another_form_count_as_none(written: str) -> None:
    LEDGER_COLUMNS.write(written)
    assert kept(LIST) == {}


def test_a_field_that_is_gone_from_the_catalogue_is_asked_for_again() -> None:
    LEDGER_COLUMNS.write(json.dumps({LIST.value: {"甲": "NOFIELD", "乙": AREA}}))
    assert kept(LIST) == {"乙": AREA}


def test_the_standard_of_a_column_of_bare_codes_is_chosen_like_a_unit(
    window: Window, campaign: Path, tmp_path: Path
) -> None:
    (tmp_path / "台账.csv").write_text("图斑编号,用途\n2023-G-001,0601\n", encoding="utf-8")
    dialog = LedgerDialog(window.mainWindow(), campaign, LedgerBook(tmp_path / "台账.csv"), LIST)
    (sheet,) = dialog.sheets()
    sheet.choose("用途", "GHYT")
    assert sheet.unit(1) == "" and sheet.item(1, 3).text() == "0601 → ×"
    sheet.choose("用途", "GHYT", "gbt21010-2017")
    assert sheet.item(1, 3).text() == "0601 → 0601 工业用地（GB/T 21010-2017）"
    assert json.loads(str(dialog.parameters()["MAPPING"])) == {"用途": "GHYT:gbt21010-2017"}
