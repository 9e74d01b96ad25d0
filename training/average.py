"""Averages coreference scorers: average.py OUT_FOLDER MODELS_OR_FOLDER...

Each is a folder of model files or one of training with coreference.pt; the mean of their weights goes
to OUT_FOLDER/coreference.pt. Runs that start from one another's weights (coreference.py train --from)
average well, and the mean forgets less than any of them; runs from scratch do not.
"""

import os
import sys

import torch

import coreference
import modelfile


def weights(folder):
    path = f"{folder}/coreference.pt"
    if os.path.exists(path):
        return torch.load(path)["scorer"]
    scorer = coreference.Scorer()
    scorer.read_from(modelfile.Reader(f"{folder}/analysis.bin"))
    return scorer.state_dict()


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    parts = [weights(folder) for folder in sys.argv[2:]]
    mean = {name: (sum(part[name].float() for part in parts) / len(parts)).to(value.dtype)
            for name, value in parts[0].items()}
    torch.save({"scorer": mean}, f"{sys.argv[1]}/coreference.pt")


if __name__ == "__main__":
    main()
