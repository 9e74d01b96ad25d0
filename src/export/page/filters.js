// The filters, the timeline and the chips that say what is filtered.
"use strict";

const Filters = (() => {
  const LOOK_NAMES = { fact: "Facts", claim: "Claims", possibility: "Possibilities", denial: "Denials" };

  const countBy = (things, key) => {
    const counts = new Map();
    for (const thing of things) for (const value of [key(thing)].flat()) counts.set(value, (counts.get(value) || 0) + 1);
    return counts;
  };
  const classCounts = countBy(Model.nodes, (node) => node.class.name);
  const lookCounts = countBy(Model.edges, (edge) => edge.look);
  const typeCounts = countBy(Model.edges, (edge) => edge.type);
  const documentCounts = countBy(Model.edges, (edge) => [...edge.documentSet]);
  const mostSupport = Model.edges.reduce((most, edge) => Math.max(most, edge.support), 1);
  let typeQuery = "";
  let documentQuery = "";

  const toggle = (set, value) => (set.has(value) ? set.delete(value) : set.add(value));

  function checkbox(label, isChecked, amount, mark, change) {
    return make(
      "label",
      { class: "check" },
      make("input", { type: "checkbox", checked: isChecked, onchange: () => Model.changeFilters(change) }),
      mark,
      make("span", { class: "grow" }, label),
      make("span", { class: "number" }, Words.number(amount)),
    );
  }

  /** How a line of this look is drawn. */
  function lineMark(look) {
    return make("span", { class: `line ${look}`, "aria-hidden": "true" });
  }

  const dotMark = (c) => Rows.dot({ class: c });
  const usedClasses = Model.classes.filter((c) => classCounts.has(c.name));

  function legend() {
    return [
      make("ul", { class: "plain" }, usedClasses.map((c) => make("li", {}, dotMark(c), Words.className(c.name)))),
      make("ul", { class: "plain" }, Model.LOOKS.map((look) => make("li", {}, lineMark(look), { fact: "Fact", claim: "Claim", possibility: "Possible", denial: "Denied" }[look]))),
    ];
  }

  /** A list to choose some of, with a field that narrows it. Nothing chosen means all. */
  function chooser(name, query, setQuery, options, set) {
    const body = make("div", { class: "options", role: "group", "aria-label": name });
    const fill = () => {
      const wanted = Model.fold(query());
      const some = options
        .filter((o) => set().has(o.value) || !wanted || Model.fold(o.label).includes(wanted))
        .sort((a, b) => set().has(b.value) - set().has(a.value) || b.amount - a.amount || (a.label < b.label ? -1 : 1));
      body.replaceChildren(
        ...some.slice(0, 40).map((o) => checkbox(Words.said(o.label, "clip"), set().has(o.value), o.amount, null, () => toggle(set(), o.value))),
      );
      if (some.length > 40) body.append(make("p", { class: "hint small" }, `and ${Words.number(some.length - 40)} more: type to find them`));
      if (some.length === 0) body.append(make("p", { class: "hint small" }, "None is called so."));
    };
    fill();
    const field = make("input", {
      type: "text", class: "narrow", placeholder: `Find among ${Words.number(options.length)}`, "aria-label": `Find: ${name}`, autocomplete: "off", spellcheck: "false",
      oninput: (event) => { setQuery(event.target.value); fill(); },
    });
    field.value = query();
    return [options.length > 8 ? field : null, body];
  }

  function slider(id, label, min, max, step, value, words, change) {
    const output = make("output", { for: id }, words(value));
    return make("div", { class: "slider" },
      make("label", { for: id }, label, " ", output),
      make("input", {
        id, type: "range", min, max, step, value, "aria-valuetext": words(value),
        oninput: (event) => {
          const now = Number(event.target.value);
          output.textContent = words(now);
          event.target.setAttribute("aria-valuetext", words(now));
          Model.changeFilters((f) => change(f, now));
        },
      }));
  }

  function head() {
    return make("div", { id: "filters-head", class: "listhead" },
      make("p", {}, `${Words.number(Model.shownEdges().length)} of ${Words.count(Model.edges.length, "relation", "relations")} shown`),
      make("button", { type: "button", onclick: () => Model.changeFilters(null), disabled: Model.activeFilters() === 0 }, "Reset"));
  }

  function view() {
    const f = Model.filters();
    const isolated = Model.nodes.filter((node) => node.out.length + node.in.length === 0).length;
    return [
      head(),
      make("fieldset", {}, make("legend", {}, "Entities"),
        usedClasses.map((c) => checkbox(Words.className(c.name), f.classes.has(c.name), classCounts.get(c.name), dotMark(c), (now) => toggle(now.classes, c.name))),
        isolated && Model.edges.length ? checkbox("Also those without relations", f.lone, isolated, null, (now) => { now.lone = !now.lone; }) : null),
      make("fieldset", {}, make("legend", {}, "Status"),
        Model.LOOKS.map((look) => checkbox(LOOK_NAMES[look], f.looks.has(look), lookCounts.get(look) || 0, lineMark(look), (now) => toggle(now.looks, look)))),
      make("fieldset", {}, make("legend", {}, "Strength"),
        slider("support", "Sentences, at least", 1, Math.max(2, Math.min(mostSupport, 20)), 1, f.support, String, (now, value) => { now.support = value; }),
        slider("confidence", "Confidence, at least", 0, 95, 5, Math.round(f.confidence * 100), (n) => `${n} %`, (now, value) => { now.confidence = value / 100; })),
      make("fieldset", {}, make("legend", {}, "Relations", f.types.size ? ` (${f.types.size} chosen)` : ""),
        chooser("Relations", () => typeQuery, (q) => { typeQuery = q; },
          [...typeCounts].map(([type, amount]) => ({ value: type, label: type.toLowerCase().replaceAll("_", " "), amount })), () => Model.filters().types)),
      make("fieldset", {}, make("legend", {}, "Documents", f.documents.size ? ` (${f.documents.size} chosen)` : ""),
        chooser("Documents", () => documentQuery, (q) => { documentQuery = q; },
          Model.documents.map((d) => ({ value: d.index, label: `${d.title || d.id}${d.date ? `, ${d.date}` : ""}`, amount: documentCounts.get(d.index) || 0 })), () => Model.filters().documents)),
    ];
  }

  // ---- Chips over the picture

  function chips() {
    const f = Model.filters();
    const box = document.getElementById("chips");
    const chip = (words, clear) => make("button", { type: "button", class: "chip", onclick: () => Model.changeFilters(clear) }, words, make("span", { "aria-hidden": "true" }, " ✕"), make("span", { class: "unseen" }, ", take this filter off"));
    const some = [];
    if (f.around) some.push(chip(["Around ", Words.said(Words.plain(f.around.label, 30))], (now) => { now.around = null; }));
    if (f.classes.size < Model.classes.length) some.push(chip(`${usedClasses.filter((c) => f.classes.has(c.name)).length} of ${usedClasses.length} types`, (now) => { now.classes = new Set(Model.classes.map((c) => c.name)); }));
    if (f.looks.size < Model.LOOKS.length) some.push(chip(f.looks.size ? `Only ${[...f.looks].map((l) => LOOK_NAMES[l].toLowerCase()).join(", ")}` : "No status", (now) => { now.looks = new Set(Model.LOOKS); }));
    if (f.types.size) some.push(chip(Words.count(f.types.size, "relation type", "relation types"), (now) => { now.types = new Set(); }));
    if (f.documents.size) some.push(chip(Words.count(f.documents.size, "document", "documents"), (now) => { now.documents = new Set(); }));
    if (f.support > 1) some.push(chip(`${f.support}+ sentences`, (now) => { now.support = 1; }));
    if (f.confidence > 0) some.push(chip(`${Math.round(f.confidence * 100)} % sure or more`, (now) => { now.confidence = 0; }));
    if (f.from || f.to) some.push(chip(`${f.from || "…"} to ${f.to || "…"}`, (now) => { now.from = now.to = ""; }));
    box.replaceChildren(...some);
  }

  // ---- Timeline: sentences by the day their document was published

  const DAY = 86400000;
  const dayOf = (date) => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
  const dateOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);

  function buildTimeline() {
    const box = document.getElementById("timeline");
    const days = [...new Set(Model.days)];
    if (days.length < 2) return () => {};
    box.hidden = false;
    const first = dayOf(days[0]);
    const last = dayOf(days[days.length - 1]);
    const bars = Math.min(last - first + 1, 80);
    const step = (last - first + 1) / bars;
    const heights = new Array(bars).fill(0);
    for (const edge of Model.edges) {
      for (const evidence of edge.evidence) {
        const { date } = evidence.sentence.document;
        if (date) heights[Math.min(bars - 1, Math.floor((dayOf(date) - first) / step))] += 1;
      }
    }
    const most = Math.max(...heights, 1);
    const track = make("div", { class: "track" });
    heights.forEach((height) => {
      const bar = make("span", { class: "column", "aria-hidden": "true" });
      bar.style.height = height ? `${Math.max(8, Math.sqrt(height / most) * 100)}%` : "0";
      track.append(bar);
    });
    const window_ = make("div", { class: "window" });
    const handle = (name) => make("div", { class: "handle", role: "slider", tabindex: "0", "aria-label": name, "aria-valuemin": first, "aria-valuemax": last });
    const from = handle("Published from");
    const to = handle("Published until");
    track.append(window_, from, to);
    const range = make("span", {});
    const undated = Model.edges.filter((edge) => edge.dates.length === 0).length;
    box.append(make("p", { class: "range" }, "Published ", range), track);

    let low = first;
    let high = last;
    const share = (day) => `${((day - first) / (last - first + 1)) * 100}%`;
    function place() {
      window_.style.left = from.style.left = share(low);
      to.style.left = share(high + 1);
      window_.style.width = `${((high + 1 - low) / (last - first + 1)) * 100}%`;
      from.setAttribute("aria-valuenow", low);
      from.setAttribute("aria-valuetext", dateOf(low));
      to.setAttribute("aria-valuenow", high);
      to.setAttribute("aria-valuetext", dateOf(high));
      const isWhole = low === first && high === last;
      range.textContent = `${dateOf(low)} to ${dateOf(high)}${!isWhole && undated ? `, ${Words.number(undated)} without a date hidden` : ""}`;
      [...track.querySelectorAll(".column")].forEach((bar, i) => {
        const day = first + i * step;
        bar.classList.toggle("out", day + step <= low || day > high);
      });
    }
    let queued = 0;
    function change(newLow, newHigh) {
      low = Math.max(first, Math.min(newLow, last));
      high = Math.max(low, Math.min(newHigh, last));
      place();
      cancelAnimationFrame(queued);
      queued = requestAnimationFrame(() =>
        Model.changeFilters((f) => {
          f.from = low > first ? dateOf(low) : "";
          f.to = high < last ? dateOf(high) : "";
        }),
      );
    }
    function drag(element, move) {
      element.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        event.stopPropagation();
        element.setPointerCapture(event.pointerId);
        const start = { x: event.clientX, low, high };
        const perDay = track.getBoundingClientRect().width / (last - first + 1);
        const onMove = (now) => move(start, Math.round((now.clientX - start.x) / perDay));
        element.addEventListener("pointermove", onMove);
        const stop = () => {
          element.removeEventListener("pointermove", onMove);
          element.removeEventListener("pointerup", stop);
          element.removeEventListener("pointercancel", stop);
        };
        element.addEventListener("pointerup", stop);
        element.addEventListener("pointercancel", stop);
      });
    }
    drag(from, (start, by) => change(Math.min(start.low + by, high), high));
    drag(to, (start, by) => change(low, Math.max(start.high + by, low)));
    drag(window_, (start, by) => {
      const kept = Math.max(first - start.low, Math.min(by, last - start.high));
      change(start.low + kept, start.high + kept);
    });
    const big = Math.max(1, Math.round(step));
    const keys = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10 * big, PageUp: 10 * big, Home: -Infinity, End: Infinity };
    const bound = (day) => Math.max(first, Math.min(day, last));
    from.addEventListener("keydown", (event) => {
      if (!(event.key in keys)) return;
      event.preventDefault();
      change(Math.min(bound(low + keys[event.key]), high), high);
    });
    to.addEventListener("keydown", (event) => {
      if (!(event.key in keys)) return;
      event.preventDefault();
      change(low, Math.max(bound(high + keys[event.key]), low));
    });
    place();
    return () => {
      const f = Model.filters();
      low = f.from ? dayOf(f.from) : first;
      high = f.to ? dayOf(f.to) : last;
      place();
    };
  }

  return {
    view,
    chips,
    legend,
    buildTimeline,
    refreshHead: () => document.getElementById("filters-head").replaceWith(head()),
  };
})();
