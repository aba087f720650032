"""The two kinds of case, typed over the field catalogue: one attribute a field, named in English.

``catalogue.py`` pairs each attribute with its field code and Chinese name; nothing else does. Areas in hectares end in
``_ha``, in square metres in ``_m2``, money in 万元 ends in ``_wan``. Empty text and None mean "not given". Document
area, geometry area (``area_m2``) and contract area stay three numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .kinds import ListKind


@dataclass(frozen=True)
class Case:
    """What both lists know of a parcel."""

    identifier: str = ""  # 标识码
    feature_class: str = ""  # 要素代码
    code: str = ""  # 图斑(地块)编号
    county_code: str = ""  # 行政区代码
    county_name: str = ""  # 行政区名称
    town_code: str = ""  # 乡镇代码
    town_name: str = ""  # 所属镇(街)
    in_zone: str = ""  # 是否开发区范围
    approval_number: str = ""  # 批准文号
    project_name: str = ""  # 项目名称
    location: str = ""  # 土地坐落
    area_m2: float | None = None  # 地块面积, 平方米
    reason: str = ""  # 未供原因代码
    reason_detail: str = ""  # 未供原因详情
    site_condition: str = ""  # 实地状况
    measure: str = ""  # 消化利用方式
    measure_plan: str = ""  # 处置措施(一地一策)
    deadline: date | None = None  # 计划完成时间
    land_user: str = ""  # 用地单位名称
    supply_mode: str = ""  # 供应方式
    contract_number: str = ""  # 合同(决定书)编号
    supervision_number: str = ""  # 电子监管号
    contract_signed_on: date | None = None  # 合同签订日期
    contract_area_ha: float | None = None  # 供应面积, 公顷
    done_area_ha: float | None = None  # 完成处置面积, 公顷
    done_on: date | None = None  # 完成处置日期
    confirmed: str = ""  # 系统已确认
    confirmed_on: date | None = None  # 系统确认日期
    department: str = ""  # 责任单位
    person_in_charge: str = ""  # 责任人
    contact: str = ""  # 联系方式
    state: str = ""  # 状态
    warning_colour: str = ""  # 是否预警
    closed: str = ""  # 销号标志
    closed_on: date | None = None  # 销号日期
    map_sheet_number: str = ""  # 图幅号
    zone_number: int | None = None  # 带号
    note: str = ""  # 备注

    @property
    def which(self) -> ListKind:
        """The list this case stands in."""
        return ListKind.UNSUPPLIED if isinstance(self, UnsuppliedCase) else ListKind.IDLE

    @property
    def title(self) -> str:
        """What people call the parcel: its parcel name, else its project, else its code."""
        return getattr(self, "parcel_name", "") or self.project_name or self.code

    @property
    def document_area_ha(self) -> float | None:
        """What the documents give, in hectares: the parcel area of the ledger, or the contract area of idle land."""
        return self.area_ha if isinstance(self, UnsuppliedCase) else self.contract_area_ha


@dataclass(frozen=True)
class UnsuppliedCase(Case):
    """批而未供: approved for conversion or expropriation, not yet supplied (resources/codes/fields_pewg.csv)."""

    batch_name: str = ""  # 批次名称
    batch_type: str = ""  # 批次类型
    approving_authority: str = ""  # 批准机关
    approved_on: date | None = None  # 批准日期
    approval_year: int | None = None  # 批准年度, 年
    batch_area_ha: float | None = None  # 批次批准总面积, 公顷
    expropriated_area_ha: float | None = None  # 其中征收面积, 公顷
    parcel_name: str = ""  # 地块名称
    area_ha: float | None = None  # 地块面积(公顷), 公顷
    supplied_area_ha: float | None = None  # 已供面积, 公顷
    remaining_area_ha: float | None = None  # 剩余未供面积, 公顷
    withdrawn_area_ha: float | None = None  # 撤回(失效)核销面积, 公顷
    planned_use: str = ""  # 规划用途
    present_land_class: str = ""  # 利用现状地类
    expropriation_status: str = ""  # 征收状态
    is_clean: str = ""  # 是否净地
    starts_on: date | None = None  # 启动时间节点
    milestone_month: str = ""  # 完成月份(里程碑)
    completion_note: str = ""  # 完成情况


@dataclass(frozen=True)
class IdleCase(Case):
    """闲置土地: supplied, not built on in time (resources/codes/fields_xztd.csv)."""

    cadastral_code: str = ""  # 宗地代码
    real_estate_unit: str = ""  # 不动产单元号
    land_approved_on: date | None = None  # 用地批准日期
    use: str = ""  # 土地用途
    idle_area_ha: float | None = None  # 闲置面积, 公顷
    price_wan: float | None = None  # 出让(划拨)价款, 万元
    delivery_due_on: date | None = None  # 约定交地时间
    delivered_on: date | None = None  # 实际交地时间
    start_agreed_on: date | None = None  # 约定动工时间
    start_changed_on: date | None = None  # 变更后动工时间
    started_on: date | None = None  # 实际动工时间
    completion_agreed_on: date | None = None  # 约定竣工时间
    completed_on: date | None = None  # 实际竣工时间
    buildable_area_ha: float | None = None  # 应动工开发面积, 公顷
    built_area_ha: float | None = None  # 已动工开发面积, 公顷
    total_investment_wan: float | None = None  # 总投资额, 万元
    invested_wan: float | None = None  # 已投资额, 万元
    stopped_on: date | None = None  # 中止建设日期
    idle_type: str = ""  # 闲置类型
    idle_since: date | None = None  # 闲置起始日期
    idle_days: int | None = None  # 闲置天数, 天
    investigation_served_on: date | None = None  # 调查通知书送达日期
    materials_submitted_on: date | None = None  # 材料提交日期
    recognition_number: str = ""  # 认定书文号
    recognition_served_on: date | None = None  # 认定书送达日期
    published_on: date | None = None  # 信息公开日期
    filed_on: date | None = None  # 系统备案日期
    plan_approval_number: str = ""  # 处置方案批复文号
    plan_approved_on: date | None = None  # 处置方案批复日期
    new_start_on: date | None = None  # 新约定动工日期
    fee_wan: float | None = None  # 土地闲置费, 万元
    fee_served_on: date | None = None  # 闲置费决定书送达日期
    fee_paid_on: date | None = None  # 闲置费缴纳日期
    takeback_number: str = ""  # 收回决定书文号
    takeback_served_on: date | None = None  # 收回决定书送达日期
    deregistered_on: date | None = None  # 注销登记日期
    mortgaged: str = ""  # 是否抵押
    seized: str = ""  # 是否查封
    seizure_number: str = ""  # 查封文号
    seized_on: date | None = None  # 查封日期
    lawsuit_evidence_filed: str = ""  # 涉诉印证资料已上传
