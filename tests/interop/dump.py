"""The canonical dump of a graph that every proof writes and that compare.py compares: a line a node
or edge, its fields parted by tabs, of which no export has one inside a value.

    node <id> <attribute>…
    edge <id> <source> <target> <type> <attribute>…

An attribute is name:kind=value with kind s (string), l (whole number), d (decimal) or n (a number
where the consumer knows one kind only). The type of an edge is - where the consumer shows none.
"""


def attribute(name, value):
    """None for a value that is not there: the empty string and NaN stand for it in igraph."""
    if value is None or value == '' or value != value:
        return None
    if isinstance(value, bool):
        return f'{name}:b={value}'
    if isinstance(value, int):
        return f'{name}:l={value}'
    if isinstance(value, float):
        return f'{name}:d={value!r}'
    return f'{name}:s={value}'


def attributes(pairs):
    return sorted(a for a in (attribute(name, value) for name, value in pairs) if a is not None)


class Dump:
    def __init__(self, path):
        self.path = path
        self.lines = []

    def node(self, node_id, pairs):
        self.lines.append('\t'.join(['node', node_id, *attributes(pairs)]))

    def edge(self, edge_id, source, target, pairs, edge_type='-'):
        self.lines.append('\t'.join(['edge', edge_id, source, target, edge_type, *attributes(pairs)]))

    def write(self):
        with open(self.path, 'w', encoding='utf-8', newline='\n') as out:
            out.writelines(line + '\n' for line in self.lines)


def own_id(item, attributes):
    return item


def sentence_id(item, attributes):
    """For edges of one sentence each, in consumers that keep no ids of edges."""
    return ' '.join(attributes[name][1] for name in ('fact_id', 'doc', 'begin'))


class Graph:
    """A dump as read: nodes[id] and edges[id] are {name: (kind, value)}, ends[id] is (source, target, type)."""

    def __init__(self, path, edge_id=own_id):
        self.nodes, self.edges, self.ends = {}, {}, {}
        self._edge_id = edge_id
        with open(path, encoding='utf-8', newline='\n') as lines:
            for line in lines:
                self._read(line.rstrip('\n').split('\t'))

    def _read(self, fields):
        is_edge = fields[0] == 'edge'
        attributes = dict(self._split(field) for field in fields[5 if is_edge else 2:])
        item = self._edge_id(fields[1], attributes) if is_edge else fields[1]
        items = self.edges if is_edge else self.nodes
        assert item not in items, f'{fields[0]} {item} stands twice'
        items[item] = attributes
        if is_edge:
            self.ends[item] = tuple(fields[2:5])

    @staticmethod
    def _split(field):
        head, value = field.split('=', 1)
        name, kind = head.rsplit(':', 1)
        return name, (kind, value)
