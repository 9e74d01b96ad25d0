// The picture: nodes and edges on a canvas, dragged and zoomed. On a canvas of two dimensions and
// not by WebGL, which machines without a graphics processor have no longer.
"use strict";

const Picture = (() => {
  const canvas = document.getElementById("picture");
  const frame = document.getElementById("frame");
  const context = canvas.getContext("2d");
  const { nodes } = Model;
  const { pointOn, addPath, addArrow, addBar } = Shapes;
  const { Taken, wordsOf } = Labels;
  const FONT = getComputedStyle(document.body).fontFamily;

  let width = 0;
  let height = 0;
  let transform = d3zoom.zoomIdentity;
  let fitScale = 1;
  let room = 1; // nodes are smaller in a small frame
  let selected = null; // a node, an edge or nothing
  let hovered = null;
  let moving = false;
  let queued = false;
  let colors = {};
  const picked = []; // functions called with what was clicked

  /** Radius on the screen: grows with the zoom, but slower, so that near things stay apart. */
  function radiusOf(node) {
    const zoom = Math.sqrt(transform.k / fitScale);
    // The more nodes there are, the smaller each, but for the few that a reader looks for first.
    const share = density + (1 - density) * (node.size / largest) ** 4;
    return Math.max(smallest, Math.min(node.size * 0.42 * zoom * share * room, 34));
  }
  const largest = nodes.reduce((most, node) => Math.max(most, node.size), 1);
  let density = 1;
  let smallest = 2.5;
  function findDensity() {
    const count = Math.max(Model.shownNodes().size, 1);
    density = Math.max(0.35, Math.min(1, Math.sqrt(250 / count) + 0.12));
    smallest = count > 1000 ? 1.6 : 2.5;
  }

  const curveOf = (edge) => Shapes.curveOf(edge, transform.k, radiusOf);

  // ---- Zoom

  const surface = d3zoom.select(canvas);
  const zoom = d3zoom
    .zoom()
    .scaleExtent([0.01, 12])
    .on("start", (event) => {
      moving = Boolean(event.sourceEvent);
    })
    .on("zoom", (event) => {
      transform = event.transform;
      draw();
    })
    .on("end", () => {
      moving = false;
      draw();
    });
  surface.call(zoom).on("dblclick.zoom", null);
  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const animated = (ms) => (still() ? surface : surface.transition().duration(ms));

  function boundsOf(some) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const node of some) {
      left = Math.min(left, node.x);
      right = Math.max(right, node.x);
      top = Math.min(top, node.y);
      bottom = Math.max(bottom, node.y);
    }
    return left > right ? null : { left, top, right, bottom };
  }

  /** Shows `bounds` in the part of the frame right of `left` and above `bottom`. */
  function transformFor(bounds, closest, left = 0, bottom = height) {
    const margin = Math.min(width, height) < 420 ? 36 : 64;
    const k = Math.min(
      closest,
      Math.max(width - left - 2.6 * margin, 50) / Math.max(bounds.right - bounds.left, 1),
      Math.max(bottom - 2 * margin, 50) / Math.max(bounds.bottom - bounds.top, 1),
    );
    const x = (left + width) / 2 - (k * (bounds.left + bounds.right)) / 2;
    const y = bottom / 2 - (k * (bounds.top + bounds.bottom)) / 2;
    return d3zoom.zoomIdentity.translate(x, y).scale(k);
  }

  /** Shows all of `bounds`, beside or above the legend where that would hide a node. */
  function transformForAll(bounds, closest) {
    const whole = transformFor(bounds, closest);
    const legend = covered.find((box) => box.isLegend);
    if (!legend) return whole;
    const isHidden = (node) => {
      const [x, y] = whole.apply([node.x, node.y]);
      return node.shown && x < legend.x + legend.w + 4 && y > legend.y - 4;
    };
    if (!nodes.some(isHidden)) return whole;
    const beside = transformFor(bounds, closest, legend.x + legend.w);
    const above = transformFor(bounds, closest, 0, legend.y);
    return beside.k >= above.k ? beside : above;
  }

  function fit(ms) {
    const bounds = boundsOf(Model.shownNodes()) || boundsOf(nodes);
    if (!bounds || width === 0) return;
    const goal = transformForAll(bounds, 2.2);
    fitScale = goal.k;
    (ms ? animated(ms) : surface).call(zoom.transform, goal);
  }

  /** Brings a node and what it is joined to into view, or both ends of an edge. */
  function goTo(thing) {
    if (width === 0) return;
    const near = thing.source
      ? [thing.source, thing.target || thing.source]
      : [thing, ...thing.out.filter((e) => e.shown).map((e) => e.target), ...thing.in.filter((e) => e.shown).map((e) => e.source)];
    const bounds = boundsOf(near);
    let closest = Math.max(fitScale * 1.25, 1.1);
    if (thing.source) {
      // So long that its label does not cover its ends.
      const length = Math.hypot(bounds.right - bounds.left, bounds.bottom - bounds.top);
      closest = Math.max(closest, Math.min(260 / Math.max(length, 1), 4));
    }
    const goal = transformFor(bounds, closest);
    const k = Math.max(goal.k, fitScale);
    const centre = thing.source ? { x: (bounds.left + bounds.right) / 2, y: (bounds.top + bounds.bottom) / 2 } : thing;
    animated(450).call(
      zoom.transform,
      d3zoom.zoomIdentity.translate(width / 2 - k * centre.x, height / 2 - k * centre.y).scale(k),
    );
  }

  const zoomBy = (factor) => animated(180).call(zoom.scaleBy, factor);
  const panBy = (x, y) => surface.call(zoom.translateBy, x / transform.k, y / transform.k);

  // ---- Drawing

  function readColors() {
    const style = getComputedStyle(document.documentElement);
    const get = (name) => style.getPropertyValue(name).trim();
    colors = {
      back: get("--back"),
      ink: get("--ink"),
      soft: get("--soft"),
      rim: get("--rim"),
      accent: get("--accent"),
      fact: get("--edge"),
      claim: get("--claim"),
      possibility: get("--possibility"),
      denial: get("--denial"),
      dark: get("--dark") === "1",
    };
  }

  const colorOf = (node) => (colors.dark && node.class.color === "#000000" ? "#f4f4f4" : node.class.color);
  const DASHES = { fact: [], claim: [7, 4], possibility: [1.5, 4], denial: [] };

  function isNear(thing, focus) {
    if (!focus) return true;
    if (focus.source) return thing === focus || thing === focus.source || thing === focus.target;
    if (thing.source) return thing.source === focus || thing.target === focus;
    return thing === focus || thing.near === focus;
  }

  function drawEdges(visible, focus, isQuick) {
    const groups = new Map();
    for (const edge of visible) {
      const near = isNear(edge, focus);
      const state = focus ? (near ? 2 : 0) : 1;
      const key = edge.look + (edge.negative ? "!" : "") + state + Math.round(edge.width);
      if (!groups.has(key)) groups.set(key, { look: edge.look, negative: edge.negative, state, width: Math.round(edge.width), edges: [] });
      groups.get(key).edges.push(edge);
    }
    const isBusy = visible.length > 3000;
    const hasArrows = !isQuick && (visible.length < 1500 || transform.k > fitScale * 1.8);
    for (const group of [...groups.values()].sort((a, b) => a.state - b.state)) {
      const color = colors[group.look];
      context.strokeStyle = color;
      context.fillStyle = color;
      context.globalAlpha = [visible.length < 200 ? 0.2 : 0.07, isBusy ? 0.35 : 0.6, 0.95][group.state];
      context.lineWidth = group.width * (isBusy && group.state < 2 ? 0.6 : 1) + (group.state === 2 ? 0.6 : 0);
      context.setLineDash(isQuick && isBusy ? [] : DASHES[group.look]);
      context.lineCap = group.look === "possibility" ? "round" : "butt";
      // Long paths are slow to stroke, so a few at a time.
      for (let start = 0; start < group.edges.length; start += 200) {
        context.beginPath();
        for (const edge of group.edges.slice(start, start + 200)) addPath(context, curveOf(edge), isQuick || edge.bend === 0);
        context.stroke();
      }
      context.setLineDash([]);
      if ((hasArrows && group.state > 0) || group.state === 2) {
        context.beginPath();
        for (const edge of group.edges) addArrow(context, curveOf(edge), radiusOf(edge.target) + 1, 6 + group.width * 1.2);
        context.fill();
        if (group.negative) {
          context.lineWidth = 1.8;
          context.beginPath();
          for (const edge of group.edges) addBar(context, curveOf(edge), 5);
          context.stroke();
        }
      }
    }
    context.globalAlpha = 1;
  }

  function drawNodes(visible, focus) {
    const groups = new Map();
    for (const node of visible) {
      const state = isNear(node, focus) ? 1 : 0;
      const key = node.class.index * 2 + state;
      if (!groups.has(key)) groups.set(key, { color: colorOf(node), state, nodes: [] });
      groups.get(key).nodes.push(node);
    }
    for (const { color, state, nodes: some } of [...groups.values()].sort((a, b) => a.state - b.state)) {
      context.globalAlpha = state ? 1 : visible.length < 150 ? 0.35 : 0.18;
      context.fillStyle = color;
      context.strokeStyle = colors.rim;
      context.lineWidth = 1;
      context.beginPath();
      for (const node of some) {
        const r = radiusOf(node);
        context.moveTo(node.sx + r, node.sy);
        context.arc(node.sx, node.sy, r, 0, 7);
      }
      context.fill();
      context.stroke();
    }
    context.globalAlpha = 1;
    for (const node of [selected, hovered]) {
      if (!node || node.source || !node.shown) continue;
      context.strokeStyle = colors.accent;
      context.lineWidth = 3;
      context.beginPath();
      context.arc(node.sx, node.sy, radiusOf(node) + 3.5, 0, 7);
      context.stroke();
    }
  }

  /** `taken` is what texts and nodes cover; `words`, what texts alone do. */
  function drawNodeLabels(visible, focus, taken, words, isQuick) {
    // A graph whose centre has no name tells nothing: the strongest may be written over other nodes.
    const strongest = new Set(focus ? [] : visible.slice(0, 12));
    const most = isQuick ? 40 : 160;
    // Nodes come strongest first; what is looked at goes before them.
    const first = visible.filter((node) => node === hovered || node === selected);
    const near = focus ? visible.filter((node) => !first.includes(node) && isNear(node, focus)) : [];
    const isSparse = visible.length < 150;
    const rest = focus && !isSparse ? [] : visible.filter((node) => !first.includes(node) && !near.includes(node));
    let drawn = 0;
    let tries = 0;
    context.lineJoin = "round";
    context.textBaseline = "middle";
    context.textAlign = "left";
    for (const node of [...first, ...near, ...rest]) {
      if (drawn >= most || ++tries > most * 6) break;
      const r = radiusOf(node);
      const isForced = node === hovered || node === selected;
      const size = isForced ? 14 : Math.max(11, Math.min(10 + r / 4, 15));
      context.font = `${isForced || r > 15 ? 600 : 400} ${size}px ${FONT}`;
      const w = context.measureText(node.short).width + 4;
      const h = size + 4;
      const choices = [
        { x: node.sx + r + 3, y: node.sy - h / 2 },
        { x: node.sx - w / 2, y: node.sy + r + 2 },
        { x: node.sx - r - 3 - w, y: node.sy - h / 2 },
        { x: node.sx - w / 2, y: node.sy - r - 2 - h },
      ].map((at) => ({ ...at, w, h }));
      const inside = (box) => box.x > 0 && box.y > 0 && box.x + w < width && box.y + h < height;
      const across = { x: node.sx - w / 2, y: node.sy - h / 2, w, h };
      const box =
        choices.find((one) => taken.isFree(one) && inside(one)) ||
        (strongest.has(node) && [...choices, across].find((one) => words.isFree(one) && inside(one))) ||
        (isForced ? choices[0] : null);
      if (!box) continue;
      taken.take(box);
      words.take(box);
      context.globalAlpha = isNear(node, focus) ? 1 : 0.4;
      context.strokeStyle = colors.back;
      context.lineWidth = 3.5;
      context.strokeText(node.short, box.x + 2, box.y + h / 2);
      context.fillStyle = colors.ink;
      context.fillText(node.short, box.x + 2, box.y + h / 2);
      ++drawn;
    }
    context.globalAlpha = 1;
  }

  function drawEdgeLabels(visible, focus, taken) {
    const wanted = new Set([hovered, selected].filter((thing) => thing && thing.target));
    if (focus && !focus.source) {
      visible
        .filter((edge) => isNear(edge, focus))
        .sort(Model.byStrength)
        .slice(0, 40)
        .forEach((edge) => wanted.add(edge));
    } else if (!focus && visible.length <= 60 && transform.k >= fitScale) {
      visible.forEach((edge) => wanted.add(edge));
    }
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const edge of wanted) {
      if (!edge.shown) continue;
      const isForced = edge === hovered || edge === selected;
      const words = wordsOf(edge);
      context.font = `${isForced ? 600 : 400} 11.5px ${FONT}`;
      const w = context.measureText(words).width + 10;
      const h = 17;
      const curve = curveOf(edge);
      let box = null;
      for (const t of [0.5, 0.38, 0.62, 0.28, 0.72]) {
        const at = pointOn(curve, t);
        const one = { x: at.x - w / 2, y: at.y - h / 2, w, h };
        if (taken.isFree(one)) {
          box = one;
          break;
        }
        if (isForced && !box) box = one;
      }
      if (!box) continue;
      taken.take(box);
      context.globalAlpha = 0.92;
      context.fillStyle = colors.back;
      context.beginPath();
      context.roundRect(box.x, box.y, w, h, 5);
      context.fill();
      context.globalAlpha = 1;
      if (isForced) {
        context.strokeStyle = colors.accent;
        context.lineWidth = 1;
        context.stroke();
      }
      context.fillStyle = edge.look === "fact" ? colors.soft : colors[edge.look];
      context.fillText(words, box.x + w / 2, box.y + h / 2 + 0.5);
    }
  }

  function paint() {
    queued = false;
    const ratio = window.devicePixelRatio || 1;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.fillStyle = colors.back;
    context.fillRect(0, 0, width, height);
    for (const node of nodes) {
      node.sx = node.x * transform.k + transform.x;
      node.sy = node.y * transform.k + transform.y;
    }
    const visible = nodes.filter(
      (node) => node.shown && node.sx > -60 && node.sx < width + 60 && node.sy > -60 && node.sy < height + 60,
    );
    const visibleEdges = Model.shownEdges().filter((edge) => {
      const [a, b] = [edge.source, edge.target];
      return !(
        Math.max(a.sx, b.sx) < -80 || Math.min(a.sx, b.sx) > width + 80 ||
        Math.max(a.sy, b.sy) < -80 || Math.min(a.sy, b.sy) > height + 80
      );
    });
    const focus = selected && (selected.source ? selected.target && selected.shown : selected.shown) ? selected : hovered;
    if (focus && !focus.source) {
      for (const edge of focus.out) if (edge.shown) edge.target.near = focus;
      for (const edge of focus.in) if (edge.shown) edge.source.near = focus;
    }
    drawEdges(visibleEdges, focus, moving);
    drawNodes(visible, focus);
    const taken = new Taken();
    const words = new Taken();
    // What lies over the picture, and the large nodes, keep the labels off.
    for (const box of covered) {
      taken.take(box);
      words.take(box);
    }
    const least = visible.length < 200 ? 2 : 6;
    const large = visible.filter((node) => radiusOf(node) > least && (visible.length < 150 || isNear(node, focus)));
    if (large.length < 250) {
      for (const node of large) {
        const r = radiusOf(node) * 0.8;
        taken.take({ x: node.sx - r, y: node.sy - r, w: 2 * r, h: 2 * r });
      }
    }
    drawNodeLabels(visible, focus, taken, words, moving);
    drawEdgeLabels(visibleEdges, focus, taken);
    for (const node of nodes) node.near = null;
  }

  function draw() {
    if (queued) return;
    queued = true;
    requestAnimationFrame(paint);
  }

  // ---- Pointing

  function nodeAt(x, y, slack) {
    let best = null;
    for (const node of nodes) {
      if (!node.shown) continue;
      const distance = Math.hypot(node.sx - x, node.sy - y) - radiusOf(node);
      if (distance < slack && (!best || distance < best.distance)) best = { node, distance };
    }
    return best && best.node;
  }

  function edgeAt(x, y, slack) {
    let best = null;
    for (const edge of Model.shownEdges()) {
      const curve = curveOf(edge);
      const reach = Math.abs(edge.bend * transform.k) + (edge.loop ? 80 + 20 * edge.loop : 0) + slack;
      if (x < Math.min(curve.x1, curve.x2) - reach || x > Math.max(curve.x1, curve.x2) + reach) continue;
      if (y < Math.min(curve.y1, curve.y2) - reach || y > Math.max(curve.y1, curve.y2) + reach) continue;
      const steps = edge.loop || edge.bend ? 12 : 1;
      let from = pointOn(curve, 0);
      for (let i = 1; i <= steps; ++i) {
        const to = pointOn(curve, i / steps);
        const [dx, dy] = [to.x - from.x, to.y - from.y];
        const t = Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)));
        const distance = Math.hypot(from.x + t * dx - x, from.y + t * dy - y);
        if (distance < slack && (!best || distance < best.distance)) best = { edge, distance };
        from = to;
      }
    }
    return best && best.edge;
  }

  function thingAt(event) {
    const box = canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const isTouch = event.pointerType === "touch";
    return nodeAt(x, y, isTouch ? 14 : 4) || edgeAt(x, y, isTouch ? 12 : 5);
  }

  let pointed = 0;
  canvas.addEventListener("pointermove", (event) => {
    if (moving || event.pointerType === "touch" || event.buttons) return;
    cancelAnimationFrame(pointed);
    pointed = requestAnimationFrame(() => {
      const thing = thingAt(event);
      canvas.style.cursor = thing ? "pointer" : "";
      if (thing === hovered) return;
      hovered = thing;
      draw();
    });
  });
  canvas.addEventListener("pointerleave", () => {
    cancelAnimationFrame(pointed);
    if (hovered) {
      hovered = null;
      draw();
    }
  });
  canvas.addEventListener("click", (event) => {
    const thing = thingAt(event);
    for (const listener of picked) listener(thing);
  });
  canvas.addEventListener("keydown", (event) => {
    const steps = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (steps[event.key]) panBy(...steps[event.key]);
    else if (event.key === "+" || event.key === "=") zoomBy(1.4);
    else if (event.key === "-") zoomBy(1 / 1.4);
    else if (event.key === "0") fit(300);
    else return;
    event.preventDefault();
  });

  let covered = [];
  function findCovered() {
    const origin = frame.getBoundingClientRect();
    covered = [...frame.querySelectorAll(".legend, .zoom, .chip")].map((element) => {
      const box = element.getBoundingClientRect();
      const isLegend = element.id === "legend";
      return { x: box.left - origin.left, y: box.top - origin.top, w: box.width, h: box.height, isLegend };
    });
  }

  function resize() {
    const box = frame.getBoundingClientRect();
    const [before, beforeHeight] = [width, height];
    width = Math.max(box.width, 1);
    height = Math.max(box.height, 1);
    room = Math.min(1, Math.sqrt(Math.min(width, height) / 620));
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    findCovered();
    if (before === 0) fit();
    else if (before !== width || beforeHeight !== height) surface.call(zoom.translateBy, (width - before) / 2 / transform.k, (height - beforeHeight) / 2 / transform.k);
    draw();
  }

  return {
    start() {
      readColors();
      findDensity();
      resize();
      new ResizeObserver(resize).observe(frame);
      new ResizeObserver(() => {
        findCovered();
        draw();
      }).observe(document.getElementById("legend"));
    },
    /** After the filters or the chips over the picture have changed. */
    refresh() {
      findDensity();
      findCovered();
      draw();
    },
    fit,
    goTo,
    zoomBy,
    recolor() {
      readColors();
      draw();
    },
    select(thing) {
      selected = thing;
      draw();
    },
    hover(thing) {
      hovered = thing;
      draw();
    },
    onPick: (listener) => picked.push(listener),
    colorOf,
    /** Where a node, or the middle of an edge, is in the window. */
    placeOf(thing) {
      const box = canvas.getBoundingClientRect();
      const at = thing.source ? pointOn(curveOf(thing), 0.5) : { x: thing.sx, y: thing.sy };
      return { x: box.left + at.x, y: box.top + at.y };
    },
  };
})();
