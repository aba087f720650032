"""Every step of both tables, by name: what it needs, what refuses it, where it leads, what it settles."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any, Iterator, Mapping

import pytest
from factories import SQUARE, parcel, shifted, snapshot

from anze_idle_land_plugin import catalogue
from anze_idle_land_plugin.model.kinds import ListKind
from anze_idle_land_plugin.model.messages import Notes
from anze_idle_land_plugin.model.procedure.guards import GUARDS
from anze_idle_land_plugin.model.procedure.workflow import OVERRIDE, Transition
from anze_idle_land_plugin.model.standing.events import STATE_FIELD, EventKind
from anze_idle_land_plugin.model.standing.standing import standing
from anze_idle_land_plugin.readers.reading import Reading
from anze_idle_land_plugin.store.casework.admitting import steps_for
from anze_idle_land_plugin.store.casework.recording import Draft, StepRefused, record
from anze_idle_land_plugin.store.creating import create_campaign
from anze_idle_land_plugin.store.database import CampaignFile
from anze_idle_land_plugin.store.events import events_of
from anze_idle_land_plugin.store.surveying.importing import import_readings

NOW = datetime(2026, 1, 2, tzinfo=timezone.utc)
ENTERED, KNOWN, DAY = date(2023, 5, 10), date(2023, 6, 1), date(2023, 8, 1)
AREA_HA = 1.5
SUSPENDED_IN = "X42"


@dataclass(frozen=True)
class Facts:
    """What must be on record: field values, the system's confirmation, an attachment that comes with the step."""

    fields: Mapping[str, str] = field(default_factory=dict)
    confirmed: bool = False
    attaches: bool = False


