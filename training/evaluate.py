"""Writes predictions over given words: evaluate.py MODEL_FOLDER BASE GOLD.conllu OUT.conllu.

With --quantised the arithmetic of the shipped files is simulated. The output has gold words and
sentences, predicted columns, NER= and Entity= in MISC; nlp_score.py scores it.
"""

import argparse
import time

import torch

import predict
import readers
import train


def entity_column(mentions, n, clusters=None, first=0):
    """GUM's brackets for (start, end, head, type) spans of a sentence; `id-type` fields."""
    opening, closing = [[] for _ in range(n)], [[] for _ in range(n)]
    for k, (start, end, _, kind) in enumerate(mentions):
        name = clusters[k] if clusters else first + k + 1
        if start == end:
            opening[start].append((-1, f"({name}-{kind})"))
        else:
            opening[start].append((-end - 1000, f"({name}-{kind}"))
            closing[end].append((-start, f"{name})"))
    out = []
    for i in range(n):
        many = sorted(o for o in opening[i] if o[0] != -1)
        one = [o for o in opening[i] if o[0] == -1]
        out.append("".join(t for _, t in many) + "".join(t for _, t in one)
                   + "".join(t for _, t in sorted(closing[i])))
    return out


def write_conllu(path, documents, analyses, clusters=None):
    with open(path, "w", encoding="utf-8") as out:
        for d, (document, found) in enumerate(zip(documents, analyses)):
            out.write(f"# newdoc id = {document.id}\n")
            seen = 0
            for k, (sentence, analysis) in enumerate(zip(document.sentences, found)):
                out.write(f"# sent_id = {sentence.id}\n")
                rows = [r.split("\t") for r in sentence.lines if not r.startswith("#")]
                entities = entity_column(analysis["mentions"], len(sentence.forms),
                                         clusters and clusters[d][k], seen)
                seen += len(analysis["mentions"])
                i = 0
                for row in rows:
                    if not row[0].isdigit():
                        if "-" in row[0]:
                            out.write("\t".join(row[:2] + ["_"] * 7 + row[9:]) + "\n")
                        continue
                    misc = [m for m in row[9].split("|") if m.startswith("SpaceAfter")]
                    if analysis["names"][i] != "O":
                        misc.append("NER=" + analysis["names"][i])
                    if entities[i]:
                        misc.append("Entity=" + entities[i])
                    out.write("\t".join([
                        row[0], row[1], analysis["lemmas"][i], analysis["upos"][i], "_",
                        analysis["feats"][i], str(analysis["heads"][i]), analysis["deprels"][i],
                        "_", "|".join(sorted(misc)) or "_"]) + "\n")
                    i += 1
                out.write("\n")


def write_names(path, like, documents, analyses):
    """Predicted names as IOB2, in the sentence order of another file (the scorer pairs by it)."""
    found = {s.id: zip(s.forms, a["names"]) for d, analysed in zip(documents, analyses)
             for s, a in zip(d.sentences, analysed)}
    with open(path, "w", encoding="utf-8") as out:
        for name in readers.read_iob2(like):
            out.write(f"# sent_id = {name}\n")
            for i, (form, tag) in enumerate(found.get(name, [("-", "O")])):
                out.write(f"{i + 1}\t{form}\t{tag}\t-\t-\n")
            out.write("\n")


def sentence_ends(model, laid, vectors):
    """(right, predicted, gold) sentence ends inside blocks, over gold words."""
    right = guessed = gold = 0
    for document, (syntax, _) in zip(laid, vectors):
        with torch.no_grad():
            end = model.split_logits(model.syntax_logits(syntax))[0] > 0
        ends = torch.zeros(len(end), dtype=torch.bool)
        ends[torch.from_numpy(document.bounds[1:] - 1)] = True
        for b in document.blocks[1:] + [len(end)]:
            end[b - 1] = ends[b - 1] = False
        right += int((end & ends).sum())
        guessed += int(end.sum())
        gold += int(ends.sum())
    return right, guessed, gold


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("model")
    arguments.add_argument("base")
    arguments.add_argument("gold")
    arguments.add_argument("out")
    arguments.add_argument("--quantised", action="store_true")
    arguments.add_argument("--threads", type=int, default=1)
    arguments.add_argument("--names-like", metavar="GOLD.iob2",
                           help="also writes OUT.iob2, its sentences in the order of this file")
    options = arguments.parse_args()
    torch.set_num_threads(options.threads)
    began = time.time()
    model, inventory = predict.load_model(options.model, quantised=options.quantised)
    documents = readers.read_conllu(options.gold, "gold")
    analyses, laid, vectors = predict.analyse(model, inventory, train.load_pieces(options.base),
                                              documents)
    write_conllu(options.out, documents, analyses)
    if options.names_like:
        write_names(options.out.rsplit(".", 1)[0] + ".iob2", options.names_like, documents,
                    analyses)
    right, guessed, gold = sentence_ends(model, laid, vectors)
    print(f"sentence ends inside blocks, gold words: P {right / max(1, guessed):.4f} "
          f"R {right / max(1, gold):.4f}; {time.time() - began:.0f} s")


if __name__ == "__main__":
    main()
