"""Notices, publication list, assignment sheets: filled from the case, blanks visible, the lawyer's marks, refusals."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from factories import dossier, parcel, shifted, snapshot

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.exports.notices.assignment import by_unit
from anze_idle_land_plugin.exports.notices.drafts import NoSuchParcel, OnlyForIdleLand, write_documents
from anze_idle_land_plugin.exports.notices.text import NOTICES, Kind, compose
from anze_idle_land_plugin.exports.office.official import BLANK, DocumentNotWritten
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.standing.snapshot import Dossier, Snapshot

IDLE = ListKind.IDLE
DAY = date(2023, 6, 9)
FULL = {
    "XMMC": "食品生产线项目",
    "TDSYZ": "示例食品有限公司",
    "TDZL": "府城镇高壁村",
    "DZJGH": "1410262019B00011",
    "HTBH": "1410262019-011",
    "HTQDRQ": date(2019, 5, 20),
    "GYFS": "23",
    "TDYT": "gbt21010-2017:0601",
    "GYMJ": 2.5,
    "XZMJ": 2.5,
    "CRJK": 1200.0,
    "YDJDSJ": date(2019, 8, 20),
    "SJJDSJ": date(2019, 8, 20),
    "YDJGSJ": date(2023, 5, 20),
    "RDSWH": "安自然资闲认〔2022〕3号",
    "RDRQ": date(2022, 9, 1),
    "XZYY": "31",
    "XZYYXQ": "资金链断裂",
}
ONE_YEAR = {**FULL, "YDDGSJ": date(2022, 1, 10)}
TWO_YEARS = {**FULL, "YDDGSJ": date(2020, 5, 20)}


def idle(state: str = "X42", code: str = "2023-X-001", **fields: Any) -> Dossier:
    survey = parcel(shifted(((0.0, 100.0), (100.0, 100.0), (100.0, 0.0), (0.0, 0.0))), code=code)
    return dossier(IDLE, survey, as_of=DAY, state=state, **fields)


def text_of(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(each.text for each in document.paragraphs), *cells])


def drafted(kind: Kind, about: Dossier, folder: Path, day: date = DAY) -> str:
    done = write_documents(kind, snapshot([about], day), folder, codes=[about.code])
    assert [each.refused for each in done] == [""]
    return text_of(folder / done[0].file)


@pytest.mark.parametrize("kind", NOTICES, ids=lambda kind: kind.value)
def test_a_notice_has_every_item_the_order_asks_for(kind: Kind, tmp_path: Path) -> None:
    about = idle(**(ONE_YEAR if kind in (Kind.FEE, Kind.HEARING) else TWO_YEARS))
    whole = drafted(kind, about, tmp_path)
    items = [row["content"] for row in catalogue.table("notice_contents") if row["document"] == kind.row["contents"]]
    assert len(items) >= 4
    assert all(item in whole for item in items)
    assert "{" not in whole and "@" not in whole and "None" not in whole


def test_the_fee_decision_names_price_rate_fee_and_time_to_pay(tmp_path: Path) -> None:
    """Acceptance example 4: price 1 200 万元, fee 240 万元."""
    whole = drafted(Kind.FEE, idle("X60", **ONE_YEAR), tmp_path)
    assert "价款1200万元的百分之二十，向你单位征缴土地闲置费240万元（大写：贰佰肆拾万元整）" in whole
    assert "送达之日起三十日内" in whole and "第十四条第（一）项" in whole


def test_the_take_back_decision_names_the_two_years_and_the_mortgagee(tmp_path: Path) -> None:
    whole = drafted(Kind.TAKEBACK, idle("X70", **TWO_YEARS, SFDY="Y"), tmp_path)
    assert "至2022年5月20日已满两年未动工开发" in whole and "第十四条第（二）项" in whole
    assert "抄送土地抵押权人" in whole
    assert "抵押" not in drafted(Kind.TAKEBACK, idle("X70", **TWO_YEARS), tmp_path)


def test_the_investigation_asks_for_an_answer_within_thirty_days(tmp_path: Path) -> None:
    whole = drafted(Kind.INVESTIGATION, idle("X10", **TWO_YEARS), tmp_path)
    assert "自接到本通知书之日起三十日内" in whole
    assert "（2）现场勘测、拍照、摄像" in whole
    assert "动工开发日期为2020年5月20日，至2021年5月20日满一年" in whole


def test_idle_land_of_type_2_is_described_by_its_shares(tmp_path: Path) -> None:
    stopped = {"SJDGSJ": date(2020, 1, 1), "ZZSJ": date(2022, 1, 1), "YKFMJ": 0.9, "YDGMJ": 3.0, "YTZE": 40.0}
    whole = drafted(Kind.RECOGNITION, idle("X21", **FULL, **stopped, ZTZE=100.0), tmp_path)
    assert "占比30.00%" in whole and "占比40.00%" in whole and "第二条第二款" in whole


def test_what_is_not_known_is_a_visible_blank_and_named_for_the_drafter(tmp_path: Path) -> None:
    about = idle("X10", YDDGSJ=date(2020, 5, 20))
    notice = compose(Kind.INVESTIGATION, about, snapshot([about], DAY))
    assert {"土地使用权人", "电子监管号", "国有建设用地使用权人地址"} <= set(notice.missing)
    whole = drafted(Kind.INVESTIGATION, about, tmp_path)
    assert f"{BLANK}：" in whole
    assert "待补事实" in whole and "国有建设用地使用权人地址" in whole


def test_a_case_without_dates_is_drafted_with_what_is_missing(tmp_path: Path) -> None:
    whole = drafted(Kind.INVESTIGATION, idle("X10", TDSYZ="示例公司"), tmp_path)
    assert "不能判定" in whole and "判定闲置或者确定处置方式缺少：约定动工时间、实际交地时间" in whole


def test_what_is_unverified_is_marked_for_the_lawyer(tmp_path: Path) -> None:
    whole = drafted(Kind.RECOGNITION, idle("X21", **TWO_YEARS), tmp_path)
    assert len(re.findall("【待法制审核】", whole)) == 5  # the five items of article 10
    assert "【待法制审核】" not in drafted(Kind.INVESTIGATION, idle("X10", **TWO_YEARS), tmp_path)


def test_a_draft_out_of_its_turn_says_so(tmp_path: Path) -> None:
    assert "尚未到或者已过本文书所在环节" in drafted(Kind.FEE, idle("X20", **ONE_YEAR), tmp_path)


@pytest.mark.parametrize(
    ("kind", "state", "fields", "reason"),
    [
        (Kind.FEE, "X61", TWO_YEARS, "其他处置方式"),
        (Kind.TAKEBACK, "X42", ONE_YEAR, "其他处置方式"),
        (Kind.FEE, "X42", {**ONE_YEAR, "XZYY": "11"}, "其他处置方式"),
        (Kind.TAKEBACK, "X42", {**TWO_YEARS, "XZYY": "21"}, "其他处置方式"),
        (Kind.HEARING, "X42", {**TWO_YEARS, "XZYY": "41"}, "其他处置方式"),
        (Kind.RECOGNITION, "X00", {**FULL, "YDDGSJ": date(2022, 8, 1)}, "不构成闲置"),
        (Kind.RECOGNITION, "X99", TWO_YEARS, "已销号"),
        (Kind.INVESTIGATION, "X90", TWO_YEARS, "已动工"),
    ],
)
def test_a_notice_the_law_does_not_allow_is_not_drafted(
    kind: Kind, state: str, fields: dict[str, Any], reason: str, tmp_path: Path
) -> None:
    about = idle(state, **fields)
    done = write_documents(kind, snapshot([about], DAY), tmp_path, codes=[about.code])
    assert reason in done[0].refused and not done[0].file
    assert about.code in done[0].message().text()
    with open(tmp_path / f"{kind.value}.csv", encoding="utf-8-sig", newline="") as handle:
        assert reason in next(csv.DictReader(handle))["未生成原因"]


def test_an_unknown_cause_leaves_the_decision_blank(tmp_path: Path) -> None:
    whole = drafted(Kind.HEARING, idle("X42", **{**ONE_YEAR, "XZYY": ""}), tmp_path)
    assert f"拟作出的决定：{BLANK}" in whole


@pytest.fixture
def many() -> Snapshot:
    return snapshot(
        [
            idle("X10", "2023-X-001", **TWO_YEARS, ZRDW="自然资源局"),
            idle("X42", "2023-X-002", **{**TWO_YEARS, "XZYY": "12"}, ZRDW="GX", JHWCSJ=date(2023, 5, 31)),
            idle("X42", "2023-X-003", **ONE_YEAR, ZRDW="工信局", KFQBZ="Y"),
            idle("X99", "2023-X-004", **ONE_YEAR, ZRDW="工信局"),
            dossier(state="P20", ZRDW="自然资源局", JHWCSJ=date(2023, 11, 30)),
        ],
        DAY,
    )


def test_without_codes_every_parcel_whose_next_step_needs_it_gets_one(many: Snapshot, tmp_path: Path) -> None:
    assert [each.name for each in write_documents(Kind.INVESTIGATION, many, tmp_path)] == ["2023-X-001"]
    hearing = write_documents(Kind.HEARING, many, tmp_path)
    assert [(each.name, bool(each.refused)) for each in hearing] == [("2023-X-002", True), ("2023-X-003", False)]


def test_the_publication_list_gives_the_cause_only_where_it_is_the_governments(many: Snapshot, tmp_path: Path) -> None:
    done = write_documents(Kind.PUBLICATION, many, tmp_path)
    table = Document(str(tmp_path / done[0].file)).tables[0]
    rows = {row.cells[1].text: [cell.text for cell in row.cells] for row in table.rows[1:]}
    assert set(rows) == {"2023-X-002", "2023-X-003"}
    assert "规划" in rows["2023-X-002"][-1] and rows["2023-X-003"][-1] == "—"
    assert rows["2023-X-002"][3] == "示例食品有限公司"


def test_a_parcel_to_publish_that_is_not_recognised_is_refused(many: Snapshot, tmp_path: Path) -> None:
    done = write_documents(Kind.PUBLICATION, many, tmp_path, codes=["2023-X-001", "2023-X-002"])
    assert [each.name for each in done if each.refused] == ["2023-X-001"]


def test_each_department_and_town_gets_its_sheet_and_the_zone_its_own(many: Snapshot) -> None:
    units = by_unit(many.all_dossiers(), many.campaign.units)
    assert {unit: len(parcels) for unit, parcels in units.items()} == {
        "自然资源局": 2,
        "工信局": 2,
        "府城镇": 3,
        many.campaign.units.zone_name: 1,
    }


def test_an_overdue_parcel_makes_the_sheet_one_of_supervision(many: Snapshot, tmp_path: Path) -> None:
    done = write_documents(Kind.ASSIGNMENT, many, tmp_path)
    sheets = {each.name: text_of(tmp_path / each.file) for each in done}
    assert "督办单" in sheets["工信局"] and "督办地块（已逾期）" in sheets["工信局"] and "-9" in sheets["工信局"]
    assert "交办单" in sheets["自然资源局"] and "督办" not in sheets["自然资源局"]
    assert "尚有2宗" in sheets["自然资源局"] and "(未定)" in sheets["自然资源局"]


def test_an_unknown_code_stops_the_job_before_anything_is_written(many: Snapshot, tmp_path: Path) -> None:
    with pytest.raises(NoSuchParcel, match="2023-X-999"):
        write_documents(Kind.INVESTIGATION, many, tmp_path, codes=["2023-X-001", "2023-X-999"])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_said_in_one_sentence(many: Snapshot, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder", encoding="utf-8")
    with pytest.raises(DocumentNotWritten, match="taken"):
        write_documents(Kind.ASSIGNMENT, many, tmp_path / "taken")


def test_a_notice_is_for_idle_land_only(many: Snapshot, tmp_path: Path) -> None:
    with pytest.raises(OnlyForIdleLand):
        write_documents(Kind.FEE, many, tmp_path, [ListKind.UNSUPPLIED])


def test_every_text_of_the_table_can_be_filled_and_has_its_basis(tmp_path: Path) -> None:
    known = {row["kind"] for row in catalogue.table("notice_kinds")}
    for row in catalogue.table("notice_texts"):
        assert row["basis"]
        assert row["kind"] in known | {"clock", "land", "decision"}
    for kind in Kind:
        assert kind.row["basis"] and kind.zh
        for step in kind.steps:
            assert step in catalogue.workflow(IDLE).transitions
