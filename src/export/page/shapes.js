// The shapes of edges and the places of labels on the screen, without drawing them.
"use strict";

const Shapes = (() => {
  // Edges that join the same two nodes are bent apart, whichever way they point.
  const CURVE = 52; // in the units of the layout
  const pairs = new Map();
  for (const edge of Model.edges) {
    const [a, b] = [edge.source.index, edge.target.index].sort((x, y) => x - y);
    const key = a * Model.nodes.length + b;
    if (!pairs.has(key)) pairs.set(key, []);
    pairs.get(key).push(edge);
  }
  for (const list of pairs.values()) {
    list.sort(Model.byStrength);
    list.forEach((edge, n) => {
      edge.loop = edge.source === edge.target ? n + 1 : 0;
      // 0, 1, -1, 2, -2 …: the strongest one straight.
      const step = (n % 2 ? 1 : -1) * Math.ceil(n / 2);
      edge.bend = (edge.source.index < edge.target.index ? 1 : -1) * step * CURVE;
      edge.width = Math.min(1 + Math.log2(Math.max(edge.support, 1)) * 0.8, 4);
    });
  }

  /**
   * An edge by two ends and a point that pulls it, of a loop two such points. `scale` is that of the
   * layout on the screen; nodes have their places there in sx and sy.
   */
  function curveOf(edge, scale, radiusOf) {
    const a = edge.source;
    const b = edge.target;
    if (edge.loop) {
      const r = radiusOf(a);
      const reach = r * 1.6 + 10 + 9 * edge.loop;
      return { loop: true, x1: a.sx - r * 0.6, y1: a.sy - r * 0.7, cx: a.sx - reach, cy: a.sy - r - reach, dx: a.sx + reach, dy: a.sy - r - reach, x2: a.sx + r * 0.6, y2: a.sy - r * 0.7 };
    }
    const dx = b.sx - a.sx;
    const dy = b.sy - a.sy;
    const length = Math.hypot(dx, dy) || 1;
    const most = length * 0.5;
    const bend = Math.max(-most, Math.min(most, edge.bend * scale));
    const cx = (a.sx + b.sx) / 2 - (dy / length) * bend;
    const cy = (a.sy + b.sy) / 2 + (dx / length) * bend;
    return { loop: false, x1: a.sx, y1: a.sy, cx, cy, x2: b.sx, y2: b.sy };
  }

  function pointOn(curve, t) {
    const u = 1 - t;
    if (curve.loop) {
      const [p, q, r, s] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
      return {
        x: p * curve.x1 + q * curve.cx + r * curve.dx + s * curve.x2,
        y: p * curve.y1 + q * curve.cy + r * curve.dy + s * curve.y2,
      };
    }
    return {
      x: u * u * curve.x1 + 2 * u * t * curve.cx + t * t * curve.x2,
      y: u * u * curve.y1 + 2 * u * t * curve.cy + t * t * curve.y2,
    };
  }

  function addPath(context, curve, isStraight) {
    context.moveTo(curve.x1, curve.y1);
    if (curve.loop) context.bezierCurveTo(curve.cx, curve.cy, curve.dx, curve.dy, curve.x2, curve.y2);
    else if (isStraight) context.lineTo(curve.x2, curve.y2);
    else context.quadraticCurveTo(curve.cx, curve.cy, curve.x2, curve.y2);
  }

  /** An arrow's head that ends at a circle of `radius` around the target. */
  function addArrow(context, curve, radius, size) {
    const fromX = curve.loop ? curve.dx : curve.cx;
    const fromY = curve.loop ? curve.dy : curve.cy;
    const length = Math.hypot(curve.x2 - fromX, curve.y2 - fromY);
    if (length < radius + size) return;
    const ux = (curve.x2 - fromX) / length;
    const uy = (curve.y2 - fromY) / length;
    const back = curve.loop ? 0 : radius;
    const x = curve.x2 - ux * back;
    const y = curve.y2 - uy * back;
    context.moveTo(x, y);
    context.lineTo(x - ux * size - uy * size * 0.45, y - uy * size + ux * size * 0.45);
    context.lineTo(x - ux * size + uy * size * 0.45, y - uy * size - ux * size * 0.45);
    context.closePath();
  }

  /** A bar across the middle: what is denied. */
  function addBar(context, curve, size) {
    const m = pointOn(curve, 0.5);
    const n = pointOn(curve, 0.54);
    const length = Math.hypot(n.x - m.x, n.y - m.y) || 1;
    const ux = (n.x - m.x) / length;
    const uy = (n.y - m.y) / length;
    context.moveTo(m.x - uy * size, m.y + ux * size);
    context.lineTo(m.x + uy * size, m.y - ux * size);
  }

  return { curveOf, pointOn, addPath, addArrow, addBar };
})();

const Labels = (() => {
  function shorten(label, limit) {
    const characters = Array.from(label);
    const text = characters.length > limit ? characters.slice(0, limit - 1).join("").trimEnd() + "…" : label;
    // Isolated, so that marks of direction in a name turn nothing but the name.
    return "\u2068" + text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "") + "\u2069";
  }

  function wordsOf(edge) {
    const not = edge.negative && !/\b(not|never|no|nobody|nothing|none)\b|n[’']t\b/i.test(edge.label) ? "not: " : "";
    const prefix = edge.status === 1 ? "claim: " : edge.status === 2 ? "possible: " : "";
    return prefix + not + shorten(edge.label, 38);
  }

  /** Rectangles that texts have taken, in cells of 64 pixels. */
  class Taken {
    constructor() {
      this.cells = new Map();
    }
    *cellsOf(box) {
      for (let x = box.x >> 6; x <= (box.x + box.w) >> 6; ++x) {
        for (let y = box.y >> 6; y <= (box.y + box.h) >> 6; ++y) yield x * 4096 + y;
      }
    }
    isFree(box) {
      for (const cell of this.cellsOf(box)) {
        for (const other of this.cells.get(cell) || []) {
          if (box.x < other.x + other.w && other.x < box.x + box.w && box.y < other.y + other.h && other.y < box.y + box.h) return false;
        }
      }
      return true;
    }
    take(box) {
      for (const cell of this.cellsOf(box)) {
        if (!this.cells.has(cell)) this.cells.set(cell, []);
        this.cells.get(cell).push(box);
      }
    }
  }

  for (const node of Model.nodes) node.short = shorten(node.label, 34);

  return { Taken, wordsOf };
})();
