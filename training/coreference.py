"""The coreference head: scoring, decoding, and its training on the states of a trained encoder.

    coreference.py train MODEL_FOLDER BASE DATA [--minutes M]   writes MODEL_FOLDER/coreference.pt;
        after a stop the same command goes on from MODEL_FOLDER/coreference.part.pt; DATA holds
        some of gum/train.conllu and texts with marked mentions in articles/train/ and pages/train/ (marked.py)
    coreference.py predict MODEL_FOLDER BASE GOLD.conllu OUT.conllu

Shapes and features: docs/analysis-model.md.
"""

import argparse
import os
import random
import time

import numpy
import torch
from torch import nn
from torch.nn import functional

import evaluate
import features
import marked
import network
import predict
import readers
import tokeniser
import train as trainer

MENTION, HIDDEN, SECOND = 128, 256, 64
SIDES = (MENTION, HIDDEN, HIDDEN)
CANDIDATES, NAMED = 40, 16


class States(nn.Module):
    """A view that keeps the seven states of first and last piece, to be mixed later."""

    kind = torch.float32  # train keeps a whole corpus, in half

    def forward(self, first, last, *_):
        return torch.cat([first, last]).permute(1, 0, 2).reshape(first.shape[1], -1).to(self.kind)


class Scorer(nn.Module):
    def __init__(self):
        super().__init__()
        self.view = network.View(network.BUCKETS["coreference"])
        self.mention = network.Product(3 * network.WIDTH, MENTION)
        self.sides = network.Product(MENTION, sum(SIDES))
        self.coarse_bias = nn.Parameter(torch.zeros(MENTION))
        self.tables = nn.Parameter(torch.randn(sum(features.SIZES.values()), HIDDEN) * 0.1)
        self.second = network.Product(HIDDEN, SECOND)
        self.out = nn.Parameter(torch.randn(SECOND) * 0.05)
        self.threshold = 0.0
        with torch.no_grad():
            coarse, left, right = self.sides.weight.split(SIDES)
            coarse.normal_(0, 0.02)
            for weight in (left, right):
                weight.normal_(0, MENTION ** -0.5)
            self.second.weight.normal_(0, HIDDEN ** -0.5)
        sizes = list(features.SIZES.values())
        self.register_buffer("offsets", torch.tensor([sum(sizes[:k]) for k in range(len(sizes))]))

    def words_of(self, states, columns, taken):
        """w_coreference of the words `taken` of a document whose states are kept."""
        raw = states[taken].float().view(len(taken), 2, network.LAYERS + 1, network.WIDTH)
        first, last = raw[:, 0].transpose(0, 1), raw[:, 1].transpose(0, 1)
        return self.view(first, last, *(c[taken] for c in columns))

    def vectors(self, w, items):
        """e [mentions, 128]. w: [words, 384]; items: [mentions, 3] words: head, first, last."""
        return torch.relu(self.mention(w[items].flatten(1)).float())

    def turned(self, e):
        """What the pairs of each mention need of it: [n, 128] of its coarse scores, [n, 256] of it as the later and
        [n, 256] as the earlier one."""
        return self.sides(e).float().split(SIDES, 1)

    def coarse_scores(self, e, turned):
        """[i, j]; only j < i is meant."""
        return turned[0] @ e.t() + (e @ self.coarse_bias)[:, None]

    def pair_scores(self, turned, i, j, rows, coarse, dropout=0.0):
        """f for the pairs (i, j). rows: pair features; coarse: coarse scores of the pairs."""
        pairs = functional.embedding_bag(rows + self.offsets, self.tables, mode="sum")
        z = torch.relu(turned[1][i] + turned[2][j] + pairs)
        z = torch.relu(self.second(z, dropout).float())
        return z @ self.out + coarse

    def add_to(self, writer):
        """Adds the tensors of the head to a model file."""
        import modelfile
        modelfile.add_view(writer, "coreference", self.view)
        for name in ("mention", "sides", "second"):
            writer.add_product("coreference." + name, getattr(self, name))
        for name in ("coarse_bias", "out"):
            writer.add("coreference." + name, getattr(self, name))
        at = 0
        for name, size in features.SIZES.items():
            writer.add("coreference.feature." + name, self.tables[at:at + size])
            at += size
        writer.strings["coreference_features"] = list(features.SIZES)
        writer.config["coreference_threshold"] = self.threshold


    def read_from(self, reader):
        """Takes the tensors of the head out of a modelfile.Reader."""
        import modelfile
        with torch.no_grad():
            modelfile.read_view(reader, "coreference", self.view)
            for name in ("mention", "sides", "second"):
                modelfile.read_product(reader, "coreference." + name, getattr(self, name))
            for name in ("coarse_bias", "out"):
                getattr(self, name).copy_(reader["coreference." + name])
            self.tables.copy_(torch.cat([reader["coreference.feature." + name]
                                         for name in features.SIZES]))


