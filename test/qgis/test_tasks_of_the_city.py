"""Tasks of the city in the campaign: read at creation, refused as a whole when a row cannot be taken."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any, Callable

import docx
import pytest
from openpyxl import Workbook, load_workbook
from qgis.core import QgsProcessingException, QgsProcessingFeedback
from trial import playing
from trial.playing import INPUTS

from anze_idle_land_plugin.algorithms.samplecampaign import sample_folder
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot, read_tasks

Run = Callable[..., dict[str, Any]]
U, I = ListKind.UNSUPPLIED, ListKind.IDLE  # noqa: E741


LAYERS = {name: str(sample_folder() / "context" / f"{layer}.geojson") for name, layer in playing.LAYERS.items()}


def tasks_in(path: Path) -> dict[tuple[ListKind, str], float]:
    with CampaignFile.open(path) as file:
        return {(each.which, each.unit_code): each.task_area_ha for each in read_tasks(file)}


@pytest.mark.parametrize("table", ["tasks.xlsx", "tasks_typo.xlsx", "任务.xlsx"])
def test_17_18_each_table_of_the_trial_gives_the_county_8_and_10_hectares(table: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.gpkg"
    run("createcampaign", NAME="测试", YEAR=2023, TASKS=str(INPUTS / table), OUTPUT=str(path), **LAYERS)
    tasks = tasks_in(path)
    assert tasks[U, "安泽县"] == 8.0 and tasks[I, "安泽县"] == 10.0
    assert tasks[U, "府城镇"] == 2.6667  # 40 亩 / 15
    assert tasks[U, "安泽经济技术开发区"] == 2.0


def test_17_a_row_that_is_refused_stops_the_creation_and_every_one_is_named(run: Run, tmp_path: Path) -> None:
    book = Workbook()
    for row in (("单位", "批而未供任务（亩）"), ("安泽县", 120), ("张村", 40), ("府城镇", "若干")):
        book.active.append(list(row))
    book.save(tmp_path / "任务.xlsx")
    path = tmp_path / "a.gpkg"
    with pytest.raises(QgsProcessingException, match="(?s)张村.*若干"):
        run("createcampaign", NAME="测试", YEAR=2023, TASKS=str(tmp_path / "任务.xlsx"), OUTPUT=str(path), **LAYERS)
    assert not path.exists()


def text_of(pdf: Path) -> str:
    return subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout


@pytest.fixture
def trial(run: Run, tmp_path: Path) -> Path:
    """The parcels of the trial campaign with their ledgers, without tasks."""
    path = tmp_path / "trial.gpkg"
    run("createcampaign", NAME="试算", YEAR=2023, OUTPUT=str(path), **LAYERS)
    for folder, which in playing.SURVEYS:
        run("importparcels", CAMPAIGN=str(path), INPUT=str(INPUTS / folder), LIST=which)
    for file, which, told in playing.LEDGERS:
        run("attachledger", CAMPAIGN=str(path), INPUT=str(INPUTS / file), LIST=which, **told)
    return path


def progress(run: Run, path: Path, day: str, folder: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    told = run("progress", CAMPAIGN=str(path), AS_OF=day, JSON=str(folder / "p.json"))
    return told, json.loads((folder / "p.json").read_text(encoding="utf-8"))


def test_settasks_says_first_what_it_would_do_and_then_does_it_from_its_day_on(
    run: Run, trial: Path, tmp_path: Path
) -> None:
    table, report = str(INPUTS / "任务.xlsx"), str(tmp_path / "report.xlsx")
    given = {"CAMPAIGN": str(trial), "INPUT": table, "DATE": "2023-06-01"}
    tried = run("settasks", **given, DRY_RUN=True, REPORT=report)
    assert (tried["UNITS"], tried["REFUSED"], tasks_in(trial)) == (6, 0, {})
    rows = [row[:4] for row in load_workbook(report)["任务"].iter_rows(min_row=4, values_only=True)]
    assert ("批而未供", "府城镇", "—", 2.6667) in rows

    done = run("settasks", **given)
    assert (done["UNITS"], done["REFUSED"]) == (6, 0)
    _, before = progress(run, trial, "2023-05-31", tmp_path)
    _, after = progress(run, trial, "2023-06-01", tmp_path)
    assert before["total"]["task_area_ha"] is None
    assert (after["total"]["task_area_ha"], after["total"]["done"]["denominator"]) == (18.0, 18.0)


def test_settasks_takes_the_good_rows_and_names_the_refused(run: Run, trial: Path, tmp_path: Path) -> None:
    run("settasks", CAMPAIGN=str(trial), INPUT=str(INPUTS / "任务.xlsx"), DATE="2023-06-01")
    book = Workbook()
    for row in (("单位", "批而未供任务（亩）"), ("府城镇", 60), ("张村", 40)):
        book.active.append(list(row))
    book.save(tmp_path / "新任务.xlsx")
    feedback, report = QgsProcessingFeedback(), str(tmp_path / "report.xlsx")
    given = {"CAMPAIGN": str(trial), "INPUT": str(tmp_path / "新任务.xlsx"), "DATE": "2023-09-01", "REPORT": report}
    done = run("settasks", feedback, **given)
    assert (done["UNITS"], done["REFUSED"]) == (1, 1)
    assert "张村" in feedback.textLog()
    assert "张村" in str(load_workbook(report)["未采用"].cell(4, 3).value)
    tasks = tasks_in(trial)
    assert (tasks[U, "府城镇"], tasks[U, "和川镇"], tasks[I, "府城镇"]) == (4.0, 1.3333, 2.0)


def columns(path: Path, sheet: str, key: int = 0) -> dict[str, tuple[Any, ...]]:
    return {str(row[key]): row for row in load_workbook(path)[sheet].iter_rows(min_row=5, values_only=True)}


def test_16_task_base_and_done_are_three_columns_in_every_table(run: Run, trial: Path, tmp_path: Path) -> None:
    """The county has 18 ha, its towns and zone have tasks of 8.0000 in the trial's first table; the base is 34.8 ha."""
    run("settasks", CAMPAIGN=str(trial), INPUT=str(INPUTS / "tasks.xlsx"), DATE="2023-05-10")
    book = tmp_path / "progress.xlsx"
    run("progress", CAMPAIGN=str(trial), AS_OF="2023-06-01", OUTPUT=str(book))
    total = columns(book, "按清单")["合计"]
    assert total[3] == 18.0 and total[2] > 30
    towns = columns(book, "按镇区")
    assert (towns["府城镇"][3], towns["和川镇"][3], towns["唐城镇"][3]) == (4.6667, 4.0, "—")
    assert towns["唐城镇"][2] > 0 and towns["唐城镇"][7] == "底数"
    assert (towns["安泽经济技术开发区"][3], towns["安泽经济技术开发区"][7]) == (2.0, "任务和底数")
    explained = str(load_workbook(book)["按镇区"]["A2"].value)
    assert "全县任务18.0000公顷由市下达，其中分解到镇（区）10.6667公顷" in explained
    for sheet in ("按责任单位", "按处置方式", "按年度分组"):
        tasks = {row[3] for name, row in columns(book, sheet).items() if name != "合计"}
        assert tasks == {"—"}, sheet

    lists = tmp_path / "lists.xlsx"
    run("threelists", CAMPAIGN=str(trial), AS_OF="2023-06-01", OUTPUT=str(lists))
    rows = {(row[1], row[2]): row for row in load_workbook(lists)["任务清单"].iter_rows(min_row=5, values_only=True)}
    assert rows["唐城镇", "批而未供"][5] == "—"
    # 1.3333 × 50 % = 0.66665, half up on the decimal product 0.6667 (finding 21)
    assert rows["和川镇", "批而未供"][5:9] == (1.3333, 0, 0.3333, 0.6667)


