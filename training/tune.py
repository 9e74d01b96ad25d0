"""What thresholds do on dev: tune.py MODEL_FOLDER BASE GUM_DEV.conllu [--threads N].

The bias of mention scores with the best F1 of typed mentions (the highest of equals) goes to
MODEL_FOLDER/tuned.json, and THRESHOLD with it; predict.py and export.py take them from there. The
table of antecedent thresholds says what another would do.
"""

import argparse
import json
import os

import torch

import coreference
import decode
import network
import predict
import readers
import train


THRESHOLD = 0.5  # of antecedents: a wrong link merges two entities, a missing one splits one
SLACK = 0.001  # of biases as good as this the highest: a missed mention costs the graph an entity


def mention_f1(documents, analyses, types, bias):
    right = found = gold = 0
    for document, analysed in zip(documents, analyses):
        for sentence, a in zip(document.sentences, analysed):
            want = {(m.start, m.end - 1): m.type for m in sentence.mentions}
            rows, scores = a["candidates"]
            chosen = (decode.select_mentions(rows, scores + bias, a["heads"], a["deprels"])
                      if rows else [])
            gold += len(want)
            found += len(chosen)
            right += sum(want.get((s, e)) == types[t] for s, e, _, t in chosen)
    return 2 * right / max(1, gold + found), right / max(1, found), right / max(1, gold)


def link_counts(scorer, documents, analyses, laid, states, inventory):
    """(margin, right?) of each mention's best antecedent, right if the gold clusters agree."""
    out, anaphoric = [], 0
    scorer.threshold = float("inf")
    for document, analysed, words, kept in zip(documents, analyses, laid, states):
        gold, clusters = coreference.gold_items(document, analysed, inventory)
        of = {(m.sentence, m.head): c for m, c in reversed(list(zip(gold, clusters)))}
        items, _, _, best, margins = coreference.resolve(scorer, document, analysed, words, kept,
                                                         inventory)
        seen = set()
        for i, m in enumerate(items):
            c = of.get((m.sentence, m.head))
            anaphoric += c is not None and c in seen
            if best[i] >= 0:
                n = items[best[i]]
                out.append((margins[i], c is not None and c == of.get((n.sentence, n.head))))
            if c is not None:
                seen.add(c)
    return out, anaphoric


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("model")
    arguments.add_argument("base")
    arguments.add_argument("gold")
    arguments.add_argument("--threads", type=int, default=1)
    options = arguments.parse_args()
    torch.set_num_threads(options.threads)
    documents = readers.read_conllu(options.gold, "gold")
    path = f"{options.model}/tuned.json"
    if os.path.exists(path):
        os.remove(path)  # so that the scores are plain
    model, inventory = predict.load_model(options.model, quantised=True)
    analyses, laid, states = coreference.analyse_with_states(
        model, inventory, train.load_pieces(options.base), documents)
    tried = {}
    for step in range(-2, 11):
        f1, p, r = mention_f1(documents, analyses, inventory.types, step / 5)
        print(f"mention bias {step / 5:+.1f}: F1 {100 * f1:.2f} P {100 * p:.2f} R {100 * r:.2f}",
              flush=True)
        tried[step / 5] = f1
    best = max(bias for bias, f1 in tried.items() if f1 > max(tried.values()) - SLACK)
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"mention_bias": best, "coreference_threshold": THRESHOLD}, file)
    if not os.path.exists(f"{options.model}/coreference.pt"):
        return
    scorer = coreference.load_scorer(f"{options.model}/coreference.pt")
    network.set_mode(scorer, "quantised")
    for analysed in analyses:
        for a in analysed:
            rows, scores = a["candidates"]
            a["mentions"] = [(s, e, h, inventory.types[t]) for s, e, h, t in
                             (decode.select_mentions(rows, scores + best, a["heads"], a["deprels"])
                              if rows else [])]
    links, anaphoric = link_counts(scorer, documents, analyses, laid, states, inventory)
    for step in range(-6, 11):
        t = step / 4
        kept = [right for margin, right in links if margin > t]
        p, r = sum(kept) / max(1, len(kept)), sum(kept) / max(1, anaphoric)
        print(f"threshold {t:+.2f}: links P {100 * p:.1f} R {100 * r:.1f} "
              f"F1 {200 * p * r / max(1e-9, p + r):.1f}")


if __name__ == "__main__":
    main()
