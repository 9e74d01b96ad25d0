import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.tinkerpop.gremlin.process.traversal.dsl.graph.GraphTraversalSource;
import org.apache.tinkerpop.gremlin.structure.Edge;
import org.apache.tinkerpop.gremlin.structure.Element;
import org.apache.tinkerpop.gremlin.structure.Property;
import org.apache.tinkerpop.gremlin.structure.Vertex;
import org.apache.tinkerpop.gremlin.tinkergraph.structure.TinkerGraph;

/**
 * Reads GraphML as the Gremlin console does, and dumps what the TinkerGraph then holds.
 *
 * usage: LoadTinkerGraph FILE.graphml DUMP
 */
final class LoadTinkerGraph {
  public static void main(String[] arguments) throws Exception {
    try (TinkerGraph graph = TinkerGraph.open(); Dump dump = new Dump(Path.of(arguments[1]))) {
      GraphTraversalSource g = graph.traversal();
      g.io(arguments[0]).read().iterate();
      for (Iterator<Vertex> vertices = graph.vertices(); vertices.hasNext();) {
        Vertex vertex = vertices.next();
        // The label is the node's type, which GraphMLReader takes out of the properties.
        Map<String, Object> properties = properties(vertex);
        properties.put("type", vertex.label());
        dump.node(vertex.id().toString(), properties);
      }
      for (Iterator<Edge> edges = graph.edges(); edges.hasNext();) {
        Edge edge = edges.next();
        Map<String, Object> properties = properties(edge);
        properties.put("label", edge.label());
        dump.edge(edge.id().toString(), edge.outVertex().id().toString(),
            edge.inVertex().id().toString(), "-", properties);
      }
      System.out.println(g.V().label().dedup().count().next() + " labels of vertices, "
          + g.E().label().dedup().count().next() + " of edges");
    }
  }

  private static Map<String, Object> properties(Element element) {
    Map<String, Object> properties = new TreeMap<>();
    for (Iterator<? extends Property<Object>> all = element.properties(); all.hasNext();) {
      Property<Object> property = all.next();
      properties.put(property.key(), property.value());
    }
    return properties;
  }
}
