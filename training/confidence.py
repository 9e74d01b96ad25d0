#!/usr/bin/env python3
"""Fit the confidence of triples to how often they are right.

    confidence.py --readings readings.tsv --carb-records carb.jsonl --carb carb_dev.tsv [--leave-out sentences.txt]

What is fitted: each rule's odds factor k in   odds(right) = k(rule) · odds(raw) ^ slope   where `raw` is the product of
prior, parse, route and length factors that the extractor computes (docs/extraction.md, Confidence; records of a build
with kOddsFactors empty hold it). Labels: triples read by hand (readings.tsv: rule, raw, right, place and words), and the
core triples over CaRB's development sentences: right if at least 60 % of their words are those of one gold tuple with
a word of its relation, as often as makes them weigh like the readings. CaRB tells few of the facts that no clause says, so these come out less sure
than read alone. --leave-out names sentences that must not be trained on.
k is shrunk towards the k of all rules together (a Gaussian prior on its logarithm), the slope is 0.5 or 1.
Prints the table for src/extract/confidence_weights.hpp, and the expected calibration error (ten bins of equal size) of
raw and fitted confidences over five folds, split by sentence. Standard library only; the same bytes each time.
"""
import argparse
import collections
import json
import math
import random
import re


def words(text):
    return re.findall(r"\w+|[^\w\s]", text.lower())


def key_of(text):
    return ''.join(c for c in text.lower() if c.isalnum())


def overlap(a, b):
    return sum((collections.Counter(a) & collections.Counter(b)).values())


def read_carb(records, gold_file, left_out):
    gold = collections.defaultdict(list)
    with open(gold_file, encoding='utf-8') as lines:
        for line in lines:
            columns = line.rstrip('\n').split('\t')
            if len(columns) > 2:
                arguments = [c for c in columns[2:] if 'C: ' not in c]
                gold[key_of(columns[0])].append((words(columns[1]), words(' '.join(arguments))))
    with open(records, encoding='utf-8') as lines:
        for line in lines:
            t = json.loads(line)
            if t.get('record') != 'triple' or not t['core'] or t['kind'] == 'folded' or not t.get('object'):
                continue
            key = key_of(t['sentence']['text'])
            if key in left_out or key not in gold:
                continue
            relation = words(t['relation']['text'])
            others = words(t['subject']['text'] + ' ' + t['object']['text'])
            best = max((overlap(relation, r) and (overlap(relation, r) + overlap(others, a)) / len(relation + others)
                        for r, a in gold[key]), default=0)
            yield key, t['rule'].partition('+')[0], t['confidence'], int(best >= 0.6)


def read_readings(path):
    with open(path, encoding='utf-8') as lines:
        next(lines)
        for line in lines:
            rule, raw, right, place, *_ = line.rstrip('\n').split('\t')
            yield place, rule.partition('+')[0], float(raw), int(right)


def sigmoid(x):
    return 1 / (1 + math.exp(-x))


def logit(p):
    p = min(max(p, 0.01), 0.99)
    return math.log(p / (1 - p))


def newton(samples, slope, centre, weight):
    """The offset that maximises the likelihood, drawn to `centre` by `weight`."""
    offset = centre
    for _ in range(60):
        gradient, curvature = weight * (centre - offset), weight + 1e-9
        for raw, right in samples:
            p = sigmoid(offset + slope * logit(raw))
            gradient += right - p
            curvature += p * (1 - p)
        offset += gradient / curvature
    return offset


def fit(samples, slope):
    by_rule = collections.defaultdict(list)
    for _, rule, raw, right in samples:
        by_rule[rule].append((raw, right))
    centre = newton([(raw, right) for _, _, raw, right in samples], slope, 0, 0)
    return centre, {rule: newton(by_rule[rule], slope, centre, 2.0) for rule in sorted(by_rule)}


def predict(model, slope, rule, raw):
    centre, offsets = model
    return sigmoid(offsets.get(rule, centre) + slope * logit(raw))


def calibration_error(pairs, bins=10):
    pairs = sorted(pairs)
    total = 0.0
    for b in range(bins):
        part = pairs[b * len(pairs) // bins:(b + 1) * len(pairs) // bins]
        if part:
            total += abs(sum(p for p, _ in part) - sum(r for _, r in part))
    return total / len(pairs)


def log_loss(pairs):
    return -sum(math.log(p if right else 1 - p) for p, right in pairs) / len(pairs)


def cross_validate(samples, slope, folds=5):
    groups = sorted({s[0] for s in samples})
    random.seed(5)
    random.shuffle(groups)
    fold_of = {group: i % folds for i, group in enumerate(groups)}
    pairs = []
    for fold in range(folds):
        model = fit([s for s in samples if fold_of[s[0]] != fold], slope)
        pairs += [(predict(model, slope, rule, raw), right) for group, rule, raw, right in samples
                  if fold_of[group] == fold]
    return pairs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--readings', required=True)
    parser.add_argument('--carb-records')
    parser.add_argument('--carb')
    parser.add_argument('--leave-out')
    args = parser.parse_args()
    left_out = set()
    if args.leave_out:
        with open(args.leave_out, encoding='utf-8') as lines:
            left_out = {key_of(line) for line in lines}
    samples = list(read_readings(args.readings))
    read = len(samples)
    if args.carb_records:
        carb = list(read_carb(args.carb_records, args.carb, left_out))
        samples += carb * max(1, round(read / max(1, len(carb))))  # both sources weigh alike
    print(f'{read} read by hand, {len(samples) - read} of CaRB; right: {sum(s[3] for s in samples) / len(samples):.3f}')
    raw = [(s[2], s[3]) for s in samples]
    print(f'raw:       calibration error {calibration_error(raw):.3f}, log loss {log_loss(raw):.3f}')
    best = None
    for slope in (0.5, 1.0):
        pairs = cross_validate(samples, slope)
        print(f'slope {slope}: calibration error {calibration_error(pairs):.3f}, log loss {log_loss(pairs):.3f} (5 folds)')
        if best is None or log_loss(pairs) < best[0]:
            best = log_loss(pairs), slope
    centre, offsets = fit(samples, best[1])
    print(f'slope {best[1]}; all rules {math.exp(centre):.3f}')
    counts = collections.Counter(s[1] for s in samples)
    for rule, offset in sorted(offsets.items()):
        if counts[rule] >= 10:
            print(f'    {{"{rule}", {math.exp(offset):.2f}}},')


main()