IDLE_SINCE_LONG = {"YDDGSJ": "2020-05-20"}
STOPPED = {"SJDGSJ": "2019-01-01", "ZZSJ": "2022-01-31", "YDGMJ": "3.0", "YKFMJ": "0.9", "ZTZE": "100", "YTZE": "40"}
HOLDS: Mapping[str, Facts] = {
    "clean_parcel": Facts({"JDBZ": "Y"}),
    "was_expropriated": Facts({"ZSZT": "12"}),
    "was_not_expropriated": Facts({"ZSZT": "11"}),
    "not_lapsed": Facts({"NZYPZRQ": "2022-08-01"}),
    "approved_two_years": Facts({"NZYPZRQ": "2015-06-01"}),
    "nothing_remains": Facts({"YGMJ": "1.5"}),
    "something_remains": Facts({"YGMJ": "1.0"}),
    "system_confirmed": Facts(confirmed=True),
    "idle_type_1": Facts(IDLE_SINCE_LONG),
    "idle_type_2": Facts(STOPPED),
    "idle_type_1|idle_type_2": Facts(IDLE_SINCE_LONG),
    "government_cause": Facts({"XZYY": "12"}),
    "enterprise_cause": Facts({"XZYY": "31"}),
    "filed_in_system": Facts({"JDBARQ": "2023-07-01"}),
    "two_years": Facts(IDLE_SINCE_LONG),
    "before_take_back": Facts({"YDDGSJ": "2021-08-01"}),  # two years are full on DAY itself
    "within_extension": Facts({"FAPFRQ": "2023-01-31", "XYDGRQ": "2024-01-31"}),  # a year to the day
    "lay_idle": Facts({"YDDGSJ": "2022-07-19"}),  # the year was full the day before the start
    "never_idle": Facts({"YDDGSJ": "2022-07-20"}),  # and here on the day of the start
    "fee_in_review": Facts({"XZFSDRQ": "2023-07-01"}),
    "take_back_in_review": Facts({"XZFSDRQ": "2023-05-20", "SHSDRQ": "2023-07-01"}),
    "started_art30": Facts({"SJDGSJ": "2023-07-20"}),
    "evidence_attached": Facts(attaches=True),
    "replacement": Facts({"CZFS": "15"}),
}
"""What makes a guard hold on DAY, by hand from guards.csv."""
FAILS: Mapping[str, tuple[Mapping[str, str], str]] = {
    "clean_parcel": ({"JDBZ": "N"}, "art 21"),
    "was_expropriated": ({"ZSZT": "11"}, "not expropriated"),
    "was_not_expropriated": ({"ZSZT": "12"}, "was expropriated"),
    "not_lapsed": ({"NZYPZRQ": "2021-07-31"}, "ZSZT = 12"),
    "approved_two_years": ({"NZYPZRQ": "2021-08-01"}, "lapses only after 2023-08-01"),
    "nothing_remains": ({"YGMJ": "1.0"}, "0.5000 ha"),
    "something_remains": ({"YGMJ": "1.5"}, "nothing of the parcel remains"),
    "system_confirmed": ({}, "not confirmed"),
    "idle_type_1": ({"YDDGSJ": "2022-08-01"}, "full on 2023-08-01 only"),
    "idle_type_2": ({**STOPPED, "ZZSJ": "2022-08-01"}, "stop that makes land idle"),
    "idle_type_1|idle_type_2": ({"YDDGSJ": "2022-08-01"}, "full on 2023-08-01 only"),
    "government_cause": ({"XZYY": "31"}, "企业原因"),
    "enterprise_cause": ({"XZYY": "12"}, "政府原因"),
    "filed_in_system": ({"JDBARQ": "2023-08-02"}, "JDBARQ"),
    "two_years": ({"YDDGSJ": "2021-08-01"}, "full on 2023-08-01 only"),
    "before_take_back": ({"YDDGSJ": "2021-07-31"}, "two years were full on 2023-07-31"),
    "within_extension": ({"FAPFRQ": "2023-01-30"}, "2024-01-31 is later than 2024-01-30"),
    "lay_idle": ({"YDDGSJ": "2022-07-20"}, "never lay idle"),
    "never_idle": ({"YDDGSJ": "2022-07-19"}, "lay idle before work started"),
    "fee_in_review": ({"SHSDRQ": "2023-07-02"}, "the take-back is under review"),
    "take_back_in_review": ({"SHSDRQ": ""}, "the fee is under review"),
    "started_art30": ({"SJDGSJ": "2023-08-02"}, "SJDGSJ"),
    "evidence_attached": ({}, "ATTACHMENTS"),
    "replacement": ({"CZFS": "11"}, "CZFS = 15"),
}
"""What makes a guard refuse on DAY (one day short where a time must pass), and words of the refusal."""
OTHER_FIELDS = {
    "LYXZ": "gbt21010-2017:0103", "PEWGYY": "02", "HTBH": "141026-2023-1", "HTQDRQ": "2023-07-01", "GYFS": "23",
    "GYMJ": "1.5",
    "DZJGH": "1410262023B00001", "DCTZRQ": "2023-07-30", "CLTJRQ": "2023-07-31", "RDSWH": "1号", "RDRQ": "2023-07-31",
    "XZLX": "1", "XZQSRQ": "2021-05-20", "XZYY": "31", "GSRQ": "2023-07-31", "JDBARQ": "2023-07-31", "FAPFWH": "2号",
    "FAPFRQ": "2023-07-31", "XYDGRQ": "2024-01-31", "XZFJE": "240", "XZFSDRQ": "2023-07-31", "XZFJNRQ": "2023-07-31",
    "SHJDWH": "3号", "SHSDRQ": "2023-07-31", "ZXDJRQ": "2023-07-31", "SFCF": "Y", "CFWH": "4号", "CFRQ": "2023-07-31",
    "SJJDSJ": "2019-05-20", "SJDGSJ": "2023-07-20",
}  # fmt: skip
STEPS = [(which, step) for which in ListKind for step in catalogue.workflow(which).transitions.values()]
GUARDED = [(which, step, group) for which, step in STEPS for group in step.guards]


def groups(step: Transition) -> list[str]:
    return ["|".join(group) for group in step.guards]


def needed(which: ListKind, step: Transition) -> dict[str, str]:
    """Every field the step needs, so that all its guards hold."""
    known = catalogue.field_by_code(which)
    fields = {
        code: OTHER_FIELDS.get(code, "")
        for code in step.required_fields
        if known[code].kept_by == "ledger" and code != step.adds_to
    }
    if step.code == "TX03":
        fields |= STOPPED
    for group in groups(step):
        fields |= HOLDS[group].fields
    return fields


