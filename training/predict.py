"""Runs a trained model over documents with given words, as src/analysis/ does."""

import json
import os
import pickle

import numpy
import torch

import decode
import network
import samples
import words as W

OVERLAP = 48


def load_model(folder, averaged=True, quantised=False):
    """(model, inventory) from a training folder."""
    saved = torch.load(f"{folder}/checkpoint.pt")
    with open(f"{folder}/inventory.pickle", "rb") as file:
        inventory = pickle.load(file)
    model = network.Analyser(saved["classes"])
    model.load_state_dict(saved["average" if averaged else "model"])
    model.mention_width.data += tuned(folder)["mention_bias"]
    model.eval()
    network.set_mode(model, "quantised" if quantised else "float")
    return model, inventory


def tuned(folder):
    """What tune.py chose, or nothing."""
    path = f"{folder}/tuned.json"
    if not os.path.exists(path):
        return {"mention_bias": 0.0, "coreference_threshold": 0.0}
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def plan_windows(sizes, blocks):
    """Windows (first word, end word, words taken from it) of a document.

    sizes: pieces of each word; blocks: word index at which each block starts. Whole blocks are
    packed; a longer block is cut into windows that overlap by some 48 pieces, and a word is taken
    from the window where its distance to the nearer edge, in words, is largest.
    """
    bounds = list(blocks) + [len(sizes)]
    total = numpy.concatenate([[0], numpy.cumsum(sizes)])
    out, start = [], 0
    for b, e in zip(bounds[:-1], bounds[1:]):
        if total[e] - total[start] > samples.WINDOW_PIECES and b > start:
            out.append((start, b, range(start, b)))
            start = b
        if total[e] - total[b] > samples.WINDOW_PIECES:
            parts, s = [], b
            while True:
                t = int(numpy.searchsorted(total, total[s] + samples.WINDOW_PIECES, "right")) - 1
                parts.append((s, min(t, e)))
                if t >= e:
                    break
                s = max(s + 1, int(numpy.searchsorted(total, total[t] - OVERLAP, "left")))
            owner = {}
            for k, (s, t) in enumerate(parts):
                for i in range(s, t):
                    central = min(i - s, t - 1 - i)
                    if i not in owner or central > owner[i][0]:
                        owner[i] = (central, k)
            for k, (s, t) in enumerate(parts):
                out.append((s, t, [i for i in range(s, t) if owner[i][1] == k]))
            start = e
    if start < len(sizes):
        out.append((start, len(sizes), range(start, len(sizes))))
    return [w for w in out if len(w[2])]


class Words:
    """All words of a document as arrays; sentence bounds are kept beside them."""

    def __init__(self, document, pieces):
        self.document = document
        self.forms = [f for s in document.sentences for f in s.forms]
        self.model = [W.model_form(f) for f in self.forms]
        self.cut = [pieces(m) for m in self.model]
        self.sizes = numpy.array([len(c) for c in self.cut])
        self.bounds = numpy.cumsum([0] + [len(s.forms) for s in document.sentences])
        self.blocks = [int(self.bounds[k]) for k, s in enumerate(document.sentences)
                       if s.opens_block or k == 0]
        block_of = numpy.searchsorted(self.blocks, numpy.arange(len(self.forms)), "right") - 1
        lower = numpy.zeros(len(self.blocks), dtype=bool)
        for i, m in enumerate(self.model):
            lower[block_of[i]] |= W.has_lower(m)
        self.lower = lower[block_of]
        self.base = numpy.array([W.base_shape(m) for m in self.model])
        self.mark = numpy.array([W.is_sentence_mark(m) for m in self.model])
        self.opens = numpy.concatenate([[True], self.mark[:-1]])
        self.opens[self.blocks] = True
        hashes = numpy.array([W.affix_hashes(m) for m in self.model], dtype=numpy.int64)
        self.prefix, self.suffix = hashes[:, 0], hashes[:, 1]

    def shapes(self, start, end):
        base = self.base[start:end].copy()
        opens = self.opens[start:end].copy()
        opens[0] = True
        base[(base == 3) & opens] = 2
        base[(base == 4) & ~self.lower[start:end]] = 5
        return base


