#!/usr/bin/env python3
"""Is each thing that small corpora name one node, and does it hold nothing else?

    score_entities.py [--command build/release/relata] [--models DIR] [--wrong] FOLDER...

FOLDER (benchmarks/entities/*): corpora NAME.jsonl, each some documents about one affair, and gold.jsonl, a line a document: {"doc", "mentions":
[[start, end, type, entity], …]}, code points in its text, with "descriptions":
[[start, end, entity], …] where pronouns and descriptions are marked, too.  Each corpus is built on its own.  Of a named mention of the gold the mention of relata
counts whose head lies in it and that overlaps it most; what has none is in no node.  Printed for each folder: things, those that are all of one node
whose named mentions are all theirs, those in several nodes, those in none; nodes that hold several things; pairs of a thing and a node of another
type (groups count as bodies, countries as places); of the descriptions those in a node of their thing, in another thing's, in one without a named thing,
and in none.  With --wrong, each of these.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
GRAPHML = '{http://graphml.graphdrawing.org/xmlns}'
TYPES = {'Person': 'person', 'Organization': 'organization', 'Group': 'organization', 'Place': 'place', 'Country': 'place'}


def read_lines(path):
    return [json.loads(line) for line in open(path, encoding='utf-8')]


def build(options, corpus, folder):
    """{node: (label, type)}, {document: mentions}"""
    graph, mentions = folder / 'g.graphml', folder / 'm.jsonl'
    models = ['--models', options.models] if options.models else []
    subprocess.run([options.command, 'build', '--quiet', *models, str(corpus), '-o', str(graph), '--mentions', str(mentions)], check=True)
    nodes = {}
    for node in ElementTree.parse(graph).getroot().iter(GRAPHML + 'node'):
        data = {x.get('key'): x.text for x in node}
        nodes[node.get('id')] = (data['nodelabel'], TYPES.get(data['labelV'], 'other'))
    return nodes, {line['id']: line['mentions'] for line in read_lines(mentions)}


def find(mentions, start, end, only_names):
    """The mention with its head in the span that overlaps it most, or none."""
    best = None
    for mention in mentions:
        overlap = min(end, mention['end']) - max(start, mention['start'])
        whole = mention['start'] == start and mention['end'] == end
        fits = not only_names or mention['form'] == 'name' or (mention['form'] == 'nominal' and whole)
        if overlap <= 0 or not fits or mention['head'][0] < start or mention['head'][1] > end + 1:
            continue
        share = overlap / (max(end, mention['end']) - min(start, mention['start']))
        if best is None or share > best[0]:
            best = (share, mention)
    return best and best[1]


def score_descriptions(document, mentions, gold, nodes, things_of, counts, wrong):
    for start, end, entity in gold:
        counts['descriptions'] += 1
        mention = find(mentions, start, end, only_names=False)
        node = mention and mention['cluster']
        if node not in nodes:
            counts['nowhere'] += 1
        elif entity in things_of[node]:
            counts['right'] += 1
        elif things_of[node]:
            counts['strayed'] += 1
            text = document['text'][start:end].replace('\n', ' ')
            wrong.append('description: %s (%s) in %s: %s' % (text, entity, document['id'], nodes[node][0]))
        else:
            counts['apart'] += 1


def score(options, corpus, gold, wrong):
    with tempfile.TemporaryDirectory() as temporary:
        nodes, mentions = build(options, corpus, pathlib.Path(temporary))
    nodes_of, things_of = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    types = {}
    for document in read_lines(corpus):
        for start, end, kind, entity in gold[document['id']]['mentions']:
            types[entity] = kind
            mention = find(mentions[document['id']], start, end, only_names=True)
            text = document['text'][start:end].replace('\n', ' ')
            if mention and mention['cluster'] in nodes:
                nodes_of[entity][mention['cluster']] += 1
                things_of[mention['cluster']][entity] += 1
            else:
                wrong.append('no node: %s in %s' % (text, document['id']))
    counts = collections.Counter(things=len(types))
    for document in read_lines(corpus):
        described = gold[document['id']].get('descriptions', [])
        score_descriptions(document, mentions[document['id']], described, nodes, things_of, counts, wrong)
    for entity, kind in types.items():
        found = nodes_of[entity]
        counts['none'] += not found
        counts['several'] += len(found) > 1
        counts['one'] += len(found) == 1 and all(len(things_of[node]) == 1 for node in found)
        other = [node for node in found if nodes[node][1] != kind]
        counts['types'] += len(other)
        wrong += ['several nodes: %s: %s' % (entity, '; '.join(nodes[node][0] for node in found))] * (len(found) > 1)
        wrong += ['type: %s: %s' % (entity, nodes[node]) for node in other]
    for node, things in things_of.items():
        counts['mixed'] += len(things) > 1
        wrong += ['several things: %s: %s' % (nodes[node][0], '; '.join(things))] * (len(things) > 1)
    return counts


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--command', default=str(ROOT / 'build/release/relata'))
    arguments.add_argument('--models')
    arguments.add_argument('--wrong', action='store_true')
    arguments.add_argument('folders', nargs='+', type=pathlib.Path)
    options = arguments.parse_args()
    for folder in options.folders:
        gold = {line['doc']: line for line in read_lines(folder / 'gold.jsonl')}
        counts, wrong = collections.Counter(), []
        for corpus in sorted(folder.glob('*.jsonl')):
            if corpus.name != 'gold.jsonl':
                counts.update(score(options, corpus, gold, wrong))
        print('%s: %d things, %d all of one node (%.1f %%), %d in several, %d in none; %d nodes hold several; %d of another type'
              % (folder.name, counts['things'], counts['one'], 100 * counts['one'] / counts['things'], counts['several'], counts['none'],
                 counts['mixed'], counts['types']))
        if counts['descriptions']:
            print('%s: %d descriptions, %d in the node of their thing, %d in another\'s, %d apart, %d in none'
                  % (folder.name, counts['descriptions'], counts['right'], counts['strayed'], counts['apart'], counts['nowhere']))
        if options.wrong:
            print(''.join('    %s\n' % line for line in sorted(wrong)), end='')


if __name__ == '__main__':
    main()
