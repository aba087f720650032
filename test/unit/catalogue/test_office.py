"""An office's own tables: what they change, what they may not, and that nothing stale remains."""

from __future__ import annotations

import threading
from fractions import Fraction
from pathlib import Path

import pytest

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.cartography import palette
from anze_idle_land_plugin.catalogue import tables
from anze_idle_land_plugin.catalogue.overrides import settable
from anze_idle_land_plugin.model.kinds import Status
from anze_idle_land_plugin.model.messages import CampaignError


def office(folder: Path, table: str, *lines: str, encoding: str = "utf-8") -> Path:
    """A folder with one table of the office's own."""
    folder.mkdir(exist_ok=True)
    (folder / f"{table}.csv").write_text("\n".join(lines) + "\n", encoding=encoding)
    return folder


@pytest.fixture
def fee(tmp_path: Path) -> Path:
    return office(tmp_path / "office", "policy_numbers", "name,value", "idle_fee_rate,25")


def rate() -> Fraction:
    return catalogue.clock_rules().fee_rate


def test_an_office_changes_a_number_and_everything_derived_from_it(fee: Path) -> None:
    assert rate() == Fraction(1, 5)
    with catalogue.under([fee]):
        assert rate() == Fraction(1, 4)
    assert rate() == Fraction(1, 5)


def test_a_table_changed_while_its_office_is_known_is_read_again(fee: Path) -> None:
    with catalogue.under([fee]):
        assert rate() == Fraction(1, 4)
    office(fee, "policy_numbers", "name,value", "idle_fee_rate,30.5")
    with catalogue.under([fee]):
        assert rate() == Fraction(61, 200)


def test_the_folder_of_the_campaign_wins_over_that_of_the_profile(fee: Path, tmp_path: Path) -> None:
    beside = office(tmp_path / "beside", "policy_numbers", "name,value", "idle_fee_rate,30", "answer_days,15")
    with catalogue.under([fee, beside]):
        assert (rate(), catalogue.policy_number("answer_days")) == (Fraction(3, 10), 15)
    with catalogue.under([beside, fee]):
        assert (rate(), catalogue.policy_number("answer_days")) == (Fraction(1, 4), 15)