def load_scorer(path):
    saved = torch.load(path)
    scorer = Scorer()
    scorer.load_state_dict(saved["scorer"])
    scorer.threshold = predict.tuned(os.path.dirname(path))["coreference_threshold"]
    scorer.eval()
    return scorer


def predicted_items(analyses, inventory):
    kinds = inventory.index["types"]
    return [features.Item(k, a, b, h, kinds[t]) for k, found in enumerate(analyses)
            for a, b, h, t in found["mentions"]]


def gold_items(document, analyses, inventory):
    """Gold mentions with heads of the predicted trees; no clauses, no `disc` links."""
    kinds, items, clusters = inventory.index["types"], [], []
    for k, (sentence, a) in enumerate(zip(document.sentences, analyses)):
        for m in sentence.mentions:
            outside = [w for w in range(m.start, m.end)
                       if not m.start < a["heads"][w] <= m.end]
            head = m.head if len(outside) > 1 and m.head is not None else outside[0]
            upos = sentence.upos or a["upos"]
            if not m.start <= head < m.end or upos[head] in ("VERB", "AUX"):
                continue
            items.append(features.Item(k, m.start, m.end - 1, head, kinds[m.type]))
            clusters.append(m.cluster if m.link != "disc" else f"disc{k}-{m.start}")
    return items, clusters


class Sample:
    """A document with one set of mentions: what the scorer needs of it."""

    def __init__(self, document, analyses, bounds, items, clusters):
        self.described = features.describe(document.sentences, analyses, items)
        base = [int(bounds[m.sentence]) for m in items]
        self.words = torch.tensor([[b + m.head, b + m.start, b + m.end]
                                   for b, m in zip(base, items)], dtype=torch.long).view(-1, 3)
        n = len(items)
        i, j = numpy.tril_indices(n, -1)
        self.rows = torch.zeros(n, n, len(features.SIZES), dtype=torch.uint8)
        if len(i):
            self.rows[torch.from_numpy(i), torch.from_numpy(j)] = torch.from_numpy(
                features.pair_features(self.described, i, j)).to(torch.uint8)
        index = {}
        self.clusters = torch.tensor([index.setdefault(c, len(index)) for c in clusters])


def samples_of(document, analyses, bounds, inventory):
    """Two samples: the mentions found, and the gold ones."""
    gold, clusters = gold_items(document, analyses, inventory)
    spans_of = {(m.sentence, m.start, m.end): c for m, c in zip(gold, clusters)}
    heads_of = {}
    for m, c in zip(gold, clusters):
        heads_of.setdefault((m.sentence, m.head), c)
    found = predicted_items(analyses, inventory)
    names = []
    for n, m in enumerate(found):
        c = spans_of.get((m.sentence, m.start, m.end))
        if c is None:
            c = heads_of.get((m.sentence, m.head))
        names.append(c if c is not None else f"none{n}")
    if document.corpus == "articles":  # things mentioned once are not marked there
        known = {(m.sentence, m.head) for m in gold}
        alone = [(m, name) for m, name in zip(found, names) if name.startswith("none")
                 and (m.sentence, m.head) not in known]
        both = sorted(list(zip(gold, clusters)) + alone,
                      key=lambda x: (x[0].sentence, x[0].start, -x[0].end))
        gold, clusters = [m for m, _ in both], [c for _, c in both]
    return [Sample(document, analyses, bounds, found, names),
            Sample(document, analyses, bounds, gold, clusters)]


