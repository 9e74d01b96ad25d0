"""The shipped model in Python, bit for bit, against C++.

    parity.py MODELS OUT.json              writes what it says of a few invented sentences
    parity.py MODELS GIVEN.conllu ANALYSED.conllu

The arithmetic is that of arithmetic.py, so numbers and decisions are those of C++. The first form
makes the fixture of tests/analysis: each text is one block, and one window. The second counts the
decisions that differ from what `relata analyze --input-format conllu GIVEN.conllu` wrote, and exits
with 1 if any does. Lemmas of verbs are left out: C++ chooses them by its lexicon.
"""

import argparse
import json

import sys

import numpy
import torch

import arithmetic
import coreference
import features
import predict
import readers
import words as W

TEXTS = [
    ["Farmers in Halmeria blocked the road to Port Sallow on Tuesday .",
     "They said that the government had broken its promise ."],
    ["Prime Minister Odela Marsh , who took office in March , met the German ambassador .",
     "She told him that Halmeria would not pay ."],
    ["The Harbour Workers ' Union ( HWU ) did n't sign the agreement with Norvik Shipping Ltd. ."],
    ["`` We have lost three ships since 2019 , '' Captain Ilse Brandt told the newspaper ."],
    ["FLOOD KILLS SEVEN IN NORTH OF COUNTRY"],
    ["U.S. officials demanded the immediate release of two engineers who were arrested last week ."],
    ["According to police , the 45 - year - old driver lost control of the bus near Tarn .",
     "He died in hospital ."],
    ["The bank 's profits rose by 12.5 % to $ 3,400 million , its chairman , Pavel Dostál , announced ."],
    ["Neither the army nor the rebels have commented on the attack , in which a child was wounded ."],
    ["Was the minister told about it ?", "Nobody knows ."],
    ["Critics of President Tamsin Oyelaran accuse her of having ordered the raid on the offices of "
     "the Daily Beacon ."],
    ["The committee , founded in 1962 and based in Geneva , gave the prize to Rosa Lind and her team "
     "for their work on malaria ."],
    ["Mayor Lena Okafor , a former judge , resigned on Friday .",
     "The National Water Authority had accused her of taking money from Brightwell Holdings .",
     "`` I did nothing wrong , '' Okafor said .",
     "The NWA said that it would publish its report .",
     "Its director , Samir Haddad , is a friend of the mayor 's brother , who owns the company .",
     "Brightwell denied that he had paid them .",
     "Haddad himself will leave the authority in June , and his deputy will lead it ."],
]


def numbers(vector, count=8):
    return [round(float(v), 5) for v in vector[:count]]


def coreference_record(scorer, document, found, laid, states, inventory):
    """Mentions of the text in order, their vectors, and of each the scores that decide."""
    items, antecedents, clusters, _, margins = coreference.resolve(
        scorer, document, found, laid, states, inventory)
    described = features.describe(document.sentences, found, items)
    words = torch.tensor([[laid.bounds[m.sentence] + w for w in (m.head, m.start, m.end)]
                          for m in items])
    with torch.no_grad():
        w = scorer.words_of(states, None, words[:, 0])
        e = scorer.vectors(states, words)
    out = []
    for i, m in enumerate(items):
        js = numpy.arange(i)
        rows = features.pair_features(described, numpy.full(i, i), js) if i else []
        out.append({"sentence": m.sentence, "start": m.start, "end": m.end + 1, "head": m.head,
                    "form": int(described.form[i]), "type": inventory.types[m.type],
                    "w": numbers(w[i]), "e": numbers(e[i]),
                    "antecedent": antecedents[i], "cluster": clusters[i],
                    "best_score": round(margins[i], 4),
                    # Row j: the features of the pair (this mention, mention j), in file order.
                    "features": [[int(v) for v in row] for row in rows]})
    return out


