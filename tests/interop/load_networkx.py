#!/usr/bin/env python3
"""usage: load_networkx.py GRAPH.graphml|GRAPH.gexf DUMP"""
import sys

import networkx

from dump import Dump


def load_graphml(path, dump):
    graph = networkx.read_graphml(path, force_multigraph=True, edge_key_type=str)
    for node, data in graph.nodes(data=True):
        dump.node(node, data.items())
    for source, target, key, data in graph.edges(keys=True, data=True):
        dump.edge(key, source, target, data.items())
    return graph


def load_gexf(path, dump):
    """GEXF has names of its own for what GraphML keeps in data: label, class, viz, triple_kind."""
    graph = networkx.read_gexf(path)
    for node, data in graph.nodes(data=True):
        viz = data.pop('viz')
        color = viz['color']
        data.update(name=data.pop('label'), type=data.pop('class'), size=viz['size'],
                    color=f"#{color['r']:02x}{color['g']:02x}{color['b']:02x}")
        data.update((axis, viz['position'][axis]) for axis in 'xy' if 'position' in viz)
        dump.node(node, data.items())
    for source, target, data in graph.edges(data=True):
        data['kind'] = data.pop('triple_kind')
        data.pop('spells', None)
        dump.edge(data.pop('id'), source, target, data.items())
    return graph


def main():
    path, dump = sys.argv[1], Dump(sys.argv[2])
    graph = (load_gexf if path.endswith('.gexf') else load_graphml)(path, dump)
    assert graph.is_directed()
    dump.write()


if __name__ == '__main__':
    main()
