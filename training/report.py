"""What the errors are: report.py GOLD.conllu PRED.conllu, both with the same words.

Prints the most frequent confusions of each head as Markdown, and accuracy by genre where the
document ids name one (GUM_news_…, weblog-…).
"""

import argparse
import collections
import re

import readers


def spans_of(sentence):
    return {(m.start, m.end): m.type for m in sentence.mentions or []}


def add_mentions(documents):
    """Mentions of a prediction file, whose Entity fields are `id-type`."""
    flat = [s for d in documents for s in d.sentences]
    for s in flat:
        plain = [r.split("\t") for r in s.lines if r[0].isdigit() and "-" not in r.split("\t")[0]
                 and "." not in r.split("\t")[0]]
        if s.mentions is None:
            s.mentions = readers.mentions_of(plain, ["GRP", "etype"])


def genre(name):
    found = re.match(r"GUM_([a-z]+)_", name) or re.match(r"([a-z]+)", name)
    return found.group(1) if found else name


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("gold")
    arguments.add_argument("pred")
    arguments.add_argument("--top", type=int, default=10)
    options = arguments.parse_args()
    gold = readers.read_conllu(options.gold, "gold")
    pred = readers.read_conllu(options.pred, "pred")
    add_mentions(pred)
    counts = collections.defaultdict(collections.Counter)
    genres = collections.defaultdict(collections.Counter)
    for g, p in zip(gold, pred):
        tally = genres[genre(g.id)]
        for a, b in zip(g.sentences, p.sentences):
            for i in range(len(a.forms)):
                tally["words"] += 1
                tally["UPOS"] += a.upos[i] == b.upos[i]
                base = a.deprels[i].split(":")[0], b.deprels[i].split(":")[0]
                tally["LAS"] += a.heads[i] == b.heads[i] and base[0] == base[1]
                if a.upos[i] != b.upos[i]:
                    counts["UPOS"][f"{a.upos[i]} → {b.upos[i]}"] += 1
                if a.heads[i] == b.heads[i] and base[0] != base[1]:
                    counts["label, head right"][f"{base[0]} → {base[1]}"] += 1
                if a.heads[i] != b.heads[i]:
                    counts["head wrong, by gold label"][base[0]] += 1
                if a.feats[i] != b.feats[i]:
                    x, y = (set(f.split("|")) - {"_"} for f in (a.feats[i], b.feats[i]))
                    for f in sorted(x - y):
                        counts["feature missed"][f] += 1
                if a.lemmas[i] != b.lemmas[i] and a.upos[i] == b.upos[i]:
                    counts["lemma, by UPOS"][a.upos[i]] += 1
            if a.mentions is not None:
                x, y = spans_of(a), spans_of(b)
                tally["gold"] += len(x)
                tally["found"] += len(y)
                tally["right"] += sum(y.get(s) == t for s, t in x.items())
                for s, t in x.items():
                    if s not in y:
                        counts["mention missed"][t] += 1
                    elif y[s] != t:
                        counts["mention type"][f"{t} → {y[s]}"] += 1
                for s, t in y.items():
                    if s not in x:
                        counts["mention too many"][t] += 1
    for head, counter in counts.items():
        print(f"* {head} ({sum(counter.values())}): " + ", ".join(
            f"{k} {n}" for k, n in counter.most_common(options.top)))
    print("\n| genre | words | UPOS | LAS | mentions F1 |\n|---|---|---|---|---|")
    for name, t in sorted(genres.items(), key=lambda e: -e[1]["words"]):
        f1 = 2 * t["right"] / max(1, t["gold"] + t["found"])
        print(f"| {name} | {t['words']} | {100 * t['UPOS'] / t['words']:.1f} "
              f"| {100 * t['LAS'] / t['words']:.1f} | {100 * f1:.1f} |")


if __name__ == "__main__":
    main()
