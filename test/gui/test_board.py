"""The board in QGIS: the figures of lists and reports, as of any day; every number selects; it follows the file."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any, Iterator

import pytest
from factories import parcel, shifted
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QMenu

from anze_idle_land_plugin.cartography.layers import layer_with_role
from anze_idle_land_plugin.cartography.project import write_project
from anze_idle_land_plugin.exports.reports.progress import assessment, progress_figures
from anze_idle_land_plugin.gui.board.assessment import SUPPLY
from anze_idle_land_plugin.gui.board.dock import LAW, BoardDock
from anze_idle_land_plugin.gui.board.groups import GROUPINGS
from anze_idle_land_plugin.gui.board.links import Links
from anze_idle_land_plugin.model.campaign import Campaign
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.settings import BOARD_LAW_PARCELS
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.surveying.importing import import_readings

DAY = date(2023, 9, 30)


class Window:
    """What the board needs of QgisInterface."""

    def __init__(self, stub) -> None:  # type: ignore[no-untyped-def]
        self.stub, self.menu = stub, QMenu(stub.mainWindow())

    def __getattr__(self, name: str):  # type: ignore[no-untyped-def]
        return getattr(self.stub, name)


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """Four parcels of each list; G-001 settled in June and confirmed, G-002 overdue, G-003 due in five days."""
    path = tmp_path / "campaign.gpkg"
    days = {"starts_on": date(2023, 5, 10), "ends_on": date(2023, 11, 30)}
    create_campaign(path, Campaign("测试清理", 2023, "141026", "安泽县", "EPSG:4525", "", **days), {})
    with CampaignFile.open(path, update=True) as file:
        for which in ListKind:
            parcels = tuple(_square(which, number) for number in range(4))
            import_readings(
                file, which, [Reading("a.txt", "0" * 64, 1, "utf-8", "canonical", "EPSG:4525", parcels, ())]
            )
        _event(file, 101, "2023-G-001", "transition", "TP11", "ZT", "P50", 1.0, "2023-06-15")
        _event(file, 102, "2023-G-001", "confirm", "", "", "", None, "2023-07-01")
        _event(file, 103, "2023-G-002", "fact", "", "JHWCSJ", "2023-08-31", None, "2023-05-20")
        _event(file, 104, "2023-G-003", "fact", "", "JHWCSJ", "2023-10-05", None, "2023-05-20")
        _event(file, 105, "2023-X-004", "transition", "TX34", "ZT", "XS0", None, "2023-08-01")
    return path


def _event(file: CampaignFile, *values: object) -> None:
    number, code, kind, transition, field, value, area, day = values
    which = "unsupplied" if "-G-" in str(code) else "idle"
    file.execute(
        "INSERT INTO event (id, list, code, kind, transition, field, value, area_ha, effective_on, recorded_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '2023-09-30T00:00:00Z')",
        *(number, which, code, kind, transition, field, value, area, day),
    )


def _square(which: ListKind, number: int):  # type: ignore[no-untyped-def]
    left = 1000.0 * number + (9000 if which is ListKind.IDLE else 0)
    corners = shifted([(left, 100.0), (left + 100, 100.0), (left + 100, 0.0), (left, 0.0)])
    return parcel(corners, code=f"2023-{which.letter}-{number + 1:03d}", name=f"地块{number + 1}")


@pytest.fixture
def board(qgis_iface: Any, qgis_new_project: object, campaign: Path) -> Iterator[BoardDock]:
    """The board on the opened project of the campaign, on 2023-09-30."""
    write_project(campaign, campaign.with_suffix(".qgz"))
    assert QgsProject.instance().read(str(campaign.with_suffix(".qgz")))
    made = BoardDock(Window(qgis_iface))
    made.set_day(DAY)
    made.follow(campaign)
    made.refresh()
    yield made
    made.follow(None)
    made.deleteLater()


def plain(label) -> str:  # type: ignore[no-untyped-def]
    return re.sub("<[^>]*>", "", label.text())


def click(board: BoardDock, label, number: int) -> set[str]:  # type: ignore[no-untyped-def]
    """Follow the n-th link of a label; returns the codes selected in both layers."""
    address = re.findall('href="([^"]*)"', label.text())[number]
    label.linkActivated.emit(address)
    return selected()


def selected() -> set[str]:
    found = set()
    for which, field in ((ListKind.UNSUPPLIED, "TBBH"), (ListKind.IDLE, "XZBH")):
        layer = layer_with_role(QgsProject.instance(), which.table)
        found |= {feature[field] for feature in layer.selectedFeatures()}
    return found


def cells(board: BoardDock) -> dict[str, list[str]]:
    table = board.groups
    return {
        table.item(row, 0).text(): [table.item(row, column).text() for column in range(1, table.columnCount())]
        for row in range(table.rowCount())
    }


def test_the_board_shows_the_figures_of_lists_and_reports(board: BoardDock, campaign: Path) -> None:
    total = progress_figures(read_snapshot(campaign, DAY)).total
    assert plain(board.done) == f"{total.done_rate:.1%}　1.0000 / 7.0000 ha"
    assert plain(board.confirmed).startswith(f"{total.confirmed_rate:.1%}")
    assert plain(board.parcels).startswith("14.3%　1 / 7")
    assert plain(board.lag).startswith("70.7 ")
    assert "测试清理" in board.title.text()


def test_every_number_selects_its_parcels_in_both_layers_and_zooms(board: BoardDock) -> None:
    before = board.iface.mapCanvas().extent()
    assert click(board, board.done, 1) == {"2023-G-001"}
    assert board.iface.mapCanvas().extent() != before
    assert len(click(board, board.done, 2)) == 7
    assert click(board, board.outside, 0) == {"2023-X-004"}
    assert click(board, board.due, 0) == click(board, board.due, 1) == {"2023-G-003"}
    assert click(board, board.due, 2) == {"2023-G-002"}


def test_a_click_on_a_number_of_a_group_selects_its_parcels(board: BoardDock) -> None:
    board.grouping.setCurrentIndex([each.title for each in GROUPINGS].index("List"))
    assert list(cells(board)) == ["批而未供", "闲置土地"]
    board.groups.cellClicked.emit(0, 4)
    assert selected() == {"2023-G-001"}
    board.groups.cellClicked.emit(1, 0)
    assert selected() == {"2023-X-001", "2023-X-002", "2023-X-003"}
    board.groups.cellClicked.emit(0, 10)
    assert selected() == {"2023-G-002"}


@pytest.mark.parametrize("number", range(len(GROUPINGS)), ids=[each.title for each in GROUPINGS])
def test_every_grouping_adds_up_to_the_whole(board: BoardDock, number: int) -> None:
    board.grouping.setCurrentIndex(number)
    rows = cells(board)
    assert sum(int(row[0]) for row in rows.values()) == 7
    assert sum(float(row[1]) for row in rows.values()) == 7.0
    assert {row[2] for row in rows.values()} == {"—"}, "the city set no tasks"
    assert sum(float(row[3]) for row in rows.values()) == 1.0
    assert [sum(int(row[column]) for row in rows.values()) for column in (7, 8, 9)] == [1, 1, 1]


def test_the_slider_goes_back_in_time(board: BoardDock) -> None:
    board.slider.setValue(date(2023, 6, 14).toordinal())
    assert board.as_of() == date(2023, 6, 14)
    board.refresh()
    assert plain(board.done).startswith("0.0%　0.0000 / 8.0000")
    assert board.slider.minimum() == date(2023, 5, 10).toordinal()


def test_one_list_alone_is_counted_alone(board: BoardDock) -> None:
    board.lists.setCurrentIndex(1)
    assert plain(board.done).startswith("25.0%　1.0000 / 4.0000")
    board.lists.setCurrentIndex(2)
    assert plain(board.done).startswith("0.0%　0.0000 / 3.0000")


def test_the_board_follows_a_change_of_the_file(board: BoardDock, campaign: Path, qtbot: Any) -> None:
    board.setFloating(True)
    board.show()
    with CampaignFile.open(campaign, update=True) as file:
        _event(file, 110, "2023-G-004", "transition", "TP11", "ZT", "P50", 1.0, "2023-09-01")
    qtbot.waitUntil(lambda: plain(board.done).startswith("28.6%　2.0000 / 7.0000"), timeout=10000)


def test_legal_limits_are_computed_at_once_for_few_parcels_and_on_demand_for_many(board: BoardDock) -> None:
    at_once = plain(board.law)
    assert re.match(r"\d+ within 7 days", at_once)
    BOARD_LAW_PARCELS.write(3)
    try:
        board.refresh()
        assert plain(board.law) == at_once, "known already"
        board.follow(board.campaign)
        board.refresh()
        assert re.findall('href="([^"]*)"', board.law.text()) == [LAW]
        board.law.linkActivated.emit(LAW)
        assert plain(board.law) == at_once
    finally:
        BOARD_LAW_PARCELS.write(BOARD_LAW_PARCELS.default)


def test_supply_rate_disposal_rate_and_quota_are_those_of_the_reports_with_their_parcels(
    board: BoardDock, campaign: Path
) -> None:
    """Two parcels from a batch of four hectares approved in 2019, one of them supplied; all others undated."""
    with CampaignFile.open(campaign, update=True) as file:
        file.execute(
            "UPDATE unsupplied_parcel SET NZYPZRQ = '2019-03-01', NZYPZWH = '1号', NZYPZZMJ = 4, DKMJGQ = 1,"
            " YGMJ = CASE TBBH WHEN '2023-G-001' THEN 1 END WHERE TBBH IN ('2023-G-001', '2023-G-002')"
        )
    board.follow(campaign)
    board.refresh()
    shown, found = board.assessed, assessment(read_snapshot(campaign, DAY))
    assert found.supply.rate.numerator == 3.0
    assert plain(shown.supply).startswith("75.0%　3.0000 / 4.0000 ha")
    assert click(board, shown.supply, 1) == {"2023-G-001"}
    assert click(board, shown.supply, 2) == {"2023-G-001", "2023-G-002"}
    disposal = found.disposal["批而未供"]
    assert f"批而未供 {disposal.value:.1%}　1.0000 / {disposal.denominator:.4f} ha" in plain(shown.disposal)
    assert "合计" in plain(shown.disposal) and "15%" in plain(shown.disposal)
    assert click(board, shown.disposal, 1) == {"2023-G-001"}
    assert len(click(board, shown.disposal, 8)) == 8, "the stock of the beginning, suspended parcels too"
    assert plain(shown.quota).startswith(f"{found.change:+.0%}") and f"{found.quota_ha:.4f}" in plain(shown.quota)
    assert click(board, shown.quota, 1) == {"2023-G-001"}


def test_the_supply_rate_of_many_parcels_is_computed_on_demand(board: BoardDock) -> None:
    at_once = plain(board.assessed.supply)
    BOARD_LAW_PARCELS.write(3)
    try:
        board.follow(board.campaign)
        board.refresh()
        assert re.findall('href="([^"]*)"', board.assessed.supply.text()) == [SUPPLY]
        assert "8.0000" in plain(board.assessed.disposal)
        board.assessed.supply.linkActivated.emit(SUPPLY)
        assert plain(board.assessed.supply) == at_once
    finally:
        BOARD_LAW_PARCELS.write(BOARD_LAW_PARCELS.default)


def test_without_a_campaign_the_board_says_what_to_do(board: BoardDock) -> None:
    board.follow(None)
    board.refresh()
    assert board.title.text() and board.done.text() == "" and board.groups.rowCount() == 0


def test_a_campaign_that_went_away_is_said(board: BoardDock, campaign: Path) -> None:
    board.follow(campaign.with_name("gone.gpkg"))
    board.refresh()
    assert "gone.gpkg" in board.title.text()


def test_a_link_that_is_no_more_selects_nothing() -> None:
    links = Links()
    assert links.html("3", lambda: [(ListKind.IDLE, "A")]) == '<a href="0">3</a>'
    assert links.parcels("0") == [(ListKind.IDLE, "A")]
    links.clear()
    assert links.parcels("0") == []
