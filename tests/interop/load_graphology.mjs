// usage: load_graphology.mjs GRAPH.graphml|GRAPH.gexf DUMP
import fs from 'node:fs';

import {attributes, load} from './tools.mjs';

const [, , file, dump] = process.argv;
const {MultiDirectedGraph, MultiGraph} = await load('graphology');
const text = fs.readFileSync(file, 'utf8');

// GEXF has names of its own for what GraphML keeps in data.
const renamed = {class: 'type', triple_kind: 'kind'};
const to_hex = (color) => '#' + color.match(/\d+/g).map((part) => (+part).toString(16).padStart(2, '0')).join('');
const lines = [];
if (file.endsWith('.gexf')) {
  const {parse} = await load('graphology-gexf');
  // A graph without edges counts as a mixed one, so a MultiDirectedGraph would refuse it.
  const graph = parse(MultiGraph, text);
  graph.forEachNode((node, {label, color, z, ...data}) => {
    const pairs = Object.entries(data).map(([name, value]) => [renamed[name] ?? name, value]);
    lines.push(['node', node, ...attributes([['name', label], ['color', to_hex(color)], ...pairs])]);
  });
  if (graph.undirectedSize) throw new Error(`${graph.undirectedSize} edges without a direction`);
  graph.forEachEdge((edge, data, source, target) => {
    const pairs = Object.entries(data).map(([name, value]) => [renamed[name] ?? name, value]);
    lines.push(['edge', edge, source, target, '-', ...attributes(pairs)]);
  });
} else {
  const {parse} = await load('graphology-graphml');
  const graph = parse(MultiDirectedGraph, text);
  graph.forEachNode((node, data) => lines.push(['node', node, ...attributes(Object.entries(data))]));
  graph.forEachEdge((edge, data, source, target) =>
      lines.push(['edge', edge, source, target, '-', ...attributes(Object.entries(data))]));
}
fs.writeFileSync(dump, lines.map((fields) => fields.join('\t') + '\n').join(''));
