#!/usr/bin/env python3
"""Score the command's graphs against gold entity graphs: those of this repository and of the development folder.

    score_gold.py [--command build/release/relata] [--models DIR] [--shared ../shared] [--keep DIR] [CORPUS...]

A line for each corpus (all of them, or those named) and the means of each use (benchmarks/gold/README.md). The scorer, and the texts that are
not in benchmarks/gold/texts, are those of the development folder; without it the script says so and ends. --keep leaves the graphs in DIR.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
USES = {
    'data/kg': ['seeds', 'gum_bio_dvorak', 'gum_news_sensitive'],
    'first, development': ['GUM_news_korea', 'meantime_71526'],
    'first, held out': ['GUM_news_asylum', 'meantime_37313'],
    'second, development': ['GUM_bio_byron', 'GUM_news_iodine', 'GUM_voyage_athens', 'GUM_interview_cyclone', 'airbus',
                            'court', 'mine'],
    'second, held out': ['GUM_bio_emperor', 'GUM_news_homeopathic', 'GUM_textbook_labor'],
}
FIGURES = [('entities', 'entity_recall_core'), ('links', 'fact_recall_core_links'), ('strict', 'fact_recall_core_strict'),
           ('literals', 'fact_recall_core_literals'), ('matched', 'edges_between_gold_nodes_matched_share'),
           ('fragmented', 'fragmented_entities'), ('merged', 'distinct_violations'), ('nodes', 'nodes'), ('edges', 'edges')]


def gum_text(path, name):
    """A document of GUM as plain text: its sentences, an empty line between paragraphs."""
    paragraphs, inside, opens = [], False, False
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            if line.startswith('# newdoc id'):
                inside = line.split('= ')[1].strip() == name
            elif inside and line.startswith('# newpar'):
                opens = True
            elif inside and line.startswith('# text = '):
                if opens or not paragraphs:
                    paragraphs.append([])
                paragraphs[-1].append(line[len('# text = '):].rstrip('\n'))
                opens = False
    return '\n\n'.join(' '.join(p) for p in paragraphs) + '\n'


def find_text(doc, shared, folder):
    """The file of a document; those of the treebanks are written into `folder`."""
    for place in (ROOT / 'benchmarks/gold/texts', shared / 'data/kg/texts', shared / 'seeds'):
        if (place / doc).exists():
            return place / doc
    name = doc.removesuffix('.txt')
    made = pathlib.Path(folder) / doc
    if name.startswith('GUM_'):
        made.write_text(gum_text(shared / 'data/nlp/gum/dev.conllu', name), encoding='utf-8')
    else:
        with open(shared / 'data/nlp/meantime/train.jsonl', encoding='utf-8') as lines:
            found = [d['text'] for d in map(json.loads, lines) if d['id'] == name]
        made.write_text(found[0], encoding='utf-8')
    return made


def score(corpus, options, folder):
    gold = ROOT / 'benchmarks/gold' / f'{corpus}.gold.json'
    if not gold.exists():
        gold = options.shared / 'data/kg' / f'{corpus}.gold.json'
    docs = [find_text(doc, options.shared, folder) for doc in json.loads(gold.read_text(encoding='utf-8'))['docs']]
    graph = pathlib.Path(options.keep or folder) / f'{corpus}.graphml'
    command = [options.command, 'build', '--quiet', *map(str, docs), '-o', str(graph)]
    if corpus == 'seeds':
        command += ['--date', '2025-10-10']
    if options.models:
        command += ['--models', options.models]
    subprocess.run(command, check=True)
    scorer = [sys.executable, str(options.shared / 'eval/kg_score.py'), str(gold), str(graph)]
    out = subprocess.run(scorer, check=True, capture_output=True, text=True).stdout
    return json.loads(out.splitlines()[-1])


def row(name, values):
    cells = [f'{v:10.3f}' if isinstance(v, float) else f'{v:>10}' for v in values]
    print(f'{name:22}' + ''.join(cells))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('corpora', nargs='*')
    arguments.add_argument('--command', default=str(ROOT / 'build/release/relata'))
    arguments.add_argument('--models')
    arguments.add_argument('--shared', type=pathlib.Path, default=ROOT.parent / 'shared')
    arguments.add_argument('--keep')
    options = arguments.parse_args()
    if not (options.shared / 'eval/kg_score.py').exists():
        print(f'skipped: there is no {options.shared}/eval/kg_score.py')
        return
    if options.keep:
        pathlib.Path(options.keep).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        row('', [name for name, _ in FIGURES])
        for use, corpora in USES.items():
            results = []
            for corpus in corpora:
                if options.corpora and corpus not in options.corpora:
                    continue
                result = score(corpus, options, folder)
                results.append([result[key] for _, key in FIGURES])
                row(corpus, results[-1])
            if len(results) == len(corpora):
                row(f'= {use}', [sum(r[i] for r in results) / len(results) for i in range(len(FIGURES))])


if __name__ == '__main__':
    main()
