"""The html board in a real browser: filter, slide, click a parcel, open its sheet; nothing leaves the file."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Iterator

import pytest
from browser import Browser
from factories import SQUARE, dossier, parcel, shifted, snapshot
from hypothesis import given, settings
from hypothesis import strategies as st

from anze_idle_land_plugin.catalogue import RESOURCES
from anze_idle_land_plugin.exports.board.data import board_data
from anze_idle_land_plugin.exports.board.page import BoardNotWritten, as_script_text, write_board
from anze_idle_land_plugin.exports.board.shapes import outline
from anze_idle_land_plugin.model.campaign import Task
from anze_idle_land_plugin.model.counting.figures import BOTH_LISTS
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, Event, EventKind
from anze_idle_land_plugin.model.standing.snapshot import Snapshot
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.wording.amounts import ha, percent, points
from anze_idle_land_plugin.wording.days import countdown_zh, in_table, month_day, month_day_zh

AS_OF = date(2023, 9, 30)


@pytest.fixture(scope="module")
def folder(sample_campaign: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The board of the sample with one sheet beside it."""
    made = tmp_path_factory.mktemp("board")
    write_board(read_snapshot(sample_campaign, AS_OF), made / "board.html", since=date(2023, 8, 31))
    sheet = made / "sheets" / "unsupplied" / "2023-G-020.pdf"
    sheet.parent.mkdir(parents=True)
    sheet.write_bytes(b"%PDF-1.4\n%%EOF\n")
    return made


@pytest.fixture(scope="module")
def tab(folder: Path) -> Iterator[Browser]:
    opened = Browser(folder / "profile")
    yield opened
    opened.close()


@pytest.fixture
def board(tab: Browser, folder: Path) -> Browser:
    """The board freshly loaded."""
    tab.open(folder / "board.html")
    return tab


def text(board: Browser, selector: str) -> str:
    return str(board.run(f"document.querySelector('{selector}').textContent"))


def choose(board: Browser, name: str, label: str) -> None:
    """Take an option of a filter as a person would: by its text."""
    board.run(
        f"(function (select) {{ var i; for (i = 0; i < select.options.length; i += 1) {{"
        f" if (select.options[i].text === '{label}') {{ select.selectedIndex = i; }} }}"
        f" select.dispatchEvent(new Event('change')); }}(document.getElementById('filter_{name}')))"
    )


def rows(board: Browser) -> list[str]:
    codes: list[str] = board.run(
        "[].map.call(document.querySelectorAll('#parcels tbody tr'), function (r) { return r.dataset.code; })"
    )
    return codes


def test_the_board_opens_without_an_error_and_asks_for_nothing_but_itself(board: Browser, folder: Path) -> None:
    assert board.errors == []
    assert board.requests == [(folder / "board.html").as_uri()]
    assert "安泽县2023年度" in text(board, "#name") and text(board, "#dataDay") == "2023-09-30"
    assert len(rows(board)) == 100
    assert board.run("document.querySelectorAll('g.parcel').length") == 100


def test_a_filter_narrows_table_map_and_figures(board: Browser) -> None:
    before = text(board, "#card_rate .big")
    choose(board, "unit", "马壁镇")
    assert 0 < len(rows(board)) < 100
    assert board.run("document.querySelectorAll('g.parcel.faded').length") == 100 - len(rows(board))
    assert text(board, "#card_rate .big") != before
    choose(board, "list", "闲置土地")
    assert all(code.startswith("2023-X-") for code in rows(board))
    board.click("#reset")
    assert len(rows(board)) == 100 and text(board, "#card_rate .big") == before


def test_sliding_the_date_recomputes_rates_status_and_story(board: Browser) -> None:
    board.run(
        "(function (range) { range.value = Number(range.min) + 21; range.dispatchEvent(new Event('input')); }"
        "(document.getElementById('day')))"
    )
    assert text(board, "#dayText") == "2023-05-31"
    assert text(board, "#card_rate .big") == "18.0%"
    assert text(board, "#countdown") == "距11月30日还有183天"
    board.click("#later")
    assert text(board, "#dayText") == "2023-06-01"
    board.run("document.querySelectorAll('#stops button')[0].click()")
    assert text(board, "#dayText") == "2023-08-31"


