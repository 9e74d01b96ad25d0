// Joins picture, panel, search and filters.
"use strict";

(() => {
  const get = (id) => document.getElementById(id);
  const live = get("live");
  const announce = (words) => {
    live.textContent = words;
  };

  // ---- What is looked at: the address holds it, so that the browser's Back goes back.

  let current = null;

  function open(thing, isPicked) {
    if (thing === current) return;
    current = thing;
    Picture.select(thing);
    if (thing && !isPicked) Picture.goTo(thing.source && !thing.target ? thing.source : thing);
    Panel.show(thing);
    if (thing) announce(thing.source ? Rows.plainFact(thing) : `${Words.plain(thing.label)}, ${Words.className(thing.class.name)}`);
  }

  function choose(thing, isPicked) {
    open(thing, isPicked);
    const id = thing ? thing.id : "";
    if (location.hash.slice(1) === id) return;
    const step = ((history.state && history.state.step) || 0) + 1;
    location.hash = id;
    history.replaceState({ step }, ""); // so that the button knows whether Back stays on the page
  }
  const byId = new Map(Model.all.map((fact) => [fact.id, fact]));
  for (const node of Model.nodes) byId.set(node.id, node);
  window.addEventListener("hashchange", () => {
    open(byId.get(location.hash.slice(1)) || null, false);
  });
  Rows.onChoose((thing) => choose(thing, false));
  Picture.onPick((thing) => choose(thing, true));

  // ---- Search

  const query = get("query");
  const found = get("found");
  let hits = [];
  let marked = -1;

  function closeSearch() {
    found.hidden = true;
    query.setAttribute("aria-expanded", "false");
    query.removeAttribute("aria-activedescendant");
    marked = -1;
  }

  function mark(i) {
    marked = i;
    [...found.children].forEach((row, n) => row.setAttribute("aria-selected", n === i));
    if (i >= 0) {
      query.setAttribute("aria-activedescendant", `found-${i}`);
      found.children[i].scrollIntoView({ block: "nearest" });
    } else query.removeAttribute("aria-activedescendant");
  }

  function take(i) {
    const hit = hits[i];
    if (!hit) return;
    query.value = "";
    closeSearch();
    query.blur();
    if (!hit.node.shown) Model.changeFilters((f) => {
      f.around = null;
      if (hit.node.out.length + hit.node.in.length === 0) f.lone = true;
    });
    choose(hit.node, false);
  }

  query.addEventListener("input", () => {
    hits = Model.search(query.value, 12);
    found.replaceChildren(
      ...hits.map((hit, i) =>
        make("li", { id: `found-${i}`, role: "option", "aria-selected": "false", onpointerdown: (event) => { event.preventDefault(); }, onclick: () => take(i) },
          Rows.dot(hit.node),
          make("span", { class: "grow" }, Words.said(hit.node.label, "clip"), hit.alias ? make("span", { class: "kind" }, "also ", Words.said(hit.name, "clip")) : make("span", { class: "kind" }, Words.className(hit.node.class.name))),
          make("span", { class: "number" }, Words.number(hit.node.edges)))),
    );
    if (query.value.trim() && hits.length === 0) found.append(make("li", { class: "none", role: "option", "aria-disabled": "true" }, "No entity is called so"));
    found.hidden = !query.value.trim();
    query.setAttribute("aria-expanded", String(!found.hidden));
    mark(hits.length ? 0 : -1);
    announce(query.value.trim() ? Words.count(hits.length, "entity found", "entities found") : "");
  });
  query.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (hits.length) mark((marked + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      take(Math.max(marked, 0));
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (query.value) query.value = "";
      else query.blur();
      closeSearch();
    }
  });
  query.addEventListener("blur", closeSearch);
  query.addEventListener("focus", () => {
    if (query.value.trim()) query.dispatchEvent(new Event("input"));
  });

  document.addEventListener("keydown", (event) => {
    const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      query.focus();
    } else if (event.key === "Escape" && !isTyping && current) choose(null, false);
  });

  // ---- Filters

  const moveTimeline = Filters.buildTimeline();
  let sayLater = 0;
  let centre = null;
  Model.onFilters(() => {
    Filters.chips();
    Picture.refresh();
    if (Model.filters().around !== centre) {
      centre = Model.filters().around;
      Picture.fit(300);
    }
    moveTimeline();
    const [left, top] = [document.activeElement, get("view").scrollTop];
    if (Panel.isFilters() && left && left.type === "range") {
      // A slider that is dragged stays the element it is.
      Panel.renderTabs();
      Filters.refreshHead();
    } else {
      const labels = [...get("view").querySelectorAll("input, button")];
      const at = labels.indexOf(left);
      Panel.render();
      get("view").scrollTop = top;
      if (at >= 0) {
        const now = get("view").querySelectorAll("input, button")[at];
        if (now) now.focus({ preventScroll: true });
      }
    }
    get("nothing").hidden = Model.shownNodes().size > 0 || Model.nodes.length === 0;
    get("nothing").textContent = "Nothing passes the filters.";
    clearTimeout(sayLater);
    sayLater = setTimeout(() => announce(`${Words.count(Model.shownEdges().length, "relation", "relations")} between ${Words.count(Model.shownNodes().size, "entity", "entities")} shown`), 400);
  });

  // ---- Theme

  const themeButton = get("theme");
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  function isDark() {
    const chosen = document.documentElement.dataset.theme;
    return chosen ? chosen === "dark" : prefersDark.matches;
  }
  function showTheme() {
    themeButton.textContent = isDark() ? "Light" : "Dark";
    themeButton.setAttribute("aria-label", isDark() ? "Use light colours" : "Use dark colours");
    Picture.recolor();
    get("legend-body").replaceChildren(...Filters.legend());
    Panel.render();
  }
  themeButton.addEventListener("click", () => {
    document.documentElement.dataset.theme = isDark() ? "light" : "dark";
    showTheme();
  });
  prefersDark.addEventListener("change", showTheme);

  // ---- Begin

  const c = Model.counts;
  get("summary").textContent = `${Words.count(c.documents, "document", "documents")} · ${Words.count(c.nodes, "entity", "entities")} · ${Words.count(c.facts, "fact", "facts")} · ${Words.count(c.claimed, "claim", "claims")}`;
  if (Model.nodes.length < c.nodes || Model.edges.length < c.edges) {
    get("cut").hidden = false;
    get("cut").textContent = `This page shows the ${Words.number(Model.nodes.length)} entities with the most relations, of ${Words.number(c.nodes)}, and ${Words.number(Model.edges.length)} of ${Words.count(c.edges, "relation", "relations")}. The other formats hold all.`;
  }
  if (Model.nodes.length === 0) {
    get("nothing").hidden = false;
    get("nothing").textContent = "This graph is empty: no entity was found in the documents.";
  }
  get("picture").setAttribute("aria-label", `Picture of ${Words.count(Model.nodes.length, "entity", "entities")} and ${Words.count(Model.edges.length, "relation", "relations")}`);
  get("legend").open = !matchMedia("(max-width: 700px)").matches;
  get("zoom-in").addEventListener("click", () => Picture.zoomBy(1.5));
  get("zoom-out").addEventListener("click", () => Picture.zoomBy(1 / 1.5));
  get("zoom-fit").addEventListener("click", () => Picture.fit(300));
  Filters.chips();
  Picture.start();
  showTheme();
  // Now that the legend is there, which nothing should hide behind.
  Picture.refresh();
  Picture.fit();
  if (location.hash) open(byId.get(location.hash.slice(1)) || null, false);
  document.documentElement.dataset.ready = "yes";
})();
