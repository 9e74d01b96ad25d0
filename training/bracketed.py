"""Trees of sentences whose noun phrases somebody has marked: the best tree in which every marked phrase is one.

A phrase is one if exactly one of its words, its top, hangs on a word outside, and nothing outside hangs on
another word of it. So phrases are decoded from the innermost outwards, and what is decoded stands for its top.
"""

import numpy
import torch

import decode

_NO_TOPS = {"PUNCT", "CCONJ", "SCONJ", "ADP", "AUX", "PART", "INTJ", "DET"}
_NO_NAMES = {"VERB", "AUX", "SCONJ", "INTJ", "X"}
_UNLIKELY = -1e4


def heads_within(scores, upos, brackets):
    """Heads (0 the root). scores[d][h]: log probabilities, column 0 the root; brackets: spans [start, end)."""
    n = len(upos)
    heads, open_words = numpy.full(n, -1), list(range(n))
    for start, end in sorted(set(brackets), key=lambda b: (b[1] - b[0], b)):
        inside = [w for w in open_words if start <= w < end]
        if len(inside) < 2:
            continue
        outside = [w for w in range(n) if not start <= w < end]
        table = numpy.empty((len(inside), len(inside) + 1))
        table[:, 1:] = scores[numpy.ix_(inside, [w + 1 for w in inside])]
        table[:, 0] = scores[numpy.ix_(inside, [0] + [w + 1 for w in outside])].max(1)
        for k, w in enumerate(inside):
            # A determiner may stand alone; beside other words it is no top.
            if upos[w] in _NO_TOPS:
                table[k, 0] += _UNLIKELY
        for k, head in enumerate(decode.decode_tree(table)):
            if head:
                heads[inside[k]] = inside[head - 1] + 1
                open_words.remove(inside[k])
    table = scores[numpy.ix_(open_words, [0] + [w + 1 for w in open_words])]
    for k, head in enumerate(decode.decode_tree(table)):
        heads[open_words[k]] = open_words[head - 1] + 1 if head else 0
    return heads


def brackets_of(sentence):
    """Marked mentions and names, without names that cross a mention."""
    mentions = [(m.start, m.end) for m in sentence.mentions]
    crosses = lambda a, b: any(s < a < e < b or a < s < b < e for s, e in mentions)
    return mentions + [name for name in sentence.wholes if not crosses(*name)]


def give_trees(model, inventory, documents, analyses, laid, vectors):
    """Tags, features, lemmas of the analyses, and the trees that fit the marks, to the sentences of documents."""
    root = inventory.index["deprels"]["root"]
    for document, found, words, (syntax, _) in zip(documents, analyses, laid, vectors):
        for s, a, begin, end in zip(document.sentences, found, words.bounds[:-1], words.bounds[1:]):
            w, n = syntax[begin:end], int(end - begin)
            s.upos, s.feats, s.lemmas = list(a["upos"]), a["feats"], a["lemmas"]
            for first, last in s.wholes:
                for i in range(first, last):
                    if s.upos[i] in _NO_NAMES and s.forms[i][:1].isupper():
                        s.upos[i] = "PROPN"
            with torch.no_grad():
                arcs = model.arcs(w, torch.arange(n), 1, n)[0]
                heads = heads_within(arcs.log_softmax(1).numpy(), s.upos, brackets_of(s))
                labels = model.labels(w, torch.from_numpy(heads - 1))
            labels[:, root] = -1e9
            deprels = labels.argmax(1).numpy()
            deprels[heads == 0] = root
            s.heads = [int(h) for h in heads]
            s.deprels = [inventory.deprels[d] for d in deprels]
