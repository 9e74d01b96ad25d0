"""Trains encoder and heads but coreference: train.py DATA BASE OUT [--minutes M] [--threads N]
[--from MODELS].

DATA holds ewt/ and, as far as there are, gum/, news/, ner/, redocred/ and pages/ (README.md), BASE is the
unpacked base model's folder. The schedule runs by the clock: learning rates fall over --minutes, and
the last fifth is trained with simulated quantisation. OUT/checkpoint.pt is written after every
epoch; the same command goes on from it. --from starts with the weights and classes of model files
that are there already, quantised from the start, at a part of the rates. With --joint the coreference
scorer of these files learns beside the other heads, and teaches the encoder (joint.py); it goes to
OUT/coreference.pt.
"""

import argparse
import glob
import os
import pickle
import random
import time

import torch
from torch.nn import functional

import bracketed
import coreference
import joint
import marked
import modelfile
import network
import predict
import readers
import samples
import spans
import tokeniser
import words

QUANTISED_FROM = 0.72   # share of the schedule; before it inputs are observed for 2 %
FURTHER_RATE = 0.4      # of the learning rates, where a trained model is the start
NEWS_COPIES = 2         # of the news in an epoch: few sentences, of the very kind that is read
READ_SHARE = {"redocred": 0.5}                            # of a corpus in an epoch, 1 if not said
FURTHER_SHARE = {"redocred": 0.5, "ewt": 0.5, "gum": 0.5}   # the same where a trained model is the start
EMA = 0.998


def load(data):
    """Lists of documents: EWT, GUM, news, Re-DocRED; of the folders but ewt/ any may be missing."""
    ewt, gum, news, redocred = readers.read_conllu(f"{data}/ewt/train.conllu", "ewt"), [], [], []
    if os.path.exists(f"{data}/gum/train.conllu"):
        gum = readers.read_conllu(f"{data}/gum/train.conllu", "gum")
    for path in sorted(glob.glob(f"{data}/news/train*.conllu")):
        news += readers.read_names(readers.read_conllu(path, "news"))
    if os.path.exists(f"{data}/ner/ewt_train.iob2"):
        readers.align_names(ewt, readers.read_iob2(f"{data}/ner/ewt_train.iob2"))
    if os.path.exists(f"{data}/redocred/dev.json"):
        redocred = readers.read_redocred(f"{data}/redocred/dev.json",
                                         readers.demonym_forms(ewt + gum))
    return ewt, gum, news, redocred


def load_pages(data, model, inventory, pieces, cutter):
    """Pages with marked mentions and names, and the trees that the model that training starts from gives them
    where every marked phrase must be one. They teach where all marks are candidate spans then."""
    pages = marked.read_folder(f"{data}/pages/train", tokeniser.Model.load(cutter), "pages")
    model.eval()
    bracketed.give_trees(model, inventory, pages, *predict.analyse(model, inventory, pieces, pages))
    for s in (s for document in pages for s in document.sentences):
        forms = [words.model_form(f) for f in s.forms]
        found = {row[:2] for row in spans.candidates(forms, s.upos, s.heads)}
        s.tree_known = all((m.start, m.end - 1) in found for m in s.mentions)
    return pages


def silence_untaught(model, corpora):
    """Heads that no corpus teaches find nothing, whatever their weights began as."""
    sentences = [s for corpus in corpora for d in corpus for s in d.sentences]
    with torch.no_grad():
        if not any(s.mentions for s in sentences):
            model.mention_width.fill_(-100.0)
        if not any(s.names for s in sentences):
            model.entity_logits.weight[:len(readers.NAME_TAGS)] = 0.0
            model.entity_logits.bias[0] = 10.0


def load_pieces(base):
    with open(f"{base}/vocab.txt", encoding="utf-8") as lines:
        return words.Pieces(lines.read().rstrip("\n").split("\n"))


