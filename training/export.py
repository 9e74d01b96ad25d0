"""Writes models/wordpieces.bin and models/analysis.bin: export.py MODEL_FOLDER BASE MODELS.

A model that was not trained with simulated quantisation gets its input ranges from --calibrate
DATA: 40 batches of the training data.
"""

import argparse
import os
import random

import torch

import modelfile
import network
import predict
import samples
import train

MODEL_ID = "relata-en-1"


def calibrate(model, data, pieces, inventory):
    rng = random.Random(7)
    corpora = [c[:80] for c in train.load(data)]
    encoded = {d.id: [samples.encode(s, pieces, inventory) for s in d.sentences]
               for c in corpora for d in c}
    network.set_mode(model, "observe")
    for batch, _ in train.epoch_batches(corpora, encoded, {}, pieces, inventory, rng)[:40]:
        with torch.no_grad():
            tensors = samples.collate(batch)
            states = model.gather(model.encoder(tensors["ids"]), tensors)
            train.losses(model, tensors, states, 0.0)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("model")
    arguments.add_argument("base")
    arguments.add_argument("models")
    arguments.add_argument("--calibrate", metavar="DATA")
    arguments.add_argument("--id", default=MODEL_ID)
    options = arguments.parse_args()
    torch.set_num_threads(1)
    model, inventory = predict.load_model(options.model)
    pieces = train.load_pieces(options.base)
    if options.calibrate:
        calibrate(model, options.calibrate, pieces, inventory)
    coreference = None
    if os.path.exists(f"{options.model}/coreference.pt"):
        import coreference as c
        coreference = c.load_scorer(f"{options.model}/coreference.pt")
    vocabulary = sorted(pieces.ids, key=pieces.ids.get)
    path = f"{options.models}/wordpieces.bin"
    if not os.path.exists(path):
        print(path, modelfile.write_wordpieces(path, model.encoder.wordpieces, vocabulary,
                                               "relata-wordpieces-1"))
    path = f"{options.models}/analysis.bin"
    print(path, modelfile.write_analysis(path + ".part", model, inventory, options.id, coreference))
    os.replace(path + ".part", path)


if __name__ == "__main__":
    main()
