"""What the errors are: report.py GOLD.conllu PRED.conllu [--names GOLD.iob2] [--examples N].

Prints the ten most frequent confusions of each head as Markdown tables, and accuracy by genre where
the document ids name one (GUM_news_..., weblog-...). Standard library only. PRED is what `relata
analyze`, evaluate.py or coreference.py wrote about the documents of GOLD, which are paired by id:

  over its words (--input-format conllu)   tags, features, lemmas, trees, names, mentions, links
  over its raw text (nlp_score.py rawtext) the tokeniser and sentence ends as well

Words are the same if they span the same characters; only of those are tags and heads compared.
--names takes the gold names from UNER's file. --examples prints some places of each row, to read
what they have in common: texts of the corpora, not to be copied into the project.
"""

import argparse
import collections
import re

import readers


class Words:
    """A document's words by their characters (blanks do not count)."""

    def __init__(self, document):
        self.sentences = document.sentences
        self.starts, self.ends, self.place = [], [], []
        at = 0
        for k, sentence in enumerate(document.sentences):
            for i, form in enumerate(sentence.forms):
                size = len(re.sub(r"\s", "", form))
                self.starts.append(at)
                self.ends.append(at + size)
                self.place.append((k, i))
                at += size
        self.index = {span: n for n, span in enumerate(zip(self.starts, self.ends))}
        self.first = [0]
        for sentence in document.sentences:
            self.first.append(self.first[-1] + len(sentence.forms))

    def word(self, n):
        k, i = self.place[n]
        return self.sentences[k], i

    def form(self, n):
        sentence, i = self.word(n)
        return sentence.forms[i]

    def characters(self, k, start, end):
        """Of words [start, end) of sentence k."""
        return self.starts[self.first[k] + start], self.ends[self.first[k] + end - 1]

    def around(self, n, width=6):
        forms = [self.form(m) for m in range(max(0, n - width), min(len(self.place), n + width))]
        at = min(n, width)
        return " ".join(forms[:at] + [f"[{forms[at]}]"] + forms[at + 1:])


class Confusions:
    """Head → confusion → number, and some places."""

    def __init__(self, examples):
        self.counts = collections.defaultdict(collections.Counter)
        self.places = collections.defaultdict(list)
        self.examples = examples

    def add(self, head, confusion, words, n):
        self.counts[head][confusion] += 1
        if len(self.places[head, confusion]) < self.examples:
            self.places[head, confusion].append(words.around(n))

    def write(self, top):
        for head, counter in self.counts.items():
            print(f"\n**{head}** ({sum(counter.values())})\n\n| confusion | count |\n|---|---|")
            for confusion, count in counter.most_common(top):
                print(f"| {confusion} | {count} |")
                for place in self.places[head, confusion]:
                    print(f"    {place}")


def base(relation):
    return relation.split(":")[0]


def count_word(a, i, b, j, found, gold, n):
    """Tags of word i of the gold sentence a and the same word, j, of b."""
    if a.upos[i] != b.upos[j]:
        found.add("UPOS", f"{a.upos[i]} → {b.upos[j]}", gold, n)
    if a.feats[i] != b.feats[j]:
        want, got = (set(f.split("|")) - {"_"} for f in (a.feats[i], b.feats[j]))
        have = {f.split("=")[0]: f for f in got}
        for f in sorted(want - got):
            found.add("UFeats", f"{f} → {have.get(f.split('=')[0], 'none')}", gold, n)
        names = {f.split("=")[0] for f in want}
        for f in sorted(got - want):
            if f.split("=")[0] not in names:
                found.add("UFeats", f"none → {f}", gold, n)
    if a.lemmas[i] != b.lemmas[j]:
        found.add("lemma", lemma_confusion(a, i, b.lemmas[j], b.upos[j]), gold, n)


def lemma_confusion(a, i, lemma, upos):
    want, form = a.lemmas[i], a.forms[i]
    if want.lower() == lemma.lower():
        kind = "case alone"
    elif upos != a.upos[i]:
        kind = f"tagged {upos}"
    elif form.lower() == lemma.lower():
        kind = "the form itself"
    elif form.lower() == want.lower():
        kind = "an ending cut that belongs"
    else:
        kind = "another stem"
    return f"{a.upos[i]}: {kind}"


def count_arc(a, i, b, j, same_head, found, gold, n):
    want, got = base(a.deprels[i]), base(b.deprels[j])
    if not same_head:
        found.add("head", f"{want}" + (f" (as {got})" if want != got else ""), gold, n)
    elif want != got:
        found.add("label, head right", f"{want} → {got}", gold, n)


