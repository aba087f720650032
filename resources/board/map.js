/* The map: towns, rivers and parcels as SVG; parcels too small to see are discs scaled by area. */
(function (A) {
  "use strict";
  var NS = "http://www.w3.org/2000/svg", SMALLEST = 9, READABLE = 70;
  var svg, ground, shapes, labels, view, home, marks = [], onPick = null;

  function make(tag, attributes, parent) {
    var element = document.createElementNS(NS, tag), key;
    for (key in attributes) { if (attributes.hasOwnProperty(key)) { element.setAttribute(key, attributes[key]); } }
    if (parent) { parent.appendChild(element); }
    return element;
  }

  /* Rings are delta-coded decimetres from the origin; SVG runs downwards, so north turns minus. */
  function ringPath(ring, closed) {
    var x = 0, y = 0, text = "", i;
    for (i = 0; i < ring.length; i += 2) {
      x += ring[i];
      y += ring[i + 1];
      text += (i ? "L" : "M") + x + " " + (-y);
    }
    return text + (closed ? "Z" : "");
  }

  function pathOf(rings, closed) {
    return rings.map(function (ring) { return ringPath(ring, closed); }).join("");
  }

  A.drawMap = function (element, pick) {
    var D = A.data;
    svg = element;
    onPick = pick;
    home = D.extent.slice();
    var defs = make("defs", {}, svg);
    hatches(defs);
    ground = make("g", {}, svg);
    shapes = make("g", {}, svg);
    labels = make("g", {}, svg);
    drawGround(D.context);
    D.parcels.forEach(drawParcel);
    wire();
    A.zoomTo(null);
  };

  function hatches(defs) {
    A.data.statuses.forEach(function (status, index) {
      if (status.hatch === "none") { return; }
      var pattern = make("pattern", {id: "hatch" + index, width: 8, height: 8, patternUnits: "userSpaceOnUse"}, defs);
      var lines = {forward: ["M0 8L8 0"], backward: ["M0 0L8 8"], cross: ["M0 8L8 0", "M0 0L8 8"]}[status.hatch];
      (lines || []).forEach(function (line) {
        make("path", {d: line, stroke: status.colour, "stroke-width": 1.2, fill: "none"}, pattern);
      });
    });
  }

  function drawGround(context) {
    ["town", "zone_area", "river", "county"].forEach(function (layer) {
      var style = A.data.places[layer], dash = style.dash === "dash" ? "5 3" : "none";
      var look = {fill: style.fill || "none", stroke: style.colour, "stroke-width": style.width * 3, "stroke-dasharray": dash};
      (context[layer] || []).forEach(function (shape) {
        var path = make("path", look, ground);
        path.setAttribute("d", pathOf(shape.g, layer !== "river"));
        path.setAttribute("vector-effect", "non-scaling-stroke");
        path.setAttribute("fill-rule", "evenodd");
        if (layer === "town" || layer === "zone_area") { label(shape); }
      });
    });
  }

  function label(shape) {
    var text = make("text", {"text-anchor": "middle", "class": "town"}, labels);
    text.textContent = shape.n;
    marks.push({label: text, x: shape.x, y: -shape.y});
  }

  function drawParcel(parcel, index) {
    var group = make("g", {"class": "parcel", "data-code": parcel.c, "data-index": index}, shapes);
    var outline = pathOf(parcel.g, true);
    var title = make("title", {}, group);
    title.textContent = parcel.c + " " + parcel.n;
    var mark = {
      group: group, x: parcel.x, y: -parcel.y, size: parcel.d, area: Math.sqrt(Math.max(parcel.ha, 0.01)),
      shape: make("path", {d: outline, "fill-rule": "evenodd", "vector-effect": "non-scaling-stroke"}, group),
      over: make("path", {d: outline, "fill-rule": "evenodd", "pointer-events": "none"}, group),
      disc: make("circle", {cx: parcel.x, cy: -parcel.y, "vector-effect": "non-scaling-stroke"}, group),
      hatch: make("circle", {cx: parcel.x, cy: -parcel.y, "pointer-events": "none"}, group),
      code: make("text", {"text-anchor": "middle", "class": "code", x: parcel.x, y: -parcel.y}, group)
    };
    mark.code.textContent = parcel.c;
    group.addEventListener("click", function (event) { event.stopPropagation(); onPick(index); });
    parcel.mark = mark;
    marks.push(mark);
  }

  /* Colour by measure, outline and hatch by status; what the filter leaves out fades. */
  A.paintMap = function (stands, shown) {
    var D = A.data;
    D.parcels.forEach(function (parcel) { parcel.mark.group.setAttribute("display", "none"); });
    stands.forEach(function (stand) {
      var mark = stand.parcel.mark, status = D.statuses[stand.status], fill = D.categories[stand.category].colour;
      [mark.shape, mark.disc].forEach(function (each) {
        each.setAttribute("fill", fill);
        each.setAttribute("stroke", status.colour);
        each.setAttribute("stroke-width", Math.max(status.width * 3, 1));
        each.setAttribute("stroke-dasharray", status.dash === "dash" ? "4 2" : "none");
      });
      [mark.hatch, mark.over].forEach(function (each) {
        each.setAttribute("fill", status.hatch === "none" ? "none" : "url(#hatch" + stand.status + ")");
      });
      mark.group.removeAttribute("display");
      mark.group.setAttribute("class", "parcel" + (shown[stand.parcel.i] ? "" : " faded"));
    });
  };

  A.markPicked = function (index) {
    var old = shapes.querySelectorAll(".picked"), i;
    for (i = 0; i < old.length; i += 1) { old[i].setAttribute("class", old[i].getAttribute("class").replace(" picked", "")); }
    if (index === null) { return; }
    var group = A.data.parcels[index].mark.group;
    group.setAttribute("class", group.getAttribute("class") + " picked");
    shapes.appendChild(group);
  };

  /* Zoom to some parcels; to the county when none are given. */
  A.zoomTo = function (indexes) {
    if (!indexes || !indexes.length) { view = home.slice(); show(); return; }
    var west = Infinity, south = Infinity, east = -Infinity, north = -Infinity;
    indexes.forEach(function (index) {
      var parcel = A.data.parcels[index], half = parcel.d / 2;
      west = Math.min(west, parcel.x - half);
      east = Math.max(east, parcel.x + half);
      south = Math.min(south, -parcel.y - half);
      north = Math.max(north, -parcel.y + half);
    });
    view = [west, south, Math.max((east - west) * 1.25, 4000), Math.max((north - south) * 1.25, 4000)];
    view[0] -= (view[2] - (east - west)) / 2;
    view[1] -= (view[3] - (north - south)) / 2;
    show();
  };

  function perPixel() {
    var box = svg.getBoundingClientRect();
    return Math.max(view[2] / Math.max(box.width, 1), view[3] / Math.max(box.height, 1));
  }

  function show() {
    svg.setAttribute("viewBox", view.join(" "));
    var unit = perPixel();
    marks.forEach(function (mark) {
      if (mark.label) {
        mark.label.setAttribute("font-size", 13 * unit);
        mark.label.setAttribute("x", mark.x);
        mark.label.setAttribute("y", mark.y);
        return;
      }
      var small = mark.size / unit < SMALLEST * 2;
      var radius = Math.min(3.2 + 2.4 * mark.area, 14) * unit;
      mark.disc.setAttribute("r", small ? radius : 0);
      mark.hatch.setAttribute("r", small ? radius : 0);
      mark.disc.setAttribute("visibility", small ? "visible" : "hidden");
      mark.code.setAttribute("visibility", mark.size / unit > READABLE ? "visible" : "hidden");
      mark.code.setAttribute("font-size", 12 * unit);
    });
    var patterns = svg.querySelectorAll("pattern"), i;
    for (i = 0; i < patterns.length; i += 1) { patterns[i].setAttribute("patternTransform", "scale(" + unit + ")"); }
  }

  function zoomBy(factor, clientX, clientY) {
    var box = svg.getBoundingClientRect(), unit = perPixel();
    var middleX = view[0] + view[2] / 2, middleY = view[1] + view[3] / 2;
    var x = clientX === null ? middleX : middleX + (clientX - box.left - box.width / 2) * unit;
    var y = clientY === null ? middleY : middleY + (clientY - box.top - box.height / 2) * unit;
    view = [x - (x - view[0]) * factor, y - (y - view[1]) * factor, view[2] * factor, view[3] * factor];
    show();
  }

  function wire() {
    var from = null;
    svg.addEventListener("wheel", function (event) {
      event.preventDefault();
      zoomBy(event.deltaY > 0 ? 1.25 : 0.8, event.clientX, event.clientY);
    });
    svg.addEventListener("mousedown", function (event) { from = [event.clientX, event.clientY, view[0], view[1]]; });
    window.addEventListener("mouseup", function () { from = null; });
    window.addEventListener("mousemove", function (event) {
      if (!from) { return; }
      var unit = perPixel();
      view[0] = from[2] - (event.clientX - from[0]) * unit;
      view[1] = from[3] - (event.clientY - from[1]) * unit;
      svg.setAttribute("viewBox", view.join(" "));
    });
    window.addEventListener("resize", show);
    A.zoomBy = function (factor) { zoomBy(factor, null, null); };
  }
}(ANZE));
