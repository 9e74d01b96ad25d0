"""Documents into windows, windows into batches; noise that makes treebanks look like news."""

import random
import unicodedata

import numpy
import torch

import readers
import spans
import words as W

WINDOW_PIECES = 190
UPOS = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN",
        "PUNCT", "SCONJ", "SYM", "VERB", "X"]


class Inventory:
    """The classes of the heads. Rare feature strings and lemma scripts are left to be masked."""

    def __init__(self, feats, lemmas, deprels):
        self.upos, self.names = UPOS, readers.NAME_TAGS
        self.feats, self.lemmas, self.deprels = feats, lemmas, deprels
        self.types = readers.MENTION_TYPES
        self.index = {k: {v: i for i, v in enumerate(getattr(self, k))}
                      for k in ("upos", "names", "feats", "lemmas", "deprels", "types")}

    @classmethod
    def of(cls, documents, least=3):
        counts = [{}, {}, {}]
        for document in documents:
            for s in document.sentences:
                scripts = [W.lemma_script(original(f), m) for f, m in zip(s.forms, s.lemmas)]
                for count, values in zip(counts, (s.feats, scripts, s.deprels)):
                    for value in values:
                        count[value] = count.get(value, 0) + 1
        feats, lemmas, deprels = (
            [v for v, n in sorted(c.items(), key=lambda e: (-e[1], e[0])) if n >= least]
            for c in counts)
        return cls(feats, lemmas, deprels)

    def sizes(self):
        return {k: len(getattr(self, k)) for k in ("upos", "feats", "lemmas", "deprels")}


def original(form):
    """The form that lemma scripts work on."""
    return unicodedata.normalize("NFC", form)


class Encoded:
    """One sentence as numbers; -1 masks."""

    __slots__ = ("pieces", "first", "last", "base", "mark", "lower", "prefix", "suffix", "given_upos",
                 "upos", "feats", "lemmas", "heads", "deprels", "names", "spans", "types",
                 "opens_block", "ends_known", "size")


def encode(sentence, pieces, inventory, forms=None):
    """forms: the words after noise, else the sentence's own; may be fewer at the end."""
    forms = forms or sentence.forms
    model = [W.model_form(f) for f in forms]
    n = len(forms)
    e = Encoded()
    cut = [pieces(m) for m in model]
    sizes = numpy.array([len(c) for c in cut])
    e.pieces = numpy.array([p for c in cut for p in c])
    e.last = numpy.cumsum(sizes) - 1
    e.first = e.last - sizes + 1
    e.base = numpy.array([W.base_shape(m) for m in model])
    e.mark = numpy.array([W.is_sentence_mark(m) for m in model])
    e.lower = any(W.has_lower(m) for m in model)
    hashes = numpy.array([W.affix_hashes(m) for m in model], dtype=numpy.int64)
    e.prefix, e.suffix = hashes[:, 0], hashes[:, 1]
    index = inventory.index

    def classes(key, values):
        if values is None:
            return numpy.full(n, -1)
        return numpy.array([index[key].get(v, -1) for v in values[:n]])

    e.upos = e.given_upos = classes("upos", sentence.upos)
    e.feats = classes("feats", sentence.feats)
    e.lemmas = classes("lemmas", sentence.lemmas and [
        W.lemma_script(original(f), m) for f, m in zip(forms, sentence.lemmas)])
    e.deprels = classes("deprels", sentence.deprels)
    e.heads = numpy.array(sentence.heads[:n] if sentence.heads else [-1] * n)
    e.names = classes("names", sentence.names)
    e.spans, e.types = numpy.zeros((0, 5), dtype=numpy.int64), numpy.zeros(0, dtype=numpy.int64)
    if sentence.mentions is not None:
        gold = {(m.start, m.end - 1): index["types"][m.type] for m in sentence.mentions}
        rows = [r for r in spans.candidates(model, sentence.upos[:n], sentence.heads[:n])
                if (r[0], r[1]) in gold
                or not any(a <= r[0] and r[1] < b for a, b in sentence.wholes)]
        if rows:
            e.spans = numpy.array(rows)
            e.types = numpy.array([gold.get((r[0], r[1]), -1) + 1 for r in rows])
    if not sentence.tree_known:
        e.upos, e.feats, e.lemmas, e.heads, e.deprels = [numpy.full(n, -1)] * 5
    e.opens_block, e.ends_known, e.size = sentence.opens_block, sentence.ends_known, len(e.pieces)
    return e