def losses(model, batch, states, dropout):
    """Name → loss, each a mean over what is annotated. states: model.gather's of the batch."""
    drop = lambda t: network.drop_out(t, dropout, model.training)
    syntax, entity = (drop(view(*states, batch["shape"], batch["prefix"], batch["suffix"]))
                      for view in (model.syntax, model.entity))
    out = {}

    def classes(name, logits, target, weight):
        known = target >= 0
        if bool(known.any()):
            out[name] = weight * functional.cross_entropy(logits[known].float(), target[known])

    end, upos, feats, lemma = model.split_logits(model.syntax_logits(syntax))
    known = batch["ends"] >= 0
    if bool(known.any()):
        out["ends"] = 0.5 * functional.binary_cross_entropy_with_logits(
            end[known].float(), batch["ends"][known].float())
        classes("upos", upos, batch["upos"], 1.0)
        classes("feats", feats, batch["feats"], 0.7)
        classes("lemmas", lemma, batch["lemmas"], 0.7)
        arcs = model.arcs(syntax, batch["place"], batch["rows"], batch["width"], 0.25)
        heads, place, width = batch["heads"], batch["place"], batch["width"]
        arcs = arcs.view(-1, width + 1)[place]
        grid = torch.full((batch["rows"] * width,), -1)
        grid[place] = batch["sentence"]
        inside = grid.view(-1, width)[place // width] == batch["sentence"][:, None]
        inside[torch.arange(len(place)), place % width] = False
        inside = torch.cat([torch.ones(len(place), 1, dtype=torch.bool), inside], 1)
        arcs = arcs.masked_fill(~inside, -1e4)
        target = torch.where(heads >= 0, place[heads.clamp_min(0)] % width + 1,
                             torch.where(heads == -1, 0, -1))
        classes("arcs", arcs, target, 1.0)
        classes("labels", model.labels(syntax, heads.clamp_min(-1), 0.25),
                torch.where(heads == -2, -1, batch["deprels"]), 1.0)
    logits = model.entity_logits(entity)
    classes("names", logits[:, :7], batch["names"], 1.5)
    if batch["spans"] is not None:
        scores = model.mentions(entity, logits[:, 7:], batch["spans"],
                                batch["given_upos"].clamp_min(0))
        scores = torch.cat([scores.new_zeros(len(scores), 1), scores], 1)
        out["mentions"] = 0.5 * functional.cross_entropy(
            scores, batch["types"], reduction="sum") / (10 + int((batch["types"] > 0).sum()))
    return out


def groups(model, scorer):
    """AdamW groups: 1e-4 at the top layer of the encoder, 0.9 of it a layer down; heads 1e-3."""
    out = []
    named = list(model.named_parameters()) + [("scorer." + name, parameter) for name, parameter in
                                              (scorer.named_parameters() if scorer else ())]
    for name, parameter in named:
        if name.startswith("encoder.layers."):
            rate = 1.2e-4 * 0.9 ** (network.LAYERS - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder."):
            rate = 1.2e-4 * 0.9 ** network.LAYERS
        else:
            rate = 1e-3
        decay = 0.01 if parameter.dim() > 1 and "positions" not in name else 0.0
        out.append({"params": [parameter], "lr": rate, "rate": rate, "weight_decay": decay})
    merged = {}
    for g in out:
        merged.setdefault((g["rate"], g["weight_decay"]), {**g, "params": []})["params"] += g["params"]
    return list(merged.values())


def epoch_batches(corpora, encoded, coreferents, pieces, inventory, rng, shares=READ_SHARE):
    """One epoch: of each corpus its share of documents, in fresh windows and noise; of the documents with
    coreference a part whole, each a batch. Pairs: a batch, its Coreferent or None."""
    runs = []
    whole = {name for name in coreferents if rng.random() < joint.SHARE}
    for corpus in corpora:
        for document in corpus * (NEWS_COPIES if corpus and corpus[0].corpus == "news" else 1):
            share = shares.get(document.corpus, 1)
            if document.id in whole or (share < 1 and rng.random() >= share):
                continue
            current = []
            for s, e in zip(document.sentences, encoded[document.id]):
                forms = samples.noisy_forms(s, rng)
                current.append(samples.encode(s, pieces, inventory, forms) if forms else e)
            runs += samples.windows(document, current, rng)
    out = [(batch, None) for batch in samples.batches(runs, rng)]
    out += [(coreferents[name].runs, coreferents[name]) for name in sorted(whole)]
    rng.shuffle(out)
    return out


def means(model, scorer):
    """Name → value of what is averaged over steps."""
    out = dict(model.state_dict())
    if scorer:
        out.update({"scorer." + name: value for name, value in scorer.state_dict().items()})
    return out


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("data")
    arguments.add_argument("base")
    arguments.add_argument("out")
    arguments.add_argument("--minutes", type=float, default=60)
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--from", dest="start", metavar="MODELS")
    arguments.add_argument("--joint", action="store_true")
    arguments.add_argument("--tokeniser", metavar="FILE", default=os.path.join(
        os.path.dirname(os.path.abspath(__file__)), "../models/tokeniser.bin"))
    options = arguments.parse_args()
    if options.joint and not options.start:
        arguments.error("--joint goes with --from")
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    os.makedirs(options.out, exist_ok=True)

    corpora = load(options.data)
    pieces = load_pieces(options.base)
    inventory = (modelfile.read_inventory(modelfile.Reader(f"{options.start}/analysis.bin"))
                 if options.start else samples.Inventory.of(corpora[0] + corpora[1]))
    model = network.Analyser(inventory.sizes())
    if options.start:
        modelfile.read_analysis(options.start, model)
    else:
        network.load_base(model.encoder, f"{options.base}/model.safetensors")
        silence_untaught(model, corpora)
    if options.start and os.path.isdir(f"{options.data}/pages/train"):
        corpora += (load_pages(options.data, model, inventory, pieces, options.tokeniser),)
    scorer, coreferents = None, {}
    if options.joint:
        scorer = coreference.Scorer()
        scorer.read_from(modelfile.Reader(f"{options.start}/analysis.bin"))
        coreferents = joint.prepare(model, inventory, pieces, corpora,
                                    joint.load_articles(options.data, options.tokeniser))
    encoded = {d.id: [samples.encode(s, pieces, inventory) for s in d.sentences]
               for corpus in corpora for d in corpus}
    part_of_rate, quantised_from, shares = ((FURTHER_RATE, 0.02, FURTHER_SHARE) if options.start else
                                            (1, QUANTISED_FROM, READ_SHARE))
    optimiser = torch.optim.AdamW(groups(model, scorer), betas=(0.9, 0.98), eps=1e-8)
    average = {k: v.detach().clone() for k, v in means(model, scorer).items()}
    state = {"spent": 0.0, "step": 0, "epoch": 0, "quantised": False}
    path = f"{options.out}/checkpoint.pt"
    if os.path.exists(path):
        saved = torch.load(path)
        model.load_state_dict(saved["model"])
        if scorer:
            scorer.load_state_dict(saved["scorer"])
        optimiser.load_state_dict(saved["optimiser"])
        average, state = saved["average"], saved["state"]
        average.update({"scorer." + k: v for k, v in saved.get("scorer_average", {}).items()})
        rng.seed(state["epoch"] + 1000 * options.seed)
        torch.manual_seed(state["epoch"] + 1000 * options.seed)
        print(f"going on after epoch {state['epoch']}, {state['spent']:.0f} s", flush=True)
    with open(f"{options.out}/inventory.pickle", "wb") as file:
        pickle.dump(inventory, file)

    total = options.minutes * 60
    began = time.time() - state["spent"]
    while time.time() - began < total:
        sums, seen, since = {}, 0, time.time()
        for batch, coreferent in epoch_batches(corpora, encoded, coreferents, pieces, inventory, rng, shares):
            share = (time.time() - began) / total
            if share >= 1:
                break
            warm = min(1.0, (state["step"] + 1) / 400)
            fall = max(0.02, 1 - share)
            for group in optimiser.param_groups:
                group["lr"] = group["rate"] * part_of_rate * warm * fall
            mode = ("quantised" if share > quantised_from else
                    "observe" if share > quantised_from - 0.02 else "float")
            for part in filter(None, (model, scorer)):
                network.set_mode(part, mode)
                part.train()
            tensors = samples.collate(batch, rng, 0.03)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                states = model.gather(model.encoder(tensors["ids"], 0.1), tensors)
                parts = losses(model, tensors, states, 0.15)
            if coreferent:
                found = joint.loss_of(scorer, coreferent, states, tensors, rng, 0.25)
                parts.update({"coreference": found} if found is not None else {})
            if not parts:
                continue
            loss = sum(parts.values())
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([p for g in optimiser.param_groups for p in g["params"]], 5.0)
            optimiser.step()
            state["step"] += 1
            if state["step"] % 4 == 0:
                rate = 1 - min(EMA, state["step"] / (state["step"] + 200)) ** 4
                with torch.no_grad():
                    for k, v in means(model, scorer).items():
                        average[k].lerp_(v, rate) if not k.endswith(("low", "high", "reach", "wordpieces", "offsets")) \
                            else average[k].copy_(v)
            seen += int(tensors["ids"].numel())
            for k, v in parts.items():
                a, b = sums.get(k, (0.0, 0))
                sums[k] = (a + float(v), b + 1)
            if state["step"] % 100 == 0:
                print(f"step {state['step']} {share:.3f} {mode} "
                      f"{seen / (time.time() - since):.0f} pieces/s "
                      + " ".join(f"{k} {a / b:.3f}" for k, (a, b) in sums.items()), flush=True)
        state["epoch"] += 1
        state["spent"] = time.time() - began
        print(f"epoch {state['epoch']} spent {state['spent']:.0f} s "
              + " ".join(f"{k} {a / b:.3f}" for k, (a, b) in sums.items()), flush=True)
        kept = {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "state": state,
                "average": {k: v for k, v in average.items() if not k.startswith("scorer.")},
                "classes": inventory.sizes()}
        if scorer:
            kept["scorer"] = scorer.state_dict()
            kept["scorer_average"] = {k.removeprefix("scorer."): v for k, v in average.items()
                                      if k.startswith("scorer.")}
            torch.save({"scorer": kept["scorer_average"]}, f"{options.out}/coreference.pt.part")
            os.replace(f"{options.out}/coreference.pt.part", f"{options.out}/coreference.pt")
        torch.save(kept, path + ".part")
        os.replace(path + ".part", path)


if __name__ == "__main__":
    main()
