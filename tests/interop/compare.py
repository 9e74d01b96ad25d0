#!/usr/bin/env python3
"""Compares what a consumer holds with what the export holds; both are dumps (dump.py).

usage: compare.py EXPECTED GOT [--edge-rename OLD=NEW] [--lost NAME,…] [--ignore NAME,…]
                  [--csv] [--gephi] [--gephi-csv] [--by-sentence]

Every node and edge, its ends, its type where the consumer shows one, and every attribute must be
equal, in value and in kind. --edge-rename and --lost say what an export names otherwise or leaves
out; --ignore, what the consumer makes anew; --csv, that backslashes are slashes; --gephi, that
Gephi's own faults show, which docs/interop.md names; --gephi-csv, the fewer of them that a spreadsheet
shows, and that 2025-03-10 is written 2025/03/10; --by-sentence, that edges are told apart by their
sentences, since the consumer has no ids for them.
"""
import argparse
import re
import sys

from dump import Graph, own_id, sentence_id

SHOWN = 20
# Gephi parses the values of columns; labels go past that.
GEPHI_LABELS = {'name', 'label'}


class Comparison:
    def __init__(self, options):
        self.lost = set(options.lost.split(','))
        self.ignored = set(options.ignore.split(','))
        self.csv = options.csv
        self.gephi = options.gephi
        self.gephi_csv = options.gephi_csv
        self.rename = {'node': {}, 'edge': dict(pair.split('=') for pair in options.edge_rename)}
        self.faults = []

    def wanted(self, kind, attributes):
        """What the consumer should hold of `attributes`, under its names."""
        rename = self.rename[kind]
        return {rename.get(name, name): (value_kind, self.text(name, value) if value_kind == 's' else value)
                for name, (value_kind, value) in attributes.items()
                if name not in self.lost and not self.is_null(name, value)}

    def is_null(self, name, value):
        return (self.gephi or self.gephi_csv) and value == 'null' and name not in GEPHI_LABELS

    def text(self, name, value):
        if self.csv:
            value = value.replace('\\', '/')
        if self.gephi_csv and re.fullmatch(r'\d{4}-\d\d(-\d\d)?', value):
            value = value.replace('-', '/')
        if self.gephi and name not in GEPHI_LABELS:
            value = value.replace('INF', 'Infinity')
        return value

    def fault(self, text):
        self.faults.append(text)

    def equal(self, expected, got):
        (expected_kind, expected_value), (got_kind, got_value) = expected, got
        if expected_kind == 's':
            return got_kind == 's' and got_value == expected_value
        return got_kind in ('n', expected_kind) and float(got_value) == float(expected_value)

    def items(self, kind, expected, got):
        missing, extra = expected.keys() - got.keys(), got.keys() - expected.keys()
        if missing or extra:
            self.fault(f'{len(expected)} {kind}s expected, {len(got)} there; '
                       f'missing {sorted(missing)[:3]}, unknown {sorted(extra)[:3]}')
        for item in sorted(expected.keys() & got.keys()):
            wanted = self.wanted(kind, expected[item])
            for name in sorted((wanted.keys() | got[item].keys()) - self.ignored):
                if name not in got[item]:
                    self.fault(f'{kind} {item}: no {name}, expected {wanted[name]!r:.200}')
                elif name not in wanted:
                    self.fault(f'{kind} {item}: {name} is {got[item][name]!r:.200}, expected none')
                elif not self.equal(wanted[name], got[item][name]):
                    self.fault(f'{kind} {item}: {name} is {got[item][name]!r:.200}, '
                               f'expected {wanted[name]!r:.200}')

    def ends(self, expected, got):
        for item in sorted(expected.keys() & got.keys()):
            there = got[item]
            wanted = expected[item][:2] + (('-',) if there[2] == '-' else expected[item][2:])
            if there != wanted:
                self.fault(f'edge {item} is {there}, expected {wanted}')


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('expected')
    parser.add_argument('got')
    parser.add_argument('--edge-rename', action='append', default=[])
    parser.add_argument('--lost', default='')
    parser.add_argument('--ignore', default='')
    parser.add_argument('--csv', action='store_true')
    parser.add_argument('--gephi', action='store_true')
    parser.add_argument('--by-sentence', action='store_true')
    parser.add_argument('--gephi-csv', action='store_true')
    options = parser.parse_args()
    edge_id = sentence_id if options.by_sentence else own_id
    expected, got = Graph(options.expected, edge_id), Graph(options.got, edge_id)
    comparison = Comparison(options)
    comparison.items('node', expected.nodes, got.nodes)
    comparison.items('edge', expected.edges, got.edges)
    comparison.ends(expected.ends, got.ends)
    for fault in comparison.faults[:SHOWN]:
        print(fault)
    if comparison.faults:
        sys.exit(f'{len(comparison.faults)} differences')
    print(f'equal: {len(got.nodes)} nodes, {len(got.edges)} edges')


if __name__ == '__main__':
    main()