def source_of(step: Transition) -> str:
    return SUSPENDED_IN if step.source in ("*", "XS0") else step.source


def prepared(which: ListKind, step: Transition, code: str, fields: Mapping[str, str], confirmed: bool) -> list[Draft]:
    """A parcel in the state the step starts from, with the facts on record."""
    area = "DKMJGQ" if which is ListKind.UNSUPPLIED else "XZMJ"
    facts = {area: f"{AREA_HA}", **fields}
    drafts = [
        Draft(which, code, EventKind.BASELINE, ENTERED, field=STATE_FIELD, value=source_of(step), area_ha=AREA_HA)
    ]
    drafts += [Draft(which, code, EventKind.FACT, KNOWN, field=name, value=value) for name, value in facts.items()]
    if confirmed:
        drafts.append(Draft(which, code, EventKind.CONFIRM, KNOWN))
    return drafts


def taken(which: ListKind, step: Transition, code: str, **more: Any) -> Draft:
    return Draft(which, code, EventKind.TRANSITION, DAY, transition=step.code, document="安自然资〔2023〕9号", **more)


@dataclass
class Campaign:
    """One campaign file for all tests of this file; every call of ``parcel`` gives a parcel of its own."""

    path: Path
    numbers: Iterator[int]

    def parcel(self, which: ListKind) -> str:
        number = next(self.numbers)
        survey = parcel(shifted(SQUARE, (37612000.0 + 200 * number, 4002000.0)), code=f"T-{which.letter}-{number:04d}")
        with CampaignFile.open(self.path, update=True) as file:
            import_readings(
                file, which, [Reading(f"{number}.txt", "", 1, "utf-8", "canonical", "EPSG:4525", (survey,), ())]
            )
        return survey.code

    def record(self, *drafts: Draft) -> Notes:
        notes = Notes()
        with CampaignFile.open(self.path, update=True) as file:
            record(file, drafts, NOW, notes)
        return notes

    def standing(self, which: ListKind, code: str, day: date = DAY) -> Any:
        with CampaignFile.open(self.path) as file:
            events = events_of(file, which, [code])[(which, code)]
        return standing(events, catalogue.workflow(which), day, year=2023)

    @property
    def scan(self) -> str:
        scan = self.path.parent / "裁定书.pdf"
        scan.write_bytes(b"%PDF-1.4 scan")
        return str(scan)


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Campaign:
    path = tmp_path_factory.mktemp("steps") / "campaign.gpkg"
    create_campaign(path, snapshot().campaign, {})
    return Campaign(path, iter(range(1, 1000)))


def step_name(value: object) -> str:
    if isinstance(value, Transition):
        return f"{value.code} {value.name}"
    return "|".join(value) if isinstance(value, tuple) else value.value


@pytest.mark.parametrize(("which", "step"), STEPS, ids=step_name)
def test_the_step_leads_from_its_state_to_its_target_when_everything_is_given(
    campaign: Campaign, which: ListKind, step: Transition
) -> None:
    code = campaign.parcel(which)
    confirmed = any(HOLDS[group].confirmed for group in groups(step))
    campaign.record(*prepared(which, step, code, needed(which, step), confirmed))
    if step.source == "XS0":
        suspending = catalogue.workflow(which).transitions["TX34"]
        facts = [
            Draft(which, code, EventKind.FACT, KNOWN, field=name, value=OTHER_FIELDS[name])
            for name in ("SFCF", "CFWH", "CFRQ")
        ]
        campaign.record(*facts, taken(which, suspending, code, attachments=(campaign.scan,)))
    attachments = (campaign.scan,) if any(HOLDS[group].attaches for group in groups(step)) else ()
    campaign.record(taken(which, step, code, attachments=attachments))
    stands = campaign.standing(which, code)
    assert stands.state.code == (SUSPENDED_IN if step.source == "XS0" else step.target)
    assert stands.done_area_ha == (AREA_HA if step.completes else 0.0)
    assert stands.facts.get(step.adds_to, "") == (f"{AREA_HA:.4f}" if step.adds_to else "")
    assert stands.irregular == ()