def word_columns(laid):
    """Shape, prefix and suffix of all words; window starts do not matter much to this view."""
    shape = laid.shapes(0, len(laid.forms))
    return [torch.from_numpy(shape), torch.from_numpy(laid.prefix), torch.from_numpy(laid.suffix)]


def loss_of(scorer, sample, states, columns, dropout):
    taken, items = torch.unique(sample.words, return_inverse=True)
    return loss_of_words(scorer, sample, scorer.words_of(states, columns, taken), items.view(-1, 3), dropout)


def loss_of_words(scorer, sample, w, items, dropout):
    """w: vectors of words, of which the mentions of the sample have the rows `items`."""
    e = scorer.vectors(network.drop_out(w, dropout, scorer.training), items)
    n = len(e)
    below = torch.tril(torch.ones(n, n, dtype=torch.bool), -1)
    turned = scorer.turned(e)
    coarse = scorer.coarse_scores(e, turned).masked_fill(~below, -1e4)
    same = (sample.clusters[:, None] == sample.clusters[None, :]) & below
    k = min(CANDIDATES, n)
    chosen = coarse.detach().topk(k, 1)[1]
    i = torch.arange(n)[:, None].expand(n, k).reshape(-1)
    j = chosen.reshape(-1)
    valid = j < i
    i, j = i[valid], j[valid]
    f = torch.full((n * k,), -1e4)
    f[valid.nonzero()[:, 0]] = scorer.pair_scores(turned, i, j, sample.rows[i, j].long(),
                                                  coarse[i, j], dropout)
    fine = marginal(f.view(n, k), same.gather(1, chosen))
    return (fine + 0.3 * marginal(coarse, same)) / n


def marginal(scores, right):
    """Sum over rows of -log P(a right antecedent), the dummy right where there is none."""
    dummy = scores.new_zeros(len(scores), 1)
    everything = torch.logsumexp(torch.cat([dummy, scores], 1), 1)
    none = ~right.any(1, keepdim=True)
    good = torch.cat([dummy.masked_fill(~none, -1e4), scores.masked_fill(~right, -1e4)], 1)
    return (everything - torch.logsumexp(good, 1)).sum()


def decode(scorer, described, e):
    """Of each mention: antecedent or -1, cluster, best candidate, its score. No checks here."""
    n = len(e)
    antecedent, cluster, latest, margins = [-1] * n, list(range(n)), {}, [0.0] * n
    candidate = [-1] * n
    with torch.no_grad():
        turned = scorer.turned(e)
        coarse = scorer.coarse_scores(e, turned)
        for i in range(n):
            if i:
                order = sorted(range(i), key=lambda j: (-float(coarse[i, j]), -j))[:CANDIDATES]
                extra = sorted(latest.values(), reverse=True)[:NAMED]
                js = sorted(set(order) | set(extra), reverse=True)
                rows = features.pair_features(described, numpy.full(len(js), i), numpy.array(js))
                f = scorer.pair_scores(turned, torch.full((len(js),), i), torch.tensor(js),
                                       torch.from_numpy(rows), coarse[i, js])
                best = int(f.argmax())
                margins[i], candidate[i] = float(f[best]), js[best]
                if margins[i] > scorer.threshold:
                    antecedent[i] = js[best]
                    cluster[i] = cluster[js[best]]
            if described.form[i] == features.NAME:
                latest[cluster[i]] = i
    return antecedent, cluster, candidate, margins


