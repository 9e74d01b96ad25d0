#!/usr/bin/env python3
"""Compares what a consumer holds with what the export holds; both are dumps (dump.py).

usage: compare.py EXPECTED GOT [--rename OLD=NEW] [--node-rename OLD=NEW] [--lost NAME] [--csv]

Every node and edge, its ends, its type where the consumer shows one, and every attribute must be
equal, in value and in kind. --rename and --lost say what a consumer calls otherwise or drops by its
design; --csv, that backslashes are slashes.
"""
import argparse
import sys

from dump import Graph

SHOWN = 20


class Comparison:
    def __init__(self, options):
        self.lost = set(options.lost)
        self.csv = options.csv
        self.rename = {'node': dict(pair.split('=') for pair in options.node_rename + options.rename),
                       'edge': dict(pair.split('=') for pair in options.edge_rename + options.rename)}
        self.faults = []

    def fault(self, text):
        self.faults.append(text)

    def equal(self, kind, expected, got):
        (expected_kind, expected_value), (got_kind, got_value) = expected, got
        if expected_kind == 's':
            if self.csv:
                expected_value = expected_value.replace('\\', '/')
            return got_kind == 's' and got_value == expected_value
        return got_kind in ('n', expected_kind) and float(got_value) == float(expected_value)

    def items(self, kind, expected, got):
        missing, extra = expected.keys() - got.keys(), got.keys() - expected.keys()
        if missing or extra:
            self.fault(f'{len(expected)} {kind}s expected, {len(got)} there; '
                       f'missing {sorted(missing)[:3]}, unknown {sorted(extra)[:3]}')
        for item in sorted(expected.keys() & got.keys()):
            wanted = {self.rename[kind].get(name, name): value for name, value in expected[item].items()
                      if name not in self.lost}
            for name in sorted(wanted.keys() | got[item].keys()):
                if name not in got[item]:
                    self.fault(f'{kind} {item}: no {name}, expected {wanted[name]!r:.200}')
                elif name not in wanted:
                    self.fault(f'{kind} {item}: {name} is {got[item][name]!r:.200}, expected none')
                elif not self.equal(kind, wanted[name], got[item][name]):
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
    for option in ('--rename', '--node-rename', '--edge-rename', '--lost'):
        parser.add_argument(option, action='append', default=[])
    parser.add_argument('--csv', action='store_true')
    options = parser.parse_args()
    expected, got = Graph(options.expected), Graph(options.got)
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
