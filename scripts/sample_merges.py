#!/usr/bin/env python3
"""Random merges across documents, to be read: how often is a merge right?

    sample_merges.py RECORDS.jsonl MERGES.jsonl [--number 100] [--seed 5]

RECORDS is what `relata extract` wrote, MERGES what `relata merge RECORDS.jsonl --merges MERGES.jsonl` gives.
For each merge: its reason, and the first mention of either side with the sentence of a fact about it.
The same files and seed give the same sample.
"""
import argparse
import json
import random


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records")
    parser.add_argument("merges")
    parser.add_argument("--number", type=int, default=100)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    entities, sentences = {}, {}
    with open(options.records, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record.get("record") == "entity":
                entities[record["entity"]] = record
            elif record.get("record") == "triple":
                for side in ("subject", "object"):
                    entity = record.get(side, {}).get("entity")
                    if entity:
                        sentences.setdefault(entity, record["sentence"]["text"])
    with open(options.merges, encoding="utf-8") as lines:
        merges = [json.loads(line) for line in lines if line.strip()]
    across = [m for m in merges if entities[m["left"]]["doc"] != entities[m["right"]]["doc"]]
    across.sort(key=lambda m: (m["left"], m["right"]))
    sample = random.Random(options.seed).sample(across, min(options.number, len(across)))
    print("%d merges across documents of %d" % (len(across), len(merges)))
    for number, merge in enumerate(sample, 1):
        print("%d. %s (%.2f): %s" % (number, merge["reason"], merge["score"], merge["evidence"]))
        for side in ("left", "right"):
            entity = entities[merge[side]]
            print("   %s %s: %s" % (entity["entity"], entity["name"], sentences.get(entity["entity"], "")[:160]))


main()
