#!/usr/bin/env python3
"""What the command makes of the things of texts with marked mentions (training/pages/README.md).

    score_marked.py [--command build/release/relata] [--models DIR] [--wrong N] [--split N] TEXT.txt...

Every text is a document of one graph. A thing with a name is in several nodes where two of its names are; a node holds several things
where it has names of two. Then, for each reason of --merges, how many merges within one document join what the marks call one thing; the
first N wrong ones of each are shown. --split shows the first N things in several nodes, and nodes of several things, with their phrases.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / 'training'))
import marked  # noqa: E402

NEAR = 25  # code points that the borders of two phrases may differ by in all


def read(path):
    """The text, its mentions [(start, end, number)] and the spans of its names."""
    types, text, mentions, names = {}, '', [], []
    for line in pathlib.Path(path).read_text(encoding='utf-8').splitlines():
        plain, found, named = marked.unmark(line, types)
        mentions += [(m[0] + len(text), m[1] + len(text), m[2]) for m in found]
        names += [(n[0] + len(text), n[1] + len(text)) for n in named]
        text += plain + '\n'
    return text, mentions, names


def build(options, folder, texts, dates=None):
    """texts: name -> (text, …); mentions, merges and records of one graph of all."""
    with open(folder / 'texts.jsonl', 'w', encoding='utf-8') as out:
        for name, (text, *_) in texts.items():
            dated = {'date': dates[name]} if dates else {}
            out.write(json.dumps({'id': name, 'text': text, **dated}) + '\n')
    models = ['--models', options.models] if options.models else []
    common = ['--quiet', '--language', 'keep', *models, str(folder / 'texts.jsonl'), '-o']
    subprocess.run([options.command, 'extract', *common, str(folder / 'records.jsonl')], check=True)
    subprocess.run([options.command, 'build', *common, str(folder / 'g.graphml'), '--mentions', str(folder / 'm.jsonl'),
                    '--merges', str(folder / 'merges.jsonl')], check=True)
    return [[json.loads(line) for line in open(folder / name, encoding='utf-8')]
            for name in ('m.jsonl', 'merges.jsonl', 'records.jsonl')]


def shown(forms):
    return ' | '.join(', '.join(f'{form} ×{n}' if n > 1 else form for form, n in counted.most_common(5)) for counted in forms)


def score_names(texts, documents, examples):
    """A thing with a name is a list of forms for each node that has one, and so is a node for each thing of a text."""
    things, nodes = {}, collections.defaultdict(lambda: collections.defaultdict(collections.Counter))
    for document in documents:
        name = document['id']
        text, mentions, names = texts[name]
        for start, end in names:
            around = [(m[1] - m[0], m[2]) for m in mentions if m[0] <= start and m[1] >= end]
            inside = [m for m in document['mentions'] if start <= m['head'][0] and m['head'][1] <= end]
            if not around or not inside:
                continue
            found = min(inside, key=lambda m: abs(m['start'] - start) + abs(m['end'] - end))
            thing = things.setdefault((name, min(around)[1]), collections.defaultdict(collections.Counter))
            thing[found['cluster']][text[start:end]] += 1
            nodes[name, found['cluster']][min(around)[1]][text[start:end]] += 1
    split = {key: forms for key, forms in things.items() if len(forms) > 1}
    joined = {key: forms for key, forms in nodes.items() if len(forms) > 1}
    print(f'{len(things)} named things, {len(split)} in several nodes; {len({cluster for _, cluster in nodes})} nodes, '
          f'{len({cluster for _, cluster in joined})} with several things of a text')
    for title, found in (('in several nodes', split), ('several things', joined)):
        for (name, _), forms in list(found.items())[:examples]:
            print(f'    {title} ({name}): {shown(forms.values())}')


def score_merges(texts, merges, records, wrong_shown):
    first = {r['entity']: (r['doc'], r['first']) for r in records if r['record'] == 'entity'}

    def thing(entity):
        doc, place = first[entity]
        near = [(abs(m[0] - place['start']) + abs(m[1] - place['end']), m[2]) for m in texts[doc][1]
                if m[0] <= place['end'] and m[1] >= place['start']]
        return min(near)[1] if near and min(near)[0] <= NEAR else None

    verdicts = collections.defaultdict(lambda: collections.defaultdict(list))
    for merge in merges:
        left, right = merge['left'], merge['right']
        if left not in first or right not in first or first[left][0] != first[right][0]:
            continue
        a, b = thing(left), thing(right)
        verdict = 'unknown' if a is None or b is None else 'right' if a == b else 'wrong'
        verdicts[merge['reason']][verdict].append(f"{merge['evidence']} ({first[left][0]})")
    for reason, found in sorted(verdicts.items()):
        print(f"{reason}: {len(found['right'])} right, {len(found['wrong'])} wrong, {len(found['unknown'])} not marked")
        for text in found['wrong'][:wrong_shown]:
            print('    ', text)


def common_arguments(description):
    """A parser of the options that score_stories.py has, too."""
    arguments = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--command', default=str(ROOT / 'build/release/relata'))
    arguments.add_argument('--models')
    arguments.add_argument('--wrong', type=int, default=0, metavar='N')
    arguments.add_argument('--split', type=int, default=0, metavar='N')
    return arguments


def main():
    arguments = common_arguments(__doc__)
    arguments.add_argument('texts', nargs='+')
    options = arguments.parse_args()
    texts = {pathlib.Path(path).stem: read(path) for path in options.texts}
    with tempfile.TemporaryDirectory() as folder:
        documents, merges, records = build(options, pathlib.Path(folder), texts)
    score_names(texts, documents, options.split)
    score_merges(texts, merges, records, options.wrong)


if __name__ == '__main__':
    main()