def record(model, scorer, inventory, pieces, sentences):
    document = readers.Document("parity", "parity", [
        readers.Sentence("", s.split(), opens_block=k == 0) for k, s in enumerate(sentences)])
    (found,), (laid,), ((syntax, entity),) = predict.analyse(model, inventory, pieces, [document])
    ids = numpy.array([W.CLS] + [p for c in laid.cut for p in c] + [W.SEP])
    with torch.no_grad():
        top = model.encode(ids)[-1]
        logits = model.syntax_logits(syntax)
        ends, upos, feats, lemmas = model.split_logits(logits)
        n = len(found[0]["heads"])
        arcs = model.arcs(syntax[:n], torch.arange(n), 1, n)[0]
    some = list(range(0, len(laid.forms), 5))
    return {
        "sentences": [s.forms for s in document.sentences],
        "pieces": laid.cut,
        "shapes": [int(s) for s in laid.shapes(0, len(laid.forms))],
        "prefix_hash": [int(h) for h in laid.prefix], "suffix_hash": [int(h) for h in laid.suffix],
        "x6": [{"piece": p, "values": numbers(top[p])} for p in range(0, len(ids), 7)],
        "syntax": [{"word": i, "values": numbers(syntax[i])} for i in some],
        "entity": [{"word": i, "values": numbers(entity[i])} for i in some],
        "sentence_end_logits": numbers(ends, len(ends)),
        "sentence_ends": [bool(e > 0) for e in ends],
        "upos_logits": [{"word": i, "values": numbers(upos[i], 17)} for i in some],
        # Row d - 1, column h: the score of head h (0 the root) for word d of the first sentence.
        "arc_scores": [{"dependent": d, "values": numbers(arcs[d], n + 1)}
                       for d in range(0, n, 4)],
        "analyses": [{**{k: a[k] for k in ("upos", "feats", "scripts", "lemmas", "heads",
                                           "deprels", "names")},
                      "mentions": [{"start": s, "end": e + 1, "head": h, "type": t}
                                   for s, e, h, t in a["mentions"]]} for a in found],
        "coreference": scorer and coreference_record(
            scorer, document, found, laid,
            predict.word_vectors(model, [laid], ("states",))[0][0], inventory),
    }


DECISIONS = ("UPOS", "features", "lemma", "head", "relation", "name tag", "mentions")


def decisions(upos, feats, lemmas, heads, deprels, names, mentions):
    """Name → list of what was decided; of each word, but for mentions."""
    lemmas = [m if u != "VERB" else "" for u, m in zip(upos, lemmas)]
    return dict(zip(DECISIONS, (upos, feats, lemmas, heads, deprels, names,
                                sorted((m[0], m[1], m[-1]) for m in mentions))))


def name_tags(sentence):
    rows = [r.split("\t") for r in sentence.lines if r[0].isdigit()]
    fields = [dict(p.split("=", 1) for p in r[9].split("|") if "=" in p)
              for r in rows if r[0].isdigit()]
    return [f.get("NER", "O") for f in fields]


def compare(model, inventory, pieces, given, found):
    """Prints a table of how many decisions differ; gives their number."""
    documents, others = (readers.read_conllu(path, "") for path in (given, found))
    analyses, _, _ = predict.analyse(model, inventory, pieces, documents)
    different, sentences, words = dict.fromkeys(DECISIONS, 0), 0, 0
    for document, other, analysed in zip(documents, others, analyses):
        assert len(other.sentences) == len(analysed), document.id
        for a, s in zip(analysed, other.sentences):
            assert len(s.forms) == len(a["heads"]), s.id
            ours = decisions(a["upos"], a["feats"], a["lemmas"], a["heads"], a["deprels"],
                             a["names"], [(x, y + 1, t) for x, y, _, t in a["mentions"]])
            theirs = decisions(s.upos, s.feats, s.lemmas, s.heads, s.deprels, name_tags(s),
                               [(m.start, m.end, m.type) for m in s.mentions or []])
            for name in DECISIONS:
                if name == "mentions":
                    different[name] += len(set(ours[name]) ^ set(theirs[name]))
                else:
                    different[name] += sum(x != y for x, y in zip(ours[name], theirs[name]))
            sentences, words = sentences + 1, words + len(s.forms)
    print(f"{sentences} sentences, {words} words; different: "
          + ", ".join(f"{name} {different[name]}" for name in DECISIONS))
    return sum(different.values())


def write_fixture(model, scorer, inventory, pieces, reader, path):
    fixture = {"model": reader.header["id"], "sha256": reader.header["sha256"],
               "tolerance": 1e-5,  # numbers are written with five decimals
               "texts": [record(model, scorer, inventory, pieces, t) for t in TEXTS]}
    with open(path, "w", encoding="utf-8") as out:
        out.write("{\n")
        for key in ("model", "sha256", "tolerance"):
            out.write(f"\"{key}\": {json.dumps(fixture[key])},\n")
        out.write("\"texts\": [\n" + ",\n".join(
            json.dumps(t, ensure_ascii=False) for t in fixture["texts"]) + "\n]}\n")


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("models")
    arguments.add_argument("path", metavar="OUT.json or GIVEN.conllu")
    arguments.add_argument("analysed", nargs="?", metavar="ANALYSED.conllu")
    options = arguments.parse_args()
    torch.set_num_threads(1)
    model, scorer, inventory, pieces, reader = arithmetic.read_model(options.models)
    if options.analysed:
        sys.exit(1 if compare(model, inventory, pieces, options.path, options.analysed) else 0)
    write_fixture(model, scorer, inventory, pieces, reader, options.path)


if __name__ == "__main__":
    main()
