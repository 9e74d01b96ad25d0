"""Pair features of coreference; the table in docs/analysis-model.md defines each of them.

Describe a document once (`describe`), then take the features of pairs (`pair_features`).
"""

import dataclasses

import numpy

import words as W

NAME, NOMINAL, PRONOUN, ADJECTIVE = range(4)
SIZES = {"mention_distance": 10, "sentence_distance": 9, "forms": 16, "types": 100, "heads": 6,
         "words": 7, "head_inside": 4, "acronym": 2, "pronouns": 121, "numbers": 9, "nesting": 3,
         "relation": 10, "roles": 100, "determiners": 36, "quotation": 5, "place": 4}
_CONTENT = {"NOUN", "PROPN", "ADJ", "NUM", "VERB", "X"}
_MENTION_STEPS = [2, 3, 4, 5, 8, 12, 20, 40, 80]
_SENTENCE_STEPS = [1, 2, 3, 4, 5, 8, 16, 32]
_ROLES = {"nsubj": 1, "csubj": 1, "obj": 3, "iobj": 3, "obl": 4, "nmod": 6, "conj": 7, "appos": 8,
          "root": 9}


@dataclasses.dataclass
class Item:
    """A mention by sentence; start, end (inclusive) and head count words of it from 0."""
    sentence: int
    start: int
    end: int
    head: int
    type: int


def feats_of(text):
    return dict(f.split("=", 1) for f in text.split("|") if "=" in f)


def mention_form(upos, feats, name_tag):
    if upos == "PRON" or (upos == "DET" and feats.get("Poss") == "Yes"):
        return PRONOUN
    if upos == "PROPN" or name_tag != "O":
        return NAME
    return ADJECTIVE if upos == "ADJ" else NOMINAL


def pronoun_class(form, feats):
    if form != PRONOUN:
        return 0
    kind, person, number = (feats.get(k) for k in ("PronType", "Person", "Number"))
    if kind == "Dem":
        return 8
    if kind in ("Rel", "Int"):
        return 9
    if person == "1":
        return 2 if number == "Plur" else 1
    if person == "2":
        return 3
    if person == "3":
        if number == "Plur":
            return 7
        return {"Masc": 4, "Fem": 5, "Neut": 6}.get(feats.get("Gender"), 10)
    return 10


def role(deprel):
    if deprel == "nsubj:pass":
        return 2
    if deprel == "nmod:poss":
        return 5
    return _ROLES.get(deprel.split(":")[0], 0)


def determiner(children, upos, feats, deprels):
    for c in children:
        if upos[c] != "DET" and deprels[c] != "nmod:poss":
            continue
        if deprels[c] == "nmod:poss":
            return 4
        known = feats_of(feats[c])
        return {"Def": 1, "Ind": 2}.get(known.get("Definite"),
                                        3 if known.get("PronType") == "Dem" else 5)
    return 0


class Described:
    """Arrays over the mentions of a document, and what pairs need beside them."""


def describe(sentences, analyses, items):
    """sentences: readers.Sentence (words, blocks); analyses: of predict.analyse; items in order."""
    d = Described()
    d.items = items
    model = [[W.model_form(f) for f in s.forms] for s in sentences]
    lower = [[W.simple_lower(m) for m in forms] for forms in model]
    quote, opened, count = [], 0, 0
    for k, s in enumerate(sentences):
        if s.opens_block or k == 0:
            opened = 0
        quote.append([])
        for form in model[k]:
            if form == '"':
                count += opened == 0
                opened = 0 if opened else count
            quote[-1].append(opened)
    columns = {k: [] for k in ("sentence", "start", "end", "head", "type", "form", "pronoun",
                               "number", "role", "det", "quote", "place", "lemma", "head_form")}
    ids, contents, sequences = {}, [], []
    for m in items:
        a = analyses[m.sentence]
        feats = feats_of(a["feats"][m.head])
        form = mention_form(a["upos"][m.head], feats, a["names"][m.head])
        children = [c for c in range(m.start, m.end + 1) if a["heads"][c] == m.head + 1]
        plural = (any(a["deprels"][c].split(":")[0] == "conj" for c in children)
                  or feats.get("Number") == "Plur")
        content = [lower[m.sentence][w] for w in range(m.start, m.end + 1)
                   if a["upos"][w] in _CONTENT]
        contents.append({ids.setdefault(c, len(ids)) for c in content})
        sequences.append(tuple(content))
        values = {
            "sentence": m.sentence, "start": m.start, "end": m.end, "head": m.head,
            "type": m.type, "form": form, "pronoun": pronoun_class(form, feats),
            "number": 2 if plural else int(feats.get("Number") == "Sing"),
            "role": role(a["deprels"][m.head]),
            "det": determiner(children, a["upos"], a["feats"], a["deprels"]),
            "quote": quote[m.sentence][m.head], "place": min(m.sentence, 3),
            "lemma": ids.setdefault("lemma " + W.simple_lower(a["lemmas"][m.head]), len(ids)),
            "head_form": ids.setdefault(lower[m.sentence][m.head], len(ids))}
        for k, v in values.items():
            columns[k].append(v)
    for k, v in columns.items():
        setattr(d, k, numpy.array(v, dtype=numpy.int64))
    n = len(items)
    d.content = numpy.zeros((n, len(ids) + 1), dtype=numpy.float32)
    for i, c in enumerate(contents):
        d.content[i, list(c)] = 1
    d.shared = d.content @ d.content.T
    d.inside = d.content[:, d.head_form]  # [j, i]: is i's head form among j's content forms?
    same = {}
    d.sequence = numpy.array([same.setdefault(s, len(same)) for s in sequences], dtype=numpy.int64)
    d.acronyms = _acronyms(items, analyses, model, d.form)
    d.relation = _relations(items, analyses)
    return d