def noisy_forms(sentence, rng):
    """A changed copy of the forms, or None: capitals, title and lower case, no final mark."""
    draw, forms = rng.random(), sentence.forms
    if draw < 0.03:
        return [f.upper() for f in forms]
    if draw < 0.06:
        return [f.lower() for f in forms]
    if draw < 0.11:
        small = {"ADP", "CCONJ", "DET", "PART"}
        upos = sentence.upos or [""] * len(forms)
        return [f if u in small and i and len(f) < 5 else f[:1].upper() + f[1:]
                for i, (f, u) in enumerate(zip(forms, upos))]
    if draw < 0.14 and sentence.upos and len(forms) > 3 and sentence.upos[-1] == "PUNCT":
        if len(sentence.forms) not in sentence.heads:
            return forms[:-1]
    if draw < 0.17 and '"' in forms:
        opened, out = False, []
        for f in forms:
            out.append(("''" if opened else "``") if f == '"' else f)
            opened ^= f == '"'
        return out
    return None


def windows(document, encoded, rng, low=48, high=150):
    """Runs of consecutive sentences of one document, each of some low–high pieces."""
    out, run, size, target = [], [], 0, rng.randint(low, high)
    if rng.random() < 0.5:
        target = rng.randint(20, high)
    for n, e in enumerate(encoded):
        if e.size > WINDOW_PIECES:
            continue
        if run and (size + e.size > WINDOW_PIECES or size >= target):
            out.append(run)
            run, size, target = [], 0, rng.randint(low, high)
        run.append((n, e))
        size += e.size
    if run:
        out.append(run)
    return [[e for _, e in run] for run in out]


def batches(runs, rng, pieces=1500):
    """Windows of like length together, in random order."""
    runs = sorted(runs, key=lambda r: (sum(e.size for e in r) + rng.random() * 8))
    out, batch, longest = [], [], 0
    for run in runs:
        size = sum(e.size for e in run) + 2
        if batch and max(longest, size) * (len(batch) + 1) > pieces:
            out.append(batch)
            batch, longest = [], 0
        batch.append(run)
        longest = max(longest, size)
    if batch:
        out.append(batch)
    rng.shuffle(out)
    return out


def collate(batch, rng=None, word_dropout=0.0):
    """Tensors of a batch of windows. Word arrays are flat over the batch, window by window."""
    rows = len(batch)
    length = max(sum(e.size for e in run) for run in batch) + 2
    width = max(sum(len(e.first) for e in run) for run in batch)
    ids = numpy.zeros((rows, length), dtype=numpy.int64)
    flat = {k: [] for k in ("first", "last", "shape", "prefix", "suffix", "given_upos", "upos",
                            "feats", "lemmas", "heads", "deprels", "names", "ends", "place",
                            "sentence")}
    all_spans, all_types, count, sentences = [], [], 0, 0
    for row, run in enumerate(batch):
        at, place = 1, row * width
        opens = numpy.concatenate([[True]] + [e.mark for e in run])[:-1].copy()
        start, lower, blocks = 0, [], []
        for e in run:
            n = len(e.first)
            if e.opens_block or not blocks:
                opens[start] = True
                lower.append(False)
            blocks += [len(lower) - 1] * n
            lower[-1] |= e.lower
            start += n
        shape = numpy.concatenate([e.base for e in run])
        shape[(shape == 3) & opens] = 2
        shape[(shape == 4) & ~numpy.array(lower)[blocks]] = 5
        flat["shape"].append(shape)
        ids[row, 0] = W.CLS
        for e in run:
            n = len(e.first)
            ids[row, at:at + e.size] = e.pieces
            flat["first"].append(e.first + row * length + at)
            flat["last"].append(e.last + row * length + at)
            for key in ("prefix", "suffix", "given_upos", "upos", "feats", "lemmas", "deprels", "names"):
                flat[key].append(getattr(e, key))
            # Heads: index among the words of the batch; -1 root, -2 unknown.
            flat["heads"].append(numpy.where(e.heads < 0, -2,
                                             numpy.where(e.heads == 0, -1, e.heads - 1 + count)))
            ends = numpy.full(n, 0 if e.ends_known else -1)
            if e.ends_known:
                ends[-1] = 1
            flat["ends"].append(ends)
            flat["place"].append(numpy.arange(place, place + n))
            flat["sentence"].append(numpy.full(n, sentences))
            if len(e.spans):
                all_spans.append(e.spans + numpy.array([count, count, count, 0, 0]))
                all_types.append(e.types)
            at, place, count, sentences = at + e.size, place + n, count + n, sentences + 1
        ids[row, at] = W.SEP
    out = {k: torch.from_numpy(numpy.concatenate(v)) for k, v in flat.items()}
    if word_dropout and rng is not None:
        chosen = torch.rand(len(out["first"])) < word_dropout
        grid = ids.reshape(-1)
        for a, b in zip(out["first"][chosen].tolist(), out["last"][chosen].tolist()):
            grid[a:b + 1] = W.MASK
    out["ids"] = torch.from_numpy(ids)
    out["rows"], out["width"] = rows, width
    out["spans"] = torch.from_numpy(numpy.concatenate(all_spans)) if all_spans else None
    out["types"] = torch.from_numpy(numpy.concatenate(all_types)) if all_types else None
    return out
