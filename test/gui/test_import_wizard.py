"""The import wizard: recognises, is overridden, shows on the map, imports in a task, lists rejects."""

from __future__ import annotations

import csv
import json
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any, Callable, Iterator

import pytest
from factories import parcel, shifted
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsPointXY, QgsProject, QgsRectangle
from qgis.gui import QgsRubberBand
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from qgis.PyQt.QtGui import QDragEnterEvent, QDropEvent
from qgis.PyQt.QtWidgets import QWidget
from windows import DrivenWizard, Window

from anze_idle_land_plugin.algorithms.frame.language import install_translator
from anze_idle_land_plugin.cartography.project import write_project
from anze_idle_land_plugin.exports.boundary.txt import write_boundary_file
from anze_idle_land_plugin.gui.importing.drop import SurveyDrop, any_path, survey_text
from anze_idle_land_plugin.gui.importing.journal import JournalDialog
from anze_idle_land_plugin.gui.window import CampaignWindow
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, EventKind
from anze_idle_land_plugin.store.casework.recording import Draft, record
from anze_idle_land_plugin.store.database import CampaignFile

pytestmark = pytest.mark.usefixtures("provider", "qgis_processing")

EDGE = ((0.0, 100.0), (100.0, 100.0), (100.0, 0.0), (0.0, 0.0))
NO_ZONE = "id,x,y\n1,4002100.000,612000.000\n2,4002100.000,612100.000\n3,4002000.000,612100.000\n"


@pytest.fixture
def surveys(tmp_path: Path) -> Path:
    """A good file, one without zone, one with a broken row, and one that is no text at all."""
    folder = tmp_path / "测量"
    folder.mkdir()
    east = parcel(shifted(EDGE, (37613000.0, 4002000.0)), code="DK-2")
    write_boundary_file(folder / "a好.txt", [parcel(code="DK-1"), east], "canonical")
    (folder / "b无带号.txt").write_text(NO_ZONE, encoding="utf-8")
    write_boundary_file(folder / "c坏.txt", [parcel(code="DK-3")], "canonical")
    broken = (folder / "c坏.txt").read_text(encoding="utf-8").replace("37612100.000", "376121XX", 1)
    (folder / "c坏.txt").write_text(broken, encoding="gb18030")
    (folder / "d.bin.txt").write_bytes(bytes(range(256)))
    return folder


@pytest.fixture
def driven(
    qtbot: Any, qgis_iface: Any, qgis_new_project: object, campaign: Path
) -> Iterator[Callable[..., DrivenWizard]]:
    # As an open campaign's project does; without a CRS the map of QGIS 3.22 makes PROJ complain.
    QgsProject.instance().setCrs(_crs("EPSG:4525"))
    qgis_iface.mapCanvas().setDestinationCrs(_crs("EPSG:4525"))
    opened = []

    def drive(*sources: Path) -> DrivenWizard:
        opened.append(DrivenWizard(qtbot, qgis_iface, campaign, *sources))
        return opened[-1]

    yield drive
    for each in opened:
        if not sip.isdeleted(each.wizard):
            each.wizard.reject()


def stored(campaign: Path, table: str = "unsupplied_parcel") -> int:
    with CampaignFile.open(campaign) as file:
        ((count,),) = file.query(f"SELECT COUNT(*) FROM {table}")
    return int(str(count))


def shown(table: Any) -> list[list[str]]:
    columns, rows = range(table.columnCount()), range(table.rowCount())
    return [[table.index(row, column).data() for column in columns] for row in rows]


def test_it_says_file_by_file_what_was_recognised(
    driven: Callable[..., DrivenWizard], surveys: Path, campaign: Path
) -> None:
    it = driven(surveys)
    assert it.wizard.currentPage() is it.wizard.source
    it.recognise()
    rows = shown(it.wizard.recognised.table)
    assert [row[0] for row in rows] == ["a好.txt", "b无带号.txt", "c坏.txt", "d.bin.txt"]
    good, zoneless, broken, binary = rows
    assert good[1:8] == ["utf-8", "通用格式", "zone 37, number in front (EPSG:4525)", "northing first", "2", "0", "0"]
    assert zoneless[5:7] == ["0", "1"]
    assert broken[1] == "gb18030" and int(broken[6]) >= 1
    assert binary[5] == "0"
    assert stored(campaign, "import_journal") == 0