def count_words(gold, pred, found, tally):
    for n, (k, i) in enumerate(gold.place):
        a = gold.sentences[k]
        m = pred.index.get((gold.starts[n], gold.ends[n]))
        tally["words"] += 1
        if m is None:
            continue
        b, j = pred.word(m)
        count_word(a, i, b, j, found, gold, n)
        tally["UPOS"] += a.upos[i] == b.upos[j]
        want = a.heads[i] and gold.characters(k, a.heads[i] - 1, a.heads[i])
        got = b.heads[j] and pred.characters(pred.place[m][0], b.heads[j] - 1, b.heads[j])
        count_arc(a, i, b, j, want == got, found, gold, n)
        tally["LAS"] += want == got and base(a.deprels[i]) == base(b.deprels[j])


def boundary_kind(left, right):
    """What stands on both sides of a boundary between words."""
    def kind(character):
        return ("letter" if character.isalpha() else "digit" if character.isdigit() else
                character if character in "-'’./,:" else "mark")
    return f"{kind(left[-1])} and {kind(right[0])}"


def count_tokens(gold, pred, found):
    """Boundaries between words, by what stands on both sides."""
    for ours, others, name in ((gold, pred, "not cut"), (pred, gold, "cut too often")):
        inside = set(others.ends)
        for n, end in enumerate(ours.ends[:-1]):
            if end not in inside:
                found.add("tokeniser", f"{name}: between "
                          f"{boundary_kind(ours.form(n), ours.form(n + 1))}", ours, n)


def end_kind(words, n):
    form = words.form(n)
    if any(c.isalnum() for c in form):
        sentence, i = words.word(n)
        return "a name" if sentence.upos[i] == "PROPN" else "a plain word"
    return f"{form[:3]}"


def count_ends(gold, pred, found):
    """Sentence ends inside paragraphs, by the word before them."""
    ends = []
    for words in (gold, pred):
        ends.append({words.ends[words.first[k + 1] - 1]: words.first[k + 1] - 1
                     for k, s in enumerate(words.sentences[:-1])
                     if not words.sentences[k + 1].opens_block})
    blocks = {words.ends[words.first[k] - 1] for words in (gold, pred)
              for k, s in enumerate(words.sentences) if k and s.opens_block}
    for end, n in ends[0].items():
        if end not in ends[1] and end not in blocks:
            found.add("sentence end", f"missed behind {end_kind(gold, n)}", gold, n)
    for end, n in ends[1].items():
        if end not in ends[0] and end not in blocks:
            found.add("sentence end", f"too many behind {end_kind(pred, n)}", pred, n)


def name_spans(sentence):
    """(start, end, type) of the IOB2 tags; nothing where they are not known."""
    spans = []
    for i, tag in enumerate(sentence.names or []):
        if tag.startswith("B-"):
            spans.append([i, i + 1, tag[2:]])
        elif tag.startswith("I-") and spans and spans[-1][1] == i:
            spans[-1][1] = i + 1
    return spans


def count_names(gold, pred, found):
    """Names of the sentences whose gold names are known."""
    known = set()
    for k, s in enumerate(gold.sentences):
        if s.names is not None:
            known.update(range(*gold.characters(k, 0, len(s.forms))))
    sides = []
    for words in (gold, pred):
        sides.append({words.characters(k, a, b): (t, words.first[k] + a)
                      for k, s in enumerate(words.sentences) for a, b, t in name_spans(s)})
    want, got = sides
    for span, (kind, n) in want.items():
        if span in got and got[span][0] != kind:
            found.add("names", f"{kind} as {got[span][0]}", gold, n)
        elif span not in got:
            touched = any(a < span[1] and span[0] < b for a, b in got)
            found.add("names", f"{kind} {'with other borders' if touched else 'missed'}", gold, n)
    for span, (kind, n) in got.items():
        touched = any(a < span[1] and span[0] < b for a, b in want)
        if span[0] in known and not touched:
            found.add("names", f"{kind} too many", pred, n)


def head_of(sentence, mention):
    outside = [w for w in range(mention.start, mention.end)
               if not mention.start < sentence.heads[w] <= mention.end]
    return outside[0] if outside else mention.start


def mention_list(words):
    """(span, type, cluster, word of the head, form) of a document, in order."""
    out = []
    for k, s in enumerate(words.sentences):
        for m in s.mentions or []:
            head = head_of(s, m)
            form = ("name" if s.upos[head] == "PROPN" else
                    "pronoun" if s.upos[head] in ("PRON", "DET") else "nominal")
            out.append((words.characters(k, m.start, m.end), m.type, m.cluster,
                        words.first[k] + head, form))
    return out


