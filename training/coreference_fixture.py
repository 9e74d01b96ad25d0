"""Writes the pair features of an analysed text, for the tests of src/analysis:

    coreference_fixture.py ANALYSED.conllu OUT.json

The rows of all pairs of mentions, in order: [[row of each feature] for i for j < i].
"""

import json
import sys

import numpy

import features
import readers


def name_tags(sentence):
    tags = []
    for line in sentence.lines:
        column = line.split("\t")
        if column[0].isdigit():
            misc = dict(p.split("=", 1) for p in column[9].split("|") if "=" in p)
            tags.append(misc.get("NER", "O"))
    return tags


def main():
    source, target = sys.argv[1:]
    document, = readers.read_conllu(source, "own")
    analyses, items = [], []
    for k, s in enumerate(document.sentences):
        analyses.append({"upos": s.upos, "feats": s.feats, "heads": s.heads, "lemmas": s.lemmas,
                         "deprels": s.deprels, "names": name_tags(s)})
        for m in s.mentions:
            head = next(w for w in range(m.start, m.end) if not m.start < s.heads[w] <= m.end)
            items.append(features.Item(k, m.start, m.end - 1, head,
                                       readers.MENTION_TYPES.index(m.type)))
    described = features.describe(document.sentences, analyses, items)
    i, j = numpy.tril_indices(len(items), -1)
    rows = features.pair_features(described, i, j)
    with open(target, "w", encoding="ascii") as out:
        json.dump({"features": features.SIZES, "pairs": rows.tolist()}, out,
                  separators=(",", ":"))
        out.write("\n")


if __name__ == "__main__":
    main()
