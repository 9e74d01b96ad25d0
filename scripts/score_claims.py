#!/usr/bin/env python3
"""Score the command's claims and times over tests/extract/raw_text (its README tells the format).

    score_claims.py [--command build/release/relata] [--part dev|held-out|all] [--failures] [--floors]

Claims: how many claims were written as bare facts (positive, asserted, nobody's), how many have the right polarity,
modality and holder, how many plain assertions were marked as claims. Times: how often the value is right. --failures
lists what went wrong, of the dev half only. --floors exits 1 if a figure over both halves is below its floor.
"""
import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TEXTS = ROOT / 'tests' / 'extract' / 'raw_text'
# A little under the figures in docs/quality-extraction.md: (figure, at most or at least, bound).
FLOORS = [
    ('bare', 'at most', 0.03),
    ('right', 'at least', 0.90),
    ('marked', 'at most', 0.03),
    ('kinds', 'at least', 0.90),
    ('times', 'at least', 0.90),
]


def read_lines(path):
    return [json.loads(line) for line in path.read_text(encoding='utf-8').splitlines()]


def extract(command, items):
    """Triples and entities of each item, which is a document of its own."""
    triples = collections.defaultdict(list)
    entities = {}
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as file:
        for item in items:
            line = {'id': item['id'], 'text': item['text']}
            if item.get('date'):
                line['date'] = item['date']
            file.write(json.dumps(line, ensure_ascii=False) + '\n')
        file.flush()
        run = subprocess.run([command, 'extract', '--input-format', 'jsonl', '--quiet', file.name],
                             stdout=subprocess.PIPE, check=True)
    for line in run.stdout.decode('utf-8').splitlines():
        record = json.loads(line)
        if record.get('record') == 'entity':
            entities[record['entity']] = record
        elif record.get('record') == 'triple':
            triples[record['doc']].append(record)
    return triples, entities


def words_of(*texts):
    return set(re.findall(r"[\w]+", ' '.join(text or '' for text in texts).lower()))


def names_of(entity):
    if not entity:
        return ''
    return ' '.join([entity.get('name', '')] + entity.get('names', []) + entity.get('descriptions', []))


class Claims:
    def __init__(self, triples, entities):
        self.triples = triples
        self.entities = entities

    def argument_words(self, argument):
        if not argument:
            return set()
        return words_of(argument['text'], argument.get('name'), names_of(self.entities.get(argument.get('entity'))))

    def matches(self, triple, expected):
        relation = triple['relation']
        said = words_of(relation.get('lemma'), relation['type'].replace('_', ' '))
        if not said & {word.lower() for word in expected['relation']}:
            return False
        subject = self.argument_words(triple['subject'])
        object_ = self.argument_words(triple.get('object')) | words_of(relation['text'])
        wanted_subject = {word.lower() for word in expected['subject']}
        wanted_object = {word.lower() for word in expected['object']}

        def fits(a, b):
            return (not wanted_subject or wanted_subject & a) and (not wanted_object or wanted_object & b)
        by_agent = relation['text'].endswith(' by')
        return fits(subject, object_) or (by_agent and fits(object_, subject))

    def holder_fits(self, attribution, holders):
        if attribution is None:
            return None in holders
        if attribution['holder'] == 'unnamed' and 'unnamed' in holders:
            return True
        words = words_of(attribution.get('name'), names_of(self.entities.get(attribution['holder'])))
        return any(holder and holder.lower() in words for holder in holders)

    def stance_fits(self, triple, expected):
        return (triple['polarity'] in expected['polarity'] and triple['modality'] in expected['modality']
                and self.holder_fits(triple.get('attribution'), expected['holder']))


def is_bare(triple):
    return triple['polarity'] == 'positive' and triple['modality'] == 'asserted' and 'attribution' not in triple


def reading(expected):
    """plain: only a bare fact will do; claim: a bare fact will not; either."""
    bare = 'positive' in expected['polarity'] and 'asserted' in expected['modality'] and None in expected['holder']
    if not bare:
        return 'claim'
    only = len(expected['polarity']) == len(expected['modality']) == len(expected['holder']) == 1
    return 'plain' if only else 'either'


def describe(triple):
    attribution = triple.get('attribution')
    whose = ''
    if attribution:
        whose = f" [{attribution.get('name') or attribution['holder']}: {attribution.get('cue')}"
        whose += f" {attribution.get('kind', '')}]"
    object_ = triple.get('object')
    return (f"{triple['subject']['text']} | {triple['relation']['text']} | {object_['text'] if object_ else ''}"
            f"  {triple['polarity'][:3]} {triple['modality']}{whose}  ({triple['rule']})")


