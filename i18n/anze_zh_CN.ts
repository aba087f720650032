<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>anze</name>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/addparcel.py" />
      <source>Add a parcel</source>
      <translation>新增地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/addparcel.py" />
      <source>Enters one parcel by its boundary points: typed lines (J1, north, east), a boundary file's text, or a polygon as WKT (east north) in CRS, which is the campaign's when empty. Without a code the next free one is made. FACTS are field values, such as {"XMMC": "..."}; STATE is the state the case enters with.</source>
      <translation>按界址点录入一宗地块：逐行键入（J1,纵坐标,横坐标）、界址点文件文本，或 WKT 多边形（横坐标 纵坐标）；坐标系为 CRS，不填为专项行动的坐标系。不填编号则自动取下一个编号。FACTS 为字段值，如 {"XMMC": "..."}；STATE 为入库时的状态。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/addparcel.py" />
      <source>Code of the new parcel</source>
      <translation>新地块编号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/addparcel.py" />
      <source>Boundary points or WKT</source>
      <translation>界址点或 WKT</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/addparcel.py" />
      <source>Parcel code (the next free one when empty)</source>
      <translation>地块编号（不填则自动编号）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/addparcel.py" />
      <source>Parcel name</source>
      <translation>地块名称</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/addparcel.py" />
      <source>Coordinate system of the points</source>
      <translation>界址点坐标系</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/addparcel.py" />
      <source>Known since (today when empty)</source>
      <translation>起始日期（不填为今天）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/addparcel.py" />
      <source>Field values (JSON)</source>
      <translation>字段值（JSON）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/addparcel.py" />
      <source>State the case enters with</source>
      <translation>入库状态</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/addparcel.py" />
      <source>Document number</source>
      <translation>文号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/addparcel.py" />
      <source>Note</source>
      <translation>备注</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/advice.py" />
      <source>Disposal advice</source>
      <translation>处置建议</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/advice.py" />
      <source>Suggests a measure for each parcel by the plan's principle, with the reason, the article and what is not known, as of a day. Nothing is applied. OUTPUT ends in xlsx or csv.</source>
      <translation>按方案的处置原则逐宗提出建议的处置方式，列明理由、条款和待核实事项（截至某日）。只建议，不自动执行。输出文件以 xlsx 或 csv 结尾。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/advice.py" />
      <source>Rows</source>
      <translation>行数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/advice.py" />
      <source>Workbook or CSV</source>
      <translation>工作簿或 CSV</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/applyfix.py" />
      <source>Apply safe repairs</source>
      <translation>应用安全修复</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/applyfix.py" />
      <source>Repairs outlines where it is safe: repeated points, spikes without area, ring direction, the closing row. The outline is valid and its area the same afterwards, else nothing is done. DRY_RUN says what would change. The earlier survey stays; Undo an import takes the repair back by the number in JOURNAL.</source>
      <translation>对界线做安全修复：删除重复点、删除不围成面积的尖刺、调整环方向、补写闭合点。修复后界线有效且面积不变，否则不做任何改动。DRY_RUN仅说明将作的修改。原测绘成果保留，可按JOURNAL编号用“撤销导入”恢复。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/applyfix.py" />
      <source>Parcels repaired</source>
      <translation>已修复地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/applyfix.py" />
      <source>Points removed</source>
      <translation>删除的点数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/applyfix.py" />
      <source>{code}: {before} points before, {after} after; removed: {gone}</source>
      <translation>{code}：修复前{before}点，修复后{after}点；删除：{gone}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/applyfix.py" />
      <source>Parcel codes</source>
      <translation>地块编号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/applyfix.py" />
      <source>Repair</source>
      <translation>修复方式</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/applyfix.py" />
      <source>Only say what would happen</source>
      <translation>只预演，不写入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/applyfix.py" />
      <source>Number in the journal</source>
      <translation>导入记录编号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>Attach ledger</source>
      <translation>挂接台账</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>Matches the rows of a ledger (xlsx, xls, csv) with the parcels of a list, by code or supervision number, and takes their fields and present state. MAPPING says which field a head means, where its name does not: {"面积": "GDMJ:亩", "序号": ""} reads one column in mu and leaves the other, {"用途": "TDYT:ydyh-2023"} says the standard of its bare codes. Rows without parcel, parcels without row, values that disagree and cells that could mean two things stand in the report. What the ledger changes in a parcel that has a history is recorded as a fact of its day: DATE, or the day told in its title or file name, or else the day the file was saved; what was shown of earlier days stays as it was. A state in a later ledger moves no case, and a supplied area supplies nothing: take the step. DRY_RUN with REPORT shows every change, old and new, before it is recorded.</source>
      <translation>按编号或电子监管号将台账（xlsx、xls、csv）各行与清单宗地匹配，取其字段和现状。表头名称不明时由 MAPPING 指明对应字段：{"面积": "GDMJ:亩", "序号": ""} 表示一列按亩读入、另一列不用，{"用途": "TDYT:ydyh-2023"} 指明其代码所属标准。无对应宗地的行、台账中没有的宗地、不一致的数值以及含义不明的单元格均列入报告。台账对已有记录的宗地所作的变更，按台账日期登记为事实：DATE，或标题、文件名所载日期，否则为文件保存日期；此前各日的内容保持不变。后来台账中的状态不改变办理状态，已供面积也不构成供应：请办理相应步骤。DRY_RUN 配合 REPORT 可在登记前列出每项变更的原值和新值。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>Rows matched</source>
      <translation>已挂接行数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>Rows without parcel</source>
      <translation>无地块的行数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>Parcels without row</source>
      <translation>无台账的地块数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>Parcels whose values disagree</source>
      <translation>数据不一致的地块数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>Values changed in known parcels</source>
      <translation>已有记录宗地的变更项数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>Columns nobody knows</source>
      <translation>未识别的列数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>Lines and cells not read</source>
      <translation>未读入的行和单元格数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>Day of the ledger: {day}, told in its title or name</source>
      <translation>台账日期：{day}（取自标题或文件名）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>Ledger</source>
      <translation>台账</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>Sheet, when the workbook has several</source>
      <translation>工作表（工作簿有多个时）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>Field code by column head (JSON)</source>
      <translation>表头对应的字段代码（JSON）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>Field code that identifies a parcel</source>
      <translation>识别地块的字段代码</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>Day of the ledger (empty: its own)</source>
      <translation>台账日期（留空则取台账自身日期）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>Report</source>
      <translation>报告</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>List for machines</source>
      <translation>供程序读取的清单</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>Day of the ledger: {day}, the day the file was saved; give DATE if it speaks of another day</source>
      <translation>台账日期：{day}（取自文件保存日期）；如台账反映的是其他日期，请用 DATE 指定</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/attachledger.py" />
      <source>Day of the ledger: {day}</source>
      <translation>台账日期：{day}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/board.py" />
      <source>Board (html)</source>
      <translation>看板（网页）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/board.py" />
      <source>Writes the board as one html file that opens in any browser without network: map, filters, date slider, figures and ranking. Put the folder of parcel sheets beside it as sheets, so that its links find them.</source>
      <translation>将挂图作战看板写成一个 html 文件，任何浏览器离线即可打开：地图、筛选、日期滑块、指标和排名。把一地一图文件夹以 sheets 为名放在旁边，链接即可打开。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/board.py" />
      <source>Parcels</source>
      <translation>地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/board.py" />
      <source>A further stop of the date slider</source>
      <translation>日期滑块的附加停靠日</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/board.py" />
      <source>Board</source>
      <translation>看板</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/changestate.py" />
      <source>Change state</source>
      <translation>变更状态</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/changestate.py" />
      <source>Records a step (such as TP09 or TX05) for the parcels with the given codes, on the day it took effect. All of them change or none: a step that the state, a condition, a missing field or its area does not admit is refused with the reason. FACTS are field values recorded with the step, such as {"DZJGH": "..."}. OVERRIDE takes the step all the same, for the reason given and with a document; TRANSITION may then be a state. An override settles no area and closes no case. OUTLINE draws the part a withdrawal (TP17) takes of one parcel, in the campaign's coordinate system where it names none: it must lie in the parcel and have the AREA.</source>
      <translation>对所列编号的地块，自生效之日起登记一个办理步骤（如 TP09、TX05）。要么全部办理，要么全部不办：状态、条件、必填字段或面积不符合的，说明理由并拒绝。FACTS 为随该步骤一并登记的字段值，如 {"DZJGH": "..."}。OVERRIDE 为特批理由，须附文号，仍按此办理，此时 TRANSITION 也可填状态代码。特批不计完成面积，也不能销号。OUTLINE 为部分撤回（TP17）时一宗地块的撤回范围，未注明坐标系的按项目坐标系：须在地块之内，面积与 AREA 一致。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/changestate.py" />
      <source>Parcels changed</source>
      <translation>已变更地块数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/changestate.py" />
      <source>Step</source>
      <translation>步骤</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/changestate.py" />
      <source>Took effect on</source>
      <translation>生效日期</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/changestate.py" />
      <source>Responsible department</source>
      <translation>责任单位</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/changestate.py" />
      <source>Area settled (hectares; the rest when empty)</source>
      <translation>处置面积（公顷；不填为剩余面积）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/changestate.py" />
      <source>Attachments (photo, scan; one a line)</source>
      <translation>附件（照片、扫描件；每行一个）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/changestate.py" />
      <source>Field values recorded with the step (JSON)</source>
      <translation>随步骤登记的字段值（JSON）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/changestate.py" />
      <source>Reason for an override</source>
      <translation>特批理由</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/changestate.py" />
      <source>Withdrawn part (WKT, points, file or layer)</source>
      <translation>撤回范围（WKT、界址点、文件或者图层）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/checkcampaign.py" />
      <source>Check the campaign</source>
      <translation>数据检查</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/checkcampaign.py" />
      <source>Checks geometry, topology, coordinates, areas, dates, codes, states and files of a campaign as of a day. Each problem comes with its parcels, place, figure and remedy, in a layer and in a report. RULES names rule codes (G04) or families (G, T, C, A, D, L, S, F); empty runs them all. Nothing is changed.</source>
      <translation>按指定日期检查专项行动的图形、拓扑、坐标、面积、日期、代码、状态和文件。每个问题均列出地块、位置、数值和处理意见，写入问题图层和检查报告。RULES填写规则代码（如G04）或类别（G、T、C、A、D、L、S、F），留空则全部检查。不修改任何数据。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/checkcampaign.py" />
      <source>Errors</source>
      <translation>错误</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/checkcampaign.py" />
      <source>Warnings</source>
      <translation>警告</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/checkcampaign.py" />
      <source>Notices</source>
      <translation>提示</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/checkcampaign.py" />
      <source>Rules (empty: all)</source>
      <translation>规则（留空为全部）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/checkcampaign.py" />
      <source>Layer of problems</source>
      <translation>问题图层</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/checkcampaign.py" />
      <source>{rule} was not run; the campaign has no {missing}</source>
      <translation>规则{rule}未运行：缺少{missing}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/correctevent.py" />
      <source>Correct an event</source>
      <translation>更正事件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/correctevent.py" />
      <source>Events are never changed or deleted. This records a counter event for the events with the given numbers: with nothing but the number it voids them, with a new step, value, date, area or document it carries what is right in their place. Correcting a correction with nothing else brings back what it corrected; with VOID nothing takes its place. NOTE is the reason.</source>
      <translation>事件不得修改或删除。本功能为所给编号的事件登记更正事件：只给编号则作废该事件；另给步骤、值、日期、面积或文号的，以正确内容取而代之。只给更正事件的编号，则恢复被更正的内容；勾选 VOID 则不以任何内容取代。NOTE 填写更正理由。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/correctevent.py" />
      <source>Events corrected</source>
      <translation>已更正事件数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/correctevent.py" />
      <source>Event numbers</source>
      <translation>事件编号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/correctevent.py" />
      <source>The right step</source>
      <translation>正确的步骤</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/correctevent.py" />
      <source>The right value</source>
      <translation>正确的值</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/correctevent.py" />
      <source>The right area (hectares)</source>
      <translation>正确的面积（公顷）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/correctevent.py" />
      <source>Reason of the correction</source>
      <translation>更正理由</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/correctevent.py" />
      <source>Nothing takes the place of the event</source>
      <translation>作废该事件，不以其他内容取代</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/createcampaign.py" />
      <source>New campaign</source>
      <translation>新建专项行动</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/createcampaign.py" />
      <source>Creates a campaign file (.gpkg) with the milestones and stages of the plan. County, towns and development zone are polygon layers whose names stand in a field name, XZQMC or 名称 and whose codes stand in a field code9, XZQDM, 代码 or adcode. A settings workbook says what layers cannot: the number of the plan, towns and departments with their other names and duties, milestones and stages (sheets 行动, 镇, 开发区, 成员单位, 时间节点, 阶段).</source>
      <translation>新建专项行动文件（.gpkg），带有方案的时间节点和阶段。县界、镇界、开发区为面图层，名称取自字段 name、XZQMC 或 名称，代码取自字段 code9、XZQDM、代码 或 adcode。图层里没有的内容写在设置表中：方案文号，镇和成员单位及其别名、职责，时间节点和阶段（工作表 行动、镇、开发区、成员单位、时间节点、阶段）。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/createcampaign.py" />
      <source>CRS: a campaign measures in metres, which {crs} does not; give a zone of CGCS2000 such as EPSG:4525</source>
      <translation>CRS：专项行动以米为单位量算，{crs}不是平面坐标系；请指定CGCS2000的某一带，如EPSG:4525</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/createcampaign.py" />
      <source>Nothing was created: {count} row(s) of {file} cannot be taken.
{refusals}</source>
      <translation>没有创建：{file}有{count}行不能采用。
{refusals}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/createcampaign.py" />
      <source>The county lies in zone {zone}, the campaign measures in zone {own}; {crs} would fit the county</source>
      <translation>该县位于第 {zone} 带，本次行动按第 {own} 带计量；适合该县的坐标系是 {crs}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/createcampaign.py" />
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/createcampaign.py" />
      <source>Year</source>
      <translation>年度</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/createcampaign.py" />
      <source>Coordinate system</source>
      <translation>坐标系</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/createcampaign.py" />
      <source>County outline</source>
      <translation>县界</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/createcampaign.py" />
      <source>Town outlines</source>
      <translation>镇界</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/createcampaign.py" />
      <source>Development zone</source>
      <translation>开发区</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/createcampaign.py" />
      <source>Rivers</source>
      <translation>河流</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/createcampaign.py" />
      <source>Place names</source>
      <translation>地名</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/createcampaign.py" />
      <source>Tasks set by the city</source>
      <translation>市下达任务表</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/createcampaign.py" />
      <source>Settings: county, plan, towns, departments</source>
      <translation>设置表：县、方案、镇、成员单位</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/createcampaign.py" />
      <source>Campaign file</source>
      <translation>专项行动文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/duesteps.py" />
      <source>Due steps</source>
      <translation>下一步和期限</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/duesteps.py" />
      <source>Lists for each case the admissible next steps, the document each needs, the legal limit, the due date, the days left and who owes it, as of a day. OUTPUT ends in xlsx or csv.</source>
      <translation>逐宗列出截至某日可以办理的下一步、所需文书、法定期限、到期日、剩余天数和办理主体。输出文件以 xlsx 或 csv 结尾。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/editcampaign.py" />
      <source>Nothing was named that is to be set; give at least one of NAME, PLAN_DOCUMENT, MILESTONES, STAGES, ...</source>
      <translation>没有写明要设置什么；请至少给出 NAME、PLAN_DOCUMENT、MILESTONES、STAGES 等中的一项</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/editcampaign.py" />
      <source>{name}: {file} says nothing about {what}; fill the sheet {sheets}</source>
      <translation>{name}：{file}没有这方面的内容（{what}）；请填写工作表{sheets}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/editcampaign.py" />
      <source>The settings are of {settings}, the campaign is of {campaign}; a campaign keeps its county</source>
      <translation>设置表属于{settings}，行动属于{campaign}；行动不能改换县</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/editcampaign.py" />
      <source>Set up the campaign</source>
      <translation>设置行动</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/editcampaign.py" />
      <source>Sets what belongs to the campaign itself, from a day on: its name, the number of the plan, deadlines ({"2024-06-30": "50%"}), stages ({"动员部署": ["2024-05-10", "2024-05-31"]}), departments and places (settings workbooks), numbers of papers ({"summary": "安政办发〔2024〕1号"}: summary, progress, threelists, ledger, periodreport). Earlier days keep the deadlines and stages they had; every setting stays in the history.</source>
      <translation>设置行动本身的内容，自某日起生效：名称、方案文号、时间节点（{"2024-06-30": "50%"}）、阶段（{"动员部署": ["2024-05-10", "2024-05-31"]}）、成员单位和镇区（设置表）、文书文号（{"summary": "安政办发〔2024〕1号"}：summary 总结、progress 进度表、threelists 三项清单、ledger 台账、periodreport 周报月报）。此前各日保留原有的时间节点和阶段；每次设置都留在历史记录中。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/editcampaign.py" />
      <source>Settings changed</source>
      <translation>变更的设置数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/editcampaign.py" />
      <source>Number of the plan</source>
      <translation>方案文号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/editcampaign.py" />
      <source>Deadlines: day and cumulative rate (JSON)</source>
      <translation>时间节点：日期和累计完成率（JSON）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/editcampaign.py" />
      <source>Stages: name, first and last day (JSON)</source>
      <translation>阶段：名称、起止日期（JSON）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/editcampaign.py" />
      <source>Departments (sheet 成员单位)</source>
      <translation>成员单位（工作表“成员单位”）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/editcampaign.py" />
      <source>Towns and zone (sheets 镇, 开发区)</source>
      <translation>镇和开发区（工作表“镇”“开发区”）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/editcampaign.py" />
      <source>Numbers of papers (JSON)</source>
      <translation>文书文号（JSON）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/editcampaign.py" />
      <source>Holds from (today when empty)</source>
      <translation>生效日期（空则为今天）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/exportboundary.py" />
      <source>Export boundary files</source>
      <translation>导出界址点文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/exportboundary.py" />
      <source>Writes the surveyed boundary points as TXT, one file a parcel or one a list (MERGED), in the dialect of the profile; RENUMBER numbers the points anew. Each file is read again before it counts.</source>
      <translation>把勘测界址点按所选格式写成 TXT，一宗一个文件，或每个清单合并为一个（MERGED）；RENUMBER 重新编点号。每个文件写后重读核对。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/exportboundary.py" />
      <source>Files</source>
      <translation>文件数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/exportboundary.py" />
      <source>Dialect of the files</source>
      <translation>文件格式</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/exportboundary.py" />
      <source>Encoding</source>
      <translation>编码</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/exportboundary.py" />
      <source>One file a list and zone</source>
      <translation>按清单和带号合并</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/exportboundary.py" />
      <source>Number the points anew</source>
      <translation>重新编点号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/exportboundary.py" />
      <source>Folder</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/exportmonitoring.py" />
      <source>Export for the monitoring system</source>
      <translation>导出监管系统上报成果</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/exportmonitoring.py" />
      <source>Writes shapefiles (one set a zone) and a boundary file a parcel, reads them again and counts. A parcel that cannot be written without loss is refused and stands in the report with the reason. The checks run first; what they find on the exported parcels stands in the report too. TEMPLATE names the columns of the shapefiles.</source>
      <translation>写出 Shapefile（每带一套）和每宗地一个界址点文件，并重新读回核对。无法无损写出的地块不导出，连同原因写入报告。导出前先运行数据检查，已导出地块的检查结果也写入报告。字段模板决定 Shapefile 的字段。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/exportmonitoring.py" />
      <source>Parcels exported</source>
      <translation>已导出地块数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/exportmonitoring.py" />
      <source>Parcels refused</source>
      <translation>未导出地块数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/exportmonitoring.py" />
      <source>Coordinate system: source, campaign or EPSG:n</source>
      <translation>坐标系：source、campaign 或 EPSG:n</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/exportmonitoring.py" />
      <source>Dialect of the boundary files</source>
      <translation>界址点文件格式</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/exportmonitoring.py" />
      <source>Columns of the shapefiles: template id or CSV</source>
      <translation>Shapefile 字段模板：模板标识或 CSV 文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/exportmonitoring.py" />
      <source>Filter (QGIS expression over field codes)</source>
      <translation>筛选（以字段代码写的 QGIS 表达式）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/dated_report.py" />
      <source>The campaign file may only be read: what the report says is not kept in it</source>
      <translation>专项行动文件只读，所报数字未留存在文件中</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/filter.py" />
      <source>FILTER: {filter} is no valid expression: {reason}</source>
      <translation>FILTER：{filter} 不是有效表达式：{reason}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/parameters.py" />
      <source>List</source>
      <translation>清单</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/parameters.py" />
      <source>As of (today when empty)</source>
      <translation>截至日期（不填为今天）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/progress_feedback.py" />
      <source>Stopped: nothing was changed</source>
      <translation>已停止：未作任何更改</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/recognising.py" />
      <source>OVERRIDES: {file} must be an object with some of: {keys}</source>
      <translation>OVERRIDES：{file} 须为含下列键的对象：{keys}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/recognising.py" />
      <source>{name}: {value} is no known encoding; give utf-8, gb18030, gbk or utf-16, or leave it empty</source>
      <translation>{name}：{value}不是已知编码；请填utf-8、gb18030、gbk或utf-16，或留空</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/values.py" />
      <source>There is no parameter {name}; the parameters are: {known}</source>
      <translation>没有参数 {name}；可用的参数：{known}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/values.py" />
      <source>{name}: {value} is not possible; choose one of: {choices}</source>
      <translation>{name}：不能取 {value}；请从中选择：{choices}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/values.py" />
      <source>{name}: {value} is not a number from {lowest} to {highest}</source>
      <translation>{name}：{value} 不是 {lowest} 到 {highest} 之间的数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/values.py" />
      <source>{name}: {value} is not a date; write it as 2023-09-30</source>
      <translation>{name}：{value} 不是日期；请写成 2023-09-30</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/values.py" />
      <source>{name}: there is no file or folder {file}; check the path</source>
      <translation>{name}：没有文件或文件夹 {file}；请检查路径</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/values.py" />
      <source>{name}: {file} is no file of the type {types}; choose another file</source>
      <translation>{name}：{file}不是{types}类型的文件，请另选文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/values.py" />
      <source>{name}: the folder {folder} cannot be used: {reason}. Choose another folder</source>
      <translation>{name}：文件夹{folder}不可用：{reason}。请另选文件夹</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/values.py" />
      <source>{name}: {file} cannot be written; choose another file, or close it in other programs</source>
      <translation>{name}：{file} 无法写入，请换一个文件，或在其他程序中关闭它</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/values.py" />
      <source>{name} is no JSON object: {reason}</source>
      <translation>{name} 不是 JSON 对象：{reason}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/values.py" />
      <source>{name}: {value} is no rectangle; write it as west,east,south,north [EPSG:4525]</source>
      <translation>{name}：{value} 不是矩形范围；请写成 西,东,南,北 [EPSG:4525]</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/values.py" />
      <source>{name}: {value} is no known coordinate reference system; write it as EPSG:4525</source>
      <translation>{name}：{value} 不是已知坐标系；请写成 EPSG:4525</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/frame/values.py" />
      <source>{name} is empty; give a value</source>
      <translation>{name} 为空；请填写</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/importparcels.py" />
      <source>The list of rejects {file} cannot be written: {reason}. Choose another folder or name</source>
      <translation>未采用记录清单{file}无法写入：{reason}。请另选文件夹或文件名</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/importparcels.py" />
      <source>Import parcels</source>
      <translation>导入地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/importparcels.py" />
      <source>Reads survey files into a list of the campaign: boundary TXT of every dialect, point tables (xlsx, xls, csv, dat), vector files (shp, gpkg, geojson, kml, dxf), alone, in a zip or in a folder. Whatever cannot be read is rejected with file, line and reason; the good rest is imported. Importing the same file twice changes nothing.</source>
      <translation>把测量文件读入专项行动的一个清单：各种格式的界址点 TXT，界址点表（xlsx、xls、csv、dat），矢量文件（shp、gpkg、geojson、kml、dxf），单个文件、压缩包或文件夹均可。读不懂的内容写明文件、行号和原因，其余照常导入。同一文件再次导入不产生变化。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/importparcels.py" />
      <source>New parcels</source>
      <translation>新增地块数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/importparcels.py" />
      <source>Parcels with a new survey</source>
      <translation>更新地块数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/importparcels.py" />
      <source>Parcels as before</source>
      <translation>未变地块数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/importparcels.py" />
      <source>Rejects</source>
      <translation>退回条数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/importparcels.py" />
      <source>Numbers in the journal, for undoing</source>
      <translation>导入日志编号（用于撤销）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/importparcels.py" />
      <source>Survey files or a folder, one a line</source>
      <translation>测量文件或文件夹，每行一个</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/importparcels.py" />
      <source>Coordinate system, when the files do not say it</source>
      <translation>坐标系（文件未注明时）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/importparcels.py" />
      <source>Encoding, when it is not recognised</source>
      <translation>编码（识别不了时）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/importparcels.py" />
      <source>Profile, crs and encoding by file (JSON)</source>
      <translation>按文件指定格式、坐标系、编码（JSON）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/importparcels.py" />
      <source>List of rejects</source>
      <translation>退回清单</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/ledger.py" />
      <source>Writes the working ledger to a workbook, as of a day: a sheet a list, and all further fields on detail sheets.</source>
      <translation>将截至某日的工作台账写入工作簿：每张清单一个工作表，其余字段列入明细表。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/ledger.py" />
      <source>Mark what changed after this day</source>
      <translation>标出该日之后的变化</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/ledger.py" />
      <source>Workbook</source>
      <translation>工作簿</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/notices.py" />
      <source>Draft documents</source>
      <translation>文书拟稿</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/notices.py" />
      <source>Drafts documents (docx) from the cases as of a day: investigation notice, recognition, hearing notice, fee and take-back decisions, the publication list, assignment sheets by department and town, close-out dossiers. Missing facts are visible blanks, unverified rules are marked for the lawyer. Without parcel codes every parcel whose next step needs the document gets one; what was not drafted stands in the manifest.</source>
      <translation>按案卷事实（截至某日）拟制文书（docx）：调查通知书、认定书、听证权利告知书、征缴闲置费决定书、收回决定书、信息公开表、按责任单位和乡镇的交办（督办）单、销号卷宗。缺少的事实留明显空白，未经核实的规则标注待法制审核。不指定地块时，为下一步需要该文书的地块各拟一份；未生成的记入清单。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/notices.py" />
      <source>Documents</source>
      <translation>文书份数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/notices.py" />
      <source>Not drafted</source>
      <translation>未生成</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/notices.py" />
      <source>Blanks to fill in</source>
      <translation>待补空白</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/notices.py" />
      <source>Document</source>
      <translation>文档</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/parcelsheets.py" />
      <source>COMBINED joins PDF sheets; choose FORMAT pdf, or leave COMBINED out</source>
      <translation>COMBINED 只合并 PDF；请将 FORMAT 选为 pdf，或不使用 COMBINED</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/parcelsheets.py" />
      <source>Print sheets</source>
      <translation>打印一地一策表</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/parcelsheets.py" />
      <source>Draws a sheet a parcel: facts, map with numbered boundary points, point table, location, progress, measure, next step, deadline, responsible department and signatures, as of a day. Sheets whose facts have not changed are kept, unless ONLY_CHANGED is false. COMBINED makes one PDF a list besides; FORMAT xlsx makes one workbook a list, a sheet a parcel. WORKERS are processes that draw; 0 draws in this one.</source>
      <translation>按指定日期逐宗绘制一地一策表：信息表、带界址点号的宗地图、界址点成果表、位置图、进展、处置意见、下一步、计划完成时间、责任单位和签章栏。信息未变的表保留不重画（ONLY_CHANGED 为 false 时全部重画）。COMBINED 另将每个清单合并为一个 PDF；FORMAT 为 xlsx 时每个清单生成一个工作簿，每宗一张工作表。WORKERS 为绘图进程数，0 表示在本进程内绘制。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/parcelsheets.py" />
      <source>Sheets</source>
      <translation>表数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/parcelsheets.py" />
      <source>Pages</source>
      <translation>页数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/parcelsheets.py" />
      <source>Sheets that failed</source>
      <translation>未成表数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/parcelsheets.py" />
      <source>Sheets that had not changed</source>
      <translation>未变化而保留的表数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/parcelsheets.py" />
      <source>Paper</source>
      <translation>纸张</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/parcelsheets.py" />
      <source>Template (layout with the item ids of the shipped one)</source>
      <translation>模板（各项标识与随附模板一致的布局）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/parcelsheets.py" />
      <source>Format</source>
      <translation>格式</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/parcelsheets.py" />
      <source>Resolution (dpi)</source>
      <translation>分辨率（dpi）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/parcelsheets.py" />
      <source>One file for the whole list besides</source>
      <translation>另合成整个清单一个文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/parcelsheets.py" />
      <source>Only sheets whose facts have changed</source>
      <translation>只打印信息有变化的表</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/parcelsheets.py" />
      <source>Processes (as many as pay when empty)</source>
      <translation>进程数（空为自动）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/periodreport.py" />
      <source>Weekly or monthly report</source>
      <translation>周报或月报</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/periodreport.py" />
      <source>Writes what changed after SINCE up to AS_OF, by parcel, with the figures at both ends, the chart and what is due. Without SINCE it begins after the last such report the campaign file remembers, else seven days before.</source>
      <translation>写出 SINCE 之后至 AS_OF 期间逐宗地块的变化，附期初期末指标、曲线图和到期事项。不给 SINCE 时，从专项行动文件所记的上一期报告之后算起；没有上一期报告的，取最近七天。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/periodreport.py" />
      <source>Changes</source>
      <translation>变化数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/periodreport.py" />
      <source>Last day of the report before (the last one kept, else a week before)</source>
      <translation>上期报告截止日（空为所记的上一期，没有则为七天前）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/progress.py" />
      <source>The figures {file} cannot be written: {reason}</source>
      <translation>数据文件 {file} 写不了：{reason}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/progress.py" />
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/progress.py" />
      <source>Counts what is done, confirmed by the monitoring system and planned on a day, as fractions of the task area, and writes the progress table by town when a workbook is named; the campaign file remembers what it said. RECORDED_BY repeats what was known at a past moment.</source>
      <translation>统计某日已处置、监管系统已确认和计划应完成的面积占任务面积的比例；给出工作簿时写出分镇区进度表，并在专项行动文件中留存所报数字。RECORDED_BY 按过去某一时刻已录入的情况重新统计。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/progress.py" />
      <source>Done (fraction)</source>
      <translation>已处置（比例）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/progress.py" />
      <source>Confirmed (fraction)</source>
      <translation>已确认（比例）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/progress.py" />
      <source>Planned (fraction)</source>
      <translation>计划（比例）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/progress.py" />
      <source>Recorded by (UTC, such as 2023-09-30T23:59:59Z)</source>
      <translation>登记截止时刻（UTC，如 2023-09-30T23:59:59Z）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/progress.py" />
      <source>Figures</source>
      <translation>数据</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/provider.py" />
      <source>Idle land clean-up</source>
      <translation>批而未用清理</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/reconcile.py" />
      <source>Reconcile with the monitoring system</source>
      <translation>与监测监管系统对账</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/reconcile.py" />
      <source>Reads the list downloaded from the monitoring system (xlsx, csv), finds its parcels by supervision number, else by contract, code or name, and records what the system confirms, with the date. Differences of area, date and state, what is missing on either side, and what changed since the last list stand in the report. AS_OF is the day of the list, for rows that name no day of confirmation.</source>
      <translation>读取从监测监管系统下载的清单（xlsx、csv），按电子监管号，其次按合同、编号或名称对应地块，把系统已确认的地块连同日期记入。面积、日期、状态的差异，双方各自缺少的内容，以及较上次清单的变化，写入报告。“数据日期”为清单日期，用于没有确认日期的行。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/reconcile.py" />
      <source>Parcels confirmed by this run</source>
      <translation>本次确认宗数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/reconcile.py" />
      <source>Parcels that differ</source>
      <translation>不一致宗数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/reconcile.py" />
      <source>Changes since the last list</source>
      <translation>较上次清单的变化</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/reconcile.py" />
      <source>List downloaded from the system</source>
      <translation>从系统下载的清单</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/recordfact.py" />
      <source>Record a fact</source>
      <translation>登记事项</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/recordfact.py" />
      <source>Sets a field by its code (such as ZRDW, JHWCSJ or XHLYFS) to a value, from a day on, for the parcels with the given codes. The earlier value stays in the history. A land use is given by its name, or by its code with the standard: gbt21010-2017:0601, ydyh-2023:1001.</source>
      <translation>为所列编号的地块，自某日起把某字段（以代码写，如 ZRDW、JHWCSJ、XHLYFS）定为某值。原值留在历史中。地类写名称，或者写带分类标准的代码：gbt21010-2017:0601、ydyh-2023:1001。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/recordfact.py" />
      <source>Field code</source>
      <translation>字段代码</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/recordfact.py" />
      <source>Value</source>
      <translation>值</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/rollover.py" />
      <source>Roll over into the next year</source>
      <translation>结转下一年度</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/rollover.py" />
      <source>Writes the campaign file of a later year: cases that are not closed by the end of the year before go over with survey, ledger, documents and their whole history, and enter the new base, frozen on 1 January, with the area that is not settled yet. Closed cases stay in the old file, which is not changed. New parcels are added by importing them and attaching their ledger.</source>
      <translation>生成以后年度的专项行动文件：上年末尚未销号的宗地连同勘测成果、台账、批文和全部办理记录一并结转，以尚未处置的面积列入 1 月 1 日冻结的新底数。已销号的留在原文件，原文件不作更改。新增地块另行导入并挂接台账。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/rollover.py" />
      <source>Cases carried over</source>
      <translation>结转宗数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/rollover.py" />
      <source>Closed cases left behind</source>
      <translation>已销号未结转宗数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/rollover.py" />
      <source>Area of the new base (hectares)</source>
      <translation>新底数面积（公顷）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/rollover.py" />
      <source>Campaign file of the year</source>
      <translation>该年度专项行动文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/samplecampaign.py" />
      <source>The sample is not in this installation ({folder}); install the plugin again</source>
      <translation>安装中没有示例数据（{folder}）；请重新安装插件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/samplecampaign.py" />
      <source>Open the sample</source>
      <translation>打开示例</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/samplecampaign.py" />
      <source>Builds the shipped sample campaign of about a hundred invented parcels: imports the survey files, attaches both ledgers and records what happened from May to November 2023.</source>
      <translation>生成自带的示例专项行动（约一百宗虚构地块）：导入勘测文件，挂接两本台账，登记 2023 年 5 月至 11 月的处置过程。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/samplecampaign.py" />
      <source>Events</source>
      <translation>事件数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/settasks.py" />
      <source>Set tasks</source>
      <translation>下达任务</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/settasks.py" />
      <source>Reads the city's task table (xlsx, xls, csv: any head row that names unit and task, areas in 亩, 公顷 or 平方米) and sets the tasks from a day on; earlier days keep the tasks they had. A table replaces all tasks of the lists it names; where rows are refused, the earlier tasks of units it does not tell stay. Refused rows and old and new tasks stand in the report.</source>
      <translation>读取市里下达的任务表（xlsx、xls、csv：表头写明单位和任务即可，面积为亩、公顷或平方米），自某日起生效；此前各日保留原任务。表中列出的清单，其任务全部由该表替换；有行未采用时，表中没有说到的单位保留原任务。未采用的行和新旧任务见报告。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/settasks.py" />
      <source>Units with a task</source>
      <translation>有任务的单位数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/settasks.py" />
      <source>Rows refused</source>
      <translation>未采用的行数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/sheetlayout.py" />
      <source>PARCEL: there is no parcel {code} in the list {which}; check the code</source>
      <translation>PARCEL：清单 {which} 中没有地块 {code}；请核对编号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/sheetlayout.py" />
      <source>Sheet in the layout designer</source>
      <translation>在布局设计器中查看</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/sheetlayout.py" />
      <source>Fills a sheet template with one parcel, as a layout of QGIS's own items. Open the file in the layout designer to look at the sheet, to change it by hand, or to begin a template of your own: keep the ids of the items.</source>
      <translation>用一宗地块填好一地一策表模板，生成由 QGIS 布局项组成的布局。可在布局设计器中打开查看、手工修改，或以此制作自己的模板（请保留各项的标识 id）。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/sheetlayout.py" />
      <source>Code of the parcel</source>
      <translation>地块编号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/sheetlayout.py" />
      <source>Layout</source>
      <translation>布局</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/splitparcel.py" />
      <source>CODES gives {codes} codes for {pieces} pieces; give one for each, or none</source>
      <translation>CODES 给出 {codes} 个编号，拆出部分有 {pieces} 个；请一一对应，或不填</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/splitparcel.py" />
      <source>Split a parcel</source>
      <translation>拆分地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/splitparcel.py" />
      <source>Cuts pieces off a parcel from a day on: polygons as WKT (east north), one a line, or the points of one piece. Each goes on as a parcel of its own (parent code with a number, or CODES) in the parent's state, with its share of the area; the rest keeps the code, the history and whatever was supplied or withdrawn. The pieces must lie inside the parcel; areas are checked in the zone of its survey.</source>
      <translation>自某日起从地块中拆出若干部分：WKT 多边形（横坐标 纵坐标），每行一个，或一个部分的界址点。拆出部分按原编号加序号（或 CODES）单独成宗，状态同原地块，按比例分得面积；其余部分保留原编号、办理记录及已供应、已撤回的面积。拆出部分须在原地块之内；面积按原勘测带核对。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/splitparcel.py" />
      <source>Pieces cut off</source>
      <translation>拆出宗数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/splitparcel.py" />
      <source>Codes of the pieces</source>
      <translation>拆出部分的编号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/splitparcel.py" />
      <source>Parcel code</source>
      <translation>地块编号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/splitparcel.py" />
      <source>Pieces: WKT, one a line, or boundary points</source>
      <translation>拆出部分：WKT（每行一个）或界址点</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/splitparcel.py" />
      <source>Coordinate system of the pieces</source>
      <translation>拆出部分的坐标系</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/stylecampaign.py" />
      <source>Make the project</source>
      <translation>生成工程</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/stylecampaign.py" />
      <source>Writes a QGIS project (.qgz) that shows the parcels by disposal category, by status or both, with map themes to change between them. It can be made again at will.</source>
      <translation>写出 QGIS 工程（.qgz），按处置类别、状态或两者显示地块，可用地图主题切换。可随时重新生成。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/stylecampaign.py" />
      <source>Theme</source>
      <translation>主题</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/stylecampaign.py" />
      <source>As of (always the present when empty)</source>
      <translation>截至日期（不填为始终显示现状）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/stylecampaign.py" />
      <source>Project</source>
      <translation>工程</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/summary.py" />
      <source>Final summary</source>
      <translation>专项行动工作总结</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/summary.py" />
      <source>Writes the summary of the campaign as an official document (docx) with figures, tables, charts and the list of problems. What only people can say is left as visible blanks. SINCE adds what was gained since a day.</source>
      <translation>按公文格式生成专项行动工作总结（docx），自动填入数据、表格、图表和问题清单，须由人撰写的内容留作醒目的待填项。给出 SINCE 时增加该日以来的进展。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/summary.py" />
      <source>Parcels on the list of problems</source>
      <translation>问题清单地块数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/summary.py" />
      <source>Compare with this day</source>
      <translation>与该日比较</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/threelists.py" />
      <source>Three lists</source>
      <translation>三项清单</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/threelists.py" />
      <source>Writes the three lists of the plan (tasks, projects, duties) to a workbook, as of a day.</source>
      <translation>把方案的三项清单（任务、项目、责任）写入工作簿，截至某日。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/undoimport.py" />
      <source>JOURNAL: {value} is no number of the journal; write 3, or 3-12, or 3,5</source>
      <translation>JOURNAL：{value} 不是导入日志编号；请写作 3、3-12 或 3,5</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/undoimport.py" />
      <source>Undo an import</source>
      <translation>撤销导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/undoimport.py" />
      <source>Takes imports back by their numbers in the journal, as the import returned them in JOURNAL. Parcels that only these imports brought go away, and of the others the survey before is current again. Refused where events are recorded on a parcel that would go away.</source>
      <translation>按导入日志编号（导入时由 JOURNAL 返回）整体撤销导入。仅由这些导入带来的地块被移除，其余地块恢复为之前的测量成果。拟移除的地块上已有事件记录的，不予撤销。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/undoimport.py" />
      <source>Surveys taken away</source>
      <translation>撤销的测量成果数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/undoimport.py" />
      <source>Parcels with their earlier survey again</source>
      <translation>恢复之前成果的地块数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/undoimport.py" />
      <source>Numbers in the journal (3, 3-12 or 3,5)</source>
      <translation>导入日志编号（3、3-12 或 3,5）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/unsuppliedremainder.py" />
      <source>The analysis was cancelled; nothing was written</source>
      <translation>分析已取消，未写入任何内容</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/unsuppliedremainder.py" />
      <source>Remainder of approvals</source>
      <translation>批而未供剩余分析</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/unsuppliedremainder.py" />
      <source>What is left of approved land: approved minus supplied minus withdrawn, one row a piece, with what was cut by what. Areas are exact, in the zone of the approved layer (field ZDH, where it has one). A part below MIN_AREA, or nowhere as wide as MIN_WIDTH, is a sliver: it is counted and not written. With CAMPAIGN the remainder is compared with the remaining area of the ledger, by parcel code or approval number.</source>
      <translation>计算批准土地的剩余部分：批准范围扣除已供应、已撤回范围，每块剩余一行，并写明被何项供应或撤回扣除。面积按批准图层所在带（有带号字段 ZDH 的按该带）精确计算。小于最小面积、或处处窄于最小宽度的部分视为碎块，只计数不输出。给出专项行动文件时，按地块编号或批准文号与台账剩余面积核对。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/unsuppliedremainder.py" />
      <source>Pieces left</source>
      <translation>剩余块数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/unsuppliedremainder.py" />
      <source>Area left (m²)</source>
      <translation>剩余面积（平方米）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/unsuppliedremainder.py" />
      <source>Lines that disagree with the ledger</source>
      <translation>与台账不一致的条数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/unsuppliedremainder.py" />
      <source>Slivers left out</source>
      <translation>剔除的碎块数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/unsuppliedremainder.py" />
      <source>Area of the slivers (m²)</source>
      <translation>碎块面积（平方米）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/unsuppliedremainder.py" />
      <source>Approved features without remainder</source>
      <translation>无法计算剩余的批准图形数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/unsuppliedremainder.py" />
      <source>Approved land</source>
      <translation>批准土地图层</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/unsuppliedremainder.py" />
      <source>Supplied land</source>
      <translation>已供土地图层</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/unsuppliedremainder.py" />
      <source>Withdrawn approvals</source>
      <translation>已撤回（核销）图层</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/unsuppliedremainder.py" />
      <source>Least area of a piece (m²)</source>
      <translation>最小面积（平方米）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/unsuppliedremainder.py" />
      <source>Least width of a piece (m)</source>
      <translation>最小宽度（米）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/unsuppliedremainder.py" />
      <source>Remaining pieces</source>
      <translation>剩余地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/wallmap.py" />
      <source>Wall map</source>
      <translation>挂图</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/wallmap.py" />
      <source>Draws the wall map as of a day: parcels by category and status, numbered, town outlines, legend, scale bar, north arrow, milestones against progress and the table by town. Crowded places are enlarged; those named in INSETS, drawn in INSET_LAYER or marked before with anze:wallmapinset come first.</source>
      <translation>绘制截至某日的挂图：按类别和状态着色并编号的地块、镇界、图例、比例尺、指北针、时间节点与进度对照、分镇统计表。地块密集处自动放大；INSETS 写明的、INSET_LAYER 画出的或先前用 anze:wallmapinset 标记的位置排在前面。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/wallmap.py" />
      <source>Orientation</source>
      <translation>方向</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/wallmap.py" />
      <source>Places to enlarge: parcels, town, village or west,east,south,north; one a line</source>
      <translation>放大图位置：地块编号、镇、村或 西,东,南,北；每行一处</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/wallmap.py" />
      <source>Polygons to enlarge</source>
      <translation>放大图范围面图层</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/wallmapinset.py" />
      <source>Mark a place to enlarge</source>
      <translation>标记挂图放大位置</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/wallmapinset.py" />
      <source>Marks a rectangle that the wall map shall enlarge before the crowded places it finds by itself; the campaign file keeps it. FORGET lets go of all that were marked before. A wall map takes at most eight.</source>
      <translation>标记挂图要放大的矩形范围，排在自动选出的密集处之前，并保存在专项行动文件中。FORGET 清除此前标记的全部位置。一张挂图最多八处。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/wallmapinset.py" />
      <source>Marked places</source>
      <translation>已标位置数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/wallmapinset.py" />
      <source>Rectangle to enlarge</source>
      <translation>放大范围</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/wallmapinset.py" />
      <source>What stands over it (the town when empty)</source>
      <translation>放大图标题（空为所在镇区）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/algorithms/wallmapinset.py" />
      <source>Forget the places marked before</source>
      <translation>清除此前标记的位置</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/cartography/layers.py" />
      <source>The layer {layer} of {file} cannot be shown; make sure the campaign file is whole</source>
      <translation>{file} 的图层 {layer} 显示不了；请确认专项行动文件完好</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/cartography/project.py" />
      <source>The project {file} cannot be written; choose a folder you may write to, and close the project elsewhere</source>
      <translation>工程 {file} 写不了；请选择可写的文件夹，并关闭别处打开的该工程</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/catalogue/allowed.py" />
      <source>a number such as 20, 0.5 or 1/3</source>
      <translation>数字，如 20、0.5 或 1/3</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/catalogue/allowed.py" />
      <source>a whole number such as 30</source>
      <translation>整数，如 30</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/catalogue/allowed.py" />
      <source>a day such as 2009-01-01</source>
      <translation>日期，如 2009-01-01</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/catalogue/allowed.py" />
      <source>a colour such as #C0392B</source>
      <translation>颜色，如 #C0392B</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/catalogue/allowed.py" />
      <source>a text with only these places to fill: {fill}</source>
      <translation>文字，其中待填的只能是：{fill}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/catalogue/allowed.py" />
      <source>one of {words}</source>
      <translation>其中之一：{words}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/catalogue/office_files.py" />
      <source>The office's table {file} cannot be written: {reason}. Choose a folder you may write to</source>
      <translation>无法写入本单位的表 {file}：{reason}。请选择可以写入的文件夹</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/catalogue/overrides.py" />
      <source>The office's table {file} cannot be read: {reason}. Save it again as CSV in UTF-8, or remove it</source>
      <translation>本单位的表{file}读不出来：{reason}。请另存为 UTF-8 编码的 CSV，或者移走</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/catalogue/overrides.py" />
      <source>{file}: an office cannot set this table; it can set: {known}. Rename the file, or remove it</source>
      <translation>{file}：这张表不能由本单位设定；可以设定的表：{known}。请改文件名，或者移走</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/catalogue/overrides.py" />
      <source>{file}: there is no column “{column}” that an office can set; the columns are: {known}. Rename the column, or remove it</source>
      <translation>{file}：没有可由本单位设定的列“{column}”；可用的列：{known}。请改列名，或者删去这一列</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/catalogue/overrides.py" />
      <source>{file}: the column “{column}” is missing, which tells the rows apart; the key columns are: {known}</source>
      <translation>{file}：缺少列“{column}”，无法分清各行；须有的列：{known}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/catalogue/overrides.py" />
      <source>{file}, line {line}: there is no row “{row}”; the rows are: {known}. Correct the line, or remove it</source>
      <translation>{file}第{line}行：没有“{row}”这一行；已有的行：{known}。请改正，或者删去这一行</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/catalogue/overrides.py" />
      <source>{file}, line {line}, row “{row}”: “{value}” cannot stand in the column “{column}”; allowed is {allowed}</source>
      <translation>{file}第{line}行“{row}”：列“{column}”不能填“{value}”；可以填{allowed}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/catalogue/overrides.py" />
      <source>it is no text in UTF-8 or GBK</source>
      <translation>不是 UTF-8 或 GBK 编码的文字</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/dates.py" />
      <source>Compare both dates with the documents and correct the one that is wrong</source>
      <translation>请将两个日期与文件核对，改正有误的一个</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/dates.py" />
      <source>Parcel {code}: {later} and {earlier} are both {later_day}; {later} must be later ({earlier_day})</source>
      <translation>地块{code}：{later}与{earlier}同为{later_day}，{later}应晚于{earlier_day}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/dates.py" />
      <source>Parcel {code}: {later} {later_day} lies before {earlier} {earlier_day}</source>
      <translation>地块{code}：{later}（{later_day}）早于{earlier}（{earlier_day}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/repairs.py" />
      <source>Parcel {code}: the repair would leave an outline that is not valid; correct the survey and import it again</source>
      <translation>地块{code}：修复后界线仍无效，请改正测绘成果后重新导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/repairs.py" />
      <source>Parcel {code}: the repair would change the area by {off} m²; correct the survey and import it again</source>
      <translation>地块{code}：修复将使面积变化{off}平方米，请改正测绘成果后重新导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/a01_area_differs.py" />
      <source>Compare contract or approval, ledger and survey; correct the one that is wrong</source>
      <translation>请核对合同或批文、台账和测绘成果，改正有误的一方</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/a01_area_differs.py" />
      <source>Parcel {code}: the ledger gives {ledger} ha, the boundary points {survey} ha ({share} %)</source>
      <translation>地块{code}：台账面积{ledger}公顷，界址点计算面积{survey}公顷（相差{share}%）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/a02_area_balance.py" />
      <source>Correct the area that is wrong; the remaining area follows from the other three</source>
      <translation>请改正有误的面积；剩余面积由其余三项推算</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/a02_area_balance.py" />
      <source>Parcel {code}: {supplied} supplied + {withdrawn} withdrawn + {left} remaining is not {whole} ha</source>
      <translation>地块{code}：已供{supplied}＋核销{withdrawn}＋剩余{left}不等于{whole}公顷</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/a02_area_balance.py" />
      <source>Parcel {code}: {supplied} supplied and {withdrawn} withdrawn exceed its {whole} ha ({left} remain)</source>
      <translation>地块{code}：已供{supplied}与核销{withdrawn}之和超过地块面积{whole}公顷（剩余{left}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/a03_batch_sum.py" />
      <source>Check which parcels belong to the batch, and the approved area in the ledger</source>
      <translation>请核对属于该批次的地块及台账中的批准面积</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/a03_batch_sum.py" />
      <source>Approval {approval} covers {allowed} ha, but its {count} parcels have {total} ha together</source>
      <translation>批文{approval}批准{allowed}公顷，所属{count}宗地块合计{total}公顷</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/a04_unit_slip.py" />
      <source>Enter the area in hectares: m² / 10 000, 亩 / 15</source>
      <translation>请按公顷填写面积：平方米÷10000，亩÷15</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/a04_unit_slip.py" />
      <source>Parcel {code}: the ledger area is {ratio} times that of the boundary points; {units} mixed up?</source>
      <translation>地块{code}：台账面积是界址点计算面积的{ratio}倍，疑为单位混淆（{units}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/a05_no_area.py" />
      <source>Enter the area from the approval or the contract</source>
      <translation>请按批文或合同填写面积</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/a05_no_area.py" />
      <source>Parcel {code}: {field} is {amount}</source>
      <translation>地块{code}：{field}为{amount}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/a07_part_over_whole.py" />
      <source>Compare both areas with the documents and correct the one that is wrong</source>
      <translation>请将两个面积与文件核对，改正有误的一个</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/a07_part_over_whole.py" />
      <source>Parcel {code}: {part} ({part_ha}) is larger than {whole} ({whole_ha})</source>
      <translation>地块{code}：{part}（{part_ha}）大于{whole}（{whole_ha}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/a08_idle_fee.py" />
      <source>Compare price and fee with the decision and correct the one that is wrong</source>
      <translation>请将价款、闲置费与决定书核对，改正有误的一项</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/a08_idle_fee.py" />
      <source>Parcel {code}: the idle fee is {fee} 万元; by the price it is {due} 万元</source>
      <translation>地块{code}：土地闲置费为{fee}万元，按价款应为{due}万元</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c01_datum.py" />
      <source>The campaign is kept in {crs}, which is no CGCS2000 system</source>
      <translation>专项行动采用{crs}，不是CGCS2000坐标系</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c01_datum.py" />
      <source>Parcel {code}: its survey file is in {datum}, not in CGCS2000</source>
      <translation>地块{code}：测绘文件为{datum}，不是CGCS2000坐标系</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c02_zone_number.py" />
      <source>Correct 带号 in the head of the survey file</source>
      <translation>请改正测绘文件头中的带号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c02_zone_number.py" />
      <source>Correct the zone number, or import the survey again in its own zone</source>
      <translation>请改正带号，或按实际带号重新导入测绘成果</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c02_zone_number.py" />
      <source>Parcel {code}: the head of {file} says zone {stated}, its coordinates are zone {zone}</source>
      <translation>地块{code}：{file}文件头带号为{stated}，坐标为{zone}带</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c02_zone_number.py" />
      <source>Parcel {code}: the ledger says zone {stated}, its coordinates are zone {zone}</source>
      <translation>地块{code}：台账带号为{stated}，坐标为{zone}带</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c02_zone_number.py" />
      <source>Parcel {code} is kept in zone {zone}, but its eastings begin with {stated}</source>
      <translation>地块{code}按{zone}带保存，但Y坐标前缀为{stated}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c03_window.py" />
      <source>Check zone, axis order and the first digits of the coordinates in the survey file</source>
      <translation>请核对测绘文件的带号、坐标轴顺序和坐标前几位</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c03_window.py" />
      <source>Parcel {code} lies outside the window of the county (X {x}, Y {y})</source>
      <translation>地块{code}超出本县坐标范围（X {x}，Y {y}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c04_axes_swapped.py" />
      <source>Import the file again with the columns in the order X (north), Y (east)</source>
      <translation>请按X（北）、Y（东）的列序重新导入文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c04_axes_swapped.py" />
      <source>Nothing needs to be done here; ask the surveyor to write X (north) first</source>
      <translation>此处无需处理，请测绘单位今后先写X（北）坐标</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c04_axes_swapped.py" />
      <source>Nothing needs to be done here; ask for files with the easting in x</source>
      <translation>此处无需处理；请提供方在 x 中填写东坐标</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c04_axes_swapped.py" />
      <source>Parcel {code}: in {file} the easting stands first; the columns were told apart by magnitude</source>
      <translation>地块{code}：{file}中先写Y（东）坐标，已按数值大小识别</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c04_axes_swapped.py" />
      <source>Parcel {code}: in {file} x holds the northing; the axes were told apart by magnitude</source>
      <translation>地块{code}：{file} 的 x 中填写的是北坐标；已按数值大小判明坐标轴</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c04_axes_swapped.py" />
      <source>Parcel {code}: northing and easting are the wrong way round</source>
      <translation>地块{code}：X、Y坐标互换</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c05_straddles_zones.py" />
      <source>Keep the zone of the survey file for the area; for new outlines take the zone of the centre</source>
      <translation>面积按测绘文件所在带计算；新绘界线按中心点所在带</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c05_straddles_zones.py" />
      <source>{file} holds parcels of several zones ({zones}); a survey file is in one zone</source>
      <translation>{file}中有不同带号（{zones}）的地块，一个测绘文件应只用一个带</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c05_straddles_zones.py" />
      <source>Parcel {code} lies on both sides of the zone border at {border}° E</source>
      <translation>地块{code}跨东经{border}°分带线</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c06_web_map_shift.py" />
      <source>Ask for the surveyed coordinates; what was drawn on a web map is no boundary</source>
      <translation>请提供实测坐标；网络地图上勾绘的线不能作为界线</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c06_web_map_shift.py" />
      <source>Parcel {code} lies outside its town, but inside once a {map} shift is taken back</source>
      <translation>地块{code}位于所属镇之外，扣除{map}偏移后位于镇内</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c07_decimals.py" />
      <source>Ask for the file with all decimals; rounded points move the area and open gaps</source>
      <translation>请提供保留全部小数位的文件；坐标取整会改变面积并产生缝隙</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/c07_decimals.py" />
      <source>Parcel {code}: its coordinates have at most {most} decimals where {wanted} are written</source>
      <translation>地块{code}：坐标最多只有{most}位小数，应为{wanted}位</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/d01_approved_outside_scope.py" />
      <source>Check the date of the approval; a parcel approved outside the scope leaves the list</source>
      <translation>请核对批准日期；批准日期不在范围内的地块应移出清单</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/d01_approved_outside_scope.py" />
      <source>Parcel {code} was approved on {day}; the campaign takes approvals from {first} to {last}</source>
      <translation>地块{code}于{day}批准，专项行动范围为{first}至{last}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/d04_limits_of_law.py" />
      <source>Correct the dates if they are wrong; else record that the limit was missed, and go on by law</source>
      <translation>日期有误的予以改正；无误的记录逾期情况并依法处理</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/d04_limits_of_law.py" />
      <source>Parcel {code}: {done} {done_day} lies before {served} {served_day}</source>
      <translation>地块{code}：{done}（{done_day}）早于{served}（{served_day}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/d04_limits_of_law.py" />
      <source>Parcel {code}: {done} {done_day} is later than {days} days after {served} {served_day} ({last})</source>
      <translation>地块{code}：{done}（{done_day}）超过{served}（{served_day}）后{days}日（{last}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/d05_extension.py" />
      <source>Agree a start within the time allowed, or say in the agreement from which day it runs</source>
      <translation>请约定不超过规定年限的动工日期，或在协议中写明起算日</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/d05_extension.py" />
      <source>Parcel {code}: the new start {new} is later than {last}, {years} after {anchor}</source>
      <translation>地块{code}：新约定动工日期{new}超过{anchor}后{years}（{last}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/d05_extension.py" />
      <source>{number} years</source>
      <translation>{number}年</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/d06_investigation_late.py" />
      <source>Serve the notice, or correct the day of discovery or of service</source>
      <translation>请送达调查通知书，或改正发现日期、送达日期</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/d06_investigation_late.py" />
      <source>Parcel {code}: notice served on {served}, more than {days} days after discovery on {discovered}</source>
      <translation>地块{code}：{served}送达调查通知书，距{discovered}发现已超过{days}日</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/d07_not_filed.py" />
      <source>File the parcel in the monitoring system and enter JDBARQ before the mode is approved</source>
      <translation>请先在监管系统备案并填写系统备案日期（JDBARQ），再批准处置方式</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/d07_not_filed.py" />
      <source>Parcel {code}: mode {measure} is chosen, but no filing date (JDBARQ) is recorded</source>
      <translation>地块{code}：已选处置方式{measure}，但未填写系统备案日期（JDBARQ）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/d07_not_filed.py" />
      <source>Parcel {code}: mode {measure} was approved on {approved}, before it was filed on {filed}</source>
      <translation>地块{code}：处置方式{measure}于{approved}批准，早于备案日期{filed}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/d09_idle_outside_scope.py" />
      <source>Check since when the parcel is idle; before the scope it leaves the list</source>
      <translation>请核对闲置起始日期；早于范围的宗地应移出清单</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/d09_idle_outside_scope.py" />
      <source>Parcel {code} is idle since {day}; the campaign takes idle land formed since {first}</source>
      <translation>宗地{code}自{day}起闲置，专项行动范围为{first}以来形成的闲置土地</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/d10_deadline_after_campaign.py" />
      <source>Plan the parcel to be settled by the last milestone, or say why it cannot be</source>
      <translation>请按最后时间节点前完成安排，或说明不能完成的原因</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/d10_deadline_after_campaign.py" />
      <source>Parcel {code} is planned for {deadline}, outside the campaign, which ends with {last}</source>
      <translation>地块{code}计划{deadline}完成，超出专项行动期限（{last}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/d11_idle_clock.py" />
      <source>Correct the dates of the contract or the idle date in the ledger</source>
      <translation>请改正合同日期或台账中的闲置起始日期</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/f01_shapefile_incomplete.py" />
      <source>Ask for all files of the set, or export it again</source>
      <translation>请补齐整套文件，或重新导出</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/f01_shapefile_incomplete.py" />
      <source>{file}: of its set these files are missing: {missing}</source>
      <translation>{file}：整套文件中缺少{missing}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/f02_field_limits.py" />
      <source>Shorten the text; the exchange file would cut it</source>
      <translation>请缩短文本，否则交换文件将截断</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/f02_field_limits.py" />
      <source>Parcel {code}: {field} takes {size} bytes in {encoding}, the field has {room}</source>
      <translation>地块{code}：{field}按{encoding}占{size}字节，字段长度为{room}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/f02_field_limits.py" />
      <source>Field name {name} is longer than 10 ASCII characters</source>
      <translation>字段名{name}超过10个ASCII字符</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/f03_dbf_encoding.py" />
      <source>Put a .cpg file with the right encoding (UTF-8, GBK) beside the dbf</source>
      <translation>请在dbf旁补上写明正确编码（UTF-8、GBK）的.cpg文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/f03_dbf_encoding.py" />
      <source>{file} does not say its encoding; no .cpg stands beside it</source>
      <translation>{file}未声明编码，缺少.cpg文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/f03_dbf_encoding.py" />
      <source>{file} cannot be read in {encoding}, as its .cpg says</source>
      <translation>{file}不能按.cpg声明的{encoding}读取</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/f04_lines_not_taken.py" />
      <source>Correct the file and import it again</source>
      <translation>请改正文件后重新导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/f04_lines_not_taken.py" />
      <source>{file} {sheet}, line {line}: {reason} ({text})</source>
      <translation>{file} {sheet}第{line}行：{reason}（{text}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/f05_no_ledger_row.py" />
      <source>Add the parcel to the ledger and attach it, or take the import back</source>
      <translation>请将该地块补入台账后挂接，或撤销该次导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/f05_no_ledger_row.py" />
      <source>Parcel {code} was surveyed, but no ledger says anything about it</source>
      <translation>地块{code}有测绘成果，但台账中没有记录</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g01_no_polygon.py" />
      <source>Correct the boundary points in the survey file and import it again</source>
      <translation>请改正测绘文件中的界址点后重新导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g01_no_polygon.py" />
      <source>its shape in the table is no polygon (type {kind})</source>
      <translation>表中图形不是多边形（类型{kind}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g01_no_polygon.py" />
      <source>it has no boundary points</source>
      <translation>没有界址点</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g01_no_polygon.py" />
      <source>Parcel {code} has no polygon: {reason}</source>
      <translation>地块{code}没有多边形：{reason}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g01_no_polygon.py" />
      <source>ring {ring} is empty</source>
      <translation>第{ring}圈为空</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g01_no_polygon.py" />
      <source>point {row} of ring {ring} has a coordinate that is no number</source>
      <translation>第{ring}圈第{row}点的坐标不是数值</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g02_ring_left_open.py" />
      <source>Let the file end each ring with its first point again</source>
      <translation>文件中每圈末行应重复首点，使其闭合</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g02_ring_left_open.py" />
      <source>Parcel {code}: ring {ring} of part {part} was left open in the file and closed on reading</source>
      <translation>地块{code}：第{part}部分第{ring}圈在文件中未闭合，读取时已闭合</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g03_too_few_points.py" />
      <source>Complete the ring from the survey, or remove it from the file, and import again</source>
      <translation>请按测绘成果补全该圈，或从文件中删除后重新导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g03_too_few_points.py" />
      <source>Parcel {code}: ring {ring} of part {part} has {count} distinct points; a ring needs three</source>
      <translation>地块{code}：第{part}部分第{ring}圈只有{count}个不同的点，一圈至少需要3个</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g04_crosses_itself.py" />
      <source>Correct the order of the boundary points in the survey file and import it again</source>
      <translation>请改正测绘文件中界址点的顺序后重新导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g04_crosses_itself.py" />
      <source>Give the pieces as parts of their own, so that each outline is a simple ring</source>
      <translation>请将各块分别列为独立部分，使每条界线都是简单环</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g04_crosses_itself.py" />
      <source>Parcel {code}: the outline is not valid at east {x}, north {y} ({detail})</source>
      <translation>地块{code}：界线在东{x}、北{y}处无效（{detail}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g04_crosses_itself.py" />
      <source>Parcel {code}: ring {ring} of part {part} crosses itself at east {x}, north {y}</source>
      <translation>地块{code}：第{part}部分第{ring}圈在东{x}、北{y}处自相交</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g04_crosses_itself.py" />
      <source>Parcel {code}: ring {ring} of part {part} touches itself at east {x}, north {y}</source>
      <translation>地块{code}：第{part}部分第{ring}圈在东{x}、北{y}处自相接触</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g04_crosses_itself.py" />
      <source>Parcel {code}: ring {ring} of part {part} runs back over itself at east {x}, north {y}</source>
      <translation>地块{code}：第{part}部分第{ring}圈在东{x}、北{y}处折返重合</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g04_crosses_itself.py" />
      <source>Parcel {code}: holes cut part {part} into pieces at east {x}, north {y}</source>
      <translation>地块{code}：孔洞在东{x}、北{y}处将第{part}部分割断</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g05_duplicate_points.py" />
      <source>Remove the second of the two points; the outline and the area stay the same</source>
      <translation>删除两点中的后一点，界线和面积不变</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g05_duplicate_points.py" />
      <source>Parcel {code}: point {row} of ring {ring}, part {part}, repeats its neighbour</source>
      <translation>地块{code}：第{part}部分第{ring}圈第{row}点与相邻点重复</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g06_several_parts.py" />
      <source>Name the one decision that covers all parts, or import the parts as parcels of their own</source>
      <translation>请填写涵盖各部分的同一批准文件，或将各部分作为独立地块导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g06_several_parts.py" />
      <source>Parcel {code} has {parts} parts, and no single decision covers them ({decision})</source>
      <translation>地块{code}由{parts}部分组成，但没有同一批准文件涵盖（{decision}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g07_ring_numbers.py" />
      <source>Number the outer ring 1 and its holes 2, 3, ... in the file</source>
      <translation>文件中外圈应编为1，孔洞依次编为2、3……</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g07_ring_numbers.py" />
      <source>Correct in the file which ring is a hole of which part</source>
      <translation>请在文件中更正各内圈所属的部分</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g07_ring_numbers.py" />
      <source>Parcel {code}: {file} nests its rings otherwise; holes were found by containment</source>
      <translation>地块{code}：{file} 中内外圈的归属与位置不符，已按包含关系确定内圈</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g07_ring_numbers.py" />
      <source>Parcel {code}: a hole of part {part} carries ring number {number}; it was found by containment</source>
      <translation>地块{code}：第{part}部分的孔洞圈号为{number}，已按包含关系识别为孔洞</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g08_spike.py" />
      <source>Check the point against the survey; move or remove it if it lies wrong</source>
      <translation>请对照测绘成果核对该点，位置有误的应移动或删除</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g08_spike.py" />
      <source>Remove the point: it lies off the outline and encloses no area</source>
      <translation>删除该点：该点伸出界线之外且不围成面积</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g08_spike.py" />
      <source>Parcel {code}: the corner at point {row} of ring {ring}, part {part}, is sharper than it should be</source>
      <translation>地块{code}：第{part}部分第{ring}圈第{row}点处的夹角过于尖锐</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g09_short_edge.py" />
      <source>Check whether both points are meant; remove one if they are the same corner</source>
      <translation>请核对两点是否均为界址点，属同一拐点的删除其一</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g09_short_edge.py" />
      <source>Parcel {code}: the edge after point {row} of ring {ring}, part {part}, is very short</source>
      <translation>地块{code}：第{part}部分第{ring}圈第{row}点之后的边过短</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g10_wrong_nesting.py" />
      <source>Correct which ring is a hole of which part in the survey file and import it again</source>
      <translation>请在测绘文件中改正各圈的内外关系后重新导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g10_wrong_nesting.py" />
      <source>hole {ring} lies outside part {part}</source>
      <translation>第{ring}圈（孔洞）位于第{part}部分之外</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g10_wrong_nesting.py" />
      <source>hole {ring} crosses the outer ring of part {part}</source>
      <translation>第{ring}圈（孔洞）与第{part}部分的外圈相交</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g10_wrong_nesting.py" />
      <source>hole {ring} is the same as the outer ring of part {part}</source>
      <translation>第{ring}圈（孔洞）与第{part}部分的外圈相同</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g10_wrong_nesting.py" />
      <source>hole {ring} runs along the outer ring of part {part}</source>
      <translation>第{ring}圈（孔洞）与第{part}部分的外圈共边</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g10_wrong_nesting.py" />
      <source>hole {ring} of part {part} lies inside another hole, or around it</source>
      <translation>第{part}部分第{ring}圈（孔洞）与另一孔洞相互嵌套</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g10_wrong_nesting.py" />
      <source>hole {ring} of part {part} overlaps another hole</source>
      <translation>第{part}部分第{ring}圈（孔洞）与另一孔洞重叠</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g10_wrong_nesting.py" />
      <source>hole {ring} of part {part} shares an edge with another hole</source>
      <translation>第{part}部分第{ring}圈（孔洞）与另一孔洞共边</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g10_wrong_nesting.py" />
      <source>part {part} overlaps another part</source>
      <translation>第{part}部分与另一部分重叠</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g10_wrong_nesting.py" />
      <source>part {part} lies inside another part, or around it</source>
      <translation>第{part}部分与另一部分相互嵌套</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g10_wrong_nesting.py" />
      <source>part {part} shares an edge with another part</source>
      <translation>第{part}部分与另一部分共边</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g10_wrong_nesting.py" />
      <source>Parcel {code}: {reason}</source>
      <translation>地块{code}：{reason}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g11_sliver.py" />
      <source>Check whether the piece is meant; a sliver is mostly what an overlay left over</source>
      <translation>请核对该碎块是否有意保留，狭长碎块多为叠加分析的残余</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g11_sliver.py" />
      <source>Parcel {code}: part {part} is a sliver, {width} m wide on average</source>
      <translation>地块{code}：第{part}部分为狭长碎块，平均宽{width}米</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g12_ring_order.py" />
      <source>Write the points of the ring in the other direction; the area stays the same</source>
      <translation>将该圈界址点按相反方向排列，面积不变</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g12_ring_order.py" />
      <source>Parcel {code}: the outer ring of part {part} runs counter-clockwise</source>
      <translation>地块{code}：第{part}部分外圈为逆时针方向</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g12_ring_order.py" />
      <source>Parcel {code}: hole {ring} of part {part} runs clockwise</source>
      <translation>地块{code}：第{part}部分第{ring}圈（孔洞）为顺时针方向</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g13_no_area.py" />
      <source>Take the boundary points from the survey again; a line is no parcel</source>
      <translation>请重新提取测绘界址点，一条线不构成地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/g13_no_area.py" />
      <source>Parcel {code}: the points of ring {ring}, part {part}, lie on one line</source>
      <translation>地块{code}：第{part}部分第{ring}圈各点在同一直线上</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l01_code_not_in_list.py" />
      <source>Choose a value of the code table</source>
      <translation>请从代码表中选择</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l01_code_not_in_list.py" />
      <source>Parcel {code}: {value} is no value of {field} (table {table})</source>
      <translation>地块{code}：{value}不是{field}的有效值（代码表{table}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l02_supervision_number.py" />
      <source>Copy the number from the contract or from the monitoring system</source>
      <translation>请按合同或监管系统填写电子监管号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l02_supervision_number.py" />
      <source>Parcel {code}: {number} is no supervision number (电子监管号): {reason}</source>
      <translation>地块{code}：{number}不是有效的电子监管号：{reason}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l02_supervision_number.py" />
      <source>it is not county (6), year (4), letter and serial (5)</source>
      <translation>应为行政区代码6位、年份4位、字母1位、顺序号5位</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l02_supervision_number.py" />
      <source>it begins with {found}, the county is {county}</source>
      <translation>前6位为{found}，本县代码为{county}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l02_supervision_number.py" />
      <source>its year {year} lies outside {first} to {last}</source>
      <translation>年份{year}不在{first}至{last}之间</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l03_cadastral_codes.py" />
      <source>Copy the code from the registration certificate</source>
      <translation>请按不动产权证书填写</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l03_cadastral_codes.py" />
      <source>Parcel {code}: {given} is not right: {reason}</source>
      <translation>宗地{code}：{given}有误：{reason}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l03_cadastral_codes.py" />
      <source>its serial number is 00000</source>
      <translation>顺序号不得为00000</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l03_cadastral_codes.py" />
      <source>feature code {feature} does not exist</source>
      <translation>特征码{feature}不存在</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l03_cadastral_codes.py" />
      <source>its first 19 characters are not 宗地代码 {parcel}</source>
      <translation>前19位与宗地代码{parcel}不一致</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l03_cadastral_codes.py" />
      <source>after W (no fixture) come eight zeros</source>
      <translation>W（无定着物）之后应为8个0</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l03_cadastral_codes.py" />
      <source>after F come a building (4) and a room from 0001 (4)</source>
      <translation>F之后应为4位幢号和自0001起的4位户号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l04_duplicate_numbers.py" />
      <source>Check whether one parcel is listed twice, or a number was copied to the wrong row</source>
      <translation>请核对是否同一地块重复列入，或编号误填</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l04_duplicate_numbers.py" />
      <source>Parcels {codes} carry the same {field}: {number}</source>
      <translation>地块{codes}的{field}相同：{number}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l05_old_town_name.py" />
      <source>Enter the present name of the town</source>
      <translation>请填写现行镇名</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l05_old_town_name.py" />
      <source>Parcel {code}: {old} is called {present} today</source>
      <translation>地块{code}：{old}现为{present}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l06_place_codes.py" />
      <source>Correct the code or the name; they come from the table of places</source>
      <translation>请按行政区代码表改正代码或名称</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l06_place_codes.py" />
      <source>county code {given} is not {county}</source>
      <translation>行政区代码{given}不是{county}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l06_place_codes.py" />
      <source>town code {given} does not begin with {county}</source>
      <translation>乡镇代码{given}不以{county}开头</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l06_place_codes.py" />
      <source>town code {given} is not that of {town} ({code9})</source>
      <translation>乡镇代码{given}不是{town}的代码（{code9}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l07_missing_values.py" />
      <source>Complete the row of the ledger and attach it again, or record the facts</source>
      <translation>请补全台账后重新挂接，或登记相应事项</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l07_missing_values.py" />
      <source>Parcel {code}: nothing is given for {fields}</source>
      <translation>地块{code}：未填写{fields}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l08_feature_of_idle_land.py" />
      <source>Check the certificate: only state-owned construction land can be idle land</source>
      <translation>请核对权证：只有国有建设用地才能认定为闲置土地</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/l08_feature_of_idle_land.py" />
      <source>Parcel {code}: feature code {feature} in 宗地代码 is none of {expected}</source>
      <translation>宗地{code}：宗地代码特征码{feature}不属于{expected}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/s01_closed_unconfirmed.py" />
      <source>Reconcile with the list of the monitoring system, then close the parcel</source>
      <translation>请先与监管系统清单核对确认，再予销号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/s01_closed_unconfirmed.py" />
      <source>Parcel {code} is closed (销号), but the monitoring system has not confirmed it</source>
      <translation>地块{code}已销号，但监管系统尚未确认</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/s02_state_order.py" />
      <source>Correct the event that is wrong, or record the step that is missing</source>
      <translation>请更正有误的事件，或补录缺少的步骤</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/s03_cause_and_measure.py" />
      <source>Check the cause that was recognised; choose the measure the law gives for it</source>
      <translation>请核对认定的闲置原因，并选择与之对应的法定处置方式</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/s03_cause_and_measure.py" />
      <source>Parcel {code}: measure {measure} is for {scope}, but the cause is {cause}</source>
      <translation>宗地{code}：处置方式{measure}适用于{scope}，而闲置原因为{cause}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/s04_fee_after_two_years.py" />
      <source>Give notice of the hearing on take-back (收回), article 14(2)</source>
      <translation>请按第十四条第（二）项发出收回听证权利告知书</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/s04_fee_after_two_years.py" />
      <source>Parcel {code}: {years} years were full on {day}, but it still stands at {state}</source>
      <translation>宗地{code}：{day}已满{years}年，目前仍处于“{state}”</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/s05_broken_chain.py" />
      <source>Restore the campaign file from a backup, and compare what was recorded since</source>
      <translation>请从备份恢复专项行动文件，并核对此后登记的内容</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/s05_broken_chain.py" />
      <source>Event {event} was changed after it was recorded</source>
      <translation>第{event}号事件在登记后被改动</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/s06_overrides.py" />
      <source>Nothing is wrong if the document bears it out; look at it once more before reporting</source>
      <translation>有文件依据的无需处理，上报前请再次核对</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/s06_overrides.py" />
      <source>Parcel {code} was put into state {state} on {day} by hand: {reason} ({document})</source>
      <translation>地块{code}于{day}人工调整为{state}状态：{reason}（{document}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/s07_step_without_facts.py" />
      <source>Record the missing facts with their documents</source>
      <translation>请凭相关文件补录缺少的事项</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/s07_step_without_facts.py" />
      <source>Parcel {code}: step {step} was taken without {fields}</source>
      <translation>地块{code}：步骤“{step}”办理时缺少{fields}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/s08_attachments.py" />
      <source>Put the file back in its place, or attach it anew with a fact</source>
      <translation>请把文件放回原处，或随事实登记重新提交附件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/t01_overlap_unsupplied.py" />
      <source>Compare both surveys, correct the one that is wrong, and import it again</source>
      <translation>请比对两宗测绘成果，改正有误的一宗后重新导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/t01_overlap_unsupplied.py" />
      <source>Parcels {one} and {other} cover the same ground: one is there twice</source>
      <translation>地块{one}与{other}范围完全相同，疑为重复</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/t01_overlap_unsupplied.py" />
      <source>Parcels {one} and {other} overlap ({share} % of the smaller one)</source>
      <translation>地块{one}与{other}重叠（占较小地块的{share}%）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/t02_remainder.py" />
      <source>Correct the supplied area in the ledger, or the outline of the supplied parcel</source>
      <translation>请改正台账中的已供面积，或改正供应地块的界线</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/t02_remainder.py" />
      <source>Parcel {code}: outside the supplied parcels {left} ha remain, the ledger says {recorded} ha</source>
      <translation>地块{code}：扣除供应地块后剩余{left}公顷，台账为{recorded}公顷</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/t03_inside_supply.py" />
      <source>Compare the outline with the supply parcel of the contract and correct the wrong one</source>
      <translation>请与合同所附供应地块界线比对，改正有误的一方</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/t03_inside_supply.py" />
      <source>Idle parcel {code} lies only {share} % inside the parcel it was supplied from ({origin})</source>
      <translation>闲置宗地{code}仅有{share}%位于其供应地块（{origin}）之内</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/t04_outside_county_or_town.py" />
      <source>Check the zone and the coordinates; if they are right, correct the town in the ledger</source>
      <translation>请核对带号和坐标；坐标无误的，改正台账中的所属镇</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/t04_outside_county_or_town.py" />
      <source>Parcel {code} lies only {share} % inside the county</source>
      <translation>地块{code}仅有{share}%位于县界之内</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/t04_outside_county_or_town.py" />
      <source>Parcel {code} lies only {share} % inside {town}, the town it is under</source>
      <translation>地块{code}仅有{share}%位于所属的{town}之内</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/t05_gap.py" />
      <source>If both parcels end at the same line, take the points of one survey for both</source>
      <translation>两宗地以同一条线为界的，统一采用其中一宗的界址点</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/t05_gap.py" />
      <source>Between parcels {one} and {other} lies a narrow gap of {area} m²</source>
      <translation>地块{one}与{other}之间有{area}平方米的狭窄缝隙</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/t08_zone_flag.py" />
      <source>Correct KFQBZ in the ledger, or the boundary of the development zone</source>
      <translation>请改正台账中的开发区标志（KFQBZ），或改正开发区范围</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/rules/t08_zone_flag.py" />
      <source>Parcel {code} lies {share} % inside the development zone, but KFQBZ says {said}</source>
      <translation>地块{code}有{share}%位于开发区范围内，但开发区标志（KFQBZ）为{said}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/run.py" />
      <source>There is no rule {rule}; name rule codes such as G04, or families such as G or T. The rules are: {rules}</source>
      <translation>没有规则{rule}；请填写规则代码（如G04）或类别（如G、T）。现有规则：{rules}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/run.py" />
      <source>The checks were cancelled; nothing was written</source>
      <translation>检查已取消，未写出任何结果</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/standard.py" />
      <source>The check standard has no entry {name}; entries are rule codes and the names in check_limits.csv</source>
      <translation>检查标准中没有“{name}”；可用条目为规则代码和check_limits.csv中的名称</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/checks/standard.py" />
      <source>The check standard: {value} is no value for {name}; write {kind}</source>
      <translation>检查标准：{value}不能作为{name}的值，请按{kind}填写</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/board/page.py" />
      <source>The board {file} cannot be written: {reason}. Close it in other programs, or choose another folder</source>
      <translation>看板 {file} 无法写入：{reason}。请在其他程序中关闭该文件，或另选文件夹</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/boundary/layout.py" />
      <source>Parcel {parcel} is in longitude and latitude; the dialect {profile} carries projected coordinates only</source>
      <translation>地块 {parcel} 为经纬度坐标；格式 {profile} 只能写投影坐标</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/boundary/txt.py" />
      <source>There is no dialect {profile} of boundary files; choose one of {known}</source>
      <translation>没有界址点文件格式 {profile}；请从中选择：{known}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/boundary/txt.py" />
      <source>No parcel was given for a boundary file; choose at least one</source>
      <translation>没有给出要写入界址点文件的地块；请至少选一宗</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/boundary/txt.py" />
      <source>Parcel {parcel} lies in zone {zone}, the file in zone {first}; write one file a zone</source>
      <translation>地块 {parcel} 在 {zone} 带，文件为 {first} 带；请每带写一个文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/boundary/txt.py" />
      <source>Parcel {parcel}: the encoding {encoding} has no character {character}; write {file} in utf-8 or gb18030</source>
      <translation>地块 {parcel}：编码 {encoding} 没有“{character}”字；{file} 请用 utf-8 或 gb18030</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/boundary/txt.py" />
      <source>{file} would not be read again as it was meant: {detail}; it was not written</source>
      <translation>{file} 重读结果与原意不符：{detail}；未写出</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/boundary/txt.py" />
      <source>{file} cannot be written ({detail}); close it elsewhere or choose another folder</source>
      <translation>{file} 写不了（{detail}）；请在别处关闭它或另选文件夹</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/export.py" />
      <source>The package {folder} cannot be written: {reason}. Close its files in other programs and try again</source>
      <translation>成果包 {folder} 写不了：{reason}。请在其他程序中关闭其文件后重试</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/land_use_column.py" />
      <source>Parcel {parcel}: {field} takes {standard} only, and {value} has no name of its own there; record the land use in {standard}, or choose a template that takes every standard</source>
      <translation>地块 {parcel}：“{field}”只收 {standard} 的地类，{value} 不在其中；请按 {standard} 登记用途，或者选用各分类标准都收的字段模板</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/land_use_column.py" />
      <source>Parcel {parcel}: {field}: {value} is a land use of no standard; record which one is meant</source>
      <translation>地块 {parcel}：“{field}”的 {value} 不属于任何分类标准；请登记究竟是哪一个地类</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/shapefile.py" />
      <source>Shapefiles need fiona, which this QGIS does not bring; install QGIS with its standard installer</source>
      <translation>写 Shapefile 需要 fiona，本机 QGIS 未带；请用标准安装程序安装 QGIS</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/shapefile.py" />
      <source>{file} does not say what was written ({what}); nothing was exported, try again</source>
      <translation>{file} 重读与写入不一致（{what}）；未导出，请重试</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/shapefile.py" />
      <source>{file} cannot be written: {reason}. Choose another folder</source>
      <translation>无法写入 {file}：{reason}。请另选一个文件夹</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/shapefile.py" />
      <source>Parcel {parcel}: {field} has {size} digits, {room} fit; correct the number</source>
      <translation>地块 {parcel}：{field} 有 {size} 位，字段只容 {room} 位；请更正数值</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/shapefile.py" />
      <source>Parcel {parcel}: {field} holds {value}, which is no number; correct it</source>
      <translation>地块 {parcel}：字段 {field} 的值 {value} 不是数字，请改正</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/shapefile.py" />
      <source>Parcel {parcel}: {field} holds a zero byte, which ends a text in the file; write it again</source>
      <translation>地块 {parcel}：字段 {field} 含有空字节，写入文件会截断文字，请重新填写</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/shapefile.py" />
      <source>Parcel {parcel}: {encoding} has no character {lost} ({field}); export in {others}</source>
      <translation>地块 {parcel}：{encoding} 中没有字符 {lost}（{field}）；请改用 {others} 导出</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/shapefile.py" />
      <source>Parcel {parcel}: {field} takes {size} bytes in {encoding}, {room} fit; shorten it or use GBK</source>
      <translation>地块 {parcel}：{field} 按 {encoding} 占 {size} 字节，只容 {room} 字节；请缩短或改用 GBK</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/shapefile.py" />
      <source>Parcel {parcel}: {field} takes {size} bytes in {encoding}, {room} fit; shorten it</source>
      <translation>地块 {parcel}：{field} 以 {encoding} 编码占 {size} 字节，字段只容 {room} 字节；请缩短</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/template.py" />
      <source>There is no template {template}; choose one of {known}, or the path of a CSV with the same columns</source>
      <translation>没有字段模板 {template}；请选择 {known} 之一，或给出列相同的 CSV 文件路径</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/template.py" />
      <source>Template {template}, column {name}: {reason}; correct the table of templates</source>
      <translation>字段模板 {template}，字段 {name}：{reason}；请修改模板表</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/template.py" />
      <source>{system} is no standard of land uses; there are: {systems}</source>
      <translation>{system} 不是用地分类标准；可用：{systems}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/template.py" />
      <source>{form} is no form of a value; there are: {forms}</source>
      <translation>{form} 不是值的写法；可用：{forms}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/template.py" />
      <source>a bare code needs its standard: name one under system, or add a column of the form system</source>
      <translation>只有代码分不清标准：请在 system 列写明分类标准，或者另加一列，其 form 为 system</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/template.py" />
      <source>it needs the heads {heads}</source>
      <translation>表头应有 {heads}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/template.py" />
      <source>a name has 1 to 10 letters and digits</source>
      <translation>字段名应为 1 至 10 个字母或数字</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/template.py" />
      <source>the type is C, N or D</source>
      <translation>类型应为 C、N 或 D</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/template.py" />
      <source>a text has 1 to 254 bytes</source>
      <translation>文本长度应为 1 至 254 字节</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/template.py" />
      <source>a number has 1 to 19 digits</source>
      <translation>数字长度应为 1 至 19 位</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/template.py" />
      <source>a date has 8 digits</source>
      <translation>日期长度应为 8 位</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/template.py" />
      <source>it has no columns for the list {list}</source>
      <translation>模板没有清单“{list}”的字段</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/template.py" />
      <source>{field} is no field of the list {list}</source>
      <translation>{field} 不是清单“{list}”的字段</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/template.py" />
      <source>it stands there twice</source>
      <translation>该字段重复出现</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/monitoring/template.py" />
      <source>len and dec are numbers</source>
      <translation>len 和 dec 应为数字</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/notices/drafts.py" />
      <source>There is no parcel {code} in the chosen list; check the code, or import the parcel first</source>
      <translation>所选台账中没有地块 {code}；请核对编号，或先导入该地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/notices/drafts.py" />
      <source>{kind} is a document for idle land; choose the list idle</source>
      <translation>{kind} 是闲置土地的文书；请选择 idle（闲置土地）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/notices/drafts.py" />
      <source>{name}: {document} was not drafted: {reason}</source>
      <translation>{name}：未生成{document}：{reason}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/office/official.py" />
      <source>The document {file} cannot be written: {reason}. Close it in other programs, or choose another folder</source>
      <translation>文档 {file} 无法写入：{reason}。请在其他程序中关闭该文件，或另选文件夹</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/office/official.py" />
      <source>The document {file} holds {found} paragraphs and rows where {expected} were written; write it again</source>
      <translation>文书 {file} 中有 {found} 个段落和行，而写入的是 {expected} 个；请重新生成</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/office/rows.py" />
      <source>{file} cannot be written: {reason}. Close it in other programs, or choose another folder</source>
      <translation>{file} 写不了：{reason}。请在其他程序中关闭它，或另选文件夹</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/office/rows.py" />
      <source>{file} holds {found} rows where {expected} were written; write it again</source>
      <translation>{file} 中有 {found} 行，而写入的是 {expected} 行；请重新生成</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/office/rows.py" />
      <source>{file} is neither xlsx nor csv; name the file with one of these endings</source>
      <translation>{file} 既不是 xlsx 也不是 csv；请改用其中一种后缀</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/office/workbook.py" />
      <source>The workbook {file} cannot be written: {reason}. Close it in other programs, or choose another folder</source>
      <translation>工作簿 {file} 写不了：{reason}。请在其他程序中关闭它，或另选文件夹</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/office/workbook.py" />
      <source>The workbook {file} holds {found} rows in sheet {sheet} where {expected} were written; write it again</source>
      <translation>工作簿 {file} 的工作表 {sheet} 有 {found} 行，应为 {expected} 行；请重新写出</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/reports/attach.py" />
      <source>column {column} ({head}) was not read: {count} cells are filled; say with MAPPING which field it is, or leave it out</source>
      <translation>{column} 列（{head}）未读入：已填 {count} 个单元格；请用 MAPPING 指明对应字段，或指明不用</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/exports/reports/period.py" />
      <source>The period begins on {since}, after its last day {as_of}; give an earlier SINCE</source>
      <translation>报告期起始日 {since} 晚于截止日 {as_of}；请填写更早的 SINCE</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/geodesy/mapsheet.py" />
      <source>There are no map sheets of the scale 1:{scale}; the scales are {scales}</source>
      <translation>没有 1:{scale} 比例尺的图幅，可用比例尺：{scales}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/geodesy/mapsheet.py" />
      <source>Longitude {longitude}, latitude {latitude} lies on no map sheet: sheets are numbered from 0° to 88° north</source>
      <translation>经度 {longitude}、纬度 {latitude} 不在任何图幅内：图幅编号范围为北纬 0° 至 88°</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/geodesy/remainder.py" />
      <source>{plot} is no valid polygon ({reason}); mend it and run again</source>
      <translation>{plot} 不是有效的面（{reason}），请修复后重新运行</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/geodesy/remainder.py" />
      <source>{one} and {other} overlap by {area} m²; what is left of it is counted twice</source>
      <translation>{one} 与 {other} 重叠 {area} 平方米，重叠部分的剩余面积被计算两次</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/geodesy/zones.py" />
      <source>{crs} is no CGCS2000 coordinate system; give EPSG:4490 or a zone between EPSG:4491 and EPSG:4554</source>
      <translation>{crs} 不是 2000 国家大地坐标系；请给 EPSG:4490 或 EPSG:4491 至 EPSG:4554 中的一个带</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/actions.py" />
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/actions.py" />
      <source>Open a campaign first</source>
      <translation>请先打开专项行动</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/actions.py" />
      <source>{count} parcel(s) will be repaired, {points} point(s) removed; outline valid, area the same. The earlier survey stays, and Imports so far can undo the repair. Go on?</source>
      <translation>将修复{count}宗地块，删除{points}个点；修复后界线有效、面积不变。原测绘成果保留，可在“历次导入”中撤销。是否继续？</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/actions.py" />
      <source>Repair safely</source>
      <translation>安全修复</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/actions.py" />
      <source>Select the parcels in the dock first</source>
      <translation>请先在停靠窗中选择地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/answers.py" />
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/answers.py" />
      <source>Yes</source>
      <translation>是</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/answers.py" />
      <source>No</source>
      <translation>否</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/answers.py" />
      <source>OK</source>
      <translation>确定</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/assessment.py" />
      <source>approved {first}–{last}, as far as the ledger names the batches; references {floor}, {stop}</source>
      <translation>{first}–{last}年批准，按台账所列批次；参照{floor}、{stop}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/assessment.py" />
      <source>at least {least}</source>
      <translation>最低要求{least}（参数）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/assessment.py" />
      <source>{change} (confirmed of the task)</source>
      <translation>下年度计划指标 {change}（按系统确认面积/任务面积）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/assessment.py" />
      <source>credited {area} ha</source>
      <translation>折抵新增指标 {area} 公顷</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/assessment.py" />
      <source>ha</source>
      <translation>公顷</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/assessment.py" />
      <source>Compute</source>
      <translation>计算</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>{points} percentage points; required {required}, on the curve {curve}</source>
      <translation>{points} 个百分点；时间节点要求 {required}，按进度线滞后 {curve}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>{week} within 7 days, {month} within 30 days, {late} overdue</source>
      <translation>7天内到期 {week} 宗，30天内到期 {month} 宗，逾期 {late} 宗</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>Both lists</source>
      <translation>两张清单</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>As of</source>
      <translation>截至</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>Group by</source>
      <translation>分组</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>Done (area)</source>
      <translation>完成率（面积）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>Confirmed by the system</source>
      <translation>系统确认率</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>Done (parcels)</source>
      <translation>完成率（宗数）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>Lag behind the plan</source>
      <translation>滞后</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>Planned days</source>
      <translation>计划完成时间</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>Legal limits</source>
      <translation>法定期限</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>Outside the base</source>
      <translation>不计入底数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>Five-year supply rate</source>
      <translation>五年供地率</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>Disposal rate</source>
      <translation>处置率</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>Next year's quota</source>
      <translation>增存挂钩</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>No campaign is open; use New campaign, Open or Open the sample</source>
      <translation>没有打开专项行动；请用“新建专项行动”“打开”或“打开示例”</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>parcels</source>
      <translation>宗</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>The plan of the year is not entered yet</source>
      <translation>未下达时间节点（年度方案尚未录入）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/dock.py" />
      <source>{count} parcels</source>
      <translation>{count} 宗地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/groups.py" />
      <source>Town</source>
      <translation>镇</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/groups.py" />
      <source>Department</source>
      <translation>责任单位</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/groups.py" />
      <source>Age group</source>
      <translation>年度</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/groups.py" />
      <source>Category</source>
      <translation>处置类别</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/groups.py" />
      <source>Base, ha</source>
      <translation>底数（公顷）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/groups.py" />
      <source>Task, ha</source>
      <translation>任务公顷</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/groups.py" />
      <source>Done, ha</source>
      <translation>已处置公顷</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/groups.py" />
      <source>Done</source>
      <translation>已处置</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/groups.py" />
      <source>Confirmed</source>
      <translation>已确认</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/groups.py" />
      <source>Lag</source>
      <translation>滞后</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/groups.py" />
      <source>7 days</source>
      <translation>7天内</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/groups.py" />
      <source>30 days</source>
      <translation>30天内</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/board/groups.py" />
      <source>Overdue</source>
      <translation>逾期</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/campaign_history.py" />
      <source>History of the campaign</source>
      <translation>行动设置记录</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/campaign_history.py" />
      <source>Holds from</source>
      <translation>生效日期</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/campaign_history.py" />
      <source>What was set</source>
      <translation>设置内容</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/campaign_history.py" />
      <source>Recorded at (UTC)</source>
      <translation>登记时间（UTC）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>Day</source>
      <translation>日期</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>What</source>
      <translation>说明</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>Attachments</source>
      <translation>附件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>Event</source>
      <translation>事件号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>Facts</source>
      <translation>事实</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>Next steps</source>
      <translation>下一步</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>Idle clock</source>
      <translation>闲置时钟</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>History</source>
      <translation>经过</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>Correct this event</source>
      <translation>更正此事件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>Field</source>
      <translation>字段</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>Unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>Clock</source>
      <translation>时钟</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>What it says</source>
      <translation>结果</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>Next step</source>
      <translation>下一步</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>Due on</source>
      <translation>到期日</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>Days left</source>
      <translation>剩余天数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>Situation</source>
      <translation>情形</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>Owner</source>
      <translation>办理主体</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/case_view.py" />
      <source>Corrected by event {event}</source>
      <translation>已由事件 {event} 更正</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/dock.py" />
      <source>Refresh</source>
      <translation>刷新</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/dock.py" />
      <source>Filter by any column</source>
      <translation>按任一列筛选</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/dock.py" />
      <source>Draft documents ...</source>
      <translation>起草文书…</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/dock.py" />
      <source>Print ...</source>
      <translation>打印…</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/draft_dialog.py" />
      <source>Draft</source>
      <translation>起草</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/draft_dialog.py" />
      <source>the next step needs it</source>
      <translation>下一步需要此文书</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/draft_dialog.py" />
      <source>Document to draft</source>
      <translation>文书</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/draft_dialog.py" />
      <source>What stands against it</source>
      <translation>说明</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/draft_dialog.py" />
      <source>{count} parcel(s) of the list {list}: {codes}</source>
      <translation>{list}清单 {count} 宗：{codes}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/drafting.py" />
      <source>{documents} documents drafted, {refused} not drafted, {blanks} blanks to fill in: {folder}</source>
      <translation>已起草 {documents} 份文书，未起草 {refused} 份，待补空白 {blanks} 处：{folder}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/parcel_table.py" />
      <source>Code</source>
      <translation>编号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/parcel_table.py" />
      <source>State</source>
      <translation>状态</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/parcel_table.py" />
      <source>Status</source>
      <translation>进展</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/parcel_table.py" />
      <source>Deadline</source>
      <translation>时限</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/progress_bars.py" />
      <source>Planned</source>
      <translation>计划</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/progress_bars.py" />
      <source>Milestones</source>
      <translation>时间节点</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/progress_bars.py" />
      <source>{done} of {all} parcels; base {base} ha, no task set, done {done_ha} ha</source>
      <translation>{all}宗中已处置{done}宗；底数{base}公顷，未下达任务，已处置{done_ha}公顷</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/progress_bars.py" />
      <source>{done} of {all} parcels; base {base} ha, task {task} ha, done {done_ha} ha</source>
      <translation>{all}宗中已处置{done}宗；底数{base}公顷，任务{task}公顷，已处置{done_ha}公顷</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/step_dialog.py" />
      <source>Choose files</source>
      <translation>选择文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/step_dialog.py" />
      <source>empty: all that is left</source>
      <translation>留空：全部剩余面积</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/step_dialog.py" />
      <source>Take the step against the machine</source>
      <translation>不按流程强制办理</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/step_dialog.py" />
      <source>Area settled (hectares)</source>
      <translation>处置面积（公顷）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/step_dialog.py" />
      <source> (a condition is not met)</source>
      <translation>（条件未成就）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/case/step_dialog.py" />
      <source>The chosen parcels have no step in common</source>
      <translation>所选地块没有共同可办的步骤</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/checking/problem_table.py" />
      <source>Severity</source>
      <translation>级别</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/checking/problem_table.py" />
      <source>Rule</source>
      <translation>规则</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/checking/problem_table.py" />
      <source>Problem</source>
      <translation>问题</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/checking/problem_table.py" />
      <source>Figure</source>
      <translation>数值</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/checking/problem_table.py" />
      <source>Remedy</source>
      <translation>处理意见</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/checking/problem_table.py" />
      <source>Error</source>
      <translation>错误</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/checking/problem_table.py" />
      <source>Warning</source>
      <translation>警告</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/checking/problem_table.py" />
      <source>Notice</source>
      <translation>提示</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/checking/problems.py" />
      <source>As of {day}: {errors} errors, {warnings} warnings, {notices} notices</source>
      <translation>截至{day}：错误{errors}项，警告{warnings}项，提示{notices}项</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/checking/problems.py" />
      <source>Problems</source>
      <translation>检查问题</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/checking/problems.py" />
      <source>Checking ...</source>
      <translation>正在检查……</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/checking/problems.py" />
      <source>All</source>
      <translation>全部</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/checking/problems.py" />
      <source>Double-click a problem to go to its place</source>
      <translation>双击问题可定位到所在位置</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/checking/problems.py" />
      <source>Check again</source>
      <translation>重新检查</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/checking/problems.py" />
      <source>This problem has no place on the map</source>
      <translation>该问题在图上没有位置</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/choices.py" />
      <source>as recognised</source>
      <translation>按识别结果</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/choices.py" />
      <source>Columns of a table by letter or head: name, x, y, length, ring, code, title, such as name=B, x=C, y=D</source>
      <translation>按列字母或表头指定点表各列：name 点号、x 纵坐标、y 横坐标、length 边长、ring 圈号、code 地块编号、title 地块名称，例如 name=B, x=C, y=D</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/journal.py" />
      <source>List of the system</source>
      <translation>监管系统清单</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/journal.py" />
      <source>Campaign file brought up to date</source>
      <translation>专项行动文件升级</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/journal.py" />
      <source>No.</source>
      <translation>编号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/journal.py" />
      <source>Time</source>
      <translation>时间</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/journal.py" />
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/journal.py" />
      <source>Dialect</source>
      <translation>格式（业务类型）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/journal.py" />
      <source>New</source>
      <translation>新增</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/journal.py" />
      <source>Updated</source>
      <translation>更新</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/journal.py" />
      <source>Unchanged</source>
      <translation>未变化</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/journal.py" />
      <source>Undone</source>
      <translation>撤销时间</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/journal.py" />
      <source>Imports so far</source>
      <translation>导入记录</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/journal.py" />
      <source>Undoing...</source>
      <translation>正在撤销……</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/journal.py" />
      <source>Undone: {removed} surveys were taken away</source>
      <translation>已撤销：移除测量成果 {removed} 个</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/journal.py" />
      <source>Undo the selected imports</source>
      <translation>撤销所选导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/journal.py" />
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/preview_page.py" />
      <source>{imported} new parcels, {updated} with a new survey, {unchanged} as before; {rejected} rejects</source>
      <translation>新增地块 {imported} 个，更新成果 {updated} 个，未变化 {unchanged} 个；未采用 {rejected} 条</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/preview_page.py" />
      <source>Preview on the map</source>
      <translation>地图预览</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/preview_page.py" />
      <source>These parcels are drawn on the map, in orange. Nothing is stored yet.</source>
      <translation>下列地块已用橙色绘于地图上，尚未入库。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/preview_page.py" />
      <source>Import</source>
      <translation>导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/preview_page.py" />
      <source>Comparing with the campaign...</source>
      <translation>正在与专项行动数据比对……</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/preview_page.py" />
      <source>Zoom to selected</source>
      <translation>缩放至所选</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/preview_page.py" />
      <source>Zoom to all</source>
      <translation>缩放至全部</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/recognised_page.py" />
      <source>Columns of a point table</source>
      <translation>点表的列</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/recognised_page.py" />
      <source>{files} files, {parcels} parcels; {rejects} lines or files cannot be taken</source>
      <translation>共 {files} 个文件、{parcels} 个地块；{rejects} 行（或文件）不能采用</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/recognised_page.py" />
      <source>What was recognised</source>
      <translation>识别结果</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/recognised_page.py" />
      <source>Check each file. Where it was read wrongly, select it and say how it is to be read.</source>
      <translation>请逐个核对文件。识别有误的，选中该文件并指定读取方式。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/recognised_page.py" />
      <source>For the selected files</source>
      <translation>对所选文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/recognised_page.py" />
      <source>Reading...</source>
      <translation>正在读取……</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/recognised_page.py" />
      <source>Line</source>
      <translation>行号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/recognised_page.py" />
      <source>Text</source>
      <translation>原文</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/recognised_page.py" />
      <source>Read again</source>
      <translation>重新读取</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/recognised_page.py" />
      <source>As recognised</source>
      <translation>恢复识别</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/rejects.py" />
      <source>Save as csv...</source>
      <translation>另存为 CSV……</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/rejects.py" />
      <source>Zoom to the place</source>
      <translation>缩放至位置</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/rejects.py" />
      <source>Open the line</source>
      <translation>打开该行</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/rejects.py" />
      <source>This reject has no place on the map</source>
      <translation>该条记录没有可定位的坐标</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/rejects.py" />
      <source>The file cannot be opened from here</source>
      <translation>此处无法打开该文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/rejects.py" />
      <source>Saved as {file}</source>
      <translation>已保存为 {file}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/rejects.py" />
      <source>{file} cannot be written: {reason}</source>
      <translation>无法写入 {file}：{reason}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/result_page.py" />
      <source>Importing; stopping it leaves the campaign as it was.</source>
      <translation>正在导入；中途停止不会改动专项行动数据。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/result_page.py" />
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/result_page.py" />
      <source>Undo this import</source>
      <translation>撤销本次导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/result_page.py" />
      <source>Lines and files that were not taken</source>
      <translation>未采用的行和文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/result_page.py" />
      <source>The import is done.</source>
      <translation>导入完成。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/result_page.py" />
      <source>Nothing was imported; the campaign is as it was.</source>
      <translation>未导入任何数据；专项行动数据保持不变。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/session.py" />
      <source>Reading survey files</source>
      <translation>读取测量文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/source_page.py" />
      <source>Survey files</source>
      <translation>测量文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/source_page.py" />
      <source>Choose files or a folder, or drop them here. Nothing is stored before the last step.</source>
      <translation>选择文件或文件夹，也可拖放到此处。最后一步之前不会入库。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/source_page.py" />
      <source>as the files say</source>
      <translation>以文件为准</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/source_page.py" />
      <source>Into the list</source>
      <translation>导入清单</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/source_page.py" />
      <source>Folder of survey files</source>
      <translation>测量文件所在文件夹</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/source_page.py" />
      <source>Add files...</source>
      <translation>添加文件……</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/source_page.py" />
      <source>Add a folder...</source>
      <translation>添加文件夹……</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/source_page.py" />
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/source_page.py" />
      <source>Read are: {types}</source>
      <translation>可读取：{types}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/tables.py" />
      <source>Axis order</source>
      <translation>坐标次序</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/tables.py" />
      <source>Notes</source>
      <translation>提示</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/tables.py" />
      <source>Forced</source>
      <translation>指定</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/tables.py" />
      <source>Plot number</source>
      <translation>地块编号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/tables.py" />
      <source>Zone</source>
      <translation>带号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/tables.py" />
      <source>Points</source>
      <translation>界址点数</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/tables.py" />
      <source>Area (ha)</source>
      <translation>面积（公顷）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/tables.py" />
      <source>Reason</source>
      <translation>原因</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/tables.py" />
      <source>point list</source>
      <translation>点表</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/tables.py" />
      <source>longitude and latitude</source>
      <translation>经纬度</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/tables.py" />
      <source>zone {zone}, number in front</source>
      <translation>{zone} 带，含带号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/tables.py" />
      <source>zone {zone}, no number in front</source>
      <translation>{zone} 带，不含带号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/tables.py" />
      <source>easting first</source>
      <translation>东坐标在前</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/tables.py" />
      <source>northing first</source>
      <translation>北坐标在前</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/tables.py" />
      <source>unknown</source>
      <translation>未知</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/tables.py" />
      <source>degrees</source>
      <translation>经纬度</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/wizard.py" />
      <source>Back</source>
      <translation>上一步</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/importing/wizard.py" />
      <source>Next</source>
      <translation>下一步</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dialog.py" />
      <source>Attach</source>
      <translation>挂接</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dialog.py" />
      <source>Match parcels by</source>
      <translation>匹配依据</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dialog.py" />
      <source>Heads in line {first}</source>
      <translation>表头在第 {first} 行</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dialog.py" />
      <source>Heads in lines {first} and {last}</source>
      <translation>表头在第 {first}、{last} 行</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dialog.py" />
      <source>No column was recognised. Say where the heads stand and what the columns are.</source>
      <translation>没有认出任何列。请指明表头所在行和各列的含义。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dialog.py" />
      <source>{used} columns are read, {left} are not recognised (red): say what they are, or leave them unused. Your answer is kept for the next ledger with these heads.</source>
      <translation>已认出 {used} 列，{left} 列未认出（红色）：请选择对应字段，或者保持“不使用”。确认后系统记住，下次同样表头的台账不再询问。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dialog.py" />
      <source>one after another: {fields}</source>
      <translation>依次按：{fields}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dialog.py" />
      <source>Heads in line</source>
      <translation>表头所在行</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dialog.py" />
      <source>{sheet} (no heads found)</source>
      <translation>{sheet}（未找到表头）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dialog.py" />
      <source>{used} columns are read.</source>
      <translation>各列均已认出，共读取 {used} 列。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>Finding</source>
      <translation>结果</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>In the ledger</source>
      <translation>台账值</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>In the campaign</source>
      <translation>系统或图形值</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>From</source>
      <translation>自何日起</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>Row of the ledger</source>
      <translation>台账行</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>{count} values of parcels with a history would change from the day of the ledger on; what was told of earlier days stays. Day of the ledger:</source>
      <translation>已有记录的宗地将有 {count} 项数值自台账日期起变更，此前各日的内容不变。台账日期：</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>{file}: {matched} rows matched, {rows} rows without parcel, {parcels} parcels without row, {changes} changes, {differs} disagreements, {cells} lines or cells not read, {heads} columns not known</source>
      <translation>{file}：匹配 {matched} 行，无对应宗地 {rows} 行，台账中没有的宗地 {parcels} 宗，变更 {changes} 项，不一致 {differs} 处，未读入的行或单元格 {cells} 处，未识别的列 {heads} 列</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>Disagrees</source>
      <translation>不一致</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>Row without parcel</source>
      <translation>无对应宗地的行</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>Parcel without row</source>
      <translation>台账中没有的宗地</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>Not read</source>
      <translation>未读入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>Column not known</source>
      <translation>未识别的列</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>Matched</source>
      <translation>已匹配</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source> (nothing was changed)</source>
      <translation>（仅预演，未作任何修改）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>Save report</source>
      <translation>保存报告</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>Record the changes</source>
      <translation>记录这些变更</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>Change nothing</source>
      <translation>不变更</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>Double-click a line to see its parcel on the map and its case</source>
      <translation>双击一行，可在地图上查看该宗地并打开其档案</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>Show the parcel</source>
      <translation>查看宗地</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>Open the ledger</source>
      <translation>打开台账</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>Columns</source>
      <translation>列对应</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>Attaching {file} ...</source>
      <translation>正在挂接 {file}……</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/dock.py" />
      <source>ledger: {ledger}; campaign: {campaign}</source>
      <translation>台账：{ledger}；系统或图形：{campaign}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/kept_columns.py" />
      <source>not used</source>
      <translation>不使用</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/kept_columns.py" />
      <source>as each cell says</source>
      <translation>按单元格所写</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/kept_columns.py" />
      <source>Column head</source>
      <translation>表头</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/kept_columns.py" />
      <source>Is read as</source>
      <translation>读作</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/kept_columns.py" />
      <source>Ledger columns</source>
      <translation>台账列对应</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/kept_columns.py" />
      <source>Always show the columns before a ledger is attached</source>
      <translation>挂接台账前总是显示列对应</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/kept_columns.py" />
      <source>Forget the selected heads</source>
      <translation>删除所选表头</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/sheet.py" />
      <source>First cells</source>
      <translation>前几个值（→ 读作）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/sheet.py" />
      <source>head repeated, not read</source>
      <translation>表头重复，不读</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/sheet.py" />
      <source>does not read</source>
      <translation>读不出</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/sheet.py" />
      <source>not recognised</source>
      <translation>未认出</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/sheet.py" />
      <source>names two units</source>
      <translation>表头有两种单位</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/sheet.py" />
      <source>recognised</source>
      <translation>已认出</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/sheet.py" />
      <source>chosen</source>
      <translation>人工选定</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/sheet.py" />
      <source>date</source>
      <translation>日期</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/ledger/sheet.py" />
      <source>text</source>
      <translation>文本</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/office/options.py" />
      <source>Folder of the office</source>
      <translation>本单位设置文件夹</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/office/options.py" />
      <source>Tables in this folder, and in a folder “office” beside a campaign, change numbers, colours and texts; an update of the plugin keeps them. Fill in only what differs.</source>
      <translation>此文件夹中的表，以及行动文件旁“office”文件夹中的表，可以改变政策数值、颜色和文字；更新插件不会影响它们。只填写与默认不同的内容。</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/office/options.py" />
      <source>Table</source>
      <translation>表</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/office/options.py" />
      <source>Column</source>
      <translation>列</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/office/options.py" />
      <source>Default</source>
      <translation>默认</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/office/options.py" />
      <source>Now</source>
      <translation>现在</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/office/options.py" />
      <source>Set in</source>
      <translation>所在文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/office/options.py" />
      <source>Nothing differs from what the plugin is shipped with</source>
      <translation>没有与默认不同的内容</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/office/options.py" />
      <source>Begin this table</source>
      <translation>新建此表</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/office/options.py" />
      <source>Open the folder</source>
      <translation>打开文件夹</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/printing/sheet_options.py" />
      <source>County, year and the words of the plan</source>
      <translation>县名、年度和方案用语</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/printing/sheet_options.py" />
      <source>Draw a frame for the seal</source>
      <translation>绘制盖章处虚线框</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/printing/sheet_options.py" />
      <source>Title of the sheets</source>
      <translation>一地一策表标题</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/printing/sheet_options.py" />
      <source>Secrecy line</source>
      <translation>密级</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/printing/sheet_options.py" />
      <source>Logo</source>
      <translation>标识图片</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/printing/sheet_options.py" />
      <source>Pictures</source>
      <translation>图片</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/printing/sheet_printing.py" />
      <source>Print sheets of the selected parcels</source>
      <translation>打印所选地块的一地一策表</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/printing/wallmap_insets.py" />
      <source>Places the wall map enlarges</source>
      <translation>挂图放大图位置</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/printing/wallmap_insets.py" />
      <source>Enlarge the map view</source>
      <translation>放大当前地图范围</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/printing/wallmap_insets.py" />
      <source>Enlarge the selected parcels</source>
      <translation>放大选中的地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/printing/wallmap_insets.py" />
      <source>Draw a rectangle to enlarge</source>
      <translation>在地图上画出放大范围</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/printing/wallmap_insets.py" />
      <source>Forget the marked places</source>
      <translation>清除已标放大位置</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/printing/wallmap_insets.py" />
      <source>Select parcels on the map or in the dock first</source>
      <translation>请先在地图或面板中选择地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/printing/wallmap_insets.py" />
      <source>The wall map chooses all places to enlarge by itself again</source>
      <translation>挂图将重新自动选择放大位置</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/printing/wallmap_insets.py" />
      <source>The wall map will enlarge this place; {count} are marked</source>
      <translation>挂图将放大此处；已标 {count} 处</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/gui/window.py" />
      <source>Export</source>
      <translation>导出</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/campaign.py" />
      <source>The year's plan with its deadlines is not entered yet: nothing is planned, so the planned rate is 0. Enter it with anze:editcampaign (MILESTONES, STAGES or SETTINGS)</source>
      <translation>未下达时间节点：年度方案尚未录入，计划完成率为0。请用 anze:editcampaign 录入（MILESTONES、STAGES 或 SETTINGS）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/file_errors.py" />
      <source>the folder does not exist</source>
      <translation>文件夹不存在</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/file_errors.py" />
      <source>what should be its folder is a file</source>
      <translation>其上级应为文件夹，实际是文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/file_errors.py" />
      <source>a file of this name stands where a folder is needed</source>
      <translation>需要文件夹的位置已有同名文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/file_errors.py" />
      <source>there is a folder of this name</source>
      <translation>已有同名文件夹</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/file_errors.py" />
      <source>this user may not write there, or another program holds it open</source>
      <translation>当前用户无写入权限，或文件被其他程序占用</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/file_errors.py" />
      <source>the disk can only be read</source>
      <translation>磁盘为只读</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/file_errors.py" />
      <source>the disk is full</source>
      <translation>磁盘已满</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/file_errors.py" />
      <source>the name is too long for the disk</source>
      <translation>文件名过长，磁盘不支持</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/admission.py" />
      <source>Parcel {code}: {step} needs {fields}; give the values with the step (FACTS), or record them first</source>
      <translation>地块 {code}：{step} 须填写 {fields}；请随步骤一并填写（FACTS），或先行登记</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/admission.py" />
      <source>Parcel {code}: {step} cannot settle {area} ha, only {left} ha are left; give a smaller AREA</source>
      <translation>地块 {code}：{step} 不能处置 {area} 公顷，仅剩余 {left} 公顷；请填写较小的面积（AREA）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/admission.py" />
      <source>Parcel {code} stands in {state} on {day}; the step {step} starts from another state. Possible steps: {steps}</source>
      <translation>地块 {code} 在 {day} 的状态为“{state}”；步骤“{step}”不从该状态开始。可办的步骤：{steps}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/admission.py" />
      <source>Parcel {code}: {step} rests on {document}; no document was named</source>
      <translation>地块 {code}：{step} 应有依据“{document}”，未填写文号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/admission.py" />
      <source>Parcel {code}: {step} is refused (condition {guard}): {reason}</source>
      <translation>地块 {code}：{step} 不予办理（条件 {guard}）：{reason}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/admission.py" />
      <source>Parcel {code}: {step} was due by {due}, counted from {field}; it is {days} days late</source>
      <translation>地块 {code}：{step} 应于 {due} 前（自 {field} 起算）办理，已超期 {days} 日</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/guards.py" />
      <source>the parcel is not recorded as clean land (art 21: clear rights, compensation done, no dispute, planning conditions fixed); record JDBZ = Y when all of it holds</source>
      <translation>未登记为净地（第二十一条：权利清晰、安置补偿落实到位、无法律经济纠纷、规划条件明确）；条件具备后请先登记“是否净地”JDBZ = Y</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/guards.py" />
      <source>the approval of {approved} is more than {years} years old and nothing says that it was carried out; record ZSZT = 12 when the compensation was carried out, else withdraw the approval (TP15, TP24)</source>
      <translation>批准日期 {approved} 已满 {years} 年，且无已实施征收的记录；已实施补偿安置的请先登记“征收状态”ZSZT = 12，否则应办理批文失效或撤回（TP15、TP24）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/guards.py" />
      <source>the approval of {approved} lapses only after {lapses}; take the step later, or check NZYPZRQ</source>
      <translation>批准日期 {approved} 至 {lapses} 才满两年；请在此之后办理，或核对“批准日期”NZYPZRQ</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/guards.py" />
      <source>the day of the approval is not known; record NZYPZRQ first</source>
      <translation>缺少批准日期；请先登记“批准日期”NZYPZRQ</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/guards.py" />
      <source>{left} ha are neither supplied nor withdrawn; settle them first, or split the parcel</source>
      <translation>尚有 {left} 公顷既未供应也未撤回；请先处置，或拆分地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/guards.py" />
      <source>nothing of the parcel remains unsupplied; close the case (TP12) instead</source>
      <translation>该地块已无剩余未供面积；请办理销号（TP12）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/guards.py" />
      <source>the area of the parcel is not known; record DKMJGQ first</source>
      <translation>缺少地块面积；请先登记“地块面积”DKMJGQ</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/guards.py" />
      <source>the monitoring system has not confirmed it; compare with the list of the system first (Reconcile)</source>
      <translation>监测监管系统尚未确认；请先与系统清单核对</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/guards.py" />
      <source>counted from the start date {start} the time is full on {full} only; take the step after that day, or check YDDGSJ, BGDGSJ, XYDGRQ and SJJDSJ</source>
      <translation>自动工日期 {start} 起算，至 {full} 才期满；请在此之后办理，或核对 YDDGSJ、BGDGSJ、XYDGRQ、SJJDSJ</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/guards.py" />
      <source>a stop that makes land idle (type 2: too little built or invested) is not recorded; record SJDGSJ, ZZSJ, YDGMJ, YKFMJ, ZTZE and YTZE</source>
      <translation>未登记“开发面积或者投资额不足且中止建设满规定年限”的事实（第二类闲置）；请登记 SJDGSJ、ZZSJ、YDGMJ、YKFMJ、ZTZE、YTZE</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/guards.py" />
      <source>the cause of idleness is not the government's or force majeure ({group}); use the fee or take-back (TX17, TX22), or record XZYY anew</source>
      <translation>闲置原因不属于政府原因或不可抗力（{group}）；请按征缴闲置费或收回办理（TX17、TX22），或重新登记“闲置原因”XZYY</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/guards.py" />
      <source>the cause of idleness is not the enterprise's ({group}); draft a disposal plan (TX11), or record XZYY anew</source>
      <translation>闲置原因不属于企业原因（{group}）；请拟订处置方案（TX11），或重新登记“闲置原因”XZYY</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/guards.py" />
      <source>the parcel is not filed in the monitoring system by then, and only filed parcels may use the modes of art 12; record JDBARQ first</source>
      <translation>届时尚未在监测监管系统备案，未备案的不得采取第十二条处置方式；请先登记“系统备案日期”JDBARQ</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/guards.py" />
      <source>the evidence of art 30 is missing; give the building permit (施工许可证) and site check as document or attachment</source>
      <translation>缺少第三十条规定的动工证明；请填写施工许可证和现场核查的文号，或作为附件提交</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/guards.py" />
      <source>the ruling or filing notice is not attached; give the scan as an attachment (ATTACHMENTS)</source>
      <translation>未附裁定书或立案通知；请提交扫描件附件（ATTACHMENTS）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/guards.py" />
      <source>replacement of the land is not recorded; record CZFS = 15 and give the new contract (置换土地) as document or attachment</source>
      <translation>未登记置换土地；请登记“处置方式”CZFS = 15，并填写注明“置换土地”的新合同文号或提交附件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/guards.py" />
      <source>work started on {started}; record the start (steps to X90), or correct SJDGSJ</source>
      <translation>已于 {started} 动工；请登记动工（转入 X90 的步骤），或更正“实际动工时间”SJDGSJ</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/guards.py" />
      <source>no start of work by then is recorded; record SJDGSJ first</source>
      <translation>届时没有动工记录；请先登记“实际动工时间”SJDGSJ</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/idle_clock.py" />
      <source>Parcel {code}: idle since {ledger} in the ledger, {computed} by its dates</source>
      <translation>地块 {code}：台账闲置起始日期为 {ledger}，按其日期推算为 {computed}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/idle_clock.py" />
      <source>Parcel {code}: idle type {ledger} in the ledger, {computed} by its facts</source>
      <translation>地块 {code}：台账闲置类型为 {ledger}，按其事实应为 {computed}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/idle_clock.py" />
      <source>Parcel {code}: delivered on {delivered}, after the agreed start: check article 8(1)</source>
      <translation>地块 {code}：{delivered} 才交地，晚于约定动工日期，请核查是否属第八条第（一）项情形</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/idle_guards.py" />
      <source>counted from the start date {start} two years were full on {full}, so a fee can no longer be levied (art 14(2)); give notice of the hearing on take-back (TX22, TX48), or check YDDGSJ, BGDGSJ, XYDGRQ and SJJDSJ</source>
      <translation>自动工开发日期 {start} 起算，已于 {full} 满两年，不能再征缴闲置费（第十四条第（二）项）；请告知收回听证（TX22、TX48），或者核对 YDDGSJ、BGDGSJ、XYDGRQ、SJJDSJ</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/idle_guards.py" />
      <source>the agreed start {start} is later than {last}, the end of the extension the law allows from {anchor_on} ({anchor}); agree an earlier start (XYDGRQ), record FAPFRQ if it is missing, or the mode it is (CZFS)</source>
      <translation>新约定动工日期 {start} 晚于 {last}，即自 {anchor_on}（{anchor}）起法定延期的最后一日；请约定更早的动工日期（XYDGRQ），FAPFRQ 缺少的先登记，或者登记实际采用的处置方式（CZFS）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/idle_guards.py" />
      <source>work started on {started}, before the year was full on {full}: the land never lay idle and counts for nothing; take it out of the list (TX54), or check SJDGSJ and YDDGSJ</source>
      <translation>{started} 已动工，未到 {full} 满一年之日：该宗地未构成闲置，不计处置成绩；请移出闲置清单（TX54），或者核对 SJDGSJ 和 YDDGSJ</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/idle_guards.py" />
      <source>the land lay idle before work started on {started} (the year was full on {full}, or it was taken up as idle); verify the start (TX32) instead</source>
      <translation>{started} 动工之前已构成闲置（{full} 已满一年，或者已按闲置土地办理）；请办理动工核实（TX32）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/idle_guards.py" />
      <source>neither a start date nor a delivery date is known, or the parcel is of idle type 2; record YDDGSJ or SJJDSJ first</source>
      <translation>既无约定动工日期也无实际交地日期，或属第 2 类闲置；请先登记 YDDGSJ 或 SJJDSJ</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/idle_guards.py" />
      <source>the fee is under review, not the take-back; record what became of it (TX37, TX39)</source>
      <translation>正在复议、诉讼的是闲置费决定，不是收回决定；请登记其结果（TX37、TX39）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/idle_guards.py" />
      <source>nothing says which decision is under review; record the day it was served (XZFSDRQ or SHSDRQ) first</source>
      <translation>没有记录表明复议、诉讼的是哪一个决定；请先登记决定书送达日期（XZFSDRQ 或者 SHSDRQ）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/idle_guards.py" />
      <source>the take-back is under review, not the fee; record what became of it (TX38, TX39)</source>
      <translation>正在复议、诉讼的是收回决定，不是闲置费决定；请登记其结果（TX38、TX39）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/unsupplied_guards.py" />
      <source>the land was not expropriated when its withdrawal was asked for; lead the rest on to 批而未征 (TP29)</source>
      <translation>申请撤回时该地块尚未征收；余量请转入批而未征（TP29）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/unsupplied_guards.py" />
      <source>the land was expropriated before its withdrawal was asked for; lead the rest on to 征而未供 (TP28) or 净地 (TP30)</source>
      <translation>申请撤回之前该地块已征收；余量请转入征而未供（TP28）或者净地待供（TP30）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/unsupplied_guards.py" />
      <source>nothing says whether the land was expropriated; record ZSZT first (12: carried out)</source>
      <translation>没有记录表明是否已征收；请先登记 ZSZT（12 为已征收）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/procedure/workflow.py" />
      <source>Parcel {code}: step {step} on {day} is not admissible in state {state}</source>
      <translation>地块 {code}：{day} 的步骤“{step}”在状态“{state}”下不能办理</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/settings.py" />
      <source>The layer of the county says {layer}, the settings say {settings}; give both of the same county</source>
      <translation>县界图层为{layer}，设置表为{settings}；请给出同一个县的图层和设置表</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/model/settings.py" />
      <source>The layer of the county holds several: {found}. Give the outline of one, or name it in the settings</source>
      <translation>县界图层中有多个县：{found}。请只给一个县的县界，或在设置表中写明是哪一个</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/printing/paper/fonts.py" />
      <source>The character {character} ({codepoint}) is in none of the fonts of this computer; install a font that has it, for instance SimSun-ExtB, or correct the name</source>
      <translation>本机所有字体中都没有“{character}”字（{codepoint}）；请安装含有该字的字体（如 SimSun-ExtB 宋体-扩展B），或更正名称</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/printing/paper/fonts.py" />
      <source>Parcel {code} cannot be printed: the character {character} ({codepoint}) is in none of the fonts of this computer; install a font that has it, for instance SimSun-ExtB, or correct the name</source>
      <translation>地块 {code} 无法打印：本机所有字体中都没有“{character}”字（{codepoint}）；请安装含有该字的字体（如 SimSun-ExtB 宋体-扩展B），或更正名称</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/printing/paper/fonts.py" />
      <source>The font {wanted} is not installed; {used} stands in for it</source>
      <translation>本机未安装{wanted}字体，以 {used} 代替</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/printing/pdf/file.py" />
      <source>{file} cannot be joined to one file: it is no PDF of this program; print the sheet again</source>
      <translation>{file} 不能合并：不是本程序生成的 PDF；请重新打印该表</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/printing/sheet/layout.py" />
      <source>The template {file} cannot be used: {reason}. Keep the item ids of the shipped template</source>
      <translation>模板 {file} 不能使用：{reason}。请保留随附模板中各项的标识（id）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/printing/sheet/run/batch.py" />
      <source>The picture {file} cannot be read; the sheets have no logo. Check the setting or the template</source>
      <translation>图片 {file} 无法读取，一地一策表不带标识；请检查设置或模板</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/printing/sheet/run/job.py" />
      <source>The sheet {file} has {found} pages where {expected} were drawn; print it again</source>
      <translation>表 {file} 有 {found} 页，应为 {expected} 页；请重新打印</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/printing/sheet/run/job.py" />
      <source>Parcel {code} cannot be drawn: {reason}. Check its boundary points and import it again</source>
      <translation>地块 {code} 无法绘制：{reason}。请检查其界址点并重新导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/printing/sheet/run/workers.py" />
      <source>The process that drew parcel {code} ended before the sheet was finished; print it again</source>
      <translation>绘制地块 {code} 的进程在完成前中断；请重新打印该表</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/printing/sheet/run/workers.py" />
      <source>No other process could be started; the sheets are drawn in this one</source>
      <translation>未能启动其他进程，改在本进程内绘制</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/printing/wallmap/files.py" />
      <source>The wall map {path} could not be written as {paper}</source>
      <translation>挂图 {path} 未能按 {paper} 写出</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/printing/wallmap/insets.py" />
      <source>The enlargements {one} and {other} overlap; give one place that holds both, or smaller places</source>
      <translation>放大图 {one} 与 {other} 重叠；请改为一处包含两者的范围，或缩小范围</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/printing/wallmap/insets.py" />
      <source>The place {place} is too wide: at 1:{scale} it would be no enlargement; give a smaller place</source>
      <translation>{place} 范围太大，按 1:{scale} 绘制并未放大；请缩小范围</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/printing/wallmap/insets.py" />
      <source>There is no parcel of {place} left to enlarge; name another place, or give its extent</source>
      <translation>{place} 没有可放大的地块；请改用其他位置，或直接给出范围</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/printing/wallmap/insets.py" />
      <source>{count} enlargements are wanted, but a wall map takes at most {most}; leave some out</source>
      <translation>指定了 {count} 处放大图，一张挂图最多 {most} 处；请减少</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/printing/wallmap/places.py" />
      <source>There is nothing called {place} to enlarge; name parcels, a town, the zone or a village of the campaign, or an extent in the campaign's coordinates as west,east,south,north</source>
      <translation>没有名为 {place} 的放大位置；请写本次行动中的地块编号、镇、开发区或村名，或按行动坐标系写范围：西,东,南,北</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/printing/wallmap/places.py" />
      <source>The extent {place} has no width or no height; write it as west,east,south,north</source>
      <translation>范围 {place} 没有宽度或高度；请写成 西,东,南,北</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/archives.py" />
      <source>{file} is no zip that can be opened ({detail}); ask for the file again</source>
      <translation>{file} 不是可以打开的压缩包（{detail}），请重新索取文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/archives.py" />
      <source>it is protected by a password; ask for the zip without one</source>
      <translation>有密码保护，请索取没有密码的压缩包</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/archives.py" />
      <source>{file} holds {n} files of {size} MB together; unpack it and import what is needed</source>
      <translation>{file} 内有 {n} 个文件，共 {size} MB；请先解压，只导入需要的文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/archives.py" />
      <source>it is damaged ({detail}); ask for the zip again</source>
      <translation>已损坏（{detail}），请重新索取压缩包</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/archives.py" />
      <source>{file}: {member} cannot be unpacked: {reason}</source>
      <translation>{file}：{member} 不能解压：{reason}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/checks.py" />
      <source>{file}: parcel {parcel} declares {declared}, but its geometry has {plane} m²</source>
      <translation>{file}：地块 {parcel} 标注 {declared}，按坐标计算为 {plane} 平方米</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/checks.py" />
      <source>{file}: parcel {parcel} declares {declared} boundary points, the file has {rows} rows; all rows were read</source>
      <translation>{file}：地块 {parcel} 标注界址点 {declared} 个，文件有 {rows} 行；已全部读入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/checks.py" />
      <source>{file}: parcel {parcel} declares its area in {unit}, not in 公顷 ({declared}; geometry {plane} m²)</source>
      <translation>{file}：地块 {parcel} 的面积以 {unit} 标注，不是公顷（{declared}；坐标面积 {plane} 平方米）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/decoding.py" />
      <source>{file} is no text in {encoding}; give the right encoding, or ask the surveyor for the file again</source>
      <translation>{file} 不是 {encoding} 编码的文本；请指定正确的编码，或请测绘单位重新提供</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/grids.py" />
      <source>{file}: {value} is no coordinate of {crs}; correct the coordinates, or give the CRS they are in</source>
      <translation>{file}：{value}不是{crs}的坐标；请更正坐标，或指定其坐标系</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/grids.py" />
      <source>{file}: the header says zone {stated}, the eastings say {prefix}; read in zone {zone}</source>
      <translation>{file}：文件头为 {stated} 带，横坐标为 {prefix} 带；按 {zone} 带读入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/grids.py" />
      <source>{file} names no zone; its points lie in the county when read in zone {zone}</source>
      <translation>{file} 未注明带号；按 {zone} 带读入时界址点落在本县</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/grids.py" />
      <source>{file}: the header says zone {stated}, but its points lie in the county only when read in zone {zone}</source>
      <translation>{file}：文件头写带号{stated}，但界址点只有按{zone}带读取才落在本县；已按{zone}带读取</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/grids.py" />
      <source>{file} says of itself that it is in {datum}; it was read in {crs} because that was given</source>
      <translation>{file}自称为{datum}坐标系；因已指定{crs}，按{crs}读取</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/grids.py" />
      <source>{file} does not say which zone its coordinates are in; give its CRS (such as EPSG:4525) and import again</source>
      <translation>{file} 未说明坐标在哪一带；请指定坐标系（如 EPSG:4525）后重新导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/grids.py" />
      <source>{file} is in {datum}; transformation parameters are not ours to guess: ask for the file in CGCS2000</source>
      <translation>{file} 为 {datum} 坐标；转换参数不能猜测，请索取 2000 国家大地坐标系的文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/grids.py" />
      <source>{file}: the coordinates are not in {crs} (easting or longitude: {easting}); give their own CRS</source>
      <translation>{file}：坐标不在 {crs} 中（东坐标或经度：{easting}）；请给出其本身的坐标系</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/parts.py" />
      <source>Parcel {parcel}: ring {ring} crosses or touches itself at east {e}, north {n}; correct the order of its points</source>
      <translation>地块 {parcel}：第 {ring} 圈在东 {e}、北 {n} 处自相交或自接触；请改正界址点顺序</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/parts.py" />
      <source>Parcel {parcel}: its rings cross or touch along an edge at east {e}, north {n}; correct the order of the boundary points</source>
      <translation>地块 {parcel}：各圈在东 {e}、北 {n} 处相交或共边；请改正界址点</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/parts.py" />
      <source>Parcel {parcel}: ring {ring} has fewer than 3 distinct points</source>
      <translation>地块 {parcel}：第 {ring} 圈不足 3 个不同的点</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/parts.py" />
      <source>Parcel {parcel}: the points of ring {ring} lie on one line</source>
      <translation>地块 {parcel}：第 {ring} 圈各点在一条直线上</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/profiles.py" />
      <source>{table}, row {row}: {value} in column {column} has no meaning here; correct it, or name a field or point column in the column kept to carry it as it is</source>
      <translation>{table} 第 {row} 行：{column} 列的“{value}”没有含义；请改正，或把该字段、点列写进 kept 列，原样带入带出</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/reader.py" />
      <source>it has {n} boundary points, more than {most}; ask the surveyor to thin or to divide it</source>
      <translation>有 {n} 个界址点，超过 {most} 个；请测绘单位抽稀或分割</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/reader.py" />
      <source>{file}, line {line}: has {n} characters, more than {most}; ask the surveyor for a proper file</source>
      <translation>{file} 第{line}行：有 {n} 个字符，超过 {most} 个；请测绘单位重新提供文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/reader.py" />
      <source>{file}, line {line}: holds bytes that are no {encoding}; type this line again or ask for the file</source>
      <translation>{file}第{line}行：有不属于{encoding}编码的字节；请重新录入该行，或重新索取文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/reader.py" />
      <source>{file}, line {line}: parcel {parcel} was not taken: {reason}</source>
      <translation>{file} 第 {line} 行：地块 {parcel} 未导入：{reason}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/reader.py" />
      <source>its plot line is longer than {most} characters</source>
      <translation>其地块行超过 {most} 个字符</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/reader.py" />
      <source>its plot line holds bytes that are no characters</source>
      <translation>其地块行有无法识别的字节</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/reader.py" />
      <source>{file}, line {line}: stands outside the parcels and belongs to none</source>
      <translation>{file}第{line}行：在地块之外，不属于任何地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/reader.py" />
      <source>{file}: the easting stands first; columns were told apart by their magnitude</source>
      <translation>{file}：横坐标在前；已按数值大小辨别两列</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/reader.py" />
      <source>{file}: the axis order cannot be told by magnitude; read as northing, easting</source>
      <translation>{file}：按数值大小辨别不了坐标次序；按先纵坐标、后横坐标读入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/reader.py" />
      <source>{file}, line {line}: full-width characters in coordinates were read as half-width ones ({n} lines)</source>
      <translation>{file} 第 {line} 行：坐标中的全角字符按半角读入（共 {n} 行）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/reader.py" />
      <source>{file}, line {line}: no coordinates can be read here; parcel {parcel} gets no geometry</source>
      <translation>{file} 第 {line} 行：读不出坐标；地块 {parcel} 没有图形</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/reader.py" />
      <source>{file}, line {line}: parcel {parcel} is the same as at line {first}; both were read</source>
      <translation>{file} 第 {line} 行：地块 {parcel} 与第 {first} 行相同；两者均已读入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/reader.py" />
      <source>{n} of its rows cannot be read</source>
      <translation>有 {n} 行读不了</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/reader.py" />
      <source>Parcel {parcel}: no boundary points follow</source>
      <translation>地块 {parcel}：后面没有界址点</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/reader.py" />
      <source>{file}, line {line}: parcel {parcel} closes beside its first point; the first point was kept</source>
      <translation>{file} 第 {line} 行：地块 {parcel} 的闭合点与首点不重合；保留首点</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/boundary_txt/reader.py" />
      <source>{file} holds no parcel: no line ends in @</source>
      <translation>{file} 中没有地块：没有以 @ 结尾的行</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/campaign_settings.py" />
      <source>The settings workbook {file} cannot be read; save it again as .xlsx</source>
      <translation>设置表 {file} 无法读取；请另存为 .xlsx</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/campaign_settings.py" />
      <source>{file}: the sheet {sheet} says nothing a campaign can be set to; the sheets are: {known}</source>
      <translation>{file}：没有名为“{sheet}”的设置；可用的工作表：{known}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/campaign_settings.py" />
      <source>{file}, sheet {sheet}: there is no column {column}; the columns are: {known}</source>
      <translation>{file}，工作表“{sheet}”：没有“{column}”这一列；可用的列：{known}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/campaign_settings.py" />
      <source>{file}, sheet {sheet}, row {row}: {value} cannot stand under {column}; give {allowed}</source>
      <translation>{file}，工作表“{sheet}”第 {row} 行：“{column}”不能为“{value}”；请写成：{allowed}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/files.py" />
      <source>There is no file or folder {path}; choose the survey files again</source>
      <translation>没有文件或文件夹 {path}；请重新选择勘测文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/files.py" />
      <source>The folder {path} holds no survey files; files ending in {types} are read</source>
      <translation>文件夹 {path} 中没有勘测文件；可读的类型：{types}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/files.py" />
      <source>{file} is a zip in a zip in a zip; unpack it and import what is needed</source>
      <translation>{file} 是多层嵌套的压缩包；请先解压，只导入需要的文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/files.py" />
      <source>{file} is part of a shapefile whose .shp is missing; ask for all its files</source>
      <translation>{file} 是 shapefile 的一部分，但缺少 .shp；请索取全部文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/files.py" />
      <source>{file} has {size} MB; up to {limit} MB are read: cut it into smaller files</source>
      <translation>{file} 有 {size} MB，最多读取 {limit} MB；请拆成较小的文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/files.py" />
      <source>{file} is empty; ask for the file again</source>
      <translation>{file} 是空文件；请重新索取</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/files.py" />
      <source>{file} holds no survey files; files ending in {types} are read</source>
      <translation>{file} 中没有测量文件；可读取的文件类型为 {types}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/files.py" />
      <source>{file} cannot be opened ({detail}); close it elsewhere or copy it again</source>
      <translation>{file} 打不开（{detail}）；请在别处关闭它或重新复制</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/files.py" />
      <source>{file} is encrypted (.jmtxt); ask for the plain TXT beside it</source>
      <translation>{file} 已加密（.jmtxt）；请索取同名的明文 TXT</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/files.py" />
      <source>{file} is a DWG; save it as DXF (ASCII) and import that</source>
      <translation>{file} 是 DWG；请另存为文本格式（ASCII）的 DXF 后导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/files.py" />
      <source>{file} is a file geodatabase; export its parcels as GeoPackage or shapefile</source>
      <translation>{file} 是文件地理数据库；请把地块导出为 GeoPackage 或 shapefile</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/files.py" />
      <source>{file} is no survey file that is read here; files ending in {types} are</source>
      <translation>{file} 不是可读的勘测文件；可读的类型：{types}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/reader.py" />
      <source>it holds bytes that are no characters; type the row again</source>
      <translation>有无法识别的字节，请重新录入该行</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/reader.py" />
      <source>There is no ledger {file}; choose another file</source>
      <translation>没有台账 {file}；请另选文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/reader.py" />
      <source>There is no sheet {sheet} in {file}; the sheets are: {sheets}</source>
      <translation>{file} 中没有工作表 {sheet}；现有工作表：{sheets}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/reader.py" />
      <source>No row of column heads was found in {file}; a ledger needs at least two heads such as 地块编号 and 批准文号, or a mapping of its heads to field codes</source>
      <translation>{file} 中找不到表头行；台账至少要有地块编号、批准文号之类的两个表头，或给出表头与字段代码的对应</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/reader.py" />
      <source>The mapping sends {head} to {field}, which is no field of this list; use a field code such as {example}</source>
      <translation>对应表把 {head} 指向 {field}，本清单没有该字段；请用 {example} 之类的字段代码</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/reader.py" />
      <source>The mapping reads {head} in {unit}, in which {field} cannot be given; its units are: {units}</source>
      <translation>对应关系要求“{head}”按{unit}读取，而字段 {field} 不能用该单位；可用单位：{units}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/reader.py" />
      <source>{file} {sheet} {cell} ({head}): {value} was left empty: {reason}</source>
      <translation>{file} {sheet} {cell}（{head}）：{value} 未采用，留空：{reason}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/reader.py" />
      <source>{file} {sheet} {cell} ({head}): {value} was kept as {detail}, and the code stays open: {reason}</source>
      <translation>{file} {sheet} {cell}（{head}）：{value} 已记入{detail}，代码留待人工确定：{reason}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/reader.py" />
      <source>it is a total, not a parcel</source>
      <translation>这是合计行，不是地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/reader.py" />
      <source>it is a remark below the table, not a parcel</source>
      <translation>这是表下的说明，不是地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/reader.py" />
      <source>none of its cells stands in a known column</source>
      <translation>没有一格在已知的列中</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/reader.py" />
      <source>it repeats the column heads</source>
      <translation>这是重复的表头</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/reader.py" />
      <source>it numbers the columns</source>
      <translation>这是列号行</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/reader.py" />
      <source>sheet {sheet} was left out: it is hidden or of the other list</source>
      <translation>工作表 {sheet} 未读：为隐藏表或属另一清单</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/reader.py" />
      <source>column {head} names no unit; it was read as {unit}</source>
      <translation>列 {head} 未注明单位；按 {unit} 读入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/reader.py" />
      <source>{sheet} {cell}: {note}</source>
      <translation>{sheet} {cell}：{note}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/reader.py" />
      <source>{sheet} line {line}: {days} days of approval, but {numbers} numbers</source>
      <translation>{sheet} 第 {line} 行：批准时间有 {days} 个，批准文号有 {numbers} 个，无法一一对应</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/sheets.py" />
      <source>The ledger {file} cannot be read as {kind}; open it and save it again as .xlsx</source>
      <translation>台账 {file} 不能按 {kind} 读取；请打开后另存为 .xlsx</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/values.py" />
      <source>it is no code or name of {field}; use one of: {codes}</source>
      <translation>不是“{field}”的代码或名称；请用：{codes}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/values.py" />
      <source>{given} was read as code {code}: the spreadsheet took the leading zero off</source>
      <translation>{given} 按代码 {code} 读入：电子表格丢掉了前导零</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/values.py" />
      <source>it is no date; enter it as 2023-06-09</source>
      <translation>不是日期；请填成 2023-06-09</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/values.py" />
      <source>there is no such town in the county; correct the cell</source>
      <translation>本县没有这个镇；请改正该格</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/values.py" />
      <source>the code means different land uses in different standards; write the name, or one of: {codes}</source>
      <translation>同一代码在不同分类标准中指不同的地类；请写名称，或者写：{codes}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/values.py" />
      <source>{opinion} may be any of: {codes}; it is kept as the opinion, choose the code</source>
      <translation>{opinion}可能对应：{codes}；已作为意见保留，请选定代码</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/values.py" />
      <source>the formula was never computed; open the ledger, save it and read again</source>
      <translation>公式未计算；请打开台账保存后重新读取</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/values.py" />
      <source>the spreadsheet could not compute it; mend the cell</source>
      <translation>电子表格计算出错；请改正该格</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/values.py" />
      <source>a number this long has lost digits in the spreadsheet; enter it as text</source>
      <translation>数字过长，在电子表格中已丢失位数；请按文本填写</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/values.py" />
      <source>only a month or a year is given; enter the full day</source>
      <translation>只有年或月；请填完整日期</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/values.py" />
      <source>the column head names two units; give each its own column</source>
      <translation>表头有两个单位；请各设一列</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/values.py" />
      <source>it is no number; enter digits only</source>
      <translation>不是数；请只填数字</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/values.py" />
      <source>{unit} is no unit of {field}; correct the column head</source>
      <translation>{unit} 不是“{field}”的单位；请改正表头</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/values.py" />
      <source>it is below zero; correct the cell</source>
      <translation>小于零；请改正该格</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/values.py" />
      <source>{old} is called {present} now</source>
      <translation>{old} 现称 {present}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/ledger/values.py" />
      <source>there is no such day; correct the cell</source>
      <translation>没有这一天；请改正该格</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/plan_json.py" />
      <source>{day}: {rate} is no deadline; write the day and the cumulative rate as {{"2024-06-30": "50%"}}</source>
      <translation>{day}：{rate}不是时间节点；请按 {{"2024-06-30": "50%"}} 写日期和累计完成率</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/plan_json.py" />
      <source>The deadline {day} is not in the campaign's year {year}; a plan is of its own year</source>
      <translation>时间节点{day}不在行动年度{year}内；方案只管本年度</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/plan_json.py" />
      <source>The rate of {day} is below that of the deadline before; rates are cumulative</source>
      <translation>{day}的完成率低于前一个时间节点；完成率是累计的</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/plan_json.py" />
      <source>{name}: {days} is no stage; write first and last day as {{"动员部署": ["2024-05-10", "2024-05-31"]}}</source>
      <translation>{name}：{days}不是阶段；请按 {{"动员部署": ["2024-05-10", "2024-05-31"]}} 写起止日期</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/plan_json.py" />
      <source>The stage {name} is not in the campaign's year {year}, or ends before it begins</source>
      <translation>阶段{name}不在行动年度{year}内，或结束早于开始</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/plan_json.py" />
      <source>There is no paper {paper} that carries a number; the papers are: {papers}</source>
      <translation>没有可写文号的文书{paper}；可写的有：{papers}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/point_table/cells.py" />
      <source>it holds bytes that are no characters; type the line again</source>
      <translation>有无法识别的字节，请重新录入该行</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/point_table/cells.py" />
      <source>the spreadsheet made a date of it; enter it as text</source>
      <translation>电子表格把它变成了日期，请按文本填写</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/point_table/cells.py" />
      <source>a formula was never computed; open the table, save it and import it again</source>
      <translation>公式没有计算结果；请打开表格保存后重新导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/point_table/heads.py" />
      <source>{file}: there are no columns {columns}; give them by letter or head, such as name=A, x=B, y=C</source>
      <translation>{file}：没有 {columns} 这些列；请按列字母或表头指定，例如 name=A, x=B, y=C</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/point_table/lengths.py" />
      <source>{where}: {n} of {total} lengths of parcel {parcel} differ from its coordinates, the first between {start} and {end} ({written} m written, {computed} m computed); a row may be missing</source>
      <translation>{where}：地块 {parcel} 的 {total} 条边长中有 {n} 条与坐标不符，第一处在 {start} 与 {end} 之间（表中 {written} 米，计算 {computed} 米）；可能缺行</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/point_table/reader.py" />
      <source>{file}: hidden sheets were left out: {sheets}</source>
      <translation>{file}：隐藏的工作表未读取：{sheets}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/point_table/reader.py" />
      <source>{file} holds no boundary points (name, X, Y)</source>
      <translation>{file} 中没有界址点（点号、X、Y）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/point_table/reader.py" />
      <source>{file}: the axis order cannot be told by magnitude; read as easting, northing as CASS writes</source>
      <translation>{file}：按数值大小无法判断坐标顺序，按 CASS 格式（东、北）读取</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/point_table/reader.py" />
      <source>{file}: holds no point names; parcel {parcel} was numbered J1, J2, ... in the order of its rows</source>
      <translation>{file}：没有界址点号，地块 {parcel} 按行序编为 J1、J2……</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/point_table/reader.py" />
      <source>{file}: the ring column of {parcel} numbers {n} rings that lie apart; they were read as {n} parcels: give a column of parcel numbers if they are one</source>
      <translation>{file}：{parcel} 的圈号列有 {n} 个互不相连的环，按 {n} 个地块读取；如为同一地块，请增加地块编号列</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/point_table/reader.py" />
      <source>{file}, line {line}: is no boundary point (name, X, Y); parcel {parcel} gets no geometry</source>
      <translation>{file} 第 {line} 行：不是界址点（点号、X、Y）；地块 {parcel} 没有图形</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/point_table/reader.py" />
      <source>{file}: {n} points of parcel {parcel} that a new page repeats were read once</source>
      <translation>{file}：地块 {parcel} 换页重复的 {n} 个界址点只读一次</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/point_table/reader.py" />
      <source>{file}: parcel {parcel} has {n} parts; give a column of parcel numbers if they are parcels</source>
      <translation>{file}：地块 {parcel} 由 {n} 部分组成；如为多个地块，请增加地块编号列</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/point_table/reader.py" />
      <source>{file}, line {line}: cannot be believed: {reason}</source>
      <translation>{file}第{line}行：不可采信：{reason}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/point_table/reader.py" />
      <source>{file}, line {line}: is no boundary point: {reason}; parcel {parcel} gets no geometry</source>
      <translation>{file} 第 {line} 行：不是界址点：{reason}；地块 {parcel} 没有图形</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/point_table/reader.py" />
      <source>{file}: sheet {sheet} holds no boundary points and was left out</source>
      <translation>{file}：工作表 {sheet} 没有界址点，未读取</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/tasks/reader.py" />
      <source>The task table {file} cannot be read as {kind}; open it and save it again as .xlsx</source>
      <translation>任务表{file}不能按{kind}读取；请打开后另存为 .xlsx</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/tasks/reader.py" />
      <source>{file} has no row that names a unit (单位) and a task (任务面积, or 批而未供任务 and 闲置土地任务); write such a head row above the numbers, with 亩 or 公顷</source>
      <translation>{file}没有写明单位和任务（任务面积，或批而未供任务、闲置土地任务）的表头行；请在数字上方写上表头，并注明亩或公顷</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/tasks/reader.py" />
      <source>the unit {unit} has another task for {list} on another sheet; leave one</source>
      <translation>{unit}的{list}任务在另一张工作表上不同；请只留一个</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/tasks/reader.py" />
      <source>line {line} ({text}): {reason}</source>
      <translation>第{line}行（{text}）：{reason}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/tasks/reader.py" />
      <source>the unit {unit} stands there twice for {list}; leave one row</source>
      <translation>{unit}的{list}任务出现两次；请只留一行</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/tasks/reader.py" />
      <source>{value} is no area in the unit of its column; write a number</source>
      <translation>{value}不是本列单位下的面积；请写数字</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/tasks/reader.py" />
      <source>{head}: it is not said whether the areas are in 亩 or 公顷; write it in the head</source>
      <translation>{head}：没有写明面积单位是亩还是公顷；请写在表头里</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/tasks/reader.py" />
      <source>the unit {unit} is not in this campaign; write the county, a town or the zone by name or code</source>
      <translation>本行动没有单位{unit}；请写县、镇或开发区的名称或代码</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/tasks/reader.py" />
      <source>it is not said whether this is a task of 批而未供 or of 闲置土地; write it in a column 清单</source>
      <translation>没有写明是批而未供还是闲置土地的任务；请在“清单”列写明</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/tasks/reader.py" />
      <source>{one} and {other} do not say the same area; correct one of them</source>
      <translation>{one}与{other}的面积不一致；请更正其中一个</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/tasks/sums.py" />
      <source>the sum {sum} 公顷 is not that of its rows, {rows} 公顷; correct the table</source>
      <translation>合计{sum}公顷与各行之和{rows}公顷不符；请更正表格</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/typed.py" />
      <source>{file}: the WKT is no polygon ({reason}); write POLYGON((E N, E N, ...)) with full coordinates</source>
      <translation>{file}：WKT 不是多边形（{reason}）；请写成 POLYGON((横 纵, 横 纵, ...))，坐标须完整</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/crs.py" />
      <source>{file}: the coordinate system it states cannot be understood; it was told by the coordinates</source>
      <translation>{file}：文件所写坐标系无法识别，已按坐标判断</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/crs.py" />
      <source>{file} is in {crs}, which is no system of CGCS2000; ask for the file in CGCS2000 or give its own CRS</source>
      <translation>{file} 的坐标系为 {crs}，不属于 CGCS2000；请索取 CGCS2000 成果，或指定文件的坐标系</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/dxf.py" />
      <source>{file} is a {kind}; save it as DXF in text form (ASCII) and import that</source>
      <translation>{file} 是 {kind}；请另存为文本格式（ASCII）的 DXF 后导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/dxf.py" />
      <source>the polyline is open: {gap} m are missing between its ends; close it in the drawing</source>
      <translation>多段线未闭合：首尾相距 {gap} 米；请在图中闭合</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/dxf.py" />
      <source>{file}, line {line}: the drawing is cut off or broken here; what follows is lost</source>
      <translation>{file} 第 {line} 行：图形文件在此中断或损坏，其后内容缺失</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/dxf.py" />
      <source>{file}: {n} entities on other layers than those of the parcels were left out ({layers})</source>
      <translation>{file}：宗地图层以外的 {n} 个闭合图形未读取（图层：{layers}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/dxf.py" />
      <source>{file}: {n} hatches were left out; parcels are taken from closed polylines</source>
      <translation>{file}：{n} 个填充图案未读取，地块取自闭合多段线</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/dxf.py" />
      <source>layer {layer}: heights and measures of {n} features were left out</source>
      <translation>图层 {layer}：{n} 个要素的高程和度量值未取用</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/dxf.py" />
      <source>it holds arcs, which have no boundary points; turn them into points with a stated tolerance first</source>
      <translation>含有圆弧，圆弧没有界址点；请先按注明的精度加密为折点</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/dxf.py" />
      <source>{file}, line {line}: holds bytes that are no {encoding}; the text there cannot be read</source>
      <translation>{file}第{line}行：有不属于{encoding}编码的字节，该处文字无法读取</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/dxf.py" />
      <source>it stands in a block; explode the block in the drawing</source>
      <translation>位于图块中；请在图中分解图块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/dxf.py" />
      <source>it is a hatch; draw its outline as a closed polyline</source>
      <translation>是填充图案；请把边线画成闭合多段线</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/dxf.py" />
      <source>it is a single line; join the lines to a closed polyline</source>
      <translation>是单条直线；请连接成闭合多段线</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/dxf.py" />
      <source>it is a {kind}, not a polygon; export the parcels as polygons</source>
      <translation>是 {kind}，不是面；请把地块导出为面</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/dxf.py" />
      <source>it is drawn mirrored (extrusion downwards); flatten the drawing first</source>
      <translation>图形为镜像绘制（拉伸方向向下）；请先展平图形</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/dxf.py" />
      <source>polyline {inner} lies inside another parcel and has a name of its own; both were taken</source>
      <translation>多段线 {inner} 位于另一地块之内并有自己的名称，两者都已读取</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/dxf.py" />
      <source>polyline {inner} lies inside another and says nothing of its own; it was read as a hole</source>
      <translation>多段线 {inner} 位于另一图形之内且没有注记，按扣除的内环读取</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/dxf.py" />
      <source>polyline {inner} repeats another one point for point; it was left out</source>
      <translation>多段线 {inner} 与另一条逐点相同，未重复读取</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/dxf.py" />
      <source>a coordinate is missing or no number</source>
      <translation>坐标缺失或不是数字</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/ogr_layers.py" />
      <source>Vector files need GDAL for Python, which this QGIS does not bring; install QGIS with its own installer</source>
      <translation>读取矢量文件需要 Python 的 GDAL，本机 QGIS 没有带；请用官方安装程序安装 QGIS</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/ogr_layers.py" />
      <source>{file} cannot be read as {kind} ({detail}); ask for the file again</source>
      <translation>{file} 不能按 {kind} 读取（{detail}），请重新索取文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/ogr_layers.py" />
      <source>layer {layer}: reading broke off behind feature {n} ({detail}); ask for the file again</source>
      <translation>图层 {layer}：读到第 {n} 个要素后中断（{detail}），请重新索取文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/ogr_layers.py" />
      <source>layer {layer} holds {kind} ({n}), not polygons; export the parcels as polygons</source>
      <translation>图层 {layer} 是 {kind}（{n} 个），不是面；请把地块导出为面</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/ogr_layers.py" />
      <source>{layer} is a table without shapes ({n} rows); it was left out</source>
      <translation>{layer} 是没有图形的表（{n} 行），未读取</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/ogr_layers.py" />
      <source>the points of layer {layer} ({n}) gave the names of boundary points</source>
      <translation>图层 {layer} 的 {n} 个点用作界址点号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/ogr_layers.py" />
      <source>it has no geometry</source>
      <translation>没有图形</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/ogr_layers.py" />
      <source>its geometry is broken ({detail})</source>
      <translation>图形已损坏（{detail}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/reader.py" />
      <source>{file} is a campaign file, not a survey file; open it as a campaign instead</source>
      <translation>{file} 是专项行动文件，不是测量文件；请作为专项行动打开</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/reader.py" />
      <source>{file}, layer {layer}, feature {n}: parcel {parcel} was not taken: {reason}</source>
      <translation>{file} 图层 {layer} 第 {n} 个要素：地块 {parcel} 未读取：{reason}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/reader.py" />
      <source>the vertex ({x}, {y}) is no coordinate like the others of the layer</source>
      <translation>顶点 ({x}, {y}) 与本图层其他坐标不是同一类坐标</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/reader.py" />
      <source>{file}, layer {layer}: holds no point names; {n} parcels were numbered J1, J2, ... as drawn</source>
      <translation>{file} 图层 {layer}：没有界址点号，{n} 个地块按绘制顺序编为 J1、J2……</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/reader.py" />
      <source>{file}, layer {layer}: x holds the northing; the axes were told apart by their magnitude</source>
      <translation>{file} 图层 {layer}：x 为纵坐标（北），已按数值大小区分坐标轴</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/reader.py" />
      <source>{file}, layer {layer}, feature {n}: holes of parcel {parcel} were found by containment, which is not what the file says; compare its area</source>
      <translation>{file} 图层 {layer} 第 {n} 个要素：地块 {parcel} 的内圈已按包含关系确定，与文件所记归属不同；请核对面积</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/reader.py" />
      <source>{file} holds no polygon</source>
      <translation>{file} 中没有面</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/shapefile.py" />
      <source>{file} is too short for a shapefile; ask for the file again</source>
      <translation>{file} 太短，不是完整的 shapefile，请重新索取文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/shapefile.py" />
      <source>The texts of {file} are in none of {encodings}; give the encoding</source>
      <translation>{file} 的文字不属于以下任何编码：{encodings}；请指定编码</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/shapefile.py" />
      <source>{file}: the .shx is missing or does not fit; the places of the shapes were taken from the .shp</source>
      <translation>{file}：缺少 .shx 或与图形不符，已从 .shp 取得图形位置</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/shapefile.py" />
      <source>{file}: {n} records are marked as deleted and were left out</source>
      <translation>{file}：{n} 条记录已标记删除，未读取</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/shapefile.py" />
      <source>{file}: its .dbf has {rows} rows for {shapes} shapes; which row belongs where is not known, so no attributes were taken</source>
      <translation>{file}：.dbf 有 {rows} 行，图形有 {shapes} 个；无法确定对应关系，未取用属性</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/shapefile.py" />
      <source>{file} is cut off behind shape {n}; what follows is lost: ask for the file again</source>
      <translation>{file} 在第 {n} 个图形之后中断，其后内容缺失，请重新索取文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/shapefile.py" />
      <source>{file}: its .dbf is cut off; the shapes from {first} on have no attributes</source>
      <translation>{file}：.dbf 不完整，从第 {first} 个图形起没有属性</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/shapefile.py" />
      <source>{file}: the .cpg says {stated}, but the texts are {encoding}; they were read as that</source>
      <translation>{file}：.cpg 写的是 {stated}，文字实为 {encoding}，已按后者读取</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/vector/shapefile.py" />
      <source>{file} came without its .dbf: its parcels have no attributes</source>
      <translation>{file} 缺少 .dbf，地块没有属性</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/readers/web_map.py" />
      <source>{file}: {n} of {total} parcels leave the county, but {inside} lie inside once the shift of Chinese web maps (GCJ-02) is taken back; the coordinates look drawn on a web map and were not changed: ask for surveyed ones</source>
      <translation>{file}：{total} 个地块中有 {n} 个超出县界，扣除网络地图偏移（GCJ-02）后 {inside} 个在县界之内；坐标疑似取自网络地图，未作改动，请索取测量成果</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/attachments.py" />
      <source>The attachment {file} is not there; choose the file again</source>
      <translation>附件 {file} 不存在；请重新选择</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/attachments.py" />
      <source>The attachment {file} of event {event} is gone; put the file back in its place</source>
      <translation>事件 {event} 的附件 {file} 已不存在；请放回原处</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/attachments.py" />
      <source>The attachment {file} of event {event} was changed after it was attached; put the first one back</source>
      <translation>事件 {event} 的附件 {file} 提交后被改动；请放回原文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/correcting.py" />
      <source>There is no event {event} in this campaign; the history of a parcel shows the numbers of its events</source>
      <translation>本专项行动没有事件 {event}；事件编号见地块的办理记录</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/correcting.py" />
      <source>Event {event} was corrected by event {by} already; correct that one</source>
      <translation>事件 {event} 已由事件 {by} 更正；请更正后者</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/correcting.py" />
      <source>Parcel {code}: its base rests on event {event} and on nothing else. Give the right area in its place (AREA); while other events of the parcel stand, a base is corrected, not voided</source>
      <translation>地块 {code} 的底数仅由事件 {event} 确定。请改为填写正确的面积（AREA）；该地块还有其他事件有效时，底数只能更正，不能作废</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/correcting.py" />
      <source>Event {event} is a {kind}; it has no {parameter} to correct</source>
      <translation>事件 {event} 属于 {kind}，没有可更正的 {parameter}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/history.py" />
      <source>Survey, version {version}: {area} m²</source>
      <translation>勘测成果第 {version} 版：{area} 平方米</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/history.py" />
      <source>In place of event {event}: {what}</source>
      <translation>更正事件 {event}：{what}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/history.py" />
      <source>Event {event} is void</source>
      <translation>作废事件 {event}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/history.py" />
      <source>By override: {state} ({reason})</source>
      <translation>特批转入“{state}”（{reason}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/history.py" />
      <source>Settled before: {area} ha</source>
      <translation>此前已完成处置 {area} 公顷</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/history.py" />
      <source>{step}: {state}, {area} ha</source>
      <translation>{step}：转入“{state}”，{area} 公顷</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/history.py" />
      <source>Base frozen: {area} ha</source>
      <translation>底数冻结：{area} 公顷</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/history.py" />
      <source>Entered: {state}, {area} ha</source>
      <translation>入库：“{state}”，{area} 公顷</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/history.py" />
      <source>Confirmed by the monitoring system</source>
      <translation>监测监管系统已确认</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/land_use_migration.py" />
      <source>Parcel {parcel}: {field} says {value}, which no standard of land uses has; it was left as it is, record the land use that is meant</source>
      <translation>地块 {parcel}：“{field}”写的是 {value}，任何分类标准中都没有；已原样保留，请登记究竟是哪一个地类</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/recording.py" />
      <source>There is no parcel {code} in the list; check the code, or import the parcel first</source>
      <translation>清单中没有地块 {code}；请核对编号，或先导入地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/recording.py" />
      <source>There is no step {transition} in this list; steps from {state} are: {steps}</source>
      <translation>本清单没有步骤 {transition}；“{state}”可办的步骤：{steps}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/recording.py" />
      <source>Nothing was changed. {refusals}</source>
      <translation>未作任何更改。{refusals}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/recording.py" />
      <source>There is no state {state} in this list; the states are: {states}</source>
      <translation>本清单没有状态 {state}；状态代码有：{states}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/recording.py" />
      <source>There is no field {field} that a person may set; use a field code such as ZRDW</source>
      <translation>没有可由人填写的字段 {field}；请用 ZRDW 之类的字段代码</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/recording.py" />
      <source>Parcel {code}: {value} is no value for field {field}: {reason}</source>
      <translation>地块 {code}：{value} 不能作为字段 {field} 的值：{reason}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/recording.py" />
      <source>Parcel {code}: an override cannot lead to {state}; a case is only closed by its own step</source>
      <translation>地块 {code}：不能以特批转入“{state}”；销号只能按规定步骤办理</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/recording.py" />
      <source>Parcel {code}: an override needs a document; give the number of the decision (DOCUMENT)</source>
      <translation>地块 {code}：特批须有依据文件；请填写批准文号（DOCUMENT）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/withdrawn_outlines.py" />
      <source>Parcel {code}: step {step} withdraws nothing; give OUTLINE with the step that withdraws a part (TP17)</source>
      <translation>地块 {code}：步骤 {step} 不撤回土地；请在部分撤回的步骤（TP17）中给出 OUTLINE</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/withdrawn_outlines.py" />
      <source>Parcel {code} was surveyed in degrees; import its survey in a zone (metres) before a part is drawn</source>
      <translation>地块 {code} 的界址点以度为单位；请先按分带坐标（米）导入，再绘制撤回范围</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/withdrawn_outlines.py" />
      <source>Parcel {code}: the withdrawn part reaches {area} m² beyond it ({tolerance} m² are allowed); check its points</source>
      <translation>地块 {code}：撤回范围超出地块 {area} 平方米（允许 {tolerance} 平方米）；请核对界址点</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/casework/withdrawn_outlines.py" />
      <source>Parcel {code}: the outline of the withdrawn part has {drawn} ha, the decision {decided} ha; correct the one that is wrong</source>
      <translation>地块 {code}：撤回范围图形面积 {drawn} 公顷，批复面积 {decided} 公顷；请更正有误的一个</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/copying.py" />
      <source>{file} could not be copied to {copy}: {reason}. The file is as it was</source>
      <translation>{file}未能复制为{copy}：{reason}。原文件没有改动</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/copying.py" />
      <source>The copy {copy} does not hold what {file} holds, and was taken away. The file is as it was; close other programs that use it and try again</source>
      <translation>副本{copy}与{file}的内容不一致，已删除。原文件没有改动；请关闭正在使用它的其他程序后重试</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/copying.py" />
      <source>{file} is damaged and was left as it is; take the campaign file from the last backup</source>
      <translation>{file}已损坏，未作任何改动；请使用最近一次备份的专项行动文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/creating.py" />
      <source>{file} is there already; choose another name so that no campaign is overwritten</source>
      <translation>{file} 已存在；请换个名称，以免覆盖已有的专项行动</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/creating.py" />
      <source>{file}: a campaign file ends in .gpkg; choose such a name</source>
      <translation>{file}：专项行动文件须以.gpkg结尾，请改用此类文件名</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/creating.py" />
      <source>{file} cannot be written: {reason}. Choose a folder you may write to</source>
      <translation>{file} 写不了：{reason}。请选择可写的文件夹</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/database.py" />
      <source>There is no campaign file {file}; create it with New campaign, or choose another file</source>
      <translation>没有专项行动文件 {file}；请用“新建专项行动”创建，或另选文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/database.py" />
      <source>{file} is not a campaign file; choose a .gpkg made with New campaign</source>
      <translation>{file} 不是专项行动文件；请选择用“新建专项行动”创建的 .gpkg</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/database.py" />
      <source>The campaign file {file} refused a change: {reason}. Close other programs that use it and try again</source>
      <translation>专项行动文件 {file} 拒绝更改：{reason}。请关闭使用它的其他程序后重试</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/events.py" />
      <source>Event {event} of the log (list {list}, parcel {parcel}) was changed by force and cannot be read: {reason}. Take the campaign file from the last backup</source>
      <translation>日志中第 {event} 号事件（清单 {list}，地块 {parcel}）被强行改动，无法读取：{reason}。请用最近的备份恢复数据文件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/ledgers/attaching.py" />
      <source>the ledger's area differs from the survey by {difference} m² ({percent} %); {tolerance} m² are allowed</source>
      <translation>台账面积与勘测面积相差 {difference} 平方米（{percent} %）；容许 {tolerance} 平方米</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/ledgers/attaching.py" />
      <source>the parcel lies in another town</source>
      <translation>地块位于另一个镇</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/ledgers/changing.py" />
      <source>{field} stands at {area} ha; the ledger's rounded area does not agree with it within half of its last digit and does not take its place. If it is right, record the area in hectares with its document</source>
      <translation>{field}现为 {area} 公顷；台账的取整面积与之相差超过其末位数的一半，不予替换。如台账正确，请按文件以公顷登记面积</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/ledgers/changing.py" />
      <source>{field} was recorded on {day} and is kept; if the ledger is right, record it with its own day and document</source>
      <translation>{field}已于 {day} 登记，予以保留；如台账正确，请按其日期和文件另行登记</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/ledgers/changing.py" />
      <source>{field} grows by a step with its contract or decision and its day, not by a ledger; take the step ({steps}), or correct the one that was recorded</source>
      <translation>{field}须由办理步骤（附合同或决定及日期）增加，不能由台账改动；请办理相应步骤（{steps}），或更正已登记的步骤</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/ledgers/changing.py" />
      <source>the case stands in another state on {day}; change states by steps</source>
      <translation>该宗地在 {day} 处于另一状态；状态须由办理步骤变更</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/ledgers/reconciling.py" />
      <source>its name is that of parcel {code}, whose supervision number is {own} and not {number}</source>
      <translation>名称与地块 {code} 相同，但该地块的电子监管号是 {own}，不是 {number}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/ledgers/reconciling.py" />
      <source>the system's area differs by {difference} m²; {tolerance} m² are allowed</source>
      <translation>系统面积相差 {difference} 平方米，允许 {tolerance} 平方米</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/ledgers/reconciling.py" />
      <source>nobody knows what the system means by it; enter the word in system_states.csv</source>
      <translation>系统用语含义不明，请在 system_states.csv 中登记该用语</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/ledgers/reconciling.py" />
      <source>it has the numbers of row {line}, parcel {code}, and other values; only row {line} was compared</source>
      <translation>编号与第 {line} 行（地块 {code}）相同而内容不同；只比对了第 {line} 行</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/ledgers/reconciling.py" />
      <source>the system counts it as settled, the campaign does not</source>
      <translation>系统已计为完成处置，本地尚未完成</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/ledgers/reconciling.py" />
      <source>the two states are not the same</source>
      <translation>双方状态不一致</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/ledgers/reconciling.py" />
      <source>confirmed on another day</source>
      <translation>确认日期不一致</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/ledgers/reconciling.py" />
      <source>the campaign counts it as confirmed, the system does not</source>
      <translation>本地已记系统确认，系统未确认</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/ledgers/reconciling.py" />
      <source>the campaign has no value; enter it</source>
      <translation>本地没有该值，请补录</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/ledgers/reconciling.py" />
      <source>it repeats row {line} of parcel {code}</source>
      <translation>与地块 {code} 的第 {line} 行重复</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/ledgers/reconciling.py" />
      <source>another day</source>
      <translation>日期不一致</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/matching.py" />
      <source>There is no field {key} to match by; use a field code such as {example}</source>
      <translation>没有可用于对应的字段 {key}；请用 {example} 之类的字段代码</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/matching.py" />
      <source>{key} {value} names parcel {code}, but the row has another number; correct it, or match by name only</source>
      <translation>{key} {value} 指地块 {code}，但该行另有编号；请改正，或只按名称对应</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/matching.py" />
      <source>{key} {value} names parcel {codes}, which row {line} has already</source>
      <translation>{key} {value} 指地块 {codes}，第 {line} 行已对应该地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/matching.py" />
      <source>{key} {value} fits several parcels: {codes}</source>
      <translation>{key} {value} 对应多宗地块：{codes}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/matching.py" />
      <source>no parcel has its {keys}</source>
      <translation>没有地块与其 {keys} 相符</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/migrating.py" />
      <source>{file} was made by a later version of the plugin and was left as it is; update the plugin</source>
      <translation>{file}由更高版本的插件生成，未作任何改动；请升级插件</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/migrating.py" />
      <source>{file} is being changed by another program; close it there and try again</source>
      <translation>{file}正被其他程序修改；请在那里关闭后重试</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/migrating.py" />
      <source>The campaign file {file} was made by an earlier version of the plugin and was brought up to date. As it was before it lies in {copy}</source>
      <translation>专项行动文件{file}由较早版本的插件生成，现已升级。升级前的原样保存在{copy}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/migrating.py" />
      <source>{count} point(s) of it stay open for a person; Check the campaign lists them as well.
{questions}</source>
      <translation>其中{count}处有待人工确定，“数据检查”也会列出：
{questions}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/reading_copies.py" />
      <source>The campaign file {file} was made by an earlier version of the plugin. It was read as it will be once it is brought up to date, which its next change does; nothing was written to it</source>
      <translation>专项行动文件{file}由较早版本的插件生成，本次按升级后的样子读取，没有写入；下一次修改时会升级</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/rollover.py" />
      <source>The campaign is of {year} already; roll it over into a later year</source>
      <translation>本专项行动已是 {year} 年度；请结转到以后年度</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/rollover.py" />
      <source>The attachment {file} is gone and was not carried over; put it back and copy it yourself</source>
      <translation>附件 {file} 已不存在，未能结转；请找回后自行复制</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/standing/campaign_history.py" />
      <source>Name of the campaign</source>
      <translation>行动名称</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/standing/campaign_history.py" />
      <source>Tasks of the city</source>
      <translation>市下达任务</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/standing/campaign_history.py" />
      <source>Deadlines of the plan</source>
      <translation>时间节点</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/standing/campaign_history.py" />
      <source>Stages of the plan</source>
      <translation>工作阶段</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/standing/campaign_history.py" />
      <source>Departments of the campaign</source>
      <translation>成员单位</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/standing/campaign_history.py" />
      <source>Towns and zone</source>
      <translation>镇和开发区</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/standing/campaign_history.py" />
      <source>Numbers of papers</source>
      <translation>文书文号</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/standing/campaign_history.py" />
      <source>{what} before: {value}</source>
      <translation>{what}（此前）：{value}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/standing/opening.py" />
      <source>Parcel {code}: the documents now give a base of {area} ha; the base was frozen at {base} ha on {day} and stays. If it was wrong, correct event {event} with the right area (AREA) and the reason (NOTE)</source>
      <translation>地块 {code}：按现有资料底数应为 {area} 公顷；底数已于 {day} 冻结为 {base} 公顷，不再变动。如冻结有误，请更正记录 {event}，填写正确面积（AREA）和原因（NOTE）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/entering.py" />
      <source>The points give {count} parcels; give the points of one. {reasons}</source>
      <translation>所给界址点形成 {count} 宗地块；请给出一宗地块的界址点。{reasons}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/entering.py" />
      <source>{code} names no parcel by itself; give a code such as 2023-G-017, or leave it empty</source>
      <translation>{code} 不能单独指明地块；请用 2023-G-017 之类的编号，或不填</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/entering.py" />
      <source>There is a parcel {code} in the list already; give another code, or import its new survey</source>
      <translation>清单中已有地块 {code}；请另给编号，或导入其新的勘测成果</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/facts.py" />
      <source>the file names no unit, and the geometry ({plane} m²) fits none; take the area from the ledger</source>
      <translation>文件没有写明单位，与图形面积（{plane} 平方米）按哪种单位都不相符；面积以台账为准</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/facts.py" />
      <source>{field}: {value} was not taken ({reason})</source>
      <translation>{field}：“{value}”未采用（{reason}）</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/importing.py" />
      <source>{file} is the part of the list {list} in an exported package; import it into that list</source>
      <translation>{file}是导出成果包中“{list}”清单的部分；请导入该清单</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/importing.py" />
      <source>{file}: parcel {code} was read already with the same points, from {first}; the repeat was left out</source>
      <translation>{file}：地块 {code} 已从 {first} 读入，界址点完全相同，重复部分未导入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/importing.py" />
      <source>{file}: plot number {given} names no parcel by itself; it is kept as {code}</source>
      <translation>{file}：地块编号 {given} 不能单独指明地块；改记为 {code}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/importing.py" />
      <source>{file}: parcel {code} lies elsewhere than its survey before; make sure it is the same parcel</source>
      <translation>{file}：地块 {code} 的位置与之前的测量成果不重合，请核实是否为同一地块</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/importing.py" />
      <source>{file}, parcel {code}: {fields} follow from events and were not taken; attach the ledger for them</source>
      <translation>{file}，地块 {code}：{fields} 由事件记录得出，未从文件采用；请通过挂接台账录入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/importing.py" />
      <source>{file}, parcel {code}: {problem}</source>
      <translation>{file}，地块 {code}：{problem}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/own_files.py" />
      <source>{file}: parcel {code} was settled by {area} ha on a day not given (WCSJ); record the step here</source>
      <translation>{file}：地块 {code} 已完成处置 {area} 公顷，但未注明完成日期（WCSJ），请在此补登步骤</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/own_files.py" />
      <source>{file}: parcel {code}: {value} is no value of {field} and was left out</source>
      <translation>{file}：地块 {code}：{value} 不是{field}的值，未采用</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/splitting.py" />
      <source>Parcel {code} was surveyed in degrees; import its survey in a zone (metres) before it is split</source>
      <translation>地块 {code} 的勘测成果为经纬度；拆分前请导入分带（米）坐标成果</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/splitting.py" />
      <source>Parcel {code} has its present outline and base since {day} only; what is cut off now cannot have been cut off before. Split it on that day or later</source>
      <translation>地块 {code} 现有界址和底数自 {day} 起生效，现在拆出的部分不可能在此之前已拆出；请按该日或者以后的日期拆分</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/splitting.py" />
      <source>Parcel {code}: a piece reaches {area} m² beyond it ({tolerance} m² are allowed); check its points</source>
      <translation>地块 {code}：拆出部分超出原地块 {area} 平方米（容许 {tolerance} 平方米）；请核对界址点</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/splitting.py" />
      <source>Parcel {code}: the pieces overlap by {area} m²; draw them side by side</source>
      <translation>地块 {code}：拆出部分相互重叠 {area} 平方米；请改为相邻</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/splitting.py" />
      <source>Parcel {code}: the pieces cover all of it; leave the piece out that keeps the code</source>
      <translation>地块 {code}：拆出部分覆盖了整宗地；保留原编号的部分不要列入</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/splitting.py" />
      <source>Parcel {code}: the pieces hold {pieces} ha, but only {left} ha are not settled yet; cut off the part that was neither supplied nor withdrawn</source>
      <translation>地块 {code}：拆出部分合计 {pieces} 公顷，而尚未处置的仅 {left} 公顷；请拆出既未供应也未撤回的部分</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/undoing.py" />
      <source>There is no import {journal} in the journal of {file}; the last number is {last}</source>
      <translation>{file} 的导入日志中没有第 {journal} 号；最后一号为 {last}</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/undoing.py" />
      <source>Import {journal} ({file}) was undone already, at {at}</source>
      <translation>第 {journal} 号导入（{file}）已于 {at} 撤销</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/undoing.py" />
      <source>Entry {journal} of the journal, {file}, brought no survey: what it says became facts and events, and events only grow. Correct the events, or attach a corrected ledger</source>
      <translation>导入日志第 {journal} 号（{file}）未带来测量成果：其内容已记为事项和事件，事件只增不减，不能撤销。请更正有关事件，或重新挂接更正后的台账</translation>
    </message>
    <message>
      <location filename="../anze_idle_land_plugin/store/surveying/undoing.py" />
      <source>The import of {files} cannot be undone: events are recorded on {parcels}, and events are never deleted. Keep the import, or import a corrected file, which makes a new version</source>
      <translation>{files} 的导入不能撤销：地块 {parcels} 上已有事件记录，事件不得删除。请保留本次导入，或导入更正后的文件（形成新版本）</translation>
    </message>
  </context>
</TS>
