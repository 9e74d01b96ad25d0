#!/usr/bin/env python3
"""usage: load_kuzu.py FOLDER DUMP
FOLDER is the kuzu/ of a CSV export; its load.cypher is run as users run it, from within."""
import os
import pathlib
import sys

import kuzu

from dump import Dump

QUESTION = """MATCH (who:Entity)-[r:Rel]->(what:Entity) WHERE r.status = 'claimed'
RETURN who.name, r.type, what.name, r.attributed_to, r.sentence, r.doc"""


def rows(connection, query):
    result = connection.execute(query)
    while result.has_next():
        yield result.get_next()


def main():
    dump = Dump(pathlib.Path(sys.argv[2]).resolve())
    os.chdir(sys.argv[1])
    connection = kuzu.Connection(kuzu.Database(':memory:'))
    for statement in pathlib.Path('load.cypher').read_text(encoding='utf-8').split(';'):
        if statement.strip():
            connection.execute(statement)
    claims = 0
    for (node,) in rows(connection, 'MATCH (n:Entity) RETURN n'):
        dump.node(node['id'], ((name, value) for name, value in node.items() if name not in ('id', '_id', '_label')))
    for source, edge, target in rows(connection, 'MATCH (a:Entity)-[r:Rel]->(b:Entity) RETURN a.id, r, b.id'):
        hidden = ('type', '_src', '_dst', '_id', '_label')
        claims += edge['status'] == 'claimed'
        dump.edge(edge['fact_id'], source, target,
                  ((name, value) for name, value in edge.items() if name not in hidden), edge['type'])
    dump.write()
    answers = list(rows(connection, QUESTION))
    assert len(answers) == claims and all(sentence and doc for *_, sentence, doc in answers), answers[:3]
    print(f'{claims} claims with their holders and sentences')


if __name__ == '__main__':
    main()