@pytest.mark.parametrize(("which", "step", "group"), GUARDED, ids=step_name)
def test_the_step_is_refused_when_its_guard_does_not_hold(
    campaign: Campaign, which: ListKind, step: Transition, group: tuple[str, ...]
) -> None:
    code = campaign.parcel(which)
    fails, words = FAILS["|".join(group)]
    confirmed = any(HOLDS[each].confirmed for each in groups(step) if each != "|".join(group))
    campaign.record(*prepared(which, step, code, {**needed(which, step), **fails}, confirmed))
    with pytest.raises(StepRefused) as refusal:
        campaign.record(taken(which, step, code))
    said = str(refusal.value)
    assert code in said and step.label in said and any(name in said for name in group) and words in said
    assert campaign.standing(which, code).state.code == source_of(step)


@pytest.mark.parametrize(
    ("which", "step"), [(which, step) for which, step in STEPS if step.required_fields], ids=step_name
)
def test_the_step_is_refused_without_its_required_fields_and_names_them(
    campaign: Campaign, which: ListKind, step: Transition
) -> None:
    wanted = [
        name
        for name in step.required_fields
        if name != step.adds_to and name not in ("XZLX", "XZQSRQ")  # these follow from the dates
    ]
    if not wanted:
        assert step.code == "TP17"  # its field grows by the step's own area
        return
    code = campaign.parcel(which)
    guards_only = {name: value for group in groups(step) for name, value in HOLDS[group].fields.items()}
    given = {name: value for name, value in guards_only.items() if name not in wanted}
    campaign.record(*prepared(which, step, code, given, False))
    with pytest.raises(StepRefused) as refusal:
        campaign.record(taken(which, step, code, attachments=(campaign.scan,)))
    known = catalogue.field_by_code(which)
    assert all(f"{name} {known[name].name_zh}" in str(refusal.value) for name in wanted)


@pytest.mark.parametrize(("which", "step"), STEPS, ids=step_name)
def test_the_step_is_forbidden_from_every_other_state_in_words(
    campaign: Campaign, which: ListKind, step: Transition
) -> None:
    machine = catalogue.workflow(which)
    others = [state for state in machine.states.values() if not machine.admits(state, step)]
    assert others
    code = campaign.parcel(which)
    for state in others[::6]:  # some through the file; the machine itself was asked about all of them
        entered = Draft(which, code, EventKind.BASELINE, ENTERED, field=STATE_FIELD, value=state.code, area_ha=AREA_HA)
        words = f"{code} stands in .*starts from another state. Possible steps"
        campaign.record(entered)
        with pytest.raises(StepRefused, match=words) as refusal:
            campaign.record(taken(which, step, code))
        assert state.name in str(refusal.value)


def test_every_guard_of_the_table_is_coded_and_every_coded_guard_is_in_the_table() -> None:
    assert set(GUARDS) == {row["guard"] for row in catalogue.table("guards")}
    assert {name for _, step in STEPS for group in step.guards for name in group} == set(GUARDS)


def test_the_tables_have_the_steps_and_states_of_the_domain() -> None:
    assert {which: len(catalogue.workflow(which).transitions) for which in ListKind} == {
        ListKind.UNSUPPLIED: 30,
        ListKind.IDLE: 54,
    }
    assert {which: len(catalogue.workflow(which).states) for which in ListKind} == {
        ListKind.UNSUPPLIED: 15,
        ListKind.IDLE: 25,
    }


def test_only_the_steps_of_the_table_complete() -> None:
    completing = {step.code for _, step in STEPS if step.completes}
    assert completing == {"TP11", "TP18", "TX30", "TX31", "TX32", "TX40", "TX51"}


def test_nothing_changes_when_one_of_several_parcels_is_refused_and_each_reason_is_said(campaign: Campaign) -> None:
    which, step = ListKind.UNSUPPLIED, catalogue.workflow(ListKind.UNSUPPLIED).transitions["TP08"]
    clean, dirty, other = (campaign.parcel(which) for _ in range(3))
    campaign.record(*prepared(which, step, clean, {"JDBZ": "Y"}, False), *prepared(which, step, dirty, {}, False))
    with pytest.raises(StepRefused) as refusal:
        campaign.record(*(taken(which, step, code) for code in (clean, dirty, other)))
    assert f"{dirty}: TP08" in str(refusal.value) and f"{other} stands in 底数入库" in str(refusal.value)
    assert campaign.standing(which, clean).state.code == "P20"


