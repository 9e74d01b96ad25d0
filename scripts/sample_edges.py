#!/usr/bin/env python3
"""Draw random edges of a graph to read, the same ones for the same graph and seed.

    sample_edges.py GRAPH.graphml [--records RECORDS.jsonl] [--seed 2026] [--count 100] [--kind KIND]

Edges are sorted by id before the draw. One line each: number, edge with status, polarity, time and holder, the
rule that made it (found in the records of the same documents by sentence and words), the sentence.
"""
import argparse
import collections
import json
import random
import xml.etree.ElementTree as tree


def local(tag):
    return tag.rpartition('}')[2]


def read_graph(path):
    names, nodes, edges = {}, {}, {}
    for _, element in tree.iterparse(path):
        kind = local(element.tag)
        if kind == 'key':
            names[element.get('id')] = element.get('attr.name')
        elif kind in ('node', 'edge'):
            values = {names.get(d.get('key')): d.text or '' for d in element if local(d.tag) == 'data'}
            if kind == 'node':
                nodes[element.get('id')] = values
            else:
                edges[element.get('id')] = dict(values, source=element.get('source'), target=element.get('target'))
            element.clear()
    return nodes, edges


def read_rules(path):
    """(document, sentence, relation in lower case) → rules"""
    rules = collections.defaultdict(list)
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            record = json.loads(line)
            if record.get('record') != 'triple':
                continue
            relation = record['relation']
            place = record['doc'], ' '.join(record['sentence']['text'].split())
            for text in {relation['text'].lower(), relation.get('active', relation['text']).lower()}:
                rules[(*place, text)].append(record['rule'])
            rules[(*place, record['relation']['lemma'])].append(record['rule'])
    return rules


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('graph')
    parser.add_argument('--records')
    parser.add_argument('--seed', type=int, default=2026)
    parser.add_argument('--count', type=int, default=100)
    parser.add_argument('--kind', help='only edges of this kind')
    args = parser.parse_args()
    nodes, edges = read_graph(args.graph)
    rules = read_rules(args.records) if args.records else {}
    ids = sorted(e for e in edges if not args.kind or edges[e].get('kind') == args.kind)
    random.seed(args.seed)
    for number, edge_id in enumerate(random.sample(ids, min(args.count, len(ids))), 1):
        edge = edges[edge_id]
        sentence = ' '.join(edge.get('sentence', '').split())
        found = rules.get((edge.get('doc'), sentence, edge.get('surface', '').lower()), [])
        holder = edge.get('attributed_to', '')
        marks = edge['status'][0] + edge['polarity'][0]
        marks += ' ' + edge['time'] if edge.get('time') else ''
        marks += ' by ' + nodes.get(holder, {}).get('name', holder) if holder else ''
        ends = [f"{nodes[n].get('name')} ({nodes[n].get('type')})" for n in (edge['source'], edge['target'])]
        print(f"{number} | {ends[0]} —{edge['label']} [{marks}]→ {ends[1]} | {edge.get('kind')} "
              f"{'/'.join(sorted(set(found)))} {edge.get('confidence')} | {sentence}")


if __name__ == '__main__':
    main()