def count_mentions(gold, pred, found, tally):
    want, got = mention_list(gold), mention_list(pred)
    kinds = {span: kind for span, kind, *_ in got}
    gold_spans = {span for span, *_ in want}
    heads = {(gold.starts[n], gold.ends[n]) for _, _, _, n, _ in want}
    found_heads = {(pred.starts[n], pred.ends[n]) for _, _, _, n, _ in got}
    tally["gold"] += len(want)
    tally["found"] += len(got)
    for span, kind, _, n, _ in want:
        tally["right"] += kinds.get(span) == kind
        if span not in kinds:
            other = (gold.starts[n], gold.ends[n]) in found_heads
            found.add("mention spans", f"{kind} {'with other borders' if other else 'missed'}",
                      gold, n)
        elif kinds[span] != kind:
            found.add("mention types", f"{kind} → {kinds[span]}", gold, n)
    for span, kind, _, n, _ in got:
        if span not in gold_spans and (pred.starts[n], pred.ends[n]) not in heads:
            found.add("mention spans", f"{kind} too many", pred, n)


def count_links(gold, pred, found):
    """A mention and the nearest earlier one of its cluster. Mentions are paired by their heads."""
    clusters = {}
    for _, _, cluster, n, _ in mention_list(gold):
        clusters.setdefault((gold.starts[n], gold.ends[n]), cluster)
    seen, latest = set(), {}
    for _, _, cluster, n, form in mention_list(pred):
        ours = clusters.get((pred.starts[n], pred.ends[n]))
        if cluster in latest:
            m, before = latest[cluster]
            theirs = clusters.get((pred.starts[m], pred.ends[m]))
            if m != n and (ours is None or ours != theirs):
                alike = pred.form(m).lower() == pred.form(n).lower()
                found.add("coreference", f"wrong: {form} to {before}"
                          + (", the same head noun" if alike and form == "nominal" else "")
                          + (", neither in gold" if ours is None and theirs is None else ""),
                          pred, n)
        elif ours is not None and ours in seen:
            found.add("coreference", f"missed: {form}", pred, n)
        latest[cluster] = (n, form)
        if ours is not None:
            seen.add(ours)


def genre(name):
    match = re.match(r"GUM_([a-z]+)_", name) or re.match(r"([a-z]+)", name)
    return match.group(1) if match else name


def read_tags(documents):
    """NER= of the predicted MISC columns."""
    for document in documents:
        for s in document.sentences:
            rows = [r.split("\t") for r in s.lines]
            fields = [dict(p.split("=", 1) for p in r[9].split("|") if "=" in p)
                      for r in rows if r[0].isdigit()]
            s.names = [f.get("NER", "O") for f in fields]
            if s.mentions is None:
                s.mentions = readers.mentions_of([r for r in rows if r[0].isdigit()],
                                                 ["GRP", "etype"])


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("gold")
    arguments.add_argument("pred")
    arguments.add_argument("--names", metavar="GOLD.iob2")
    arguments.add_argument("--top", type=int, default=10)
    arguments.add_argument("--examples", type=int, default=0)
    options = arguments.parse_args()
    gold = readers.read_conllu(options.gold, "gold")
    pred = {d.id: d for d in readers.read_conllu(options.pred, "pred")}
    read_tags(pred.values())
    if options.names:
        readers.align_names(gold, readers.read_iob2(options.names))
    found = Confusions(options.examples)
    genres = collections.defaultdict(collections.Counter)
    for document in gold:
        a, b = Words(document), Words(pred[document.id])
        if a.ends[-1] != b.ends[-1]:
            raise SystemExit(f"{document.id}: other characters in {options.pred}")
        tally = genres[genre(document.id)]
        count_tokens(a, b, found)
        count_ends(a, b, found)
        count_words(a, b, found, tally)
        count_names(a, b, found)
        if document.sentences[0].mentions is not None:
            count_mentions(a, b, found, tally)
            count_links(a, b, found)
    found.write(options.top)
    print("\n| genre | words | UPOS | LAS | mentions F1 |\n|---|---|---|---|---|")
    for name, t in sorted(genres.items(), key=lambda e: -e[1]["words"]):
        f1 = f"{200 * t['right'] / (t['gold'] + t['found']):.1f}" if t["gold"] else "–"
        print(f"| {name} | {t['words']} | {100 * t['UPOS'] / t['words']:.1f} "
              f"| {100 * t['LAS'] / t['words']:.1f} | {f1} |")


if __name__ == "__main__":
    main()
