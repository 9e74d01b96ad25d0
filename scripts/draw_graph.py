#!/usr/bin/env python3
"""Draw a GraphML file of relata as an SVG picture, for documents (standard library only).

    draw_graph.py graph.graphml > picture.svg [--nodes 40]

The nodes with the most edges are drawn, with a force-directed layout (Fruchterman and Reingold 1991)
that starts from a circle, so that the same graph gives the same picture.
"""
import argparse
import math
import sys
from xml.etree import ElementTree
from xml.sax.saxutils import escape

NS = '{http://graphml.graphdrawing.org/xmlns}'
WIDTH, HEIGHT = 1100, 720


def read_graph(path):
    """Nodes by id and edges, each with its data by key."""
    root = ElementTree.parse(path).getroot()
    nodes = {n.get('id'): {d.get('key'): d.text for d in n} for n in root.iter(NS + 'node')}
    edges = [(e.get('source'), e.get('target'), {d.get('key'): d.text for d in e}) for e in root.iter(NS + 'edge')]
    return nodes, edges


def choose(nodes, edges, count):
    """The `count` nodes of the largest component with the most edges, joined by them to each other."""
    neighbours = {n: set() for n in nodes}
    for a, b, _ in edges:
        neighbours[a].add(b)
        neighbours[b].add(a)
    start = max(nodes, key=lambda n: (len(neighbours[n]), n))
    chosen, border = [start], {start}
    while border and len(chosen) < count:
        reachable = {m for n in chosen for m in neighbours[n]} - set(chosen)
        if not reachable:
            break
        best = max(reachable, key=lambda n: (len(neighbours[n] & set(chosen)), len(neighbours[n]), n))
        chosen.append(best)
    return chosen


def layout(nodes, edges):
    """Positions within the picture."""
    position = {}
    for i, node in enumerate(nodes):
        angle = 2 * math.pi * i * 0.381966  # golden angle: neighbours in the list are far apart
        radius = math.sqrt((i + 1) / len(nodes))
        position[node] = [radius * math.cos(angle), radius * math.sin(angle)]
    ideal = 1.6 / math.sqrt(len(nodes))
    steps = 800
    for step in range(steps):
        force = {n: [-0.6 * x, -0.6 * y] for n, (x, y) in position.items()}  # towards the centre
        for i, a in enumerate(nodes):
            for b in nodes[i + 1:]:
                dx, dy = position[a][0] - position[b][0], position[a][1] - position[b][1]
                push = ideal * ideal / max(dx * dx + dy * dy, 1e-4)
                for n, sign in ((a, 1), (b, -1)):
                    force[n][0] += sign * dx * push
                    force[n][1] += sign * dy * push
        for a, b in edges:
            dx, dy = position[a][0] - position[b][0], position[a][1] - position[b][1]
            pull = math.hypot(dx, dy) / ideal
            for n, sign in ((a, -1), (b, 1)):
                force[n][0] += sign * dx * pull
                force[n][1] += sign * dy * pull
        heat = 0.1 * (1 - step / steps) + 0.001
        for n in nodes:
            size = max(math.hypot(*force[n]), 1e-9)
            move = min(size, heat) / size
            position[n] = [position[n][0] + force[n][0] * move, position[n][1] + force[n][1] * move]
    left, right = (f(x for x, _ in position.values()) for f in (min, max))
    top, bottom = (f(y for _, y in position.values()) for f in (min, max))
    return {n: [100 + (WIDTH - 200) * (x - left) / max(right - left, 1e-9),
                40 + (HEIGHT - 70) * (y - top) / max(bottom - top, 1e-9)] for n, (x, y) in position.items()}


def cut(text, length):
    return text if len(text) <= length else text[:length - 1].rstrip() + '…'


def draw(nodes, edges, chosen, out):
    chosen_set = set(chosen)
    drawn = {}
    for a, b, data in edges:
        if a in chosen_set and b in chosen_set and a != b:
            drawn.setdefault((a, b), []).append(data)
    position = layout(chosen, sorted({tuple(sorted(pair)) for pair in drawn}))
    out.write(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
              'font-family="Helvetica, Arial, sans-serif" font-size="11">\n'
              '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" '
              'orient="auto"><path d="M0,0 L8,4 L0,8 z" fill="#999"/></marker></defs>\n'
              f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>\n')
    labels = []
    for (a, b), data in drawn.items():
        (xa, ya), (xb, yb) = position[a], position[b]
        length = max(math.hypot(xb - xa, yb - ya), 1.0)
        radius = float(nodes[b].get('size') or 8) / 2 + 3
        xe, ye = xb - (xb - xa) * radius / length, yb - (yb - ya) * radius / length
        dashed = '' if data[0].get('e_status') == 'asserted' else ' stroke-dasharray="4 3"'
        out.write(f'<line x1="{xa:.1f}" y1="{ya:.1f}" x2="{xe:.1f}" y2="{ye:.1f}" stroke="#bbb"{dashed} '
                  'marker-end="url(#arrow)"/>\n')
        # Nearer to the source, so that two edges between one pair do not write over each other.
        labels.append((xa + (xb - xa) * 0.45, ya + (yb - ya) * 0.45, cut(data[0].get('labelE') or '', 26)))
    for node in chosen:
        x, y = position[node]
        radius = float(nodes[node].get('size') or 8) / 2
        out.write(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{nodes[node].get("color") or "#888"}"/>\n')
    halo = 'stroke="#fff" stroke-width="3" paint-order="stroke"'
    for x, y, text in labels:
        out.write(f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="middle" fill="#777" font-size="9" {halo}>'
                  f'{escape(text)}</text>\n')
    for node in chosen:
        x, y = position[node]
        radius = float(nodes[node].get('size') or 8) / 2
        text = cut(nodes[node].get('nodelabel') or '', 34)
        out.write(f'<text x="{x:.1f}" y="{y - radius - 4:.1f}" text-anchor="middle" fill="#222" {halo}>'
                  f'{escape(text)}</text>\n')
    out.write('</svg>\n')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('graph')
    parser.add_argument('--nodes', type=int, default=26)
    args = parser.parse_args()
    nodes, edges = read_graph(args.graph)
    if not nodes:
        sys.exit('draw_graph: no nodes')
    draw(nodes, edges, choose(nodes, edges, args.nodes), sys.stdout)


if __name__ == '__main__':
    main()
