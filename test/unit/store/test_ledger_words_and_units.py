"""Findings 14, 25 and 36: rounded units, causes in free words, the plan's own words. Truth by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Callable

import pytest
from factories import parcel, shifted, snapshot

from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.readers.ledger.reader import read_ledger
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.ledgers.attaching import AttachSummary, attach_ledger
from anze_idle_land_plugin.store.standing.overview import read_overview
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot
from anze_idle_land_plugin.store.surveying.importing import import_readings

LISTS = {"unsupplied": ListKind.UNSUPPLIED, "idle": ListKind.IDLE}
SIDES = {"A": (150.25, 200.5), "B": (800.6, 25.4), "C": (100.0, 100.0)}
"""Metres: 3.0125125, 2.0335240 and 1 hectare, that is 45.1877, 30.5029 and 15 mu."""
Attach = Callable[..., AttachSummary]


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    path = tmp_path / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    places = zip((0.0, 400.0, 1300.0), SIDES.items())
    parcels = tuple(
        parcel(shifted([(x, h), (x + w, h), (x + w, 0.0), (x, 0.0)]), code=code) for x, (code, (w, h)) in places
    )
    with CampaignFile.open(path, update=True) as file:
        for which in ListKind:
            reading = Reading(f"{which.value}.txt", "0" * 64, 10, "utf-8", "canonical", "EPSG:4525", parcels, ())
            import_readings(file, which, [reading])
    return path


@pytest.fixture
def attach(campaign: Path, tmp_path: Path) -> Attach:
    def run(text: str, which: str = "unsupplied", name: str = "台账2023年5月.csv", **more: Any) -> AttachSummary:
        (tmp_path / name).write_text(text, encoding="utf-8")
        with CampaignFile.open(campaign, update=True) as file:
            return attach_ledger(file, LISTS[which], read_ledger(tmp_path / name, LISTS[which]), **more)

    return run


def column(campaign: Path, which: str, field: str) -> dict[object, object]:
    key = "TBBH" if which == "unsupplied" else "XZBH"
    with CampaignFile.open(campaign) as file:
        return dict(file.query(f"SELECT {key}, {field} FROM {LISTS[which].table}"))


@pytest.mark.parametrize(
    "head, written",
    [("地块面积(亩)", ("45.19", "30.5")), ("地块面积(公顷)", ("3.01", "2.03")), ("宗地面积（亩）", ("45.2", "30.5"))],
)
def test_a_rounded_area_that_agrees_leaves_the_surveyed_one_alone(
    campaign: Path, attach: Attach, head: str, written: tuple[str, str]
) -> None:
    """Finding 14: 45.19 mu is 3.012667 ± 0.000333 ha, and 3.0125 lies in it."""
    summary = attach(f"地块编号,{head}\nA,{written[0]}\nB,{written[1]}\n")
    assert summary.disagreements == ()
    areas = column(campaign, "unsupplied", "DKMJGQ")
    assert (areas["A"], areas["B"]) == (3.0125, 2.0335)


def test_a_rounded_area_that_does_not_agree_is_a_disagreement(campaign: Path, attach: Attach) -> None:
    """45.20 mu is 3.013333 ± 0.000333 ha at two decimals, beyond 3.0125: eight square metres are said."""
    summary = attach("地块编号,地块面积(亩)\nA,45.20\nB,30.50\n")
    assert [(each.code, each.field, each.document) for each in summary.disagreements] == [("A", "DKMJGQ", "3.0133")]


def test_a_later_rounded_area_never_takes_the_place_of_an_exact_one(campaign: Path, attach: Attach) -> None:
    attach("地块编号,地块面积(公顷)\nA,3.0125\nB,2.0335\n")
    summary = attach("地块编号,地块面积(亩)\nA,45.19\nB,31.5\n", name="台账2023年9月.csv")
    assert summary.changed == ()
    assert [(each.code, each.message.code) for each in summary.disagreements] == [("B", "rounded")]
    areas = column(campaign, "unsupplied", "DKMJGQ")
    assert (areas["A"], areas["B"]) == (3.0125, 2.0335)


def test_a_whole_number_has_the_decimals_of_its_column(campaign: Path, attach: Attach) -> None:
    """Spreadsheets drop zeros: 45 beside 30.50 is 45.00 mu, which is not 45.19."""
    summary = attach("地块编号,地块面积(亩)\nA,45\nB,30.50\n")
    assert [each.code for each in summary.disagreements] == ["A"]


def test_the_contract_in_mu_of_a_whole_parcel_is_the_whole_parcel(campaign: Path, attach: Attach) -> None:
    attach("地块编号,供应面积(亩)\nB,30.5\n")
    assert column(campaign, "unsupplied", "GYMJ")["B"] == 2.0335
    attach("宗地编号,供应面积(亩)\nB,30.5\n", "idle")
    assert column(campaign, "idle", "GYMJ")["B"] == 2.0335


@pytest.mark.parametrize(
    "which, head, cause, code, detail",
    [
        ("idle", "闲置原因", "企业资金不足", ("XZYY", None), ("XZYYXQ", "企业资金不足")),
        ("idle", "闲置原因", "手续办理迟缓", ("XZYY", "33"), ("XZYYXQ", None)),
        ("idle", "闲置原因", "涉诉", ("XZYY", "42"), ("XZYYXQ", None)),
        ("unsupplied", "未供应原因", "征地补偿资金未到位", ("PEWGYY", None), ("PEWGYYXQ", "征地补偿资金未到位")),
        ("unsupplied", "未供应原因", "规划调整", ("PEWGYY", "03"), ("PEWGYYXQ", None)),
    ],
)
def test_a_cause_in_free_words_is_kept_as_detail_and_its_code_stays_open(
    campaign: Path, attach: Attach, which: str, head: str, cause: str, code: tuple[str, Any], detail: tuple[str, Any]
) -> None:
    """Finding 36: only words that are a code's name, brackets apart, give the code."""
    key = "宗地编号" if which == "idle" else "地块编号"
    summary = attach(f"{key},项目名称,{head}\nA,甲,{cause}\n", which)
    assert column(campaign, which, code[0])["A"] == code[1]
    assert column(campaign, which, detail[0])["A"] == detail[1]
    assert len(summary.rejects) == (code[1] is None)
    if code[1] is None:
        said = summary.rejects[0].message.text()
        assert cause in said and "stays open" in said
        assert ("31 " in said) if which == "idle" else ("01 " in said and "09 " in said), "the near ones are offered"


