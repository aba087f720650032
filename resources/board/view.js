/* What a person sees and clicks. All text goes in as text nodes, never as markup. */
(function (A) {
  "use strict";
  var state = {day: 0, filter: null, tab: "unit", picked: null, only: null, sort: [0, 1]}, stands = [], chosen = [];
  var TABS = [["unit", "镇（区）"], ["department", "责任单位"], ["category", "处置措施"], ["age", "年度"], ["list", "清单"]];

  function byId(id) { return document.getElementById(id); }

  function el(tag, text, name) {
    var element = document.createElement(tag);
    if (text !== undefined && text !== null) { element.appendChild(document.createTextNode(String(text))); }
    if (name) { element.className = name; }
    return element;
  }

  function clear(element) { while (element.firstChild) { element.removeChild(element.firstChild); } return element; }

  var percent = A.percent, area = A.area;

  function namesOf(key) {
    var D = A.data;
    return {
      list: D.lists.map(function (each) { return each.zh; }), unit: D.units, department: D.departments, age: D.ages,
      category: D.categories.map(function (each) { return each.zh; }),
      status: D.statuses.map(function (each) { return each.zh; })
    }[key];
  }

  function indexes(members) { return members.map(function (each) { return each.parcel.i; }); }

  /* A number that shows the parcels behind it. */
  function figure(text, members, what) {
    var button = el("button", text, "figure");
    button.type = "button";
    button.addEventListener("click", function () {
      state.only = {what: what, indexes: indexes(members)};
      refresh();
      A.zoomTo(state.only.indexes);
    });
    return button;
  }

  function start() {
    var D = A.data;
    D.parcels.forEach(function (parcel, index) { parcel.i = index; });
    state.day = D.asOf;
    state.filter = A.noFilter();
    document.title = D.name;
    byId("name").appendChild(document.createTextNode(D.name));
    byId("dataDay").appendChild(document.createTextNode(A.dayText(D.asOf)));
    byId("footer").appendChild(document.createTextNode(D.note));
    filters();
    slider();
    legend();
    A.drawMap(byId("map"), pick);
    byId("plus").addEventListener("click", function () { A.zoomBy(0.7); });
    byId("minus").addEventListener("click", function () { A.zoomBy(1.4); });
    byId("whole").addEventListener("click", function () { A.zoomTo(null); });
    refresh();
  }

  function filters() {
    var bar = byId("filters");
    [["list", "清单"], ["unit", "镇（区）"], ["category", "处置措施"], ["status", "状态"], ["department", "责任单位"],
      ["age", "年度"]].forEach(function (pair) {
      var label = el("label", pair[1] + " "), select = el("select");
      select.id = "filter_" + pair[0];
      select.appendChild(option(-1, "全部"));
      namesOf(pair[0]).forEach(function (name, index) { select.appendChild(option(index, name)); });
      select.addEventListener("change", function () {
        state.filter[pair[0]] = Number(select.value);
        state.only = null;
        refresh();
        A.zoomTo(narrow() ? indexes(chosen) : null);
      });
      label.appendChild(select);
      bar.appendChild(label);
    });
    var reset = el("button", "清除筛选");
    reset.type = "button";
    reset.id = "reset";
    reset.addEventListener("click", function () {
      var selects = bar.querySelectorAll("select"), i;
      for (i = 0; i < selects.length; i += 1) { selects[i].value = "-1"; }
      state.filter = A.noFilter();
      state.only = null;
      refresh();
      A.zoomTo(null);
    });
    bar.appendChild(reset);
  }

  function narrow() {
    return Object.keys(state.filter).some(function (key) { return key !== "list" && state.filter[key] !== -1; });
  }

  function option(value, text) {
    var made = el("option", text);
    made.value = String(value);
    return made;
  }

  function slider() {
    var D = A.data, range = byId("day");
    range.min = Math.min(D.start, D.asOf);
    range.max = D.asOf;
    range.value = D.asOf;
    function to(day) {
      state.day = Math.max(Math.min(day, D.asOf), Number(range.min));
      range.value = state.day;
      refresh();
    }
    range.addEventListener("input", function () { to(Number(range.value)); });
    range.addEventListener("change", function () { to(Number(range.value)); });
    byId("earlier").addEventListener("click", function () { to(state.day - 1); });
    byId("later").addEventListener("click", function () { to(state.day + 1); });
    var stops = D.milestones.map(function (each) { return each[0]; }).filter(function (day) { return day < D.asOf; });
    if (D.since !== null) { stops.unshift(D.since); }
    stops.concat([D.asOf]).forEach(function (day) {
      var button = el("button", day === D.asOf ? "数据日期" : A.monthDay(day));
      button.type = "button";
      button.addEventListener("click", function () { to(day); });
      byId("stops").appendChild(button);
    });
  }

  function legend() {
    var box = byId("legend");
    A.data.categories.forEach(function (each) { box.appendChild(swatch(each.colour, "#777", each.mark + " " + each.zh)); });
    A.data.statuses.forEach(function (each) { box.appendChild(swatch("#fff", each.colour, each.zh)); });
  }

  function swatch(fill, line, text) {
    var row = el("div"), mark = el("i");
    mark.style.background = fill;
    mark.style.border = "2px solid " + line;
    row.appendChild(mark);
    row.appendChild(document.createTextNode(text));
    return row;
  }

  function refresh() {
    var all = A.standsOn(state.day), shown = {};
    stands = A.select(all, state.filter);
    chosen = state.only ? all.filter(function (each) { return state.only.indexes.indexOf(each.parcel.i) >= 0; }) : stands;
    chosen.forEach(function (each) { shown[each.parcel.i] = true; });
    clear(byId("dayText")).appendChild(document.createTextNode(A.dayText(state.day)));
    clear(byId("countdown")).appendChild(document.createTextNode(countdown()));
    cards();
    chart();
    groups();
    assessment();
    table();
    detail();
    A.paintMap(all, shown);
  }

  function countdown() {
    var milestones = A.planOn(state.day)[2];
    return milestones.length ? A.countdown(milestones[milestones.length - 1][0], state.day) : A.data.noPlan;
  }

  function cards() {
    var t = A.total(stands, state.filter), due = A.due(stands, state.day), box = clear(byId("cards"));
    var done = t.base.filter(function (each) { return each.done > 0; });
    var sure = done.filter(function (each) { return each.confirmed; });
    var settled = t.base.filter(function (each) { return each.settled; });
    var lag = (A.plannedStep(state.day) - t.doneRate) * 100, curve = (A.plannedLine(state.day) - t.doneRate) * 100;
    card(box, "rate", "任务完成率", percent(t.doneRate), area(t.done) + " / " + area(t.against) + " 公顷", done, "");
    card(box, "confirmed", "系统确认率", percent(t.confirmedRate), area(t.confirmed) + " / " + area(t.against) + " 公顷", sure, "");
    card(box, "task", "任务", t.task === null ? "—" : area(t.task),
      "公顷；底数" + area(t.area) + "公顷" + (t.standIn ? "，未下达任务的以底数代替" : ""), t.base, "");
    card(box, "parcelRate", "宗数完成率", percent(t.parcelRate), t.doneParcels + " / " + t.parcels + " 宗", settled, "");
    if (!A.planOn(state.day)[2].length) {
      card(box, "lag", A.data.noPlan, "—", "", t.base.filter(function (each) { return !each.settled; }), "");
    } else { card(box, "lag", lag > 0 ? "滞后（百分点）" : "超前（百分点）", A.points(Math.abs(lag)),
      "要求" + percent(A.plannedStep(state.day)) + "；按进度线" + (curve > 0 ? "滞后" : "超前") + A.points(Math.abs(curve)) + ofLists(),
      t.base.filter(function (each) { return !each.settled; }), lag > 0 ? "bad" : "good"); }
    card(box, "overdue", "逾期", due.overdue.length, "宗，计划完成时间已过", due.overdue, due.overdue.length ? "bad" : "good");
    A.data.dueDays.forEach(function (days, index) {
      card(box, "due" + days, days + "天内到期", due.within[index].length, "宗", due.within[index], "");
    });
  }

  /* The rate of each list: one never makes up for the other. */
  function ofLists() {
    var lists = A.listsOf(state.filter);
    if (lists.length < 2) { return ""; }
    return "；" + lists.map(function (list) {
      var mine = {}, key;
      for (key in state.filter) { if (state.filter.hasOwnProperty(key)) { mine[key] = state.filter[key]; } }
      mine.list = list;
      return A.data.lists[list].zh + percent(A.total(A.select(stands, mine), mine).doneRate);
    }).join("、");
  }

  function card(box, id, title, big, small, members, mood) {
    var made = el("div", null, "card " + mood), number = el("div", null, "big");
    made.id = "card_" + id;
    number.appendChild(figure(big, members, title));
    made.appendChild(el("div", title));
    made.appendChild(number);
    made.appendChild(el("div", small, "small"));
    box.appendChild(made);
  }

  function svgEl(parent, tag, attributes, text) {
    var made = document.createElementNS("http://www.w3.org/2000/svg", tag), key;
    for (key in attributes) { if (attributes.hasOwnProperty(key)) { made.setAttribute(key, attributes[key]); } }
    if (text) { made.appendChild(document.createTextNode(text)); }
    parent.appendChild(made);
    return made;
  }

  function chart() {
    var D = A.data, svg = clear(byId("chart")), key = JSON.stringify(state.filter);
    if (chart.key !== key) { chart.course = A.course(state.filter); chart.key = key; }
    var end = Math.max(D.asOf, D.end), top = 1;
    chart.course.forEach(function (each) { top = Math.max(top, each[1]); });
    function x(day) { return 42 + (day - D.start) / Math.max(end - D.start, 1) * 466; }
    function y(rate) { return 192 - rate / top * 176; }
    for (var part = 0; part <= top * 100; part += 25) {
      svgEl(svg, "path", {d: "M42 " + y(part / 100) + "H508", stroke: "#ddd"});
      svgEl(svg, "text", {x: 38, y: y(part / 100) + 4, "text-anchor": "end", "font-size": 11}, part + "%");
    }
    var plan = "M" + x(D.start) + " " + y(0);
    D.milestones.forEach(function (each) {
      plan += "L" + x(each[0]) + " " + y(each[1]);
      svgEl(svg, "text", {x: x(each[0]), y: 208, "text-anchor": "middle", "font-size": 11}, A.monthDay(each[0]));
    });
    if (D.milestones.length) {
      svgEl(svg, "path", {d: plan, fill: "none", stroke: D.charts.late, "stroke-width": 1.6, "stroke-dasharray": "5 3"});
    }
    var steps = "", last = 0;
    chart.course.forEach(function (each, index) {
      if (each[0] > state.day) { return; }
      steps += (index ? "H" + x(each[0]) + "V" + y(each[1]) : "M" + x(each[0]) + " " + y(each[1]));
      last = each[1];
    });
    if (steps) { svgEl(svg, "path", {d: steps + "H" + x(Math.max(state.day, D.start)), fill: "none", stroke: D.charts.done, "stroke-width": 2.4}); }
    svgEl(svg, "text", {x: 508, y: 12, "text-anchor": "end", "font-size": 12}, "— 完成 " + percent(last) + (D.milestones.length ? "　-- 计划 " + percent(A.plannedLine(state.day)) : "　" + D.noPlan));
  }

  function groups() {
    var tabs = clear(byId("tabs")), box = clear(byId("groups")), names = namesOf(state.tab);
    TABS.forEach(function (pair) {
      var button = el("button", pair[1], pair[0] === state.tab ? "on" : "");
      button.type = "button";
      button.addEventListener("click", function () { state.tab = pair[0]; groups(); });
      tabs.appendChild(button);
    });
    var made = el("table"), head = el("tr"), planned = A.plannedStep(state.day);
    ["名次", "名称", "宗数", "底数公顷", "任务公顷", "已处置公顷", "完成率", "确认率", "滞后"].forEach(function (each) { head.appendChild(el("th", each)); });
    made.appendChild(head);
    A.ranked(A.groups(stands, state.filter, state.tab)).forEach(function (each, index) {
      var t = each.tally, row = el("tr"), lag = (planned - t.doneRate) * 100;
      row.setAttribute("data-name", names[each.number]);
      row.appendChild(el("td", index + 1, "n"));
      row.appendChild(el("td", names[each.number]));
      row.appendChild(linked(t.parcels, t.base, names[each.number]));
      row.appendChild(el("td", area(t.area), "n"));
      row.appendChild(el("td", t.task === null ? "—" : area(t.task) + (t.standIn ? "＊" : ""), "n"));
      row.appendChild(linked(area(t.done), t.base.filter(function (s) { return s.done > 0; }), names[each.number] + "已处置"));
      row.appendChild(el("td", t.against ? percent(t.doneRate) : "—", "n"));
      row.appendChild(el("td", t.against ? percent(t.confirmedRate) : "—", "n"));
      var lags = t.against && A.planOn(state.day)[2].length;
      row.appendChild(el("td", lags ? A.points(lag) : "—", "n" + (lags && lag > 0 ? " late" : "")));
      made.appendChild(row);
    });
    box.appendChild(made);
  }

  function linked(text, members, what) {
    var cell = el("td", null, "n");
    cell.appendChild(figure(text, members, what));
    return cell;
  }

  function assessment() {
    var box = clear(byId("assessment")), P = A.data.policy, found = A.assess(stands, A.listsOf(state.filter)), made = el("table");
    function row(name, value, parts, text) {
      var line = el("tr"), last = el("td", null, "wrap");
      line.setAttribute("data-name", name);
      line.appendChild(el("td", name));
      line.appendChild(el("td", value, "n"));
      parts.forEach(function (each) { last.appendChild(each); });
      last.appendChild(document.createTextNode(text));
      line.appendChild(last);
      made.appendChild(line);
    }
    function rate(name, each, text) {
      row(name, each.denominator ? percent(each.numerator / each.denominator) : "—", [
        figure(area(each.numerator), each.counted, name), document.createTextNode(" / "),
        figure(area(each.denominator), each.of, name + "（分母）")
      ], " 公顷" + text);
    }
    rate("五年供地率", found.supply, "（" + (A.data.year - P.years) + "–" + (A.data.year - 1) + "年批准，按台账所列批次；参照"
      + percent(P.floor) + "、" + percent(P.stop) + "）");
    found.disposal.forEach(function (each) {
      var last = each.zh === "合计" ? "（本年处置/期初底数；参照" + percent(P.least) + "）" : "";
      rate("处置率·" + each.zh, each.rate, last);
    });
    row("折抵新增指标", area(found.quota), [], "公顷（比例为参数，以当年规定为准）");
    found.credits.forEach(function (each) {
      row("·" + each.zh, area(each.quota), [figure(area(each.rate.numerator), each.rate.counted, each.zh + "折抵")],
        " 公顷 × " + percent(each.share));
    });
    row("下年度计划指标", (found.change > 0 ? "+" : "") + percent(found.change), [], "按系统确认口径（自然资规〔2018〕1号）");
    found.confirmed.forEach(function (each) { rate("·系统确认·" + each.zh, each.rate, "（任务）"); });
    box.appendChild(made);
  }

  var HEADS = ["编号", "名称", "清单", "镇（区）", "面积(公顷)", "已处置(公顷)", "处置措施", "状态", "当前步骤", "计划完成", "责任单位"];

  function cellsOf(stand) {
    var D = A.data, parcel = stand.parcel;
    return [parcel.c, parcel.n, D.lists[stand.list].zh, D.units[stand.unit], area(stand.area), area(stand.done),
      D.categories[stand.category].zh, D.statuses[stand.status].zh, D.states[stand.state],
      stand.deadline === null ? "" : A.dayText(stand.deadline), D.departments[stand.department]];
  }

  function table() {
    var made = clear(byId("parcels")), head = el("tr"), body = el("tbody"), top = el("thead");
    var text = (state.only ? state.only.what + "：" : "") + chosen.length + "宗";
    clear(byId("count")).appendChild(document.createTextNode(text));
    HEADS.forEach(function (each, column) {
      var cell = el("th", each + (state.sort[0] === column ? (state.sort[1] > 0 ? " ▲" : " ▼") : ""));
      cell.addEventListener("click", function () {
        state.sort = [column, state.sort[0] === column ? -state.sort[1] : 1];
        table();
      });
      head.appendChild(cell);
    });
    top.appendChild(head);
    made.appendChild(top);
    chosen.map(function (stand) { return [cellsOf(stand), stand]; }).sort(inOrder).forEach(function (pair) {
      var row = el("tr", null, pair[1].parcel.i === state.picked ? "on" : "");
      row.setAttribute("data-code", pair[1].parcel.c);
      pair[0].forEach(function (cell, column) { row.appendChild(el("td", cell, column === 4 || column === 5 ? "n" : "")); });
      row.addEventListener("click", function () { pick(pair[1].parcel.i); A.zoomTo([pair[1].parcel.i]); });
      body.appendChild(row);
    });
    made.appendChild(body);
  }

  function inOrder(a, b) {
    var column = state.sort[0], one = a[0][column], two = b[0][column];
    if (column === 4 || column === 5) { return state.sort[1] * (Number(one) - Number(two)); }
    return state.sort[1] * (one < two ? -1 : one > two ? 1 : 0);
  }

  function pick(index) {
    state.picked = index;
    A.markPicked(index);
    table();
    detail();
  }

  function detail() {
    var box = clear(byId("picked")), D = A.data;
    if (state.picked === null) { box.appendChild(el("div", "点击地图或表中的地块，查看情况和办理经过。", "small")); return; }
    var parcel = D.parcels[state.picked], stand = A.stand(parcel, state.day), cells;
    if (stand === null) { box.appendChild(el("div", parcel.c + "：当日尚未从原地块分出。", "small")); return; }
    cells = cellsOf(stand);
    box.appendChild(el("h2", parcel.c + "　" + parcel.n));
    var sheet = el("a", "打开一地一图（PDF）");
    sheet.id = "sheet";
    sheet.setAttribute("href", parcel.s);
    sheet.setAttribute("target", "_blank");
    box.appendChild(sheet);
    var made = el("table");
    HEADS.slice(2).concat(["坐落", "措施"]).forEach(function (head, index) {
      var row = el("tr"), value = index < HEADS.length - 2 ? cells[index + 2] : index === HEADS.length - 2 ? parcel.p : parcel.m;
      row.appendChild(el("th", head));
      row.appendChild(el("td", value, "wrap"));
      made.appendChild(row);
    });
    box.appendChild(made);
    var story = el("table"), head = el("tr");
    ["日期", "事项", "结果", "公顷", "文号"].forEach(function (each) { head.appendChild(el("th", each)); });
    story.appendChild(head);
    parcel.e.forEach(function (event) {
      if (event[0] > state.day) { return; }
      var row = el("tr");
      [A.dayText(event[0]), event[1], event[2], event[3] === null ? "" : area(event[3]), event[4]].forEach(function (text) {
        row.appendChild(el("td", text, "wrap"));
      });
      story.appendChild(row);
    });
    box.appendChild(story);
  }

  A.load(JSON.parse(byId("data").textContent));
  start();
}(ANZE));
