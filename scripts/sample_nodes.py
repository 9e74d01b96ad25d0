#!/usr/bin/env python3
"""Draw random nodes of a graph to read with places that became them, the same ones for the same graph and seed.

    relata build NEWS.jsonl -o GRAPH.graphml --mentions MENTIONS.jsonl
    sample_nodes.py GRAPH.graphml MENTIONS.jsonl NEWS.jsonl [--seed 2026] [--count 100] [--places 4]

Nodes are sorted by id before the draw. A line for each node: number, label, type, number of mentions, other names;
below it some of its mentions in their surroundings, names first, of as many documents as there are.
"""
import argparse
import collections
import json
import random

from sample_edges import read_graph


def surroundings(text, start, end, width=70):
    before, after = text[max(0, start - width):start], text[end:end + width]
    return ' '.join(f'…{before}[{text[start:end]}]{after}…'.split())


def draw_places(places, count):
    """Names before descriptions before pronouns, spread over the list, documents before their second mention."""
    order = {'name': 0, 'acronym': 0, 'adjective': 1, 'nominal': 1}
    seen, ranked = collections.Counter(), []
    for at, (document, mention) in enumerate(places):
        ranked.append((seen[document], order.get(mention['form'], 2), at))
        seen[document] += 1
    ranked.sort()
    step = max(1, len(ranked) / count)
    return [places[ranked[int(k * step)][2]] for k in range(min(count, len(ranked)))]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('graph')
    parser.add_argument('mentions')
    parser.add_argument('texts')
    parser.add_argument('--seed', type=int, default=2026)
    parser.add_argument('--count', type=int, default=100)
    parser.add_argument('--places', type=int, default=4)
    args = parser.parse_args()
    nodes, _ = read_graph(args.graph)
    drawn = random.Random(args.seed).sample(sorted(nodes), min(args.count, len(nodes)))
    places = {node: [] for node in drawn}
    with open(args.mentions, encoding='utf-8') as lines:
        for line in lines:
            record = json.loads(line)
            for mention in record['mentions']:
                if mention['cluster'] in places:
                    places[mention['cluster']].append((record['id'], mention))
    texts = {}
    with open(args.texts, encoding='utf-8') as lines:
        for line in lines:
            record = json.loads(line)
            texts[record['id']] = record['text']
    for number, node in enumerate(drawn, 1):
        values = nodes[node]
        names = values.get('aliases') or ''
        print(f"{number}. {values['name']} · {values['type']} · {values.get('mentions')} mentions" +
              (f' · also {names}' if names else ''))
        for document, mention in draw_places(places[node], args.places):
            print(f"     {document}: {surroundings(texts[document], mention['start'], mention['end'])}")


if __name__ == '__main__':
    main()