def test_rejects_and_notes_of_the_selected_file_stand_below(driven: Callable[..., DrivenWizard], surveys: Path) -> None:
    it = driven(surveys)
    it.recognise()
    it.wizard.recognised.select(["c坏.txt"])
    details = it.wizard.recognised.details
    texts = [details.topLevelItem(row).text(2) for row in range(details.topLevelItemCount())]
    assert any("376121XX" in text for text in texts)


def test_what_is_forced_changes_what_is_read_and_what_is_stored(
    driven: Callable[..., DrivenWizard], surveys: Path, campaign: Path
) -> None:
    it = driven(surveys)
    it.recognise()
    assert not it.readings["b无带号.txt"].parcels
    it.force("b无带号.txt", crs="EPSG:4546")
    assert [each.grid.zone for each in it.readings["b无带号.txt"].parcels] == [37]
    assert it.wizard.recognised.table.rows[1].forced == "EPSG:4546"
    assert it.wizard.recognised.choices["crs"].currentData() == "EPSG:4546"
    it.preview()
    assert [row[0] for row in shown(it.wizard.shown.table)][:2] == ["DK-1", "DK-2"]
    assert it.wizard.shown.says.text().startswith("3 new parcels")
    it.import_all()
    assert stored(campaign) == 3


def test_a_vector_file_has_the_easting_in_x(driven: Callable[..., DrivenWizard], surveys: Path) -> None:
    ring = [list(place) for place in [*shifted(EDGE), shifted(EDGE)[0]]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    feature = {"type": "Feature", "properties": {"TBBH": "DK-9"}, "geometry": geometry}
    text = json.dumps({"type": "FeatureCollection", "features": [feature]})
    (surveys / "f图.geojson").write_text(text, encoding="utf-8")
    it = driven(surveys)
    it.recognise()
    assert shown(it.wizard.recognised.table)[4][:5] == [
        "f图.geojson", "UTF-8", "geojson", "zone 37, number in front (EPSG:4525)", "easting first",
    ]  # fmt: skip


def test_columns_nobody_knows_are_chosen(driven: Callable[..., DrivenWizard], surveys: Path) -> None:
    rows = [f"{east},乙{n},{north}" for n, (east, north) in enumerate(shifted(EDGE), 1)]
    (surveys / "e列.csv").write_text("\n".join(["甲,乙,丙", *rows]), encoding="utf-8")
    it = driven(surveys)
    it.recognise()
    it.wizard.recognised.select(["e列.csv"])
    it.wizard.recognised.choices["columns"].setEditText("name=B, x=C, y=A")
    it.wizard.recognised.force()
    it.wait_for_reading()
    (parcel_read,) = it.readings["e列.csv"].parcels
    assert parcel_read.parts[0].outer.names == ("乙1", "乙2", "乙3", "乙4")
    assert it.wizard.recognised.table.rows[4].forced == "name=B, x=C, y=A"


def test_what_was_forced_is_released_again(driven: Callable[..., DrivenWizard], surveys: Path) -> None:
    it = driven(surveys)
    it.recognise()
    it.force("b无带号.txt", crs="EPSG:4546")
    it.wizard.recognised.release()
    it.wait_for_reading()
    assert not it.readings["b无带号.txt"].parcels
    assert it.wizard.session.wanted.overrides == {}


def test_an_encoding_and_a_dialect_are_forced_too(driven: Callable[..., DrivenWizard], surveys: Path) -> None:
    it = driven(surveys)
    it.recognise()
    it.force("c坏.txt", encoding="gbk", profile="baopi")
    reading = it.readings["c坏.txt"]
    assert (reading.encoding, reading.profile) == ("gbk", "baopi")
    it.force("a好.txt", encoding="utf-16")
    assert it.readings["a好.txt"].parcels == ()


def test_the_parcels_are_drawn_before_anything_is_stored_and_taken_away_after(
    driven: Callable[..., DrivenWizard], qgis_canvas: Any, surveys: Path, campaign: Path
) -> None:
    def drawn() -> list[QgsRubberBand]:
        return [item for item in qgis_canvas.scene().items() if isinstance(item, QgsRubberBand) and item.size()]

    it = driven(surveys)
    it.recognise()
    assert drawn() == []
    it.preview()
    (band,) = drawn()
    box = band.asGeometry().boundingBox()
    assert (round(box.xMinimum()), round(box.xMaximum())) == (37612000, 37613100)
    assert qgis_canvas.extent().contains(box)
    assert stored(campaign) == 0
    it.wizard.shown.view.selectionModel().select(it.wizard.shown.table.index(1, 0), _select_row(it.wizard.shown.view))
    it.wizard.preview.zoom()
    assert not qgis_canvas.extent().contains(QgsPointXY(37612050, 4002050))
    it.import_all()
    assert drawn() == []
    it.wizard.reject()
    assert [item for item in qgis_canvas.scene().items() if isinstance(item, QgsRubberBand)] == []


def test_back_from_the_preview_cleans_the_map(
    driven: Callable[..., DrivenWizard], qgis_canvas: Any, surveys: Path
) -> None:
    it = driven(surveys)
    it.recognise()
    it.preview()
    it.wizard.back()
    it.wait_for_reading()
    assert not any(isinstance(item, QgsRubberBand) and item.size() for item in qgis_canvas.scene().items())


def test_cancelling_the_import_stores_nothing_and_says_so(
    driven: Callable[..., DrivenWizard], surveys: Path, campaign: Path
) -> None:
    for number in range(200):
        corners = shifted(EDGE, (37612000.0 + 200 * number, 4003000.0))
        write_boundary_file(surveys / f"e{number}.txt", [parcel(corners, code=f"E-{number}")], "canonical")
    before = campaign.read_bytes()
    it = driven(surveys)
    it.recognise()
    it.preview()
    it.wizard.next()
    it.qtbot.waitUntil(lambda: it.wizard.result.progress.value() > 0 or it.wizard.result.run is None, timeout=30000)
    it.wizard.result.stop()
    it.wait_for_run()
    assert campaign.read_bytes() == before
    assert "nothing was changed" in it.wizard.result.says.text()
    assert it.wizard.result.journal == ""


def test_closing_the_wizard_while_it_reads_or_imports_stores_nothing(
    driven: Callable[..., DrivenWizard], surveys: Path, campaign: Path
) -> None:
    it = driven(surveys)
    it.wizard.next()
    it.wizard.reject()
    it.qtbot.wait(300)
    assert stored(campaign) == 0
    again = driven(surveys)
    again.recognise()
    again.preview()
    again.wizard.next()
    again.wizard.reject()
    again.qtbot.wait(500)
    assert stored(campaign) in (0, 2)  # none of it, or all of it when it was quicker than the hand


def test_a_campaign_that_cannot_be_read_is_said_in_words(
    driven: Callable[..., DrivenWizard], surveys: Path, campaign: Path
) -> None:
    it = driven(surveys)
    campaign.unlink()
    it.recognise()
    assert "no campaign file" in it.wizard.recognised.summary.text()
    assert not it.wizard.recognised.isComplete()


def test_the_result_counts_lists_the_rejects_and_saves_what_it_shows(
    driven: Callable[..., DrivenWizard], surveys: Path, campaign: Path, tmp_path: Path
) -> None:
    it = driven(surveys)
    it.recognise()
    it.preview()
    changed = []
    it.wizard.changed.connect(lambda: changed.append(True))
    it.import_all()
    page = it.wizard.result
    assert page.says.text().startswith("2 new parcels, 0 with a new survey, 0 as before")
    assert changed == [True]
    rows = shown(page.rejects.table)
    assert {row[0] for row in rows} == {"b无带号.txt", "c坏.txt", "d.bin.txt"}
    assert stored(campaign, "reject") == len(rows)
    assert page.rejects.save(tmp_path / "saved.csv")
    with open(tmp_path / "saved.csv", encoding="utf-8-sig", newline="") as handle:
        saved = [[row["file"], row["line"], row["text"], row["reason"]] for row in csv.DictReader(handle)]
    assert saved == rows


def test_a_reject_zooms_to_its_surroundings_and_opens_its_line(
    driven: Callable[..., DrivenWizard], qgis_canvas: Any, surveys: Path
) -> None:
    qgis_canvas.setDestinationCrs(_crs("EPSG:4525"))
    it = driven(surveys)
    it.recognise()
    it.preview()
    it.import_all()
    rejects = it.wizard.result.rejects
    number = next(index for index, row in enumerate(rejects.table.rows) if "376121XX" in row.text)
    rejects.view.setCurrentIndex(rejects.table.index(number, 0))
    qgis_canvas.setExtent(QgsRectangle(0, 0, 1, 1))
    assert rejects.zoom()
    assert qgis_canvas.extent().contains(QgsPointXY(37612050, 4002050))
    view = rejects.open_line()
    assert view is not None
    (marked,) = view.text.extraSelections()
    assert "376121XX" in marked.cursor.block().text()
    assert marked.cursor.block().text().split()[0] == rejects.table.rows[number].line
    view.reject()


def test_a_reject_without_a_place_says_so(driven: Callable[..., DrivenWizard], surveys: Path) -> None:
    it = driven(surveys)
    it.recognise()
    it.preview()
    it.import_all()
    rejects = it.wizard.result.rejects
    number = next(index for index, row in enumerate(rejects.table.rows) if row.file == "b无带号.txt")
    rejects.view.setCurrentIndex(rejects.table.index(number, 0))
    assert not rejects.zoom()
    assert rejects.says.text() == "This reject has no place on the map"


def test_an_import_is_undone_from_the_last_page(
    driven: Callable[..., DrivenWizard], surveys: Path, campaign: Path
) -> None:
    it = driven(surveys)
    it.recognise()
    it.preview()
    it.import_all()
    assert it.wizard.result.undo_button.isVisible()
    it.wizard.result.undo()
    it.wait_for_run()
    assert stored(campaign) == 0
    assert it.wizard.result.says.text() == "Undone: 2 surveys were taken away"
    assert not it.wizard.result.undo_button.isVisible()


def test_files_are_taken_once_and_into_the_list_that_was_chosen(
    driven: Callable[..., DrivenWizard], surveys: Path, campaign: Path
) -> None:
    it = driven(surveys / "a好.txt", surveys / "a好.txt")
    assert it.wizard.source.files.count() == 1
    it.wizard.source.lists.button(list(ListKind).index(ListKind.IDLE)).click()
    it.recognise()
    it.preview()
    it.import_all()
    assert (stored(campaign), stored(campaign, "idle_parcel")) == (0, 2)


def test_without_files_there_is_no_next_page(driven: Callable[..., DrivenWizard]) -> None:
    it = driven()
    assert not it.wizard.source.isComplete()


def test_in_chinese_nothing_of_the_wizard_stays_english(driven: Callable[..., DrivenWizard], surveys: Path) -> None:
    translator = install_translator("zh-Hans")
    try:
        it = driven(surveys)
        it.recognise()
        it.preview()
        it.import_all()
        texts = [it.wizard.page(number).title() + it.wizard.page(number).subTitle() for number in it.wizard.pageIds()]
        texts += [it.wizard.recognised.summary.text(), it.wizard.shown.says.text(), it.wizard.result.says.text()]
        texts += [row[3] + row[4] for row in shown(it.wizard.recognised.table)[:1]]
        assert all(any("\u4e00" <= letter <= "\u9fff" for letter in text) for text in texts)
        assert not any(word in text for text in texts for word in ("parcels", "zone", "file"))
    finally:
        QgsApplication.removeTranslator(translator)


def dropping(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(widget: Any, *paths: Path) -> bool:
    """Drag files onto a widget and let go, as Qt tells it; whether it took them."""
    data, buttons, keys = dropping(*paths), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    enter.ignore()
    QgsApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, keys)
    QgsApplication.sendEvent(widget, event)
    found: bool = event.isAccepted()
    return found


@pytest.fixture
def plugin(qtbot: Any, qgis_iface: Any, qgis_new_project: object, campaign: Path) -> Iterator[CampaignWindow]:
    """The plugin's window on the open project of the campaign."""
    write_project(campaign, campaign.with_suffix(".qgz"))
    assert QgsProject.instance().read(str(campaign.with_suffix(".qgz")))
    made = CampaignWindow(Window(qgis_iface))
    yield made
    if made.actions.wizard is not None:
        made.actions.wizard.reject()
    made.remove()


@pytest.mark.parametrize("where", ["dock", "map"])
def test_files_dropped_onto_the_dock_or_the_map_open_the_wizard(
    plugin: CampaignWindow, qtbot: Any, surveys: Path, where: str
) -> None:
    widget = plugin.dock if where == "dock" else plugin.iface.mapCanvas().viewport()
    assert drop(widget, surveys / "a好.txt", surveys)
    wizard = plugin.actions.wizard
    assert wizard is not None and wizard.isVisible()
    qtbot.waitUntil(lambda: wizard.recognised.task is None, timeout=30000)
    assert wizard.currentPage() is wizard.recognised
    assert wizard.session.wanted.sources == (surveys / "a好.txt", surveys)


def test_a_shapefile_dropped_onto_the_map_stays_a_layer_of_qgis(plugin: CampaignWindow, tmp_path: Path) -> None:
    assert not drop(plugin.iface.mapCanvas().viewport(), tmp_path / "a.shp")
    assert plugin.actions.wizard is None


def test_files_dropped_onto_the_dock_without_a_campaign_are_answered(plugin: CampaignWindow, surveys: Path) -> None:
    plugin.dock.campaign = None
    assert not drop(plugin.iface.mapCanvas().viewport(), surveys)
    assert drop(plugin.dock, surveys)
    assert plugin.actions.wizard is None
    assert len(plugin.iface.warnings) == 1


def test_files_are_dropped_onto_the_first_page_too(driven: Callable[..., DrivenWizard], surveys: Path) -> None:
    it = driven()
    files = it.wizard.source.files
    assert drop(files.viewport(), surveys / "a好.txt")
    assert files.count() == 1 and it.wizard.source.isComplete()


def test_text_that_is_dragged_is_none_of_our_business(plugin: CampaignWindow) -> None:
    data = QMimeData()
    data.setText("4002100.000,37612000.000")
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    enter.ignore()
    QgsApplication.sendEvent(plugin.dock, enter)
    assert not enter.isAccepted()


def test_the_action_of_the_menu_opens_the_wizard(plugin: CampaignWindow) -> None:
    plugin.actions.import_parcels()
    assert plugin.actions.wizard is not None and plugin.actions.wizard.currentPage() is plugin.actions.wizard.source


def test_a_removed_drop_leaves_the_widget_alone(qtbot: Any, surveys: Path) -> None:
    widget = QWidget()
    taken: list[Any] = []
    qtbot.addWidget(widget)
    watching = SurveyDrop(widget, any_path, lambda: True, taken.append)
    watching.remove()
    assert not drop(widget, surveys) and taken == []
    assert survey_text(surveys) and not survey_text(surveys / "a.dxf")


def _crs(code: str) -> Any:
    return QgsCoordinateReferenceSystem(code)


def _select_row(view: Any) -> Any:
    flags = view.selectionModel().SelectionFlag
    return flags.Select | flags.Rows


def test_the_journal_lists_every_file_and_undoes_those_selected(
    driven: Callable[..., DrivenWizard], qtbot: Any, qgis_iface: Any, surveys: Path, campaign: Path
) -> None:
    it = driven(surveys)
    it.recognise()
    it.preview()
    it.import_all()
    dialog = JournalDialog(qgis_iface.mainWindow(), campaign)
    rows = shown(dialog.table)
    assert [row[2] for row in rows] == ["d.bin.txt", "c坏.txt", "b无带号.txt", "a好.txt"]
    assert rows[3][3:6] == ["批而未供", "通用格式", "2"] and rows[3][9] == ""
    assert not dialog.undo_button.isEnabled()
    dialog.view.setCurrentIndex(dialog.table.index(3, 0))
    changed = []
    dialog.changed.connect(lambda: changed.append(True))
    dialog.undo_button.click()
    qtbot.waitUntil(lambda: dialog.run is None, timeout=30000)
    assert (stored(campaign), changed) == (0, [True])
    assert shown(dialog.table)[3][9] != ""
    dialog.view.setCurrentIndex(dialog.table.index(3, 0))
    assert not dialog.undo_button.isEnabled()
    dialog.reject()


def test_the_journal_says_why_an_import_cannot_be_undone(
    driven: Callable[..., DrivenWizard], qtbot: Any, qgis_iface: Any, surveys: Path, campaign: Path
) -> None:
    it = driven(surveys / "a好.txt")
    it.recognise()
    it.preview()
    it.import_all()
    started = Draft(
        ListKind.UNSUPPLIED, "DK-2", EventKind.BASELINE, date(2023, 5, 10), field=STATE_FIELD, value="P00", area_ha=1.0
    )
    with CampaignFile.open(campaign, update=True) as file:
        record(file, [started], datetime.now(timezone.utc))
    dialog = JournalDialog(qgis_iface.mainWindow(), campaign)
    dialog.view.setCurrentIndex(dialog.table.index(0, 0))
    dialog.undo()
    qtbot.waitUntil(lambda: dialog.run is None, timeout=30000)
    assert "DK-2" in dialog.says.text() and stored(campaign) == 2
    dialog.reject()