def score_claims(command, part, show):
    items = [item for item in read_lines(TEXTS / 'claims.jsonl') if part in ('all', item['part'])]
    triples, entities = extract(command, items)
    claims = Claims(triples, entities)
    count = collections.Counter()
    for item in items:
        for expected in item['triples']:
            kind = reading(expected)
            count[kind] += 1
            found = [triple for triple in triples[item['id']] if claims.matches(triple, expected)]
            faults = []
            if found:
                count[kind, 'found'] += 1
                right = all(claims.stance_fits(triple, expected) for triple in found)
                if kind == 'claim' and any(is_bare(triple) for triple in found):
                    count['bare'] += 1
                    faults.append('BARE')
                if kind == 'plain' and not all(is_bare(triple) for triple in found):
                    count['marked'] += 1
                    faults.append('MARKED')
                if right:
                    count[kind, 'right'] += 1
                elif not faults:
                    faults.append('WRONG')
                attributed = [triple['attribution'] for triple in found if 'attribution' in triple]
                if right and attributed and 'kind' in expected:
                    count['kinds'] += 1
                    if all(a.get('kind') in expected['kind'] for a in attributed):
                        count['kinds right'] += 1
                    else:
                        faults.append('KIND')
                if right and expected.get('nested'):
                    count['nested'] += 1
                    if all(a.get('within') for a in attributed):
                        count['nested right'] += 1
                    else:
                        faults.append('NESTED')
            else:
                faults.append('MISSING')
            if faults and show and item['part'] == 'dev':
                print(f"{item['id']} {' '.join(faults)}: {item['text']}\n    wanted {expected}")
                for triple in found or triples[item['id']]:
                    print(f'    {describe(triple)}')
    return count


def score_times(command, part, show):
    items = [item for item in read_lines(TEXTS / 'times.jsonl') if part in ('all', item['part'])]
    triples, _ = extract(command, items)
    count = collections.Counter()
    for item in items:
        count['times'] += 1
        wanted = [text.lower() for text in item['expression']]
        values = set()
        told = set()
        for triple in triples[item['id']]:
            object_ = triple.get('object')
            for phrase in triple.get('qualifiers', []) + ([object_] if object_ else []) + [triple['subject']]:
                text = phrase['text'].lower()
                # An expression is the phrase, a part of it, or has the phrase within.
                inside = any(re.search(rf'\b{re.escape(w)}\b', text) or
                             re.search(rf'\b{re.escape(text)}\b', w) for w in wanted)
                if inside and phrase.get('value'):
                    values.add(phrase['value'])
                if inside:
                    told.add(f"{triple['subject']['text']} | {triple['relation']['text']} | {phrase['text']}")
        known = [value for value in item['value'] if value]
        right = all(value in known for value in values) if values else None in item['value']
        count['times right'] += right
        if known:
            count['known'] += 1
            count['known right'] += right
        else:
            count['unknown'] += 1
            count['unknown right'] += right
        if not right and show and item['part'] == 'dev':
            print(f"{item['id']} TIME {item['date']} {item['text']}\n    wanted {item['value']} found {sorted(values)}"
                  f" in {sorted(told)}")
    return count


def share(part, whole):
    return part / whole if whole else 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--command', default=str(ROOT / 'build' / 'release' / 'relata'))
    parser.add_argument('--part', choices=['dev', 'held-out', 'all'])
    parser.add_argument('--failures', action='store_true')
    parser.add_argument('--floors', action='store_true')
    options = parser.parse_args()
    figures = {}
    for part in [options.part] if options.part else ['dev', 'held-out', 'all']:
        show = options.failures and part != 'held-out' and (part == 'dev' or options.part)
        count = score_claims(options.command, part, show)
        count.update(score_times(options.command, part, show))
        claims, plain = count['claim'], count['plain']
        rows = [
            ('claims written as bare facts', 'bare', share(count['bare'], claims), count['bare'], claims),
            ('claims found', 'found', share(count['claim', 'found'], claims), count['claim', 'found'], claims),
            ('claims right, of all', 'right', share(count['claim', 'right'], claims), count['claim', 'right'], claims),
            ('claims right, of those found', 'right_of_found', share(count['claim', 'right'], count['claim', 'found']),
             count['claim', 'right'], count['claim', 'found']),
            ('plain assertions found', 'plain', share(count['plain', 'found'], plain), count['plain', 'found'], plain),
            ('plain assertions marked as claims', 'marked', share(count['marked'], count['plain', 'found']),
             count['marked'], count['plain', 'found']),
            ('either reading right, of those found', 'either', share(count['either', 'right'], count['either', 'found']),
             count['either', 'right'], count['either', 'found']),
            ('kind of attribution right', 'kinds', share(count['kinds right'], count['kinds']), count['kinds right'],
             count['kinds']),
            ('nested holders kept', 'nested', share(count['nested right'], count['nested']), count['nested right'],
             count['nested']),
            ('times right', 'times', share(count['times right'], count['times']), count['times right'],
             count['times']),
            ('times that can be known', 'known', share(count['known right'], count['known']), count['known right'],
             count['known']),
            ('times that cannot', 'unknown', share(count['unknown right'], count['unknown']), count['unknown right'],
             count['unknown']),
        ]
        print(f'== {part}')
        for label, key, value, top, bottom in rows:
            print(f'{label:40} {value:6.3f}  {top} of {bottom}')
            figures[part, key] = value
    failed = False
    if options.floors:
        for key, side, bound in FLOORS:
            value = figures['all', key]
            if value > bound if side == 'at most' else value < bound:
                print(f'{key}: {value:.3f}, {side} {bound} is asked', file=sys.stderr)
                failed = True
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