def test_facts_given_with_the_step_count_for_it_and_leave_with_it_when_it_is_refused(campaign: Campaign) -> None:
    which, step = ListKind.UNSUPPLIED, catalogue.workflow(ListKind.UNSUPPLIED).transitions["TP08"]
    code = campaign.parcel(which)
    campaign.record(*prepared(which, step, code, {}, False))
    wrong = Draft(which, code, EventKind.FACT, DAY, field="JDBZ", value="N")
    with pytest.raises(StepRefused):
        campaign.record(wrong, taken(which, step, code))
    assert "JDBZ" not in campaign.standing(which, code).facts
    right = Draft(which, code, EventKind.FACT, DAY, field="JDBZ", value="Y")
    campaign.record(right, taken(which, step, code))
    assert campaign.standing(which, code).state.code == "P21"


def test_an_override_takes_the_step_with_reason_and_document_and_settles_nothing(campaign: Campaign) -> None:
    which, step = ListKind.UNSUPPLIED, catalogue.workflow(ListKind.UNSUPPLIED).transitions["TP11"]
    code = campaign.parcel(which)
    campaign.record(*prepared(which, step, code, {}, False))
    campaign.record(taken(which, step, code, override="县政府专题会议同意先行备案"))
    stands = campaign.standing(which, code)
    assert (stands.state.code, stands.done_area_ha) == ("P50", 0.0)
    last = stands.events[-1]
    assert (last.kind, last.transition, last.value) == (EventKind.TRANSITION, OVERRIDE, "P50")
    assert (last.note, last.document) == ("县政府专题会议同意先行备案", "安自然资〔2023〕9号")


def test_an_override_may_name_any_state_but_a_terminal_one(campaign: Campaign) -> None:
    which = ListKind.IDLE
    code = campaign.parcel(which)
    back = Draft(which, code, EventKind.TRANSITION, DAY, transition="X42", document="1号", override="补录")
    campaign.record(back)
    assert campaign.standing(which, code).state.code == "X42"
    for target in ("X99", "X30", "TX33"):
        closing = Draft(which, code, EventKind.TRANSITION, DAY, transition=target, document="1号", override="补录")
        with pytest.raises(StepRefused, match="only closed by its own step"):
            campaign.record(closing)


def test_an_override_without_document_is_refused(campaign: Campaign) -> None:
    code = campaign.parcel(ListKind.IDLE)
    draft = Draft(ListKind.IDLE, code, EventKind.TRANSITION, DAY, transition="X42", override="补录")
    with pytest.raises(StepRefused, match="needs a document"):
        campaign.record(draft)


def test_an_override_is_not_used_where_nothing_refuses_the_step(campaign: Campaign) -> None:
    which, step = ListKind.UNSUPPLIED, catalogue.workflow(ListKind.UNSUPPLIED).transitions["TP07"]
    code = campaign.parcel(which)
    campaign.record(*prepared(which, step, code, {}, False))
    campaign.record(taken(which, step, code, override="not needed"))
    assert campaign.standing(which, code).events[-1].transition == "TP07"


def test_a_step_cannot_settle_more_than_is_left(campaign: Campaign) -> None:
    which, step = ListKind.UNSUPPLIED, catalogue.workflow(ListKind.UNSUPPLIED).transitions["TP11"]
    code = campaign.parcel(which)
    campaign.record(*prepared(which, step, code, needed(which, step), False))
    with pytest.raises(StepRefused, match=r"cannot settle 1\.6000 ha, only 1\.5000 ha are left"):
        campaign.record(taken(which, step, code, area_ha=1.6))


