#!/usr/bin/env python3
"""Records of a graph of many nodes and edges, a few nodes with many edges: to time the page with.

usage: large_records.py NODES EDGES >RECORDS.jsonl      (then: relata merge RECORDS.jsonl -o graph.html)
"""
import json
import random
import sys

nodes, edges = int(sys.argv[1]), int(sys.argv[2])
random.seed(4)
types = ['person', 'organization', 'place', 'event', 'object', 'work', 'group']
verbs = ['met', 'accused', 'founded', 'left', 'joined', 'visited', 'hired', 'praised', 'sued', 'sold']
names = [f'{random.choice(["Ada", "Bo", "Cy", "Dee"])} {random.choice(["Holm", "Quist", "Berg"])} {i}' for i in range(nodes)]
weights = [(i + 1)**-0.6 for i in range(nodes)]
seen = set()
while len(seen) < edges:
    # Every node has an edge before any has more.
    left = len(seen) if len(seen) < nodes else random.choices(range(nodes), weights)[0]
    right, verb = random.randrange(nodes), random.choice(verbs)
    if left == right or (left, verb, right) in seen:
        continue
    seen.add((left, verb, right))
    print(json.dumps({
        'subject': names[left], 'subject_type': types[left % len(types)], 'relation': verb,
        'object': names[right], 'object_type': types[right % len(types)],
        'doc': f'day-{len(seen) // 60}', 'sentence': f'{names[left]} {verb} {names[right]}, it was heard.'}))
