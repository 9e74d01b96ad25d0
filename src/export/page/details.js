// What is known of one entity or of one relation.
"use strict";

const Details = (() => {
  const { number, count, percent, timeInWords, className, said, plain } = Words;
  const { choose, dot, tagsOf, nodeLink, relationRow } = Rows;
  const EVIDENCE_PAGE = 5; // sentences at a time

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
           facts.length ? Rows.list(facts, "Facts", (fact) => relationRow(fact, node), "") : null,
           node.facts.length ? make("ul", { class: "plain" }, node.facts.map((text) => make("li", {}, said(text)))) : null]
        : null,
      others.length || node.claims.length
        ? [make("h3", {}, "Claimed, possible or denied"),
           others.length ? Rows.list(others, "Claimed, possible or denied", (fact) => relationRow(fact, node), "") : null,
           node.claims.length ? make("ul", { class: "plain" }, node.claims.map((text) => make("li", {}, said(text)))) : null]
        : null,
      make("h3", {}, `Relations (${number(passing.length)})`),
      isCut ? make("p", { class: "hint" }, `${count(node.edges - node.out.length - node.in.length, "relation", "relations")} of this entity are not on this page.`) : null,
      hidden ? make("p", { class: "hint" }, `${count(hidden, "relation is", "relations are")} hidden by the filters.`) : null,
      Rows.list(passing, "Relations", (fact) => relationRow(fact, node), relations.length ? "None passes the filters." : "It is joined to no other entity."),
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
  return { of: (thing) => (thing.source ? factView(thing) : nodeView(thing)) };
})();