def test_a_partial_supply_settles_its_contract_and_the_rest_goes_on(campaign: Campaign) -> None:
    which = ListKind.UNSUPPLIED
    steps = catalogue.workflow(which).transitions
    code = campaign.parcel(which)
    campaign.record(*prepared(which, steps["TP10"], code, {**needed(which, steps["TP10"]), "GYMJ": "0.6"}, False))
    number = Draft(which, code, EventKind.FACT, DAY, field="DZJGH", value="1410262023B00001")
    campaign.record(taken(which, steps["TP10"], code), number, taken(which, steps["TP11"], code))
    stands = campaign.standing(which, code)
    assert (stands.done_area_ha, stands.facts["YGMJ"]) == (0.6, "0.6000")
    campaign.record(taken(which, steps["TP13"], code))
    assert campaign.standing(which, code).state.code == "P20"


def test_a_withdrawal_in_part_is_marked_with_the_area_withdrawn(campaign: Campaign) -> None:
    which = ListKind.UNSUPPLIED
    steps = catalogue.workflow(which).transitions
    code = campaign.parcel(which)
    campaign.record(*prepared(which, steps["TP17"], code, {}, False))
    campaign.record(taken(which, steps["TP17"], code, area_ha=0.5), taken(which, steps["TP18"], code))
    stands = campaign.standing(which, code)
    assert (stands.done_area_ha, stands.facts["CHMJ"]) == (0.5, "0.5000")


def test_an_area_recorded_before_its_step_is_not_added_twice(campaign: Campaign) -> None:
    which = ListKind.UNSUPPLIED
    steps = catalogue.workflow(which).transitions
    code = campaign.parcel(which)
    campaign.record(*prepared(which, steps["TP17"], code, {"CHMJ": "0.5"}, False))
    campaign.record(taken(which, steps["TP17"], code))
    last = campaign.standing(which, code)
    assert (last.events[-1].area_ha, last.facts["CHMJ"]) == (0.5, "0.5000")


def test_a_step_long_after_its_limit_is_taken_and_said_to_be_late(campaign: Campaign) -> None:
    which, step = ListKind.IDLE, catalogue.workflow(ListKind.IDLE).transitions["TX06"]
    code = campaign.parcel(which)
    campaign.record(*prepared(which, step, code, {**needed(which, step), "DCTZRQ": "2023-06-20"}, False))
    notes = campaign.record(taken(which, step, code))
    assert [note.code for note in notes.messages] == ["step_is_late"]
    assert "due by 2023-07-20" in notes.messages[0].text() and "12 days late" in notes.messages[0].text()


def test_a_step_without_the_name_of_its_document_is_taken_with_a_remark(campaign: Campaign) -> None:
    which, step = ListKind.UNSUPPLIED, catalogue.workflow(ListKind.UNSUPPLIED).transitions["TP05"]
    code = campaign.parcel(which)
    campaign.record(*prepared(which, step, code, {}, False))
    notes = campaign.record(Draft(which, code, EventKind.TRANSITION, DAY, transition="TP05"))
    assert [note.code for note in notes.messages] == ["no_document"]
    assert "征地补偿安置方案" in notes.messages[0].text()


def test_the_choices_of_a_parcel_say_what_refuses_and_what_must_be_given(campaign: Campaign) -> None:
    which, code = ListKind.UNSUPPLIED, campaign.parcel(ListKind.UNSUPPLIED)
    with CampaignFile.open(campaign.path) as file:
        verdicts = {each.step.code: each for each in steps_for(file, which, [code, "unknown"], DAY)[code]}
    assert set(verdicts) == {"TP01", "TP02", "TP03", "TP04"}
    assert verdicts["TP01"].missing == ("LYXZ", "PEWGYY") and verdicts["TP01"].refusals == ()
    assert not verdicts["TP03"].admitted and "JDBZ" in verdicts["TP03"].refusals[0].text()


def test_a_suspended_case_entered_by_the_ledger_resumes_in_the_state_of_the_table(campaign: Campaign) -> None:
    which, step = ListKind.IDLE, catalogue.workflow(ListKind.IDLE).transitions["TX36"]
    code = campaign.parcel(which)
    campaign.record(
        Draft(which, code, EventKind.BASELINE, ENTERED, field=STATE_FIELD, value="XS0"), taken(which, step, code)
    )
    assert campaign.standing(which, code).state.code == "X20"
