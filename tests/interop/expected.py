#!/usr/bin/env python3
"""What a graph holds, for the proofs to compare with: read from its GraphML by the standard library
alone, counted against the report of the run, and compared with the CSV for Kuzu.

usage: expected.py FOLDER
FOLDER holds graph.graphml, csv/ and, of a run, report.json; expected.tsv is written beside them.
"""
import csv
import json
import pathlib
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter

from dump import Dump, Graph

NAMESPACE = '{http://graphml.graphdrawing.org/xmlns}'
CONVERT = {'string': str, 'long': int, 'double': float}


def read_graphml(path, dump):
    root = ElementTree.parse(path).getroot()
    keys = {key.get('id'): (key.get('attr.name'), CONVERT[key.get('attr.type')])
            for key in root.iter(NAMESPACE + 'key')}

    def pairs(element):
        for data in element.iter(NAMESPACE + 'data'):
            name, convert = keys[data.get('key')]
            yield name, convert(data.text)

    for node in root.iter(NAMESPACE + 'node'):
        dump.node(node.get('id'), pairs(node))
    for edge in root.iter(NAMESPACE + 'edge'):
        dump.edge(edge.get('id'), edge.get('source'), edge.get('target'), pairs(edge), edge.get('label'))


def check_report(graph, report):
    """The counts that the run itself gives."""
    # A fact may have an edge for each of its sentences.
    facts = {values['fact_id'][1]: values['status'][1] for values in graph.edges.values()}
    classes = Counter(values['type'][1] for values in graph.nodes.values())
    statuses = Counter(facts.values())
    assert len(graph.nodes) == report['nodes'], (len(graph.nodes), report['nodes'])
    assert len(facts) == report['edges'], (len(facts), report['edges'])
    assert classes == {name: count for name, count in report['classes'].items() if count}, classes
    assert statuses == {name: count for name, count in report['statuses'].items() if count}, statuses


def check_csv(graph, folder):
    """The same nodes and edges, but for the backslash, which the CSV writes as a slash."""
    renamed = {'triple_kind': 'kind'}

    def same(row, values, skipped):
        for name, text in row.items():
            if name in skipped:
                continue
            kind, value = values.get(renamed.get(name, name), ('s', ''))
            if kind == 's':
                value = value.replace('\\', '/')
            assert text == value, f'{folder}: {name} is {text!r}, in GraphML {value!r}'

    with open(folder / 'nodes.csv', encoding='utf-8', newline='') as lines:
        rows = list(csv.DictReader(lines, strict=True))
    assert [row['id'] for row in rows] == list(graph.nodes)
    for row in rows:
        same(row, graph.nodes[row['id']], {'id'})
    with open(folder / 'rels.csv', encoding='utf-8', newline='') as lines:
        rows = list(csv.DictReader(lines, strict=True))
    assert len(rows) == len(graph.edges)
    for row, (edge, values) in zip(rows, graph.edges.items()):
        assert (row['from'], row['to'], row['type']) == graph.ends[edge]
        same(row, values, {'from', 'to', 'type'})


def main():
    folder = pathlib.Path(sys.argv[1])
    dump = Dump(folder / 'expected.tsv')
    read_graphml(folder / 'graph.graphml', dump)
    dump.write()
    graph = Graph(dump.path)
    report = folder / 'report.json'
    if report.exists():
        check_report(graph, json.loads(report.read_text(encoding='utf-8'))['graph'])
    check_csv(graph, folder / 'csv' / 'kuzu')


if __name__ == '__main__':
    main()