def test_19_another_year_has_no_plan_and_says_so_until_editcampaign_enters_one(run: Run, tmp_path: Path) -> None:
    path, feedback = str(tmp_path / "2024.gpkg"), QgsProcessingFeedback()
    run("createcampaign", feedback, NAME="2024", YEAR=2024, OUTPUT=path, **LAYERS)
    run("importparcels", CAMPAIGN=path, INPUT=str(INPUTS / "unsupplied"), LIST="unsupplied")
    said = QgsProcessingFeedback()
    told = run("progress", said, CAMPAIGN=path, AS_OF="2024-07-01", OUTPUT=str(tmp_path / "p.xlsx"))
    assert told["PLANNED_RATE"] == 0
    for log in (feedback.textLog(), said.textLog()):
        assert "not entered yet" in log or "尚未录入" in log
    assert "未下达时间节点" in str(load_workbook(tmp_path / "p.xlsx")["时间节点"]["A2"].value)
    run("threelists", CAMPAIGN=path, AS_OF="2024-07-01", OUTPUT=str(tmp_path / "l.xlsx"))
    heads = [cell.value for row in load_workbook(tmp_path / "l.xlsx")["任务清单"]["A3:I4"] for cell in row]
    assert not [head for head in heads if head and "月底" in str(head)]
    run("summary", CAMPAIGN=path, AS_OF="2024-07-01", OUTPUT=str(tmp_path / "s.docx"))
    text = "".join(each.text for each in docx.Document(str(tmp_path / "s.docx")).paragraphs)
    assert "未下达时间节点" in text and "2024年5月10日" not in text
    run("wallmap", CAMPAIGN=path, AS_OF="2024-07-01", PAPER="A3", OUTPUT=str(tmp_path / "w.pdf"))
    assert "未下达时间节点" in text_of(tmp_path / "w.pdf")

    plan = {"MILESTONES": '{"2024-06-30": "40%", "2024-12-31": 1}', "STAGES": '{"全年": ["2024-02-01", "2024-12-31"]}'}
    assert run("editcampaign", CAMPAIGN=path, DATE="2024-02-01", PLAN_DOCUMENT="安政办发〔2024〕3号", **plan) == {
        "CHANGED": 3
    }
    assert run("progress", CAMPAIGN=path, AS_OF="2024-07-01")["PLANNED_RATE"] == 0.4
    assert run("progress", CAMPAIGN=path, AS_OF="2024-01-31")["PLANNED_RATE"] == 0
    run("summary", CAMPAIGN=path, AS_OF="2024-07-01", OUTPUT=str(tmp_path / "s.docx"))
    text = "".join(each.text for each in docx.Document(str(tmp_path / "s.docx")).paragraphs)
    assert "自2024年2月1日起" in text and "安政办发〔2024〕3号" in text


