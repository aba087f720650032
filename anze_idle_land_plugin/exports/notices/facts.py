"""What a notice is filled with: the facts of a case as words, and blanks where a fact is not known."""

from __future__ import annotations

from datetime import date
from typing import Iterator, Mapping, NamedTuple

from ... import catalogue, law
from ...model.cases import IdleCase
from ...model.kinds import ListKind
from ...model.procedure.idle_clock import Cause, Consequence, IdleVerdict
from ...model.standing.snapshot import Dossier, Snapshot
from ...wording import parcels
from ...wording.amounts import hectares_zh, percent, wan
from ...wording.days import day_zh
from ...wording.numerals import money_in_words, ordinal
from ..office.official import BLANK


class Known(NamedTuple):
    """A fact by its Chinese name; None while it is not known."""

    label: str
    value: str | None


class Facts(Mapping[str, str]):
    """The facts of one document. What is asked for and not known becomes a blank and is remembered."""

    def __init__(self, known: Mapping[str, Known]) -> None:
        self._known = known
        self.missing: dict[str, None] = {}

    def __getitem__(self, name: str) -> str:
        fact = self._known[name]
        if fact.value:
            return fact.value
        self.missing[fact.label] = None
        return BLANK

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)

    def has(self, name: str) -> bool:
        """Whether the fact is known."""
        return bool(self._known[name].value)


ASKED_FOR = {
    "holder_address": "国有建设用地使用权人地址",
    "contact_unit": "联系部门",
    "contact_phone": "联系电话",
    "office_address": "办公地址",
    "government_approval": "人民政府批准文号",
    "hearing_date": "听证权利告知书送达日期",
    "evidence": "其他证据名称",
    "account": "闲置费缴款账户",
    "court": "有管辖权的人民法院",
    "registry": "不动产登记机构",
    "decision_date": "作出决定的日期",
    "mortgagee": "抵押权人名称",
    "other": "其他需要调查的事项",
    "proposed_decision": "拟作出的决定",
}
"""What no campaign file holds: always a blank, by its name."""


def facts_of(dossier: Dossier, snapshot: Snapshot) -> Facts:
    """The facts of an idle case as of the snapshot's day."""
    case = dossier.case
    assert isinstance(case, IdleCase)
    clock = law.clock_of(case, snapshot.as_of)
    assert clock is not None
    known = {name: Known(label, None) for name, label in ASKED_FOR.items()}
    known.update(_of_case(case))
    known.update(_of_clock(case, clock, snapshot.as_of))
    county = snapshot.campaign.county_name
    known["office"] = Known("行政机关名称", office_of(snapshot))
    known["government"] = known["reconsideration"] = Known("本级人民政府", f"{county}人民政府" if county else None)
    return Facts(known)


def office_of(snapshot: Snapshot) -> str | None:
    """The bureau that issues the notices."""
    return snapshot.campaign.bureau if snapshot.campaign.county_name else None


