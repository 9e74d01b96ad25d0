// The graph out of the page's data, and what of it the filters let through. Draws nothing.
"use strict";

const Model = (() => {
  const data = JSON.parse(document.getElementById("graph").textContent);
  const text = (number) => data.texts[number];
  const textsOf = (numbers) => numbers.map(text);
  const LOOKS = ["fact", "claim", "possibility", "denial"];

  /** Rows out of columns: each value as `decode` of its name gives it, or as it is. */
  function rows(columns, decode) {
    const names = Object.keys(columns);
    return columns[names[0]].map((_, i) => {
      const row = { index: i };
      for (const name of names) {
        const value = columns[name][i];
        row[name] = decode[name] ? decode[name](value) : value;
      }
      return row;
    });
  }

  const classes = data.classes.map(([name, color], index) => ({ index, name, color }));
  const documents = rows(data.documents, { id: text, title: text, date: text, url: text });
  const sentences = rows(data.sentences, { text, document: (i) => documents[i] });
  const nodes = rows(data.nodes, {
    id: text,
    label: text,
    class: (i) => classes[i],
    size: (tenths) => tenths / 10,
    aliases: textsOf,
    facts: textsOf,
    claims: textsOf,
    reasons: (list) =>
      list.map(([reason, evidence, score, pairs, left, right]) => ({
        reason: text(reason),
        evidence: text(evidence),
        score: score / 1000,
        pairs,
        left: text(left),
        right: text(right),
      })),
  });
  const all = rows(data.facts, {
    id: text,
    source: (i) => nodes[i],
    target: (i) => (i < 0 ? null : nodes[i]),
    literal: text,
    type: text,
    label: text,
    kind: text,
    negative: (flag) => flag === 1,
    modality: text,
    confidence: (thousandths) => thousandths / 1000,
    holders: (list) => list.map((n) => (n < 0 ? nodes[-1 - n] : text(n))),
    times: textsOf,
    evidence: (list) =>
      list.map(([sentence, surface, subject, object, time, confidence]) => ({
        sentence: sentences[sentence],
        surface: text(surface),
        subject: text(subject),
        object: text(object),
        time: text(time),
        confidence: confidence / 1000,
      })),
  });

  for (const node of nodes) {
    node.out = [];
    node.in = [];
    node.literals = [];
  }
  for (const fact of all) {
    fact.look =
      fact.status === 1 ? "claim" : fact.status === 2 ? "possibility" : fact.negative ? "denial" : "fact";
    fact.dates = [...new Set(fact.evidence.map((e) => e.sentence.document.date).filter(Boolean))].sort();
    fact.documentSet = new Set(fact.evidence.map((e) => e.sentence.document.index));
    if (fact.target) {
      fact.source.out.push(fact);
      if (fact.target !== fact.source) fact.target.in.push(fact);
    } else {
      fact.source.literals.push(fact);
    }
  }
  const edges = all.filter((fact) => fact.target);
  const byId = new Map([...nodes, ...edges].map((thing) => [thing.id, thing]));

  /** For searching: no case, no accents, no marks that only steer the direction of text. */
  function fold(string) {
    return string
      .normalize("NFKD")
      .replace(/[\p{Mn}\p{Cf}]/gu, "")
      .toLowerCase();
  }

  // What a node is found by: each name with its words' beginnings in reach of a plain indexOf.
  const index = nodes.map((node) =>
    [node.label, ...node.aliases].map((name) => ({ name, key: " " + fold(name).replace(/[\s'’"“”().,-]+/g, " ") })),
  );

  /** The best `limit` nodes for what was typed: whole names, then beginnings of names, of words. */
  function search(query, limit) {
    const wanted = fold(query).replace(/[\s'’"“”().,-]+/g, " ").trim();
    if (!wanted) return [];
    const found = [];
    nodes.forEach((node, i) => {
      let best = null;
      index[i].forEach(({ name, key }, n) => {
        const at = key.indexOf(" " + wanted);
        const inside = at < 0 && wanted.length > 2 ? key.indexOf(wanted) : -1;
        if (at < 0 && inside < 0) return;
        let rank = key.length === wanted.length + 1 ? 0 : at === 0 ? 1 : at > 0 ? 2 : 3;
        rank = rank * 2 + (n > 0 ? 1 : 0);
        if (!best || rank < best.rank) best = { node, name, rank, alias: n > 0 };
      });
      if (best) found.push(best);
    });
    found.sort((a, b) => a.rank - b.rank || b.node.edges - a.node.edges || a.node.index - b.node.index);
    return found.slice(0, limit);
  }

  // ---- Filters

  const days = documents.map((d) => d.date).filter(Boolean).sort();
  const initial = () => ({
    classes: new Set(classes.map((c) => c.name)),
    looks: new Set(LOOKS),
    types: new Set(), // none chosen: all
    documents: new Set(),
    support: 1,
    confidence: 0,
    from: "",
    to: "",
    around: null, // a node: only it and its neighbours
    lone: edges.length === 0,
  });
  let filters = initial();
  let shownNodes = new Set();
  let shownEdges = [];

  function passes(fact) {
    const f = filters;
    return (
      f.looks.has(fact.look) &&
      f.classes.has(fact.source.class.name) &&
      (!fact.target || f.classes.has(fact.target.class.name)) &&
      (f.types.size === 0 || f.types.has(fact.type)) &&
      fact.support >= f.support &&
      fact.confidence >= f.confidence &&
      ((!f.from && !f.to) || fact.dates.some((d) => (!f.from || d >= f.from) && (!f.to || d <= f.to))) &&
      (f.documents.size === 0 || [...fact.documentSet].some((d) => f.documents.has(d)))
    );
  }

  function apply() {
    let passing = edges.filter(passes);
    if (filters.around) {
      const near = new Set([filters.around]);
      for (const edge of passing) {
        if (edge.source === filters.around) near.add(edge.target);
        if (edge.target === filters.around) near.add(edge.source);
      }
      passing = passing.filter((edge) => near.has(edge.source) && near.has(edge.target));
    }
    shownEdges = passing;
    shownNodes = new Set();
    for (const edge of shownEdges) shownNodes.add(edge.source).add(edge.target);
    if (filters.around) shownNodes.add(filters.around);
    if (filters.lone && !filters.around) {
      for (const node of nodes) {
        if (node.out.length + node.in.length === 0 && filters.classes.has(node.class.name)) shownNodes.add(node);
      }
    }
    for (const node of nodes) node.shown = shownNodes.has(node);
    for (const edge of edges) edge.shown = false;
    for (const edge of shownEdges) edge.shown = true;
  }
  apply();

  const listeners = [];
  function changeFilters(change) {
    if (change) change(filters);
    else filters = initial();
    apply();
    for (const listener of listeners) listener();
  }

  /** How many kinds of filter differ from the beginning. */
  function activeFilters() {
    const start = initial();
    return [
      filters.classes.size !== start.classes.size,
      filters.looks.size !== start.looks.size,
      filters.types.size > 0,
      filters.documents.size > 0,
      filters.support > 1,
      filters.confidence > 0,
      Boolean(filters.from || filters.to),
      Boolean(filters.around),
      filters.lone !== start.lone,
    ].filter(Boolean).length;
  }

  const byStrength = (a, b) =>
    b.support - a.support ||
    b.documents - a.documents ||
    LOOKS.indexOf(a.look) - LOOKS.indexOf(b.look) ||
    b.confidence - a.confidence ||
    a.index - b.index;

  // ---- Sentences

  const isWord = (char) => char !== undefined && /[\p{L}\p{N}]/u.test(char);

  /** Where `part` stands in `whole` as words of its own; without regard to case if need be. */
  function places(whole, part) {
    if (!part) return [];
    const found = [];
    const search = (text, wanted) => {
      for (let at = text.indexOf(wanted); at >= 0 && found.length < 30; at = text.indexOf(wanted, at + 1)) {
        const end = at + wanted.length;
        if (isWord(wanted[0]) && isWord(text[at - 1])) continue;
        if (isWord(wanted[wanted.length - 1]) && isWord(text[end])) continue;
        found.push([at, end]);
      }
    };
    search(whole, part);
    const lower = whole.toLowerCase();
    if (found.length === 0 && lower.length === whole.length) search(lower, part.toLowerCase());
    return found;
  }

  const overlap = (a, b) => a[0] < b[1] && b[0] < a[1];
  const isWithin = (a, b) => a[0] >= b[0] && a[1] <= b[1] && a[1] - a[0] < b[1] - b[0];

  /** Words that stand apart in the sentence ("did … open"), in order, nearest to `near`. */
  function scattered(whole, part, near, taken) {
    let words = part.split(/\s+/).filter(Boolean);
    let best = null;
    // A first word that was supplied ("is in") stands nowhere.
    while (words.length > 1 && places(whole, words[0]).length === 0) words = words.slice(1);
    for (const first of places(whole, words[0] || "")) {
      const chain = [];
      let from = first[0];
      for (const word of words) {
        const next = places(whole, word).find((p) => p[0] >= from && !taken.some((t) => overlap(t, p)));
        if (!next) break;
        chain.push(next);
        from = next[1];
      }
      if (chain.length === 0) continue;
      const span = chain[chain.length - 1][1] - chain[0][0];
      const cost = (words.length - chain.length) * 1000 + span + Math.abs(chain[0][0] - near);
      if (!best || cost < best.cost) best = { cost, chain };
    }
    return best ? best.chain : [];
  }

  /** The sentence in pieces, each with its role: "subject", "relation", "object" or none. */
  function markSentence(evidence) {
    const whole = evidence.sentence.text;
    const none = [null];
    const subjects = places(whole, evidence.subject);
    const relations = places(whole, evidence.surface);
    const objects = places(whole, evidence.object);
    let best = null;
    for (const s of subjects.length ? subjects : none) {
      for (const r of relations.length ? relations : none) {
        for (const o of objects.length ? objects : none) {
          const parts = [s, r, o].filter(Boolean);
          if (parts.length === 0) continue;
          if (r && ((s && overlap(r, s)) || (o && overlap(r, o)))) continue;
          // "Malian" may stand within "Malian police".
          if (s && o && overlap(s, o) && !isWithin(s, o) && !isWithin(o, s)) continue;
          const span = Math.max(...parts.map((p) => p[1])) - Math.min(...parts.map((p) => p[0]));
          const order = (s && r && s[0] > r[0] ? 5 : 0) + (r && o && r[0] > o[0] ? 5 : 0);
          const cost = span + order + (s && o && overlap(s, o) ? 20 : 0);
          if (!best || cost < best.cost) best = { cost, s, r, o };
        }
      }
    }
    if (!best) best = { s: subjects[0], r: relations[0], o: null };
    const marks = [];
    if (best.s) marks.push({ at: best.s, role: "subject" });
    if (best.o) marks.push({ at: best.o, role: "object" });
    if (best.r) {
      marks.push({ at: best.r, role: "relation" });
    } else if (evidence.surface) {
      const near = best.s ? best.s[1] : best.o ? best.o[0] : 0;
      for (const at of scattered(whole, evidence.surface, near, marks.map((m) => m.at))) {
        marks.push({ at, role: "relation" });
      }
    }
    // Of two that overlap the shorter one shows.
    marks.sort((a, b) => b.at[1] - b.at[0] - (a.at[1] - a.at[0]));
    const edges = [...new Set([0, whole.length, ...marks.flatMap((m) => m.at)])].sort((a, b) => a - b);
    return edges.slice(1).map((end, i) => {
      const start = edges[i];
      const over = marks.filter((m) => m.at[0] <= start && m.at[1] >= end);
      return { text: whole.slice(start, end), role: over.length ? over[over.length - 1].role : "" };
    });
  }

  return {
    LOOKS,
    generator: data.generator || "",
    counts: data.counts,
    classes,
    documents,
    nodes,
    edges,
    all,
    days,
    byId,
    byStrength,
    search,
    fold,
    passes,
    markSentence,
    changeFilters,
    activeFilters,
    filters: () => filters,
    shownNodes: () => shownNodes,
    shownEdges: () => shownEdges,
    onFilters: (listener) => listeners.push(listener),
  };
})();
