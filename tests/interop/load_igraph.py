#!/usr/bin/env python3
"""usage: load_igraph.py GRAPH.graphml DUMP"""
import sys

import igraph

from dump import Dump

# igraph has one kind of number, a double.
LONG = {'mentions', 'begin', 'end_offset', 'support', 'documents', 'sources'}


def pairs(attributes):
    for name, value in attributes.items():
        if name == 'id':
            continue
        yield name, int(value) if name in LONG and value == value else value


def main():
    graph = igraph.Graph.Read_GraphML(sys.argv[1])
    assert graph.is_directed()
    dump = Dump(sys.argv[2])
    for vertex in graph.vs:
        dump.node(vertex['id'], pairs(vertex.attributes()))
    for edge in graph.es:
        # igraph 1.0.0 gives edges the ids of nodes, so theirs is read from the data.
        dump.edge(edge['fact_id'], graph.vs[edge.source]['id'], graph.vs[edge.target]['id'], pairs(edge.attributes()))
    # The name of a vertex finds it.
    for vertex in graph.vs:
        assert graph.vs.find(name=vertex['name']).index == vertex.index
    dump.write()


if __name__ == '__main__':
    main()
