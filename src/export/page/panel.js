// The panel beside the picture: the start, the lists, and what is known of one entity or relation.
// Text gets in by textContent only.
"use strict";

/** An element. Properties that start with "on" are listeners, others attributes; null is left out. */
function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "class") element.className = value;
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

const Panel = (() => {
  const view = document.getElementById("view");
  const PAGE = 60; // rows of a list at a time
  const EVIDENCE_PAGE = 5;
  let tab = "start";
  let shown = null; // the entity or relation in detail, or nothing
  let sorting = "edges";
  const choosers = []; // functions called with what was chosen

  const number = (n) => n.toLocaleString("en-US");
  const count = (n, one, many) => `${number(n)} ${n === 1 ? one : many}`;
  const choose = (thing) => choosers.forEach((listener) => listener(thing));

  // A text of a document: it keeps its own direction and turns nothing around it.
  const said = (text, className) => make("bdi", { class: className || null, dir: "auto" }, text);
  /** The same where only plain text fits: without marks of direction. */
  const plain = (text, limit = 80) => {
    const clean = Array.from(text.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ""));
    return clean.length > limit ? clean.slice(0, limit - 1).join("") + "…" : clean.join("");
  };

  function dot(node) {
    const mark = make("span", { class: "dot", "aria-hidden": "true" });
    mark.style.backgroundColor = Picture.colorOf(node);
    return mark;
  }

  const MODALITIES = { planned: "planned", possible: "possible", obliged: "obliged", conditional: "conditional", asked: "asked" };

  function tagsOf(fact) {
    const tags = [];
    if (fact.status === 1) tags.push(make("span", { class: "tag claim" }, "Claim"));
    if (fact.status === 2) tags.push(make("span", { class: "tag possibility" }, MODALITIES[fact.modality] || "possible"));
    if (fact.status === 1 && fact.modality !== "asserted") tags.push(make("span", { class: "tag possibility" }, fact.modality));
    if (fact.negative) tags.push(make("span", { class: "tag denial" }, "Not so"));
    return tags;
  }

  const wordsFor = (fact) => `${fact.status === 1 ? "claim: " : fact.status === 2 ? "possible: " : ""}${fact.negative ? "not so: " : ""}`;
  const plainFact = (fact) =>
    `${wordsFor(fact)}${plain(fact.source.label)} ${plain(fact.label)} ${plain(fact.target ? fact.target.label : fact.literal)}`;

  const nodeLink = (node) =>
    make("button", { type: "button", class: "link", onclick: () => choose(node) }, dot(node), said(node.label));

  // ---- Lists

  /** Rows with arrow keys between them, `PAGE` at a time. `row` gives a row's content. */
  function listOf(things, label, row, emptyText) {
    if (things.length === 0) return make("p", { class: "hint" }, emptyText);
    const list = make("ul", { class: "list", "aria-label": label });
    let done = 0;
    const more = make("button", { type: "button", class: "more", onclick: () => grow(true) });
    function grow(isAsked) {
      const first = done;
      for (const thing of things.slice(done, done + PAGE)) list.append(make("li", {}, row(thing)));
      done = Math.min(done + PAGE, things.length);
      more.textContent = `Show more (${number(things.length - done)} left)`;
      more.hidden = done >= things.length;
      if (isAsked) list.children[first].querySelector("button").focus();
    }
    grow(false);
    list.addEventListener("keydown", (event) => {
      const rows = [...list.querySelectorAll("button.row")];
      const at = rows.indexOf(document.activeElement);
      if (at < 0) return;
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      if (to >= rows.length && !more.hidden) grow(true);
      else if (rows[to]) rows[to].focus();
    });
    return make("div", {}, list, more);
  }

  function entityRow(node) {
    return make(
      "button",
      { type: "button", class: "row entity", onclick: () => choose(node), onpointerenter: () => Picture.hover(node), onpointerleave: () => Picture.hover(null) },
      dot(node),
      said(node.label, "grow clip"),
      make("span", { class: "kind" }, className(node.class.name)),
      make("span", { class: "number wide", title: count(node.edges, "relation", "relations") }, number(node.edges), make("span", { class: "unseen" }, node.edges === 1 ? " relation" : " relations")),
    );
  }

  /** A relation as a line; `seen` is the entity on whose page it stands, or nothing. */
  function relationRow(fact, seen) {
    const other = (node) => (node === seen ? null : said(node.label, "end clip"));
    const arrow = seen && fact.target === seen && fact.source !== seen ? "←" : "→";
    const label = said(fact.label, "relation");
    const line = seen
      ? [make("span", { class: "arrow", "aria-hidden": "true" }, arrow), make("span", { class: "grow" }, arrow === "→" ? [label, " ", fact.target ? other(fact.target) || said(fact.target.label, "end clip") : said(fact.literal, "end clip")] : [other(fact.source), " ", label])]
      : [make("span", { class: "grow" }, said(fact.source.label, "end clip"), " ", label, " ", said(fact.target.label, "end clip"))];
    const others = fact.support > 1 ? make("span", { class: "number", title: count(fact.support, "sentence says so", "sentences say so") }, number(fact.support), make("span", { class: "unseen" }, " sentences")) : null;
    return make(
      "button",
      { type: "button", class: `row ${fact.look}`, onclick: () => choose(fact), onpointerenter: fact.target ? () => Picture.hover(fact) : null, onpointerleave: fact.target ? () => Picture.hover(null) : null },
      line,
      make("span", { class: "tags" }, tagsOf(fact)),
      others,
    );
  }

  const className = (name) => (name === "CreativeWork" ? "Work" : name);

  // ---- Tabs

  function startView() {
    const c = Model.counts;
    const card = (n, what) => make("div", { class: "card" }, make("b", {}, number(n)), make("span", {}, what));
    const strongest = [...Model.nodes].filter((n) => n.edges > 0).slice(0, 10);
    const best = [...Model.edges].sort(Model.byStrength).slice(0, 8);
    return [
      make(
        "div",
        { class: "cards" },
        card(c.documents, c.documents === 1 ? "document" : "documents"),
        card(c.nodes, c.nodes === 1 ? "entity" : "entities"),
        card(c.facts, c.facts === 1 ? "fact" : "facts"),
        card(c.claimed, c.claimed === 1 ? "claim" : "claims"),
      ),
      make("p", { class: "lead" }, "Who did what to whom, as the documents tell it. Choose an entity to see all that is said of it, or a line to read the sentences behind it."),
      make("h2", {}, "Start here"),
      listOf(strongest, "Entities with the most relations", entityRow, "No entity is joined to another one. The list of entities has them all."),
      best.length ? make("h2", {}, "Said most often") : null,
      best.length ? listOf(best, "Relations with the most sentences", (fact) => relationRow(fact, null), "") : null,
      make("h2", {}, "How to read it"),
      make(
        "ul",
        { class: "plain" },
        make("li", {}, make("b", {}, "A fact"), " is what a document states outright."),
        make("li", {}, make("b", { class: "claim" }, "A claim"), " is what somebody says; the page names who."),
        make("li", {}, make("b", { class: "possibility" }, "A possibility"), " is planned, asked for, or may be."),
        make("li", {}, make("b", { class: "denial" }, "A denial"), " is what a document says is not so."),
      ),
      make("h2", {}, "Keys"),
      make(
        "dl",
        { class: "keys" },
        [["/", "search"], ["Esc", "back, or close"], ["↑ ↓", "move in a list"], ["← ↑ → ↓", "move the picture, when it has the focus"], ["+ − 0", "zoom in, out, show all"]].map(([key, what]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, what)]),
      ),
      Model.generator ? make("p", { class: "hint small" }, `Made by ${plain(Model.generator, 200)}`) : null,
    ];
  }

  const ORDERS = {
    edges: ["Most relations", (a, b) => b.edges - a.edges || b.mentions - a.mentions || a.index - b.index],
    mentions: ["Most mentions", (a, b) => b.mentions - a.mentions || a.index - b.index],
    name: ["Name", (a, b) => a.label.localeCompare(b.label, "en") || a.index - b.index],
  };

  function entitiesView() {
    const isFiltered = Model.activeFilters() > 0;
    const some = (isFiltered ? [...Model.shownNodes()] : [...Model.nodes]).sort(ORDERS[sorting][1]);
    const select = make(
      "select",
      { "aria-label": "Order", onchange: (event) => { sorting = event.target.value; render(); document.querySelector("#view select").focus(); } },
      Object.entries(ORDERS).map(([key, [name]]) => make("option", { value: key, selected: key === sorting }, name)),
    );
    return [
      make("div", { class: "listhead" }, make("p", {}, count(some.length, "entity", "entities") + (isFiltered ? ", filtered" : "")), select),
      listOf(some, "Entities", entityRow, "No entity passes the filters."),
    ];
  }

  function relationsView() {
    const isFiltered = Model.activeFilters() > 0;
    const some = [...Model.shownEdges()].sort(Model.byStrength);
    return [
      make("div", { class: "listhead" }, make("p", {}, count(some.length, "relation", "relations") + (isFiltered ? ", filtered" : "")), make("p", { class: "hint" }, "most sentences first")),
      listOf(some, "Relations", (fact) => relationRow(fact, null), "No relation passes the filters."),
    ];
  }

  // ---- One entity

  function back() {
    return make("button", { type: "button", class: "back", onclick: () => (history.state && history.state.step ? history.back() : choose(null)) }, "← Back");
  }

  function closeButton() {
    return make("button", { type: "button", class: "back", "aria-label": "Close", onclick: () => choose(null) }, "Close ✕");
  }

  function some(items, most, what, show) {
    const box = make("div", {});
    const fill = (n) => {
      box.replaceChildren(...items.slice(0, n).map(show));
      if (items.length > n) {
        box.append(make("button", { type: "button", class: "more", onclick: () => fill(items.length) }, `Show all ${number(items.length)} ${what}`));
      }
    };
    fill(most);
    return box;
  }

  function nodeView(node) {
    const facts = node.literals.filter((f) => f.look === "fact");
    const others = node.literals.filter((f) => f.look !== "fact");
    const relations = [...node.out, ...node.in].sort(Model.byStrength);
    const passing = relations.filter((f) => f.shown);
    const hidden = relations.length - passing.length;
    const around = Model.filters().around === node;
    const neighbours = new Set(relations.map((f) => (f.source === node ? f.target : f.source)));
    neighbours.delete(node);
    const isCut = node.edges > node.out.length + node.in.length;
    return [
      make("div", { class: "detailhead" }, back(), closeButton()),
      make("h2", { class: "name", tabindex: "-1" }, dot(node), said(node.label)),
      make("p", { class: "hint" }, `${className(node.class.name)} · ${count(node.mentions, "mention", "mentions")} · ${count(node.edges, "relation", "relations")} · ${count(neighbours.size, "neighbour", "neighbours")}`),
      relations.length
        ? make("p", { class: "actions" },
            make("button", { type: "button", "aria-pressed": around, onclick: () => Model.changeFilters((f) => { f.around = around ? null : node; }) }, around ? "Show the whole graph" : "Show only its surroundings"),
            make("button", { type: "button", onclick: () => Picture.goTo(node) }, "Centre"))
        : null,
      node.aliases.length
        ? [make("h3", {}, "Also called"), some(node.aliases, 8, "names", (name) => make("span", { class: "alias" }, said(name)))]
        : null,
      facts.length || node.facts.length
        ? [make("h3", {}, "Facts"),
           facts.length ? listOf(facts, "Facts", (fact) => relationRow(fact, node), "") : null,
           node.facts.length ? make("ul", { class: "plain" }, node.facts.map((text) => make("li", {}, said(text)))) : null]
        : null,
      others.length || node.claims.length
        ? [make("h3", {}, "Claimed, possible or denied"),
           others.length ? listOf(others, "Claimed, possible or denied", (fact) => relationRow(fact, node), "") : null,
           node.claims.length ? make("ul", { class: "plain" }, node.claims.map((text) => make("li", {}, said(text)))) : null]
        : null,
      make("h3", {}, `Relations (${number(passing.length)})`),
      isCut ? make("p", { class: "hint" }, `${count(node.edges - node.out.length - node.in.length, "relation", "relations")} of this entity are not on this page.`) : null,
      hidden ? make("p", { class: "hint" }, `${count(hidden, "relation is", "relations are")} hidden by the filters.`) : null,
      listOf(passing, "Relations", (fact) => relationRow(fact, node), relations.length ? "None passes the filters." : "It is joined to no other entity."),
      node.merged
        ? [make("h3", {}, "Why this is one entity"),
           make("p", { class: "hint" }, `${count(node.merged, "pair", "pairs")} of mentions in different places were found to be one, by these reasons:`),
           some(node.reasons, 6, "reasons", (r) =>
             make("div", { class: "reason" },
               make("p", {}, said(r.evidence || r.reason)),
               make("p", { class: "hint" }, `${r.reason}, score ${r.score.toFixed(2)}`, r.pairs > 1 ? `, ${number(r.pairs)} pairs; first in ` : ", in ", said(plain(r.left, 40)), r.left === r.right ? null : [" and ", said(plain(r.right, 40))])))]
        : null,
      make("p", { class: "hint small" }, "Id ", make("code", {}, node.id)),
    ];
  }

  // ---- One relation

  function holdersOf(fact) {
    if (fact.holders.length === 0) return ["unnamed sources"];
    return fact.holders.flatMap((holder, i) => [i ? ", " : null, typeof holder === "string" ? said(holder) : nodeLink(holder)]);
  }

  function evidenceItem(evidence, i) {
    const { document: source } = evidence.sentence;
    const quote = make("blockquote", { dir: "auto" });
    const pieces = Model.markSentence(evidence);
    for (const piece of pieces) {
      quote.append(piece.role ? make("mark", { class: piece.role }, make("span", { class: "unseen" }, `[${piece.role}: `), piece.text, make("span", { class: "unseen" }, "]")) : piece.text);
    }
    const title = source.title || source.id;
    const name = source.url
      ? make("a", { href: source.url, target: "_blank", rel: "noopener noreferrer" }, said(title))
      : said(title);
    const more = [];
    if (evidence.time) more.push(`happened ${timeInWords(evidence.time)}`);
    more.push(`confidence ${percent(evidence.confidence)}`);
    if (evidence.sentence.index) more.push(`sentence ${number(evidence.sentence.index)}`);
    if (evidence.sentence.end > evidence.sentence.begin) more.push(`characters ${number(evidence.sentence.begin)}–${number(evidence.sentence.end)}`);
    return make("li", { "data-evidence": i },
      quote,
      pieces.some((piece) => piece.role === "relation") ? null : make("p", { class: "hint small" }, "No words of their own say the relation: it lies in how the others stand together."),
      make("p", { class: "source" }, name, source.date ? [" · ", make("time", { datetime: source.date }, source.date)] : null),
      make("p", { class: "hint small" }, source.title ? [said(plain(source.id, 60)), " · "] : null, more.join(" · ")));
  }

  const percent = (share) => `${Math.round(share * 100)} %`;
  const timeInWords = (time) => time.replace("../", "until ").replace("/..", " onwards").replace("/", " to ");

  function factView(fact) {
    const isFact = fact.look === "fact";
    const rows = [];
    rows.push(["Said by", `${count(fact.support, "sentence", "sentences")} in ${count(fact.documents, "document", "documents")}`]);
    rows.push(["Confidence", `${percent(fact.confidence)} (best sentence)`]);
    if (fact.status === 1) rows.push(["Holder", holdersOf(fact)]);
    if (fact.times.length) rows.push(["When", fact.times.map(timeInWords).join(", ")]);
    if (fact.dates.length) rows.push(["Published", fact.dates.length > 1 ? `${fact.dates[0]} to ${fact.dates[fact.dates.length - 1]}` : fact.dates[0]]);
    rows.push(["Polarity", fact.negative ? "negative: said not to be so" : "positive"]);
    rows.push(["Status", `${["asserted", "claimed", "possible"][fact.status]}${fact.modality !== "asserted" ? ` (${fact.modality})` : ""}`]);
    rows.push(["Type", make("code", {}, said(fact.type))]);
    rows.push(["Read from", fact.kind]);
    const list = make("ol", { class: "evidence" });
    let done = 0;
    const more = make("button", { type: "button", class: "more", onclick: () => grow() });
    function grow() {
      fact.evidence.slice(done, done + EVIDENCE_PAGE).forEach((evidence, i) => list.append(evidenceItem(evidence, done + i)));
      done = Math.min(done + EVIDENCE_PAGE, fact.evidence.length);
      more.hidden = done >= fact.evidence.length;
      more.textContent = `Show more (${number(fact.evidence.length - done)} left)`;
    }
    grow();
    const missing = fact.sentences - fact.evidence.length;
    return [
      make("div", { class: "detailhead" }, back(), closeButton()),
      make("h2", { class: `statement ${fact.look}`, tabindex: "-1" },
        nodeLink(fact.source), " ", said(fact.label, "relation"), " ", fact.target ? nodeLink(fact.target) : said(fact.literal)),
      isFact ? null : make("p", { class: "tags" }, tagsOf(fact)),
      fact.status === 1 ? make("p", { class: "holder" }, "According to ", holdersOf(fact)) : null,
      make("h3", {}, fact.sentences === 1 ? "The sentence that says so" : "The sentences that say so"),
      make("p", { class: "key" }, make("mark", { class: "subject" }, "subject"), " ", make("mark", { class: "relation" }, "relation"), " ", make("mark", { class: "object" }, "object")),
      list,
      more,
      missing > 0 ? make("p", { class: "hint" }, `The best ${number(fact.evidence.length)} of ${number(fact.sentences)} are on this page; the JSON-LD of the graph has all.`) : null,
      make("h3", {}, "About this relation"),
      make("dl", { class: "table" }, rows.map(([name, value]) => [make("dt", {}, name), make("dd", {}, value)])),
      make("p", { class: "hint small" }, "Id ", make("code", {}, fact.id)),
    ];
  }

  // ---- Which of them

  const TABS = { start: startView, entities: entitiesView, relations: relationsView, filters: () => Filters.view() };

  function renderTabs() {
    for (const name of Object.keys(TABS)) {
      const button = document.getElementById(`tab-${name}`);
      const isChosen = name === tab;
      button.setAttribute("aria-selected", isChosen);
      button.tabIndex = isChosen ? 0 : -1;
    }
    view.setAttribute("aria-labelledby", `tab-${tab}`);
    const active = Model.activeFilters();
    document.getElementById("tab-filters").textContent = active ? `Filters (${active})` : "Filters";
  }

  function render() {
    renderTabs();
    const content = shown ? (shown.source ? factView(shown) : nodeView(shown)) : TABS[tab]();
    view.replaceChildren(...content.flat(Infinity).filter(Boolean));
  }

  function show(thing) {
    const before = shown;
    shown = thing;
    render();
    view.scrollTop = 0;
    if (thing) view.querySelector("h2").focus({ preventScroll: true });
    else if (before) document.getElementById(`tab-${tab}`).focus({ preventScroll: true });
  }

  const tabButtons = Object.keys(TABS).map((name) => document.getElementById(`tab-${name}`));
  tabButtons.forEach((button, i) => {
    button.addEventListener("click", () => openTab(Object.keys(TABS)[i]));
    button.addEventListener("keydown", (event) => {
      const to = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: tabButtons.length - 1 }[event.key];
      const next = to === undefined ? null : tabButtons[(to + tabButtons.length) % tabButtons.length];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.click();
    });
  });

  function openTab(name) {
    tab = name;
    if (shown) choose(null);
    render();
    view.scrollTop = 0;
  }

  return {
    render,
    renderTabs,
    show,
    openTab,
    count,
    number,
    plain,
    plainFact,
    said,
    className,
    isDetail: () => shown !== null,
    isFilters: () => tab === "filters" && !shown,
    onChoose: (listener) => choosers.push(listener),
  };
})();