def test_a_click_on_a_parcel_shows_its_story_and_links_its_sheet(board: Browser, folder: Path) -> None:
    board.click("#parcels tr[data-code='2023-G-020']")
    board.click("g.parcel[data-code='2023-G-020'] path:first-of-type")
    assert text(board, "#picked h2").startswith("2023-G-020")
    assert "销号" in text(board, "#picked")
    href = board.run("document.getElementById('sheet').href")
    assert href == (folder / "sheets" / "unsupplied" / "2023-G-020.pdf").as_uri()
    tabs = len(board.tabs())
    board.click("#sheet")
    assert len(board.tabs()) == tabs + 1
    assert board.requests == [(folder / "board.html").as_uri()]


def test_every_number_shows_the_parcels_behind_it(board: Browser) -> None:
    board.click("#card_confirmed button")
    shown = board.run("document.getElementById('count').textContent")
    assert re.fullmatch(r"系统确认率：\d+宗", shown)
    assert len(rows(board)) == int(re.sub(r"\D", "", shown))
    board.run("document.querySelector('#groups tr[data-name=\"马壁镇\"] button').click()")
    assert text(board, "#count").startswith("马壁镇：")
    board.click("#assessment tr[data-name='五年供地率'] button")
    assert re.fullmatch(r"五年供地率：\d+宗", text(board, "#count")) and 0 < len(rows(board)) < 100
    board.click("#assessment tr[data-name='处置率·合计'] button:last-of-type")
    assert len(rows(board)) == 100


def test_the_tasks_of_city_and_units_hold_in_the_browser_too(tab: Browser, tmp_path: Path) -> None:
    """A campaign with tasks, a zone parcel, a suspended one and rates above 100 %, held against the model."""
    whole = odd_campaign()
    write_board(whole, tmp_path / "board.html")
    tab.open(tmp_path / "board.html")
    assert tab.errors == []
    assert text(tab, "#card_rate .big") == "200.0%"
    assert text(tab, "#card_rate .small") == "1.0000 / 0.5000 公顷"


def odd_campaign() -> Snapshot:
    from dataclasses import replace

    surveys = [parcel(shifted(SQUARE, (37612000.0 + 200 * i, 4002000.0)), code=f"K/{i}") for i in range(3)]
    settled = Event(
        ListKind.UNSUPPLIED,
        "K/0",
        EventKind.TRANSITION,
        date(2023, 6, 20),
        transition="TP11",
        field=STATE_FIELD,
        value="P50",
        area_ha=1.0,
        id=2,
    )
    nasty = "</script><script>window.broken = 1</script><img src=x onerror='window.broken = 2'>\u2028&"
    dossiers = [
        dossier(survey=surveys[0], state="P40", events=[settled], DKMJGQ=1.0, DKMC=nasty, CZCS=nasty),
        dossier(survey=surveys[1], DKMJGQ=2.0, KFQBZ="Y"),
        dossier(ListKind.IDLE, surveys[2], state="XS0", GYMJ=4.0),
    ]
    tasks = (Task(ListKind.UNSUPPLIED, "141026", 2, 3.0, 0.5), Task(ListKind.IDLE, "安泽县", 0, 0.0, 0.0))
    return replace(snapshot(dossiers), tasks=tasks)


def test_text_that_looks_like_markup_stays_text(tab: Browser, tmp_path: Path) -> None:
    write_board(odd_campaign(), tmp_path / "board.html")
    tab.open(tmp_path / "board.html")
    tab.click("#parcels tr[data-code='K/0']")
    assert tab.run("window.broken === undefined")
    assert "</script><script>" in text(tab, "#picked h2")
    assert tab.run("document.querySelectorAll('img').length") == 0
    assert tab.run("document.getElementById('sheet').getAttribute('href')") == "sheets/unsupplied/K_0.pdf"


def test_data_cannot_break_out_of_its_element() -> None:
    assert as_script_text({"a": "</script>&\u2028"}) == '{"a":"\\u003c/script\\u003e\\u0026\\u2028"}'


