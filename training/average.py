"""The mean of several runs: average.py OUT_FOLDER MODELS_OR_FOLDER...

Each is a folder of training or, for coreference, one of model files. Of folders that all hold checkpoint.pt (train.py
--from one and the same model) the mean of the averaged weights goes to OUT_FOLDER/checkpoint.pt; of their
coreference scorers, if they have them or nothing else, to OUT_FOLDER/coreference.pt. Runs that start from one another's weights average well, and the
mean forgets less than any of them; runs from scratch do not.
"""

import os
import shutil
import sys

import torch

import coreference
import modelfile


def scorer_weights(folder):
    path = f"{folder}/coreference.pt"
    if os.path.exists(path):
        return torch.load(path)["scorer"]
    scorer = coreference.Scorer()
    scorer.read_from(modelfile.Reader(f"{folder}/analysis.bin"))
    return scorer.state_dict()


def mean_of(parts):
    return {name: (sum(part[name].float() for part in parts) / len(parts)).to(value.dtype)
            for name, value in parts[0].items()}


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    out, folders = sys.argv[1], sys.argv[2:]
    os.makedirs(out, exist_ok=True)
    trained = all(os.path.exists(f"{folder}/checkpoint.pt") for folder in folders)
    if trained:
        saved = [torch.load(f"{folder}/checkpoint.pt") for folder in folders]
        mean = mean_of([s["average"] for s in saved])
        torch.save({"average": mean, "model": mean, "classes": saved[0]["classes"]},
                   f"{out}/checkpoint.pt")
        shutil.copy(f"{folders[0]}/inventory.pickle", out)
    if not trained or all(os.path.exists(f"{folder}/coreference.pt") for folder in folders):
        torch.save({"scorer": mean_of([scorer_weights(f) for f in folders])},
                   f"{out}/coreference.pt")


if __name__ == "__main__":
    main()
