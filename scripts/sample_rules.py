#!/usr/bin/env python3
"""Draw random triples of each rule from records, to be read: is it what the sentence says?

    sample_rules.py RECORDS.jsonl [--seed 2026] [--frequent 40] [--rare 15]

How often each rule fires goes to the first lines; then one line a triple: number, rule, triple, sentence around it.
A rule is the part of `rule` before "+" (how the subject was found). The order of the records does not matter.
"""
import argparse
import collections
import json
import random


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('records')
    parser.add_argument('--seed', type=int, default=2026)
    parser.add_argument('--frequent', type=int, default=40, help='samples of rules with 1,000 triples or more')
    parser.add_argument('--rare', type=int, default=15)
    args = parser.parse_args()
    by_rule = collections.defaultdict(list)
    with open(args.records, encoding='utf-8') as lines:
        for line in lines:
            record = json.loads(line)
            if record.get('record') == 'triple':
                by_rule[record['rule'].partition('+')[0]].append(line)
    order = sorted(by_rule, key=lambda rule: (-len(by_rule[rule]), rule))
    for rule in order:
        print(f'{len(by_rule[rule])}\t{rule}')
    random.seed(args.seed)
    number = 0
    for rule in order:
        lines = sorted(by_rule[rule])
        size = args.frequent if len(lines) >= 1000 else args.rare
        for line in random.sample(lines, min(size, len(lines))):
            number += 1
            t = json.loads(line)
            text = ' '.join(t['sentence']['text'].split())
            marks = t['polarity'][0] + t['modality'][0] + (' by ' + t['attribution'].get('name', 'unnamed') if t.get('attribution') else '')
            obj = t.get('object') or {}
            print(f"{number} {t['rule']} | {t['subject']['text'][:60]} | {t['relation']['text']} | {obj.get('text', '')[:60]} "
                  f"[{marks}] | {text[:300]}")


main()
