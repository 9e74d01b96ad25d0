// The lines of lists: entities and relations, to choose from.
"use strict";

const Rows = (() => {
  const { number, count, className, said, plain } = Words;
  const PAGE = 60; // rows of a list at a time
  const choosers = []; // functions called with what was chosen
  const choose = (thing) => choosers.forEach((listener) => listener(thing));

  function dot(node) {
    const mark = make("span", { class: "dot", "aria-hidden": "true" });
    mark.style.backgroundColor = Picture.colorOf(node);
    return mark;
  }

  function tagsOf(fact) {
    const tags = [];
    if (fact.status === 1) tags.push(make("span", { class: "tag claim" }, "Claim"));
    if (fact.status === 2) tags.push(make("span", { class: "tag possibility" }, fact.modality === "asserted" ? "possible" : fact.modality));
    if (fact.status === 1 && fact.modality !== "asserted") tags.push(make("span", { class: "tag possibility" }, fact.modality));
    if (fact.negative) tags.push(make("span", { class: "tag denial" }, "Not so"));
    return tags;
  }

  const wordsFor = (fact) => `${fact.status === 1 ? "claim: " : fact.status === 2 ? "possible: " : ""}${fact.negative ? "not so: " : ""}`;
  const plainFact = (fact) =>
    `${wordsFor(fact)}${plain(fact.source.label)} ${plain(fact.label)} ${plain(fact.target ? fact.target.label : fact.literal)}`;

  const nodeLink = (node) =>
    make("button", { type: "button", class: "link", onclick: () => choose(node) }, dot(node), said(node.label));

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

  return { choose, onChoose: (listener) => choosers.push(listener), dot, tagsOf, nodeLink, plainFact, list: listOf, entityRow, relationRow };
})();