def word_vectors(model, documents, names=("syntax", "entity"), pieces_a_batch=3000):
    """For each of `documents` (Words) the views' vectors, each [words, 384]."""
    jobs = [(d, w) for d, document in enumerate(documents)
            for w in plan_windows(document.sizes, document.blocks)]
    size = lambda job: int(documents[job[0]].sizes[job[1][0]:job[1][1]].sum()) + 2
    jobs.sort(key=size)
    out = [[None for _ in names] for _ in documents]
    while jobs:
        batch = [jobs.pop()]
        length = size(batch[0])
        while jobs and (len(batch) + 1) * length <= pieces_a_batch:
            batch.append(jobs.pop())
        ids = numpy.zeros((len(batch), length), dtype=numpy.int64)
        flat = {k: [] for k in ("first", "last", "shape", "prefix", "suffix")}
        for row, (d, (start, end, _)) in enumerate(batch):
            document = documents[d]
            run = [p for c in document.cut[start:end] for p in c]
            ids[row, :len(run) + 2] = [W.CLS] + run + [W.SEP]
            last = numpy.cumsum(document.sizes[start:end]) + row * length
            flat["last"].append(last)
            flat["first"].append(last - document.sizes[start:end] + 1)
            flat["shape"].append(document.shapes(start, end))
            flat["prefix"].append(document.prefix[start:end])
            flat["suffix"].append(document.suffix[start:end])
        tensors = {k: torch.from_numpy(numpy.concatenate(v)) for k, v in flat.items()}
        tensors["ids"] = torch.from_numpy(ids)
        with torch.no_grad():
            found = model.views(tensors, names=names)
        at = 0
        for d, (start, end, taken) in batch:
            taken = torch.tensor(list(taken))
            for v, vectors in enumerate(found):
                if out[d][v] is None:
                    out[d][v] = vectors.new_zeros(len(documents[d].forms), vectors.shape[1])
                out[d][v][taken] = vectors[at + taken - start]
            at += end - start
    return out


def analyse_sentence(model, inventory, syntax, entity, forms, model_forms):
    """One sentence from its word vectors to everything but coreference."""
    n = len(forms)
    with torch.no_grad():
        _, upos, feats, lemmas = model.split_logits(model.syntax_logits(syntax))
        upos, feats = upos.argmax(1), feats.argmax(1)
        arcs = model.arcs(syntax, torch.arange(n), 1, n)[0].numpy()
        heads = decode.decode_tree(arcs)
        labels = model.labels(syntax, torch.from_numpy(heads - 1))
        root = inventory.index["deprels"]["root"]
        labels[:, root] = -1e9
        deprels = labels.argmax(1).numpy()
        deprels[heads == 0] = root
        logits = model.entity_logits(entity)
        tags = decode.decode_names(logits[:, :7].numpy())
        names = [inventory.upos[u] for u in upos]
        rows = decode.mention_rows(model_forms, names, heads)
        mentions, scores = [], None
        if rows:
            scores = model.mentions(entity, logits[:, 7:], torch.tensor(rows), upos).numpy()
            mentions = decode.select_mentions(rows, scores, heads,
                                              [inventory.deprels[d] for d in deprels])
    lemma_forms = [W.apply_lemma_script(inventory.lemmas[k], samples.original(f))
                   for k, f in zip(lemmas.argmax(1), forms)]
    return {"upos": names, "feats": [inventory.feats[f] for f in feats], "lemmas": lemma_forms,
            "scripts": [inventory.lemmas[k] for k in lemmas.argmax(1)],
            "heads": [int(h) for h in heads], "deprels": [inventory.deprels[d] for d in deprels],
            "names": [inventory.names[t] for t in tags],
            "mentions": [(a, b, h, inventory.types[t]) for a, b, h, t in mentions],
            "candidates": (rows, scores)}


def analyse(model, inventory, pieces, documents):
    """For each document a list of analyses, one a (given) sentence; and the Words."""
    laid = [Words(d, pieces) for d in documents]
    vectors = word_vectors(model, laid)
    out = []
    for document, (syntax, entity) in zip(laid, vectors):
        found = []
        for a, b in zip(document.bounds[:-1], document.bounds[1:]):
            found.append(analyse_sentence(model, inventory, syntax[a:b], entity[a:b],
                                          document.forms[a:b], document.model[a:b]))
        out.append(found)
    return out, laid, vectors