def test_the_words_stand_before_what_the_detail_column_says(campaign: Path, attach: Attach) -> None:
    attach("宗地编号,项目名称,闲置原因,闲置原因详情\nA,甲,老板跑路,多次联系未果\n", "idle")
    assert column(campaign, "idle", "XZYYXQ")["A"] == "老板跑路；多次联系未果"


WORDS = [
    ("unsupplied", "应征则征", "01", "应征则征"),
    ("unsupplied", "不能征则退", "02", "不能征则退"),
    ("unsupplied", "应供则供", None, "应供则供"),
    ("unsupplied", "不能供则调", None, "不能供则调"),
    ("idle", "应建则建", None, "应建则建"),
    ("idle", "不能建则收", None, "不能建则收"),
]
"""By disposal_pewg.csv and disposal_xztd.csv: one measure carries out the first two, several each of the others."""


@pytest.mark.parametrize("head", ["处置方式", "处置类别", "拟处置方式", "分类处置意见"])
@pytest.mark.parametrize("which, word, code, category", WORDS)
def test_the_plans_own_words_are_read_and_the_category_shows(
    campaign: Path, attach: Attach, head: str, which: str, word: str, code: str | None, category: str
) -> None:
    """Finding 25: where several measures carry the word out, the code stays open and the category is kept."""
    key, measure = ("宗地编号", "CZFS") if which == "idle" else ("地块编号", "XHLYFS")
    attach(f"{key},项目名称,{head}\nA,甲,{word}\n", which)
    assert column(campaign, which, measure)["A"] == code
    day = date(2023, 9, 30)
    (dossier,) = [each for each in read_snapshot(campaign, day).dossiers[LISTS[which]] if each.code == "A"]
    assert dossier.category.principle == category
    (counted,) = [
        each
        for each in read_overview(campaign, day).counting.parcels
        if each.code == "A" and each.which is LISTS[which]
    ]
    assert counted.category.principle == category, "the query says the same"


def test_the_plans_word_stays_before_the_offices_own_measure(campaign: Path, attach: Attach) -> None:
    attach("地块编号,项目名称,拟处置方式,分类处置意见\nA,甲,应供则供,尽快挂牌\n")
    assert column(campaign, "unsupplied", "CZCS")["A"] == "应供则供；尽快挂牌"
