#!/usr/bin/env python3
"""The order of documents and how they are spread over runs must not count.

    scripts/check_laws.py RELATA NEWS.jsonl [--orders 20] [--cuts 10] [--extracts 1]
                          [--decisions 0] [--seed 1]

Extracts the records of NEWS once, then merges them again and again and compares the SHA-256 of the
GraphML and of --merges with those of the first time:

    order      the records of all documents in a random order, line by line
    cut        the documents cut at random into two files of records
    extract    the lines of NEWS shuffled and cut into two files, each extracted by itself; takes as
               long as the analysis of NEWS
    decision   two random names with a decision: then one of the decisions is taken back, and the
               graph must be the first one again

Prints a line a run and exits with 1 if any differs.
"""
import argparse
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile


def digest(path):
    """The beginning of the SHA-256 of a file."""
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()[:16]


class Laws:
    def __init__(self, relata, folder):
        self.relata = relata
        self.folder = folder
        self.failures = 0
        self.expected = None

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *args):
        subprocess.run([self.relata, *args], check=True)

    def extract(self, lines, name):
        with open(self.path(name + ".in.jsonl"), "w", encoding="utf-8") as file:
            file.writelines(lines)
        self.run("extract", "--quiet", self.path(name + ".in.jsonl"), "-o", self.path(name))
        with open(self.path(name), encoding="utf-8") as file:
            return file.readlines()

    def write(self, lines, name):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.writelines(lines)
        return self.path(name)

    def merge(self, records, *options):
        graph, merges = self.path("graph.graphml"), self.path("merges.jsonl")
        self.run("merge", "--quiet", *options, *records, "-o", graph, "--merges", merges)
        return digest(graph), digest(merges)

    def check(self, what, result):
        same = result == self.expected
        self.failures += not same
        print(f"{what:12} graph {result[0]} merges {result[1]} {'same' if same else 'DIFFERS'}",
              flush=True)


def cut(items, dice):
    """Two lists of which neither is empty."""
    items = list(items)
    dice.shuffle(items)
    at = dice.randrange(1, len(items))
    return items[:at], items[at:]


def random_names(lines, dice):
    """Names of two entities of the records."""
    named = [r for r in map(json.loads, lines) if r.get("record") == "entity" and r.get("names")]
    left, right = dice.sample(named, 2)
    return [{"name": r["names"][0], "doc": r["doc"]} for r in (left, right)]


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("relata")
    parser.add_argument("news")
    parser.add_argument("--orders", type=int, default=20)
    parser.add_argument("--cuts", type=int, default=10)
    parser.add_argument("--extracts", type=int, default=1)
    parser.add_argument("--decisions", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    with open(options.news, encoding="utf-8") as file:
        news = [line if line.endswith("\n") else line + "\n" for line in file]
    with tempfile.TemporaryDirectory() as folder:
        laws = Laws(options.relata, folder)
        lines = laws.extract(news, "records.jsonl")
        of_document = {}
        for line in lines:
            of_document.setdefault(json.loads(line)["doc"], []).append(line)
        laws.expected = laws.merge([laws.path("records.jsonl")])
        laws.check("first", laws.expected)
        for i in range(options.orders):
            shuffled = list(lines)
            dice.shuffle(shuffled)
            laws.check(f"order {i + 1}", laws.merge([laws.write(shuffled, "shuffled.jsonl")]))
        for i in range(options.cuts):
            parts = cut(of_document, dice)
            laws.check(f"cut {i + 1}", laws.merge([
                laws.write([line for doc in part for line in of_document[doc]], f"part{n}.jsonl")
                for n, part in enumerate(parts)]))
        for i in range(options.extracts):
            for n, part in enumerate(cut(news, dice)):
                laws.extract(part, f"run{n}.jsonl")
            laws.check(f"extract {i + 1}", laws.merge([laws.path("run0.jsonl"),
                                                       laws.path("run1.jsonl")]))
        for i in range(options.decisions):
            pair = random_names(lines, dice)
            verdict = dice.choice(["same", "different"])
            decided = laws.write([json.dumps({verdict: pair}) + "\n"], "decisions.jsonl")
            try:
                graph = laws.merge([laws.path("records.jsonl")], "--decisions", decided)[0]
            except subprocess.CalledProcessError:
                graph = "refused"
            print(f"             {verdict} {pair[0]['name']} / {pair[1]['name']}: {graph}")
            laws.write([], "decisions.jsonl")
            laws.check(f"decision {i + 1}",
                       laws.merge([laws.path("records.jsonl")], "--decisions", decided))
    return 1 if laws.failures else 0


if __name__ == "__main__":
    sys.exit(main())