@pytest.mark.parametrize(
    "wrong",
    [
        {"MILESTONES": '{"2024-06-30": 0.5}'},
        {"MILESTONES": '{"2023-06-30": 50}'},
        {"MILESTONES": '{"2023-06-30": 0.5, "2023-09-30": 0.4}'},
        {"MILESTONES": '{"June": 0.5}'},
        {"STAGES": '{"甲": ["2023-09-30", "2023-06-30"]}'},
        {"STAGES": '{"甲": 5}'},
        {"NUMBERS": '{"letter": "1号"}'},
        {},
    ],
)
def test_what_cannot_be_set_is_refused_in_words_and_nothing_is_set(
    wrong: dict[str, str], run: Run, trial: Path
) -> None:
    with pytest.raises(QgsProcessingException):
        run("editcampaign", CAMPAIGN=str(trial), **({"NAME": "新名称", **wrong} if wrong else {}))
    assert read_snapshot(trial, date(2023, 6, 1)).campaign.name == "试算"


def test_settings_departments_places_and_numbers_come_from_workbooks_and_json(
    run: Run, trial: Path, tmp_path: Path
) -> None:
    settings = Workbook()
    settings.active.title = "成员单位"
    for row in (("代码", "名称", "别名", "职责"), ("ZRZY", "自然资源局", "国土局", "总牵头")):
        settings.active.append(list(row))
    settings.save(tmp_path / "单位.xlsx")
    places = Workbook()
    places.active.title = "镇"
    for town in (("代码", "名称", "别名"), ("141026100", "府城镇", "老府城")):
        places.active.append(list(town))
    places.save(tmp_path / "镇.xlsx")
    given = {"DEPARTMENTS": str(tmp_path / "单位.xlsx"), "PLACES": str(tmp_path / "镇.xlsx")}
    numbers = '{"summary": "安自然资发〔2023〕7号"}'
    assert run("editcampaign", CAMPAIGN=str(trial), NUMBERS=numbers, DATE="2023-06-01", **given)["CHANGED"] == 3
    units = read_snapshot(trial, date(2023, 6, 1)).campaign.units
    assert [each.name for each in units.departments] == ["自然资源局"]
    assert units.town_name("老府城") == "府城镇" and len(units.towns) > 1
    run("summary", CAMPAIGN=str(trial), AS_OF="2023-07-01", OUTPUT=str(tmp_path / "s.docx"))
    assert "安自然资发〔2023〕7号" in [each.text for each in docx.Document(str(tmp_path / "s.docx")).paragraphs]