def resolve(scorer, document, analyses, laid, states, inventory):
    """(items, antecedents, clusters, best candidates, their scores) of a document."""
    items = predicted_items(analyses, inventory)
    if not items:
        return items, [], [], [], []
    described = features.describe(document.sentences, analyses, items)
    words = torch.tensor([[laid.bounds[m.sentence] + w for w in (m.head, m.start, m.end)]
                          for m in items])
    taken, rows = torch.unique(words, return_inverse=True)
    with torch.no_grad():
        e = scorer.vectors(scorer.words_of(states, word_columns(laid), taken), rows.view(-1, 3))
    return (items, *decode(scorer, described, e))


def analyse_with_states(model, inventory, pieces, documents):
    """predict.analyse, and the kept states of every document."""
    model.states = States()
    laid = [predict.Words(d, pieces) for d in documents]
    vectors = predict.word_vectors(model, laid, ("syntax", "entity", "states"))
    analyses = [[predict.analyse_sentence(model, inventory, s[a:b], e[a:b], d.forms[a:b],
                                          d.model[a:b])
                 for a, b in zip(d.bounds[:-1], d.bounds[1:])]
                for d, (s, e, _) in zip(laid, vectors)]
    return analyses, laid, [v[2] for v in vectors]


def train(options):
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    model, inventory = predict.load_model(options.model, quantised=options.quantised)
    pieces = trainer.load_pieces(options.base)
    path = f"{options.data}/gum/train.conllu"
    documents = readers.read_conllu(path, "gum") if os.path.exists(path) else []
    documents = [d for d in documents if any(s.mentions for s in d.sentences)]
    for corpus in ("articles", "pages"):
        if os.path.isdir(f"{options.data}/{corpus}/train"):
            documents += marked.read_folder(f"{options.data}/{corpus}/train",
                                            tokeniser.Model.load(options.tokeniser), corpus)
    if not documents:
        print("no mentions to learn coreference from: the model goes without")
        return
    if options.documents:
        documents = documents[:options.documents]
    States.kind = torch.half
    began = time.time()
    analyses, laid, states = analyse_with_states(model, inventory, pieces, documents)
    columns = [word_columns(d) for d in laid]
    sets = [samples_of(d, a, w.bounds, inventory) for d, a, w in zip(documents, analyses, laid)]
    print(f"states of {len(documents)} documents in {time.time() - began:.0f} s", flush=True)

    scorer = Scorer()
    if options.start and os.path.exists(f"{options.start}/coreference.pt"):
        scorer.load_state_dict(torch.load(f"{options.start}/coreference.pt")["scorer"])
    elif options.start:
        import modelfile
        scorer.read_from(modelfile.Reader(f"{options.start}/analysis.bin"))
    else:
        scorer.view.load_state_dict(model.entity.state_dict())
    scorer.view.project.mode = "float"
    groups = [{"params": list(scorer.view.parameters()), "rate": 2e-4},
              {"params": [p for n, p in scorer.named_parameters() if not n.startswith("view.")],
               "rate": 1e-3}]
    optimiser = torch.optim.AdamW(groups, lr=1e-3, weight_decay=0.01, betas=(0.9, 0.98))
    average = {k: v.clone() for k, v in scorer.state_dict().items()}
    total, step, epoch, spent, share = options.minutes * 60, 0, 0, 0.0, 0.0
    part = f"{options.model}/coreference.part.pt"
    if os.path.exists(part):
        saved = torch.load(part)
        scorer.load_state_dict(saved["scorer"])
        optimiser.load_state_dict(saved["optimiser"])
        average, step, epoch, spent = (saved[k] for k in ("average", "step", "epoch", "spent"))
        rng.seed(epoch + 1000 * options.seed)
        print(f"going on after epoch {epoch}, {spent:.0f} s", flush=True)
    began = time.time() - spent
    while share < 1:
        order, losses = list(range(len(documents))), []
        rng.shuffle(order)
        for d in order:
            share = (time.time() - began) / total
            if share >= 1:
                break
            network.set_mode(scorer, "quantised" if share > 0.75 else
                             "observe" if share > 0.7 else "float")
            for group in optimiser.param_groups:
                group["lr"] = (group["rate"] * options.rate * min(1, (step + 1) / 100)
                               * max(0.02, 1 - share))
            scorer.train()
            sample = sets[d][rng.random() < 0.4]
            if len(sample.words) < 2:
                continue
            loss = loss_of(scorer, sample, states[d], columns[d], 0.25)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(scorer.parameters(), 5.0)
            optimiser.step()
            losses.append(float(loss))
            step += 1
            rate = 1 - min(0.995, step / (step + 50))
            for k, v in scorer.state_dict().items():
                if v.dtype == torch.float32 and not k.endswith(("low", "high")):
                    average[k].lerp_(v, rate)
                else:
                    average[k].copy_(v)
        epoch += 1
        print(f"epoch {epoch} {share:.2f} loss {numpy.mean(losses or [0.0]):.4f}", flush=True)
        torch.save({"scorer": scorer.state_dict(), "optimiser": optimiser.state_dict(),
                    "average": average, "step": step, "epoch": epoch,
                    "spent": time.time() - began}, part + ".new")
        os.replace(part + ".new", part)
    torch.save({"scorer": average}, f"{options.model}/coreference.pt.new")
    os.replace(f"{options.model}/coreference.pt.new", f"{options.model}/coreference.pt")
    os.remove(part)


