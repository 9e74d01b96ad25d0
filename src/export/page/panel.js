// The panel beside the picture: its tabs, and which of them or what detail it shows.
"use strict";

const Panel = (() => {
  const { number, count, plain } = Words;
  const { choose, entityRow, relationRow } = Rows;
  const view = document.getElementById("view");
  let tab = "start";
  let shown = null; // the entity or relation in detail, or nothing
  let sorting = "edges";

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
      make("h2", { class: "counted" }, "Start here", make("span", { class: "kind" }, "relations")),
      Rows.list(strongest, "Entities with the most relations", entityRow, "No entity is joined to another one. The list of entities has them all."),
      best.length ? make("h2", { class: "counted" }, "Said most often", make("span", { class: "kind" }, "sentences")) : null,
      best.length ? Rows.list(best, "Relations with the most sentences", (fact) => relationRow(fact, null), "") : null,
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
      Rows.list(some, "Entities", entityRow, "No entity passes the filters."),
    ];
  }

  function relationsView() {
    const isFiltered = Model.activeFilters() > 0;
    const some = [...Model.shownEdges()].sort(Model.byStrength);
    return [
      make("div", { class: "listhead" }, make("p", {}, count(some.length, "relation", "relations") + (isFiltered ? ", filtered" : "")), make("p", { class: "hint" }, "most sentences first")),
      Rows.list(some, "Relations", (fact) => relationRow(fact, null), "No relation passes the filters."),
    ];
  }
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
    const content = shown ? Details.of(shown) : TABS[tab]();
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
    isFilters: () => tab === "filters" && !shown,
  };
})();