def test_an_empty_campaign_still_gives_a_board(tab: Browser, tmp_path: Path) -> None:
    assert write_board(snapshot(), tmp_path / "board.html") == 0
    tab.open(tmp_path / "board.html")
    assert tab.errors == [] and text(tab, "#card_rate .big") == "0.0%"


def test_a_day_before_the_campaign_begins_opens_too(tab: Browser, tmp_path: Path) -> None:
    write_board(snapshot([dossier()], as_of=date(2023, 5, 1)), tmp_path / "board.html")
    tab.open(tmp_path / "board.html")
    assert tab.errors == [] and text(tab, "#dayText") == "2023-05-01"


def test_a_thousand_parcels_stay_under_five_megabytes(tmp_path: Path) -> None:
    facts = [
        Event(
            ListKind.UNSUPPLIED,
            "",
            EventKind.FACT,
            date(2023, 5, 10) + timedelta(days=n),
            field="CZCS",
            value="办理" * 20,
            id=n,
        )
        for n in range(3, 13)
    ]
    corners = [(float(x), float(40 + 60 * (x % 7) / 7)) for x in range(60)] + [(60.0, 0.0), (0.0, 0.0)]
    dossiers = [
        dossier(survey=parcel(shifted(corners, (37612000.0 + 80 * i, 4002000.0)), code=f"2023-G-{i:04d}"), events=facts)
        for i in range(1000)
    ]
    assert write_board(snapshot(dossiers), tmp_path / "board.html") == 1000
    assert (tmp_path / "board.html").stat().st_size < 5_000_000


def test_the_scripts_run_in_old_browsers_and_touch_no_markup_and_no_network() -> None:
    for file in (RESOURCES / "board").glob("*.js"):
        script = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"=>|`|\b(let|const|async|fetch|XMLHttpRequest|innerHTML|import|eval)\b", script), (
            file.name
        )
        assert "http" not in script.replace("http://www.w3.org/2000/svg", "")


def test_a_shape_is_coded_in_steps_of_decimetres_from_the_origin() -> None:
    found = outline(dossier().wkb, (37612000.0, 4002000.0), 0.5)
    assert found is not None
    assert (len(found.rings), found.across, found.area_ha) == (1, 1000, 1.0)
    assert sum(found.rings[0][0::2][1:]) in (0, -1000, 1000)
    assert outline(b"", (0.0, 0.0), 1.0) is None


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(BoardNotWritten, match="file"):
        write_board(snapshot(), tmp_path / "file" / "board.html")


def test_a_way_repeats_nothing_that_did_not_change(sample_campaign: Path) -> None:
    data = board_data(read_snapshot(sample_campaign, AS_OF), BOTH_LISTS)
    for each in data["parcels"]:
        way = each["w"]
        assert all(one[1:] != two[1:] for one, two in zip(way, way[1:]))
        assert [row[0] for row in way] == sorted(row[0] for row in way)


@given(st.lists(st.tuples(st.integers(-(10**9), 10**9), st.integers(0, 10)), min_size=200, max_size=200))
@settings(max_examples=5, deadline=None)
def test_the_board_writes_figures_as_the_plugin_does(
    tab: Browser, folder: Path, figures: list[tuple[int, int]]
) -> None:
    tab.open(folder / "board.html")
    values = [digits / 10**places for digits, places in figures]
    script = f"{json.dumps(values)}.map(function (v) {{ return [ANZE.area(v), ANZE.percent(v), ANZE.points(v)]; }})"
    assert tab.run(script) == [[ha(value), percent(value), points(value)] for value in values]


@pytest.mark.parametrize("on", [date(2023, 6, 9), date(2023, 11, 29), date(2023, 11, 30), date(2024, 2, 29)])
def test_the_board_writes_days_as_the_plugin_does(board: Browser, on: date) -> None:
    ends, day = date(2023, 11, 30), (on - date(1970, 1, 1)).days
    last = (ends - date(1970, 1, 1)).days
    words = f"[ANZE.dayText({day}), ANZE.monthDay({day}), ANZE.monthDayZh({day}), ANZE.countdown({last}, {day})]"
    assert board.run(words) == [in_table(on), month_day(on), month_day_zh(on), countdown_zh(ends, on)]