def _of_case(case: IdleCase) -> dict[str, Known]:
    def day(attribute: str) -> Known:
        value = getattr(case, attribute)
        return Known(_label(attribute), day_zh(value) if value else None)

    def text(attribute: str, shown: str | None = None) -> Known:
        return Known(_label(attribute), shown if shown is not None else getattr(case, attribute) or None)

    def coded(attribute: str) -> Known:
        return text(attribute, parcels.coded(case, attribute))

    return {
        "code": text("code"),
        "holder": text("land_user"),
        "project": text("project_name"),
        "location": text("location"),
        "supervision": text("supervision_number"),
        "contract": text("contract_number"),
        "signed": day("contract_signed_on"),
        "supply_mode": coded("supply_mode"),
        "use": coded("use"),
        "area": _hectares("contract_area_ha", case.contract_area_ha),
        "idle_area": _hectares("idle_area_ha", case.idle_area_ha),
        "price": _money("price_wan", case.price_wan),
        "delivery_due": day("delivery_due_on"),
        "delivered": day("delivered_on"),
        "start_agreed": day("start_agreed_on"),
        "start_changed": day("start_changed_on"),
        "new_start": day("new_start_on"),
        "completion_agreed": day("completion_agreed_on"),
        "real_estate_unit": text("real_estate_unit"),
        "site_condition": text("site_condition"),
        "investigation_served": day("investigation_served_on"),
        "materials_submitted": day("materials_submitted_on"),
        "recognition_number": text("recognition_number"),
        "recognition_served": day("recognition_served_on"),
        "reason": coded("reason"),
        "reason_detail": text("reason_detail"),
        "mortgaged": text("mortgaged", "是" if case.mortgaged == "Y" else ""),
        "started": day("started_on"),
        "stopped": day("stopped_on"),
        "built": _hectares("built_area_ha", case.built_area_ha),
        "buildable": _hectares("buildable_area_ha", case.buildable_area_ha),
        "invested": _money("invested_wan", case.invested_wan),
        "total_investment": _money("total_investment_wan", case.total_investment_wan),
        "built_share": _share("开发面积占比", case.built_area_ha, case.buildable_area_ha),
        "invested_share": _share("投资额占比", case.invested_wan, case.total_investment_wan),
    }


_YEARS = {1: "{idle_min_years_not_started:zh}", 2: "{idle_min_years_stopped:zh}"}
"""The years that make land idle, by type."""


def _of_clock(case: IdleCase, clock: IdleVerdict, as_of: date) -> dict[str, Known]:
    grounds = {row["id"]: row for row in catalogue.table("clock_grounds")}
    reasons = {row["code"]: row for row in catalogue.table("reason_xztd")}
    ground = grounds[clock.ground.value]
    cause = catalogue.clock_rules().cause_of(case.reason)
    article = reasons[case.reason]["article"] if case.reason in reasons else ""
    fee = clock.fee_wan if clock.consequence is Consequence.FEE else None
    return {
        "ground": Known("认定依据", ground["text"]),
        "cite": Known("条款", ground["cite"]),
        "start": _day("动工开发日期", clock.start_on),
        "since": _day(law.anchor_name(case.which, "clock.since"), clock.since),
        "two_years": _day(law.anchor_name(case.which, "clock.two_years_on"), clock.two_years_on),
        "idle_years": Known("闲置年限", catalogue.worded(_YEARS[clock.idle_type or 1])),
        "days": Known("闲置天数", None if clock.days is None else str(clock.days)),
        "as_of": Known("数据日期", day_zh(as_of)),
        "idle_type": Known("闲置类型", ordinal(clock.idle_type) if clock.idle_type else None),
        "cause": Known("闲置原因类别", cause.value if cause not in (Cause.NOT_GIVEN, Cause.OTHER) else None),
        "cause_article": Known("闲置原因条款", _article_zh(article)),
        "fee": _money("fee_wan", fee),
        "fee_upper": Known("土地闲置费（大写）", None if fee is None else money_in_words(fee)),
    }


def _day(label: str, day: date | None) -> Known:
    return Known(label, day_zh(day) if day else None)


def _label(attribute: str) -> str:
    return catalogue.field_of(ListKind.IDLE, attribute).name_zh


def _hectares(attribute: str, area_ha: float | None) -> Known:
    return Known(_label(attribute), None if area_ha is None else hectares_zh(area_ha))


def _money(attribute: str, amount_wan: float | None) -> Known:
    return Known(_label(attribute), None if amount_wan is None else wan(amount_wan))


def _share(label: str, part: float | None, whole: float | None) -> Known:
    return Known(label, percent(part / whole, 2) if part is not None and whole else None)


def _article_zh(article: str) -> str | None:
    """8(1) is 第八条第（一）项; an article without number in the table is left blank, of several the first is cited."""
    number, _, item = article.split(";", maxsplit=1)[0].partition("(")
    if not number.strip().isdigit():
        return None
    words = f"第{ordinal(int(number))}条"
    item = item.rstrip(")")
    return f"{words}第（{ordinal(int(item))}）项" if item.isdigit() else words
