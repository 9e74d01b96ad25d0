#!/usr/bin/env python3
"""Do names that papers write in several ways become one node, and names that look alike several?

    score_names.py [--command build/release/relata] [--models DIR] [--wrong] FILE.tsv...

FILE (benchmarks/names/*.tsv): lines "kind TAB name;name;…", of one person, place or body, or where the file's name begins with "others",
of as many as there are names. Every name stands in a document of its own, in three sentences; the documents of a file are one graph, their dates
months apart, so that nothing but the names tells. Printed: of the pairs of names of a line, how many are one node, and with --wrong those that
should not be, or should be and are not. Names that the tagger takes for nothing count as a node of their own.
"""
import argparse
import itertools
import json
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SENTENCES = {
    'person': ('{} met the prime minister on Tuesday.', 'Voters still like {}, who is 61 and lives by the sea.',
               'A judge asked {} about the money.'),
    'place': ('Thousands of people fled from {} on Tuesday.', 'Rain fell in {} for two days.', 'He was born in {} and lives there.'),
    'body': ('Lawyers for {} declined to comment on Tuesday.', 'She has worked for {} since 2015.', 'A report accused {} of delays.'),
}


def read(path):
    lines = []
    for line in open(path, encoding='utf-8'):
        if not line.startswith('#'):
            kind, names = line.rstrip('\n').split('\t')
            lines.append((kind, names.split(';')))
    return lines


def nodes_of(options, lines):
    """(line, name) -> node, or none."""
    texts = {}
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        with open(folder / 'names.jsonl', 'w', encoding='utf-8') as out:
            for i, (kind, names) in enumerate(lines):
                for j, name in enumerate(names):
                    doc = f'{i}-{j}'
                    texts[doc] = ' '.join(sentence.format(name) for sentence in SENTENCES[kind])
                    date = f'20{10 + (5 * i + j) % 15}-{1 + j:02}-11'
                    out.write(json.dumps({'id': doc, 'date': date, 'text': texts[doc]}) + '\n')
        models = ['--models', options.models] if options.models else []
        subprocess.run([options.command, 'build', '--quiet', *models, str(folder / 'names.jsonl'), '-o', str(folder / 'g.graphml'),
                        '--mentions', str(folder / 'm.jsonl')], check=True)
        found = {}
        for line in open(folder / 'm.jsonl', encoding='utf-8'):
            document = json.loads(line)
            i, j = map(int, document['id'].split('-'))
            name = lines[i][1][j]
            first = name.split(',')[0]  # "Larnex, Peru" is Larnex
            ends = {name, first, name.rstrip('.')}
            shown = [m for m in document['mentions'] if texts[document['id']][m['start']:m['end']] in ends]
            found[i, j] = shown[0]['cluster'] if shown else None
    return found


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--command', default=str(ROOT / 'build/release/relata'))
    arguments.add_argument('--models')
    arguments.add_argument('--wrong', action='store_true')
    arguments.add_argument('files', nargs='+', type=pathlib.Path)
    options = arguments.parse_args()
    for path in options.files:
        lines = read(path)
        nodes = nodes_of(options, lines)
        others = path.name.startswith('others')
        pairs = joined = 0
        wrong = []
        for i, (_, names) in enumerate(lines):
            for a, b in itertools.combinations(range(len(names)), 2):
                one = nodes[i, a] is not None and nodes[i, a] == nodes[i, b]
                pairs += 1
                joined += one
                if one == others:
                    wrong.append(f'{names[a]} | {names[b]}')
        print(f'{path.name}: {len(lines)} lines, {pairs} pairs of names, {joined} in one node ({"none" if others else "all"} wanted)')
        if options.wrong:
            print(''.join(f'    {pair}\n' for pair in wrong), end='')


if __name__ == '__main__':
    main()
