"""Coreference beside the other heads in train.py: whole documents in one batch, with a loss of antecedents.

The scorer of coreference.py learns on what the encoder says, and the encoder learns to say what tells mentions
apart. Documents of GUM and pages teach all their heads in the same batch; articles teach coreference alone.
"""

import dataclasses
import os

import numpy
import torch

import coreference
import marked
import predict
import samples
import tokeniser

SHARE = 0.5    # of the documents that an epoch reads whole
WEIGHT = 1.0   # of the loss, a mean over mentions, beside those of the other heads


class Coreferent:
    """A document, its sentences as numbers, and two sets of mentions: found, and marked."""

    def __init__(self, document, encoded, sets):
        self.document, self.sets = document, sets
        self.runs = [list(run) for run in _windows(encoded)]
        # Where the words of each sentence begin in the batch; those too long for a window are left out.
        bounds = numpy.cumsum([0] + [len(s.forms) for s in document.sentences])
        self.place = torch.full((int(bounds[-1]),), -1)
        at, of = 0, {id(e): k for k, e in enumerate(encoded)}
        for e in (e for run in self.runs for e in run):
            begin, size = int(bounds[of[id(e)]]), len(e.first)
            self.place[begin:begin + size] = torch.arange(at, at + size)
            at += size


def _windows(encoded):
    """Runs of whole sentences, each as long as a window holds."""
    runs, run, size = [], [], 0
    for e in encoded:
        if e.size > samples.WINDOW_PIECES:
            continue
        if run and size + e.size > samples.WINDOW_PIECES:
            runs.append(run)
            run, size = [], 0
        run.append(e)
        size += e.size
    return runs + [run] * bool(run)


def load_articles(data, cutter):
    folder = f"{data}/articles/train"
    return (marked.read_folder(folder, tokeniser.Model.load(cutter), "articles")
            if os.path.isdir(folder) else [])


def prepare(model, inventory, pieces, corpora, articles):
    """Document id → Coreferent, for the documents with clusters, in the order they come."""
    documents = [d for corpus in corpora for d in corpus if d.corpus in ("gum", "pages")
                 and any(s.mentions for s in d.sentences)] + articles
    model.eval()
    analyses, laid, _ = predict.analyse(model, inventory, pieces, documents)
    out = {}
    for document, found, words in zip(documents, analyses, laid):
        sentences = document.sentences
        if document.corpus == "articles":  # their other marks are no complete ones
            sentences = [dataclasses.replace(s, mentions=None, names=None, tree_known=False, ends_known=False)
                         for s in sentences]
        encoded = [samples.encode(s, pieces, inventory) for s in sentences]
        sets = coreference.samples_of(document, found, words.bounds, inventory)
        out[document.id] = Coreferent(document, encoded, sets)
    return out


def loss_of(scorer, coreferent, states, batch, rng, dropout):
    """states: of first and last pieces of the batch's words, [7, n, 384] each."""
    sample = coreferent.sets[rng.random() < 0.4]
    words = coreferent.place[sample.words]
    if len(words) < 2 or bool((words < 0).any()):
        return None
    taken, items = torch.unique(words, return_inverse=True)
    first, last = states
    w = scorer.view(first[:, taken].float(), last[:, taken].float(),
                    *(batch[k][taken] for k in ("shape", "prefix", "suffix")))
    return WEIGHT * coreference.loss_of_words(scorer, sample, w, items.view(-1, 3), dropout)
