"""Numbers an office changes in its folder beside the campaign: every paper, list, check and board follows.

All that the product makes of the sample is made twice, with the shipped tables and with the office's own, and its words
are searched: the old numbers must be gone everywhere, the new ones stand where the old ones stood.
"""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from every_output import DAY, Run, make_every_output, words_of

from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.store.standing.snapshot import read_snapshot

pytestmark = pytest.mark.timeout(900)
"""Everything is made twice, before the first test."""

OFFICE = {
    "idle_fee_rate": "25",
    "hearing_request_days": "8",
    "hearing_notice_days": "12",
    "investigate_days": "45",
    "answer_days": "40",
    "fee_pay_days": "35",
    "deregister_days": "50",
    "reconsideration_days": "75",
    "litigation_months": "7",
    "enforcement_months": "4",
    "demand_days": "14",
    "takeback_years": "3",
    "approval_lapse_years": "4",
    "extension_max": "5",
    "temp_use_max": "6",
    "announce_working_days": "18",
}
SAID = {
    r"价款20%": "价款25%",
    r"百分之二十(?!五)": "百分之二十五，向你单位征缴",
    r"(?<!十)五个工作日内": "八个工作日内（首日不计",
    r"(?<!十)七个工作日前": "十二个工作日前通知听证",
    r"(?<!\d)5个工作日|(?<!\d)7个工作日前": "收到告知书后8个工作日内可要求听证，听证12个工作日前通知",
    r"三十日": "四十日内，按照要求",
    r"发现后30日|30日内（以转入": "发现涉嫌闲置之日起45日内",
    r"》之日起30日": "接到《闲置土地调查通知书》之日起40日内",
    r"送达之日起30日": "征缴决定书送达之日起35日内",
    r"六十日": "七十五日内",
    r"60日内": "75日内申请行政复议",
    r"六个月|6个月": "七个月内",
    r"满两年(?!内)": "满三年",
    r"两年内": "四年内是否已实施",
    r"超过一年": "延期超过五年",
    r"不超过两年": "临时使用不超过六年",
    r"催告(后|满)10日": "催告满14日后",
    r"15个工作日": "18个工作日",
}
"""What must be gone, and what must stand instead."""


@pytest.fixture(scope="module")
def said(run: Run, sample_campaign: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """The words of every output by file, with the shipped tables and with the office's."""
    found = {}
    for name in ("shipped", "office"):
        folder = tmp_path_factory.mktemp(name)
        campaign = folder / "campaign.gpkg"
        shutil.copy(sample_campaign, campaign)
        if name == "office":
            (folder / "office").mkdir()
            rows = "".join(f"{number},{value}\n" for number, value in OFFICE.items())
            (folder / "office" / "policy_numbers.csv").write_text(f"name,value\n{rows}", encoding="utf-8")
        make_every_output(run, campaign, folder / "out")
        found[name] = without(words_of(folder / "out"), written_by_people(campaign))
    return found


def written_by_people(campaign: Path) -> list[str]:
    """The sentences of the ledgers: what people once wrote keeps its numbers."""
    snapshot = read_snapshot(campaign, date.fromisoformat(DAY))
    cases = [each.case for which in ListKind for each in snapshot.dossiers[which]]
    texts = {
        getattr(case, name) for case in cases for name in ("measure_plan", "site_condition", "reason_detail", "note")
    }
    return sorted((re.sub(r"\s+", "", text) for text in texts if len(text) > 5), key=len, reverse=True)


def without(words: dict[str, str], sentences: list[str]) -> dict[str, str]:
    found = re.compile("|".join(map(re.escape, sentences)))
    return {file: found.sub("", text) for file, text in words.items()}


def files_that_say(words: dict[str, str], pattern: str) -> list[str]:
    return [file for file, text in words.items() if re.search(pattern, text)]


@pytest.mark.parametrize("old", SAID)
def test_no_paper_says_the_old_number(said: dict[str, dict[str, str]], old: str) -> None:
    assert files_that_say(said["shipped"], old), "the shipped number stands somewhere, else this test sees nothing"
    assert files_that_say(said["office"], old) == []


@pytest.mark.parametrize("new", SAID.values())
def test_the_new_number_stands_instead(said: dict[str, dict[str, str]], new: str) -> None:
    assert files_that_say(said["shipped"], re.escape(new)) == []
    assert files_that_say(said["office"], re.escape(new))


def test_every_kind_of_paper_is_looked_at(said: dict[str, dict[str, str]]) -> None:
    kinds = {Path(file).suffix for file in said["shipped"]}
    assert kinds == {".xlsx", ".docx", ".pdf", ".html", ".csv", ".qgz"}
    assert sum(file.endswith(".pdf") for file in said["shipped"]) > 100


def test_sheets_drawn_by_other_processes_say_it_too(
    said: dict[str, dict[str, str]], run: Run, sample_campaign: Path, tmp_path: Path
) -> None:
    sheets = [Path(file) for file in files_that_say(said["office"], "价款25%") if file.endswith(".pdf")]
    code = sheets[0].stem
    campaign = Path(shutil.copy(sample_campaign, tmp_path / "campaign.gpkg"))
    (tmp_path / "office").mkdir()
    (tmp_path / "office" / "policy_numbers.csv").write_text("name,value\nidle_fee_rate,25\n", encoding="utf-8")
    given = {"CAMPAIGN": str(campaign), "AS_OF": DAY, "LIST": "idle", "FILTER": f"\"XZBH\" = '{code}'"}
    run("parcelsheets", **given, FORMAT="pdf", WORKERS=2, OUTPUT=str(tmp_path / "out"))
    (words,) = words_of(tmp_path / "out").values()
    assert "价款25%" in words and "价款20%" not in words
