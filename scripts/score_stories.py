#!/usr/bin/env python3
"""What the command makes of stories that several documents tell (training/stories/README.md).

    score_stories.py [--command build/release/relata] [--models DIR] [--wrong N] [--split N] [--only STORY,…] [--keep DIR] FOLDER

All documents are one corpus. A thing is a number of a pair of stories; things of two pairs are not compared. Printed: B-cubed over
the marked mentions of people, bodies, places and things (those without a node stand alone), within documents and across; how many
things stand in several nodes; for each reason of --merges how many merges across documents join one thing. --wrong and --split show
the first N wrong merges of a reason and things in most nodes.
"""
import collections
import json
import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / 'training'))
sys.path.insert(0, str(ROOT / 'scripts'))
import marked  # noqa: E402
import score_marked  # noqa: E402

TYPES = ('person', 'organization', 'place', 'object')


def read(path):
    """The text and its mentions [(start, end, number, type)]."""
    types, text, mentions = {}, '', []
    for line in path.read_text(encoding='utf-8').splitlines():
        plain, found, _ = marked.unmark(line, types)
        mentions += [(m[0] + len(text), m[1] + len(text), m[2]) for m in found]
        text += plain + '\n'
    return text, [(*m, types[m[2]]) for m in mentions]


def b_cubed(items):
    """items: (gold, predicted) -> precision, recall, F1."""
    both, gold, predicted = (collections.Counter(key) for key in (items, (g for g, _ in items), (p for _, p in items)))
    precision = sum(n * n / predicted[p] for (_, p), n in both.items()) / len(items)
    recall = sum(n * n / gold[g] for (g, _), n in both.items()) / len(items)
    return 100 * precision, 100 * recall, 200 * precision * recall / (precision + recall)


def nearest(start, end, mentions):
    """Of the mentions that overlap, the one whose borders are nearest; None beyond score_marked.NEAR."""
    near = [(abs(m[0] - start) + abs(m[1] - end), m[2]) for m in mentions if m[0] <= end and m[1] >= start]
    best = min(near, key=lambda m: m[0], default=None)
    return best[1] if best and best[0] <= score_marked.NEAR else None


def main():
    arguments = score_marked.common_arguments(__doc__)
    arguments.add_argument('--only', type=lambda text: text.split(','))
    arguments.add_argument('--keep')
    arguments.add_argument('folder', type=pathlib.Path)
    options = arguments.parse_args()
    pair_of = {story: line.split()[0] for line in open(options.folder / 'pairs') for story in line.split()}
    texts, dates = {}, {}
    for path in sorted(options.folder.glob('*-*.txt')):
        story, number = path.stem.split('-')
        if options.only and story not in options.only:
            continue
        texts[path.stem] = read(path)
        days = dict(line.split() for line in open(options.folder / f'{story}.dates'))
        dates[path.stem] = days[number]
    pair = {name: pair_of[name.split('-')[0]] for name in texts}
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(options.keep or temporary)
        folder.mkdir(exist_ok=True)
        documents, merges, records = score_marked.build(options, folder, texts, dates)
    clusters = {d['id']: [(m['start'], m['end'], m['cluster']) for m in d['mentions']] for d in documents}
    items, within = [], []
    nodes = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))
    for name, (text, mentions) in texts.items():
        for start, end, number, kind in mentions:
            if kind not in TYPES:
                continue
            found = nearest(start, end, clusters[name])
            thing = (pair[name], number)
            node = (pair[name], found) if found else ('alone', len(items))
            items.append((thing, node))
            within.append(((name, *thing), (name, *node)))
            if found:
                nodes[thing][found][text[start:end]] += 1
    print('B-cubed P, R, F1 across {:.1f} {:.1f} {:.1f}, within documents {:.1f} {:.1f} {:.1f}; {} mentions, {} without a node'.format(
        *b_cubed(items), *b_cubed(within), len(items), sum(node[0] == 'alone' for _, node in items)))
    documents_of = collections.defaultdict(set)
    for name, (_, mentions) in texts.items():
        for mention in mentions:
            documents_of[pair[name], mention[2]].add(name)
    shared = {thing: found for thing, found in nodes.items() if len(documents_of[thing]) > 1}
    print(f'{len(shared)} things of several documents in {sum(map(len, shared.values()))} nodes, '
          f'{sum(len(found) == 1 for found in shared.values())} of them in one')
    for thing, found in sorted(shared.items(), key=lambda entry: -len(entry[1]))[:options.split]:
        print(f'    {thing[0]} {thing[1]}: ' + ' | '.join(
            ', '.join(form for form, _ in forms.most_common(4)) for forms in found.values()))
    first = {r['entity']: (r['doc'], r['first']) for r in records if r['record'] == 'entity'}
    verdicts = collections.defaultdict(lambda: collections.defaultdict(list))
    for merge in merges:
        places = [first.get(merge[side]) for side in ('left', 'right')]
        if None in places or places[0][0] == places[1][0] or pair[places[0][0]] != pair[places[1][0]]:
            continue
        a, b = (nearest(place['start'], place['end'], texts[doc][1]) for doc, place in places)
        verdict = 'unknown' if a is None or b is None else 'right' if a == b else 'wrong'
        verdicts[merge['reason']][verdict].append(f"{merge['evidence']} ({merge['left']}, {merge['right']})")
    for reason, found in sorted(verdicts.items()):
        print(f"{reason}: {len(found['right'])} right, {len(found['wrong'])} wrong, {len(found['unknown'])} not marked")
        for text in found['wrong'][:options.wrong]:
            print('    ', text)


if __name__ == '__main__':
    main()