def test_every_office_remembers_its_own(fee: Path, tmp_path: Path) -> None:
    """Two threads, two offices: neither sees the other's, and a thread that chose none has the shipped tables."""
    other = office(tmp_path / "other", "policy_numbers", "name,value", "idle_fee_rate,40")
    found: dict[str, Fraction] = {}

    def work(name: str, *folders: Path) -> None:
        if folders:
            catalogue.settle(folders)
        found[name] = rate()

    with catalogue.under([fee]):
        threads = [threading.Thread(target=work, args=each) for each in (("other", other), ("none",))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert (rate(), found) == (Fraction(1, 4), {"other": Fraction(2, 5), "none": Fraction(1, 5)})


def test_a_colour_of_the_office_is_in_the_palette(tmp_path: Path) -> None:
    folder = office(tmp_path, "status_lines", "status,colour,dash", "overdue,#123456,dash", "done,,dash")
    with catalogue.under([folder]):
        assert palette.lines()[Status.OVERDUE].colour == "#123456"
        assert palette.lines()[Status.DONE].colour == "#0070C0"  # an empty cell leaves what is shipped
        assert palette.lines()[Status.DONE].dash == "dash"


def test_a_table_saved_by_a_spreadsheet_is_read(tmp_path: Path) -> None:
    for encoding in ("utf-8-sig", "gb18030"):
        folder = office(tmp_path, "step_owners", "actor,who", "县政府,县人民政府办公室", encoding=encoding)
        with catalogue.under([folder]):
            who = {row["actor"]: row["who"] for row in catalogue.table("step_owners")}
        assert who["县政府"] == "县人民政府办公室"


def test_what_differs_from_the_shipped_tables_is_listed_with_both_values(fee: Path, tmp_path: Path) -> None:
    beside = office(tmp_path / "beside", "policy_numbers", "name,value", "idle_fee_rate,30", "answer_days,30")
    assert catalogue.office_differences() == ()
    with catalogue.under([fee, beside]):
        (one,) = catalogue.office_differences()  # answer_days is 30 as shipped
    assert one[:2] == ("policy_numbers", "idle_fee_rate") and one.title == "土地闲置费占出让或划拨价款的比例"
    assert (one.column, one.default, one.now) == ("value", "20", "30")
    assert Path(one.file) == beside / "policy_numbers.csv"


REFUSED = (
    ("holidays", ("from,to", "2023-01-01,2023-01-02"), "an office cannot set this table; it can set: policy_numbers"),
    ("policy_numbers", ("name,amount", "idle_fee_rate,25"), "no column “amount” that an office can set"),
    ("policy_numbers", ("value", "25"), "the column “name” is missing"),
    ("policy_numbers", ("name,value", "idle_fee,25"), "line 2: there is no row “idle_fee”; the rows are: idle_min_"),
    ("policy_numbers", ("name,value", "idle_fee_rate,25%"), "row “idle_fee_rate”: “25%” cannot stand in the column"),
    ("policy_numbers", ("name,value", "answer_days,15.5"), "allowed is a whole number such as 30"),
    ("status_lines", ("status,hatch", "done,stars"), "allowed is one of none, forward, backward, cross"),
    ("status_lines", ("status,colour", "done,blue"), "allowed is a colour such as #C0392B"),
    ("check_limits", ("name,value", "scope_from,2009-13-01"), "allowed is a day such as 2009-01-01"),
    ("check_limits", ("name,value", "spike_angle,sharp"), "allowed is a number such as 20"),
    (
        "step_owners",
        ("actor,who", "使用权人,{owner}"),
        "only these places to fill: {department}、{holder}、{idle_",
    ),
    ("step_owners", ("actor,who", "使用权人,{holder"), "only these places to fill"),
)


@pytest.mark.parametrize(("table", "lines", "said"), REFUSED)
def test_what_an_office_may_not_set_is_refused_in_a_sentence(
    tmp_path: Path, table: str, lines: tuple[str, ...], said: str
) -> None:
    with pytest.raises(CampaignError) as refused:
        tables.office_of([office(tmp_path, table, *lines)])
    assert said in str(refused.value) and f"{table}.csv" in str(refused.value)


def test_a_folder_without_tables_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "letterhead.txt").write_text("安泽县自然资源局", encoding="utf-8")
    assert tables.office_of([tmp_path, tmp_path / "nowhere"]) is tables.SHIPPED


def test_the_keys_of_every_table_an_office_may_set_tell_its_rows_apart() -> None:
    for name, about in settable(tables.shipped).items():
        rows = tables.shipped(name)
        assert {*about.keys, *about.columns} <= set(rows[0]), name
        assert len({about.key_of(row) for row in rows}) == len(rows), name


def test_rows_of_two_folders_stand_behind_ours_and_are_listed(tmp_path: Path) -> None:
    heads = "profile,fields,marker,roles,points,counting,header,title,kept"
    one = office(tmp_path / "one", "boundary_profiles", heads, "甲,1,,code,name;ring;n;e,,,甲式,")
    more = "乙,1,,name,name;ring;n;e,,,乙式,", "甲,1,,,name;ring;n;e;height,,,,height"
    two = office(tmp_path / "two", "boundary_profiles", heads, *more)
    shipped = len(catalogue.table("boundary_profiles"))
    with catalogue.under([one, two]):
        first, second = catalogue.table("boundary_profiles")[shipped:]
        told = {(each.row, each.column, each.default, each.now) for each in catalogue.office_differences()}
        assert catalogue.written_at("boundary_profiles", shipped) == (str(two / "boundary_profiles.csv"), 3)
    assert (first["title"], first["points"], first["kept"]) == ("甲式", "name;ring;n;e;height", "height")
    assert (second["profile"], second["title"], second["kept"]) == ("乙", "乙式", "")
    assert ("乙 1", "title", "", "乙式") in told and ("甲 1", "points", "", "name;ring;n;e;height") in told
    assert catalogue.written_at("boundary_profiles", 0) == ("boundary_profiles.csv", 2)
