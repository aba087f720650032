/* The counting rules of the campaign (docs/counting.md), the same as model/counting:
   a test holds both against each other. Plain ES5, no network, no libraries. */
var ANZE = {};
(function (A) {
  "use strict";
  var IN_BASE = 1, CONFIRMED = 2, SETTLED = 4, OPEN = 8;
  var D = null, tasks = [];

  A.load = function (data) { D = A.data = data; tasks = A.planOn(data.asOf)[1]; };

  /* What the city's plan said on a day: [since, tasks, milestones]. */
  A.planOn = function (day) {
    var found = D.plans[0], i;
    for (i = 1; i < D.plans.length && D.plans[i][0] <= day; i += 1) { found = D.plans[i]; }
    return found;
  };

  /* Half up on the decimal value: twelve digits take the noise of binary fractions away first. */
  function round4(x) { return Math.round(Number((x * 10000).toPrecision(12))) / 10000; }

  function has(stand, flag) { return (stand.flags & flag) !== 0; }

  /* How a parcel stands on a day: the last row of its way that has begun; null before it was split off another one.
     Everything about the parcel was decided when the page was made. */
  A.stand = function (parcel, day) {
    var way = parcel.w, row = way[0], i;
    if (row[0] > day) { return null; }
    for (i = 1; i < way.length && way[i][0] <= day; i += 1) { row = way[i]; }
    var stand = {
      parcel: parcel, list: parcel.l, state: row[1], category: row[2], department: row[3], unit: row[4], age: row[5],
      year: row[6], deadline: row[7], flags: row[8], area: row[9], done: row[10], approval: row[11], status: row[12]
    };
    stand.inBase = has(stand, IN_BASE);
    stand.settled = has(stand, SETTLED);
    stand.confirmed = has(stand, CONFIRMED);
    return stand;
  };

  /* Everything on a day; what is counted from then on is held against the tasks of that day. */
  A.standsOn = function (day) {
    var all = [], i, stand;
    tasks = A.planOn(day)[1];
    for (i = 0; i < D.parcels.length; i += 1) {
      stand = A.stand(D.parcels[i], day);
      if (stand !== null) { all.push(stand); }
    }
    return all;
  };

  /* A filter names list, unit, category, status, department and age by number; -1 lets everything through. */
  A.noFilter = function () { return {list: -1, unit: -1, category: -1, status: -1, department: -1, age: -1}; };

  A.passes = function (stand, filter) {
    var key;
    for (key in filter) {
      if (filter.hasOwnProperty(key) && filter[key] !== -1 && stand[key] !== filter[key]) { return false; }
    }
    return true;
  };

  A.select = function (stands, filter) {
    return stands.filter(function (stand) { return A.passes(stand, filter); });
  };

  function taskOf(list, unit) {
    var found = null, i;
    for (i = 0; i < tasks.length; i += 1) {
      if (tasks[i][0] === list && tasks[i][1] === unit) { found = tasks[i][2]; }
    }
    return found;
  }

  function baseOf(stands, list, unit) {
    var sum = 0;
    stands.forEach(function (each) {
      if (each.inBase && each.list === list && (unit === null || each.unit === unit)) { sum += each.area; }
    });
    return sum;
  }

  /* What rates are shares of: the tasks the city set (null without any), and the base that stands in for others. */
  function adding(against, stands, list, unit) {
    var set = taskOf(list, unit);
    if (set !== null) { against.task = (against.task || 0) + set; } else { against.standIn += baseOf(stands, list, unit); }
  }

  /* The county against its own task; where the city set tasks for units only, against their sum. */
  function countyTask(stands, lists) {
    var against = {task: null, standIn: 0};
    lists.forEach(function (list) {
      var unit;
      if (taskOf(list, -1) !== null) { adding(against, stands, list, -1); return; }
      for (unit = 0; unit < D.units.length; unit += 1) { adding(against, stands, list, unit); }
    });
    return against;
  }

  function unitTask(stands, lists, unit) {
    var against = {task: null, standIn: 0};
    lists.forEach(function (list) { adding(against, stands, list, unit); });
    return against;
  }

  A.listsOf = function (filter) {
    if (filter.list !== -1) { return [filter.list]; }
    return D.lists.map(function (_, index) { return index; });
  };

  /* Task of a selection: the city's tasks hold for lists and units; any other selection is held against its base. */
  A.taskOfSelection = function (stands, filter) {
    var plain = filter.category === -1 && filter.status === -1 && filter.department === -1 && filter.age === -1;
    if (!plain) { return null; }
    if (filter.unit === -1) { return countyTask(stands, A.listsOf(filter)); }
    return unitTask(stands, A.listsOf(filter), filter.unit);
  };

  A.tally = function (stands, against) {
    var base = stands.filter(function (each) { return each.inBase; });
    var t = {parcels: base.length, area: 0, doneParcels: 0, done: 0, confirmedParcels: 0, confirmed: 0, base: base};
    base.forEach(function (each) {
      t.area += each.area;
      t.done += each.done;
      if (each.settled) { t.doneParcels += 1; }
      if (each.confirmed) { t.confirmed += each.done; }
      if (each.settled && each.confirmed) { t.confirmedParcels += 1; }
    });
    against = against || {task: null, standIn: t.area};
    t.task = against.task === null ? null : round4(against.task);
    t.standIn = round4(against.standIn);
    t.against = round4((t.task || 0) + t.standIn);
    t.area = round4(t.area);
    t.done = round4(t.done);
    t.confirmed = round4(t.confirmed);
    t.doneRate = t.against ? t.done / t.against : 0;
    t.confirmedRate = t.against ? t.confirmed / t.against : 0;
    t.parcelRate = t.parcels ? t.doneParcels / t.parcels : 0;
    return t;
  };

  A.total = function (stands, filter) { return A.tally(stands, A.taskOfSelection(stands, filter)); };

  /* Tallies of the selection by unit, department, category or age, each with the number of its group. */
  A.groups = function (stands, filter, key) {
    var members = {}, found = [], unit;
    stands.forEach(function (each) { (members[each[key]] = members[each[key]] || []).push(each); });
    if (key === "unit") {
      for (unit = 0; unit < D.units.length; unit += 1) {
        if (!members[unit] && A.listsOf(filter).some(hasTask(unit))) { members[unit] = []; }
      }
    }
    Object.keys(members).forEach(function (name) {
      var number = Number(name), mine = {list: filter.list, unit: filter.unit, category: filter.category,
        status: filter.status, department: filter.department, age: filter.age};
      mine[key] = number;
      var task = key === "unit" ? A.taskOfSelection(members[name], mine) : null;
      found.push({number: number, tally: A.tally(members[name], task)});
    });
    return found;
  };

  function hasTask(unit) { return function (list) { return taskOf(list, unit) !== null; }; }

  A.ranked = function (groups) {
    return groups.slice().sort(function (a, b) {
      var without = (a.tally.against ? 0 : 1) - (b.tally.against ? 0 : 1);
      return without || b.tally.doneRate - a.tally.doneRate || a.number - b.number;
    });
  };

  A.plannedStep = function (day) {
    var rate = 0;
    A.planOn(day)[2].forEach(function (each) { if (each[0] <= day) { rate = Math.max(rate, each[1]); } });
    return rate;
  };

  A.plannedLine = function (day) {
    var before = D.start, rate = 0, i, next, milestones = A.planOn(day)[2];
    if (day <= before) { return 0; }
    for (i = 0; i < milestones.length; i += 1) {
      next = milestones[i];
      if (day <= next[0]) { return rate + (next[1] - rate) * (day - before) / Math.max(next[0] - before, 1); }
      before = next[0];
      rate = next[1];
    }
    return rate;
  };

  /* The completion rate on each day on which something changed, from the start to the last day of the data. */
  A.course = function (filter) {
    var days = {}, parcels = D.parcels, now = tasks, course;
    D.plans.forEach(function (each) { if (each[0] > D.start && each[0] < D.asOf) { days[each[0]] = true; } });
    days[D.start] = true;
    days[D.asOf] = true;
    parcels.forEach(function (parcel) {
      parcel.w.forEach(function (row) { if (row[0] > D.start && row[0] < D.asOf) { days[row[0]] = true; } });
    });
    course = Object.keys(days).map(Number).sort(function (a, b) { return a - b; }).map(function (day) {
      return [day, A.total(A.select(A.standsOn(day), filter), filter).doneRate];
    });
    tasks = now;
    return course;
  };

  /* Open parcels of the base: plan passed, and plan within 7 and 30 days. */
  A.due = function (stands, day) {
    var due = {overdue: [], within: D.dueDays.map(function () { return []; })};
    stands.forEach(function (each) {
      if (!has(each, OPEN) || each.deadline === null) { return; }
      var left = each.deadline - day;
      if (left < 0) { due.overdue.push(each); return; }
      D.dueDays.forEach(function (limit, index) { if (left <= limit) { due.within[index].push(each); } });
    });
    return due;
  };

  function disposal(stands) {
    var done = 0, area = 0;
    stands.forEach(function (each) { done += each.done; area += each.area; });
    var counted = stands.filter(function (each) { return each.done > 0; });
    return {numerator: round4(done), denominator: round4(area), counted: counted, of: stands};
  }

  /* Supply rate, disposal rate and the effect on next year's quota (model/assessment.py); every rate with its parcels. */
  A.assess = function (stands, lists) {
    var P = D.policy, batches = {}, approved = 0, supplied = 0, counted = [], of = [], key, batch;
    stands.forEach(function (each) {
      var own = each.approval;
      if (!own || each.year === null || each.year < D.year - P.years || each.year > D.year - 1) { return; }
      key = own[0] === "" ? "\u0000" + each.parcel.c : own[0];
      batch = batches[key] = batches[key] || {area: 0, whole: 0, rest: 0};
      batch.area += own[2];
      batch.whole = Math.max(batch.whole, own[1] || 0);
      batch.rest += own[3] + own[4];
      of.push(each);
      if (round4(own[2] - own[3] - own[4]) > 0) { counted.push(each); }
    });
    for (key in batches) {
      if (batches.hasOwnProperty(key)) {
        batch = batches[key];
        approved += Math.max(batch.area, batch.whole);
        supplied += Math.max(batch.area, batch.whole) - batch.rest;
      }
    }
    function only(test) { return disposal(stands.filter(test)); }
    function ofList(list) { return stands.filter(function (each) { return each.list === list; }); }
    var unsupplied = D.lists.map(function (each) { return each.id; }).indexOf("unsupplied");
    var credits = [
      ["批而未供（" + P.oldUntil + "年底前批准）", P.creditOld,
        only(function (s) { return s.list === unsupplied && s.year !== null && s.year <= P.oldUntil; })],
      ["批而未供（" + (P.oldUntil + 1) + "年起批准）", P.creditNew,
        only(function (s) { return s.list === unsupplied && s.year !== null && s.year > P.oldUntil; })],
      ["闲置土地", P.creditIdle, only(function (s) { return s.list !== unsupplied; })]
    ].map(function (each) {
      return {zh: each[0], share: each[1], rate: each[2], quota: round4(each[2].numerator * each[1])};
    });
    var confirmed = lists.map(function (list) {
      var mine = ofList(list), t = A.tally(mine, countyTask(mine, [list]));
      return {zh: D.lists[list].zh, rate: {
        numerator: t.confirmed, denominator: t.against, of: t.base,
        counted: t.base.filter(function (each) { return each.confirmed && each.done > 0; })
      }};
    });
    var met = lists.length > 0 && confirmed.every(function (each) {
      return each.rate.denominator === 0 || each.rate.numerator >= each.rate.denominator;
    });
    var disposals = lists.filter(function (list) { return ofList(list).length > 0; }).map(function (list) {
      return {zh: D.lists[list].zh, rate: disposal(ofList(list))};
    });
    return {
      supply: {numerator: round4(supplied), denominator: round4(approved), counted: counted, of: of},
      disposal: disposals.concat([{zh: "合计", rate: disposal(stands)}]), credits: credits, confirmed: confirmed,
      quota: round4(credits.reduce(function (sum, each) { return sum + each.quota; }, 0)),
      change: met ? P.reward : -P.cut
    };
  };
}(ANZE));