def _acronyms(items, analyses, model, form):
    """Pairs (i, j), either way, of a name and its acronym."""
    short, long = {}, {}
    for k, m in enumerate(items):
        if form[k] != NAME:
            continue
        a, forms = analyses[m.sentence], model[m.sentence]
        span = range(m.start, m.end + 1)
        content = [forms[w] for w in span if a["upos"][w] in _CONTENT]
        if len(content) == 1:
            letters = content[0].replace(".", "")
            if len(letters) >= 2 and all(c.isupper() for c in letters):
                short.setdefault(letters, []).append(k)
        first = [forms[w][0] for w in span
                 if a["upos"][w] in ("PROPN", "NOUN", "ADJ") and forms[w][0].isupper()]
        if len(first) >= 2:
            long.setdefault("".join(first), []).append(k)
    return {pair for letters, ks in short.items() for i in ks for j in long.get(letters, [])
            for pair in ((i, j), (j, i))}


def _relations(items, analyses):
    """{(i, j): relation} for i > j of one sentence where it is not 0."""
    out, by_sentence = {}, {}
    for k, m in enumerate(items):
        by_sentence.setdefault(m.sentence, []).append(k)
    for s, members in by_sentence.items():
        a = analyses[s]
        heads = [h - 1 for h in a["heads"]]
        base = [r.split(":")[0] for r in a["deprels"]]
        copular = {heads[w] for w in range(len(heads)) if base[w] == "cop"}
        for x, i in enumerate(members):
            for j in members[:x]:
                value = _relation(items[i].head, items[j].head, a, heads, base, copular)
                if value:
                    out[i, j] = value
    return out


def _relation(p, q, a, heads, base, copular):
    """p: head of the mention, q: of the antecedent; the first that fits of 1 … 9."""
    if heads[p] == q and base[p] == "appos":
        return 1
    if heads[q] == p and base[q] == "appos":
        return 2
    if heads[p] == q and base[p] == "nsubj" and q in copular:
        return 3
    if heads[q] == p and base[q] == "nsubj" and p in copular:
        return 4
    if (heads[p] == q and base[p] == "conj") or (heads[q] == p and base[q] == "conj"):
        return 5
    if a["upos"][p] == "PRON" and feats_of(a["feats"][p]).get("PronType") == "Rel":
        up = heads[p]
        for w in (up, heads[up] if up >= 0 else -1):
            if w >= 0 and heads[w] == q and a["deprels"][w] == "acl:relcl":
                return 6
    if heads[p] == q and a["deprels"][p] == "nmod:poss":
        return 7
    if heads[p] == q or heads[q] == p:
        return 8
    return 9 if heads[p] == heads[q] and heads[p] >= 0 else 0


def pair_features(d, i, j):
    """Rows of SIZES' order for index arrays i > j of one length: [pairs, features]."""
    both = (d.form[i] == NAME) & (d.form[j] == NAME)
    shared, si, sj = d.shared[i, j], d.shared[i, i], d.shared[j, j]
    equal = (shared == si) & (shared == sj)
    content = numpy.select(
        [(si == 0) | (sj == 0), equal & (d.sequence[i] == d.sequence[j]), equal, shared == sj,
         shared == si, shared > 0], [6, 5, 4, 3, 2, 1], 0)
    same = d.sentence[i] == d.sentence[j]
    holds = same & (d.start[j] <= d.start[i]) & (d.end[i] <= d.end[j])
    qi, qj = d.quote[i], d.quote[j]
    forms = d.head_form[i] == d.head_form[j]
    columns = [
        numpy.searchsorted(_MENTION_STEPS, i - j, "right"),
        numpy.searchsorted(_SENTENCE_STEPS, d.sentence[i] - d.sentence[j], "right"),
        4 * d.form[i] + d.form[j],
        10 * d.type[i] + d.type[j],
        numpy.where(forms, 2, (d.lemma[i] == d.lemma[j]).astype(int)) + 3 * both,
        content,
        (d.inside[j, i] + 2 * d.inside[i, j]).astype(int),
        numpy.array([(a, b) in d.acronyms for a, b in zip(i.tolist(), j.tolist())], dtype=int)
        if d.acronyms else numpy.zeros(len(i), dtype=int),
        11 * d.pronoun[i] + d.pronoun[j],
        3 * d.number[i] + d.number[j],
        numpy.where(holds, 1, numpy.where(same, 2, 0)),
        numpy.array([d.relation.get((a, b), 0) for a, b in zip(i.tolist(), j.tolist())], dtype=int),
        10 * d.role[i] + d.role[j],
        6 * d.det[i] + d.det[j],
        numpy.select([(qi == 0) & (qj == 0), qj == 0, qi == 0, qi == qj], [0, 1, 2, 3], 4),
        d.place[j]]
    return numpy.stack(columns, 1)