def predict_file(options):
    """Predictions with clusters, for nlp_score.py coref and pronouns."""
    if options.files:
        import arithmetic
        model, scorer, inventory, pieces, _ = arithmetic.read_model(options.model)
    else:
        model, inventory = predict.load_model(options.model, quantised=options.quantised)
        pieces = trainer.load_pieces(options.base)
        scorer = load_scorer(f"{options.model}/coreference.pt")
        network.set_mode(scorer, "quantised" if options.quantised else "float")
    if options.threshold is not None:
        scorer.threshold = options.threshold
    documents = readers.read_conllu(options.gold, "gold")
    analyses, laid, states = analyse_with_states(model, inventory, pieces, documents)
    names = []
    for document, found, words, kept in zip(documents, analyses, laid, states):
        items, _, clusters, _, _ = resolve(scorer, document, found, words, kept, inventory)
        names.append([[clusters[n] + 1 for n, m in enumerate(items) if m.sentence == k]
                      for k in range(len(document.sentences))])
    evaluate.write_conllu(options.out, documents, analyses, names)


def main():
    arguments = argparse.ArgumentParser()
    commands = arguments.add_subparsers(dest="command", required=True)
    for name in ("train", "predict"):
        command = commands.add_parser(name)
        command.add_argument("model")
        command.add_argument("base")
        command.add_argument("data" if name == "train" else "gold")
        if name == "predict":
            command.add_argument("out")
            command.add_argument("--files", action="store_true",
                                 help="MODEL_FOLDER holds the shipped files")
            command.add_argument("--threshold", type=float, default=None)
        else:
            command.add_argument("--minutes", type=float, default=8)
            command.add_argument("--documents", type=int, default=0)
            command.add_argument("--from", dest="start", metavar="MODELS")
            command.add_argument("--rate", type=float, default=1, help="factor of all rates")
            command.add_argument("--tokeniser", metavar="FILE", default=os.path.join(
                os.path.dirname(os.path.abspath(__file__)), "../models/tokeniser.bin"))
        command.add_argument("--quantised", action="store_true")
        command.add_argument("--threads", type=int, default=2)
        command.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    torch.set_num_threads(options.threads)
    {"train": train, "predict": predict_file}[options.command](options)


if __name__ == "__main__":
    main()
