"""Writes what the shipped model says of a few invented sentences: parity.py MODELS OUT.json.

The int8 sums are exact integers here (modelfile.py), the rest is PyTorch's f32, so C++ must give
the same decisions, and vectors equal up to the few inputs that round the other way: numbers are
compared within "tolerance". Each text is one block, and one window.
"""

import argparse
import json

import numpy
import torch

import coreference
import features
import modelfile
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
        w = coreference.view_words(scorer, states, coreference.word_columns(laid), words[:, 0])
        e = scorer.vectors(coreference.view_words(
            scorer, states, coreference.word_columns(laid), words.flatten()),
            torch.arange(words.numel()).view(-1, 3))
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
    _, _, (states,) = coreference.analyse_with_states(model, inventory, pieces, [document])
    ids = torch.tensor([[W.CLS] + [p for c in laid.cut for p in c] + [W.SEP]])
    with torch.no_grad():
        top = model.encoder(ids)[-1][0]
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
        "x6": [{"piece": p, "values": numbers(top[p])} for p in range(0, ids.shape[1], 7)],
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
        "coreference": coreference_record(scorer, document, found, laid, states, inventory),
    }


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("models")
    arguments.add_argument("out")
    options = arguments.parse_args()
    torch.set_num_threads(1)
    model, inventory, pieces, reader = modelfile.read_model(
        f"{options.models}/analysis.bin", f"{options.models}/wordpieces.bin")
    scorer = coreference.Scorer()
    scorer.fill_from(reader)
    fixture = {"model": reader.header["id"], "sha256": reader.header["sha256"], "tolerance": 0.03,
               "texts": [record(model, scorer, inventory, pieces, t) for t in TEXTS]}
    with open(options.out, "w", encoding="utf-8") as out:
        out.write("{\n")
        for key in ("model", "sha256", "tolerance"):
            out.write(f"\"{key}\": {json.dumps(fixture[key])},\n")
        out.write("\"texts\": [\n" + ",\n".join(
            json.dumps(t, ensure_ascii=False) for t in fixture["texts"]) + "\n]}\n")


if __name__ == "__main__":
    main()
