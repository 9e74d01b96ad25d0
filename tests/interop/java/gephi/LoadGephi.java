import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ContainerUnloader;
import org.gephi.io.importer.api.EdgeDirectionDefault;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewModel;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Opens a GraphML or GEXF file as Gephi does, without its windows, and dumps what its graph then
 * holds. Any issue of level WARNING or above is a failure, as is a GEXF with times and no timeline.
 *
 * usage: LoadGephi FILE DUMP TIMED [PICTURE.pdf]     TIMED: how many edges have spells
 */
final class LoadGephi {
  public static void main(String[] arguments) throws Exception {
    File file = new File(arguments[0]);
    boolean gexf = file.getName().endsWith(".gexf");
    int timed = Integer.parseInt(arguments[2]);

    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    ImportController imports = Lookup.getDefault().lookup(ImportController.class);
    Container container = imports.importFile(file);
    check(container.getLoader() != null, "no importer for " + file);
    // Else sizes and positions are stretched to Gephi's own range.
    container.getLoader().setAutoScale(false);
    check(container.verify(), "the container does not verify");
    container.closeLoader();
    ContainerUnloader unloader = container.getUnloader();
    check(unloader.getEdgeCount() == 0
              || unloader.getEdgeDefault() == EdgeDirectionDefault.DIRECTED,
        "edges are not directed");
    check(!unloader.containsAutoNodes(), "edges made nodes of their own");
    check(container.isDynamicGraph() == (timed > 0), "dynamic: " + container.isDynamicGraph());
    int nodes = unloader.getNodeCount();
    int edges = unloader.getEdgeCount();
    imports.process(container, new DefaultProcessor(), workspace);
    for (Issue issue : container.getReport().getIssuesList(1000)) {
      check(issue.getLevel().toInteger() < Issue.Level.WARNING.toInteger(), issue.toString());
    }

    GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
    check(model.getGraph().getNodeCount() == nodes, "nodes lost: " + model.getGraph().getNodeCount());
    check(model.getGraph().getEdgeCount() == edges, "edges lost: " + model.getGraph().getEdgeCount());
    check(edges == 0 || model.isDirected(), "the graph is not directed");
    try (Dump dump = new Dump(Path.of(arguments[1]))) {
      dumpNodes(model, dump, gexf);
      dumpEdges(model, dump, gexf);
    }
    if (timed > 0) checkTimeline(model, timed);
    if (arguments.length > 3) draw(workspace, new File(arguments[3]));
    System.out.println(
        nodes + " nodes, " + edges + " edges, " + model.getEdgeTypeCount() + " kinds of edges, "
            + timed + " edges with times");
  }

  private static void check(boolean holds, String fault) {
    if (holds) return;
    System.err.println(fault);
    System.exit(1);
  }

  /** Gephi's own columns have accessors; the rest go by their titles. */
  private static Map<String, Object> attributes(Element element) {
    Map<String, Object> attributes = new TreeMap<>();
    for (Column column : element.getAttributeColumns()) {
      if (column.isProperty()) continue;
      attributes.put(column.getTitle(), element.getAttribute(column));
    }
    return attributes;
  }

  private static void dumpNodes(GraphModel model, Dump dump, boolean gexf) {
    for (Node node : model.getGraph().getNodes().toArray()) {
      Map<String, Object> attributes = attributes(node);
      attributes.put("name", node.getLabel());
      attributes.put("color", String.format("#%06x", node.getRGBA() & 0xffffff));
      attributes.put("size", node.size());
      attributes.put("x", node.x());
      attributes.put("y", node.y());
      if (gexf) attributes.put("type", attributes.remove("class"));
      dump.node(node.getId().toString(), attributes);
    }
  }

  private static void dumpEdges(GraphModel model, Dump dump, boolean gexf) {
    for (Edge edge : model.getGraph().getEdges().toArray()) {
      Map<String, Object> attributes = attributes(edge);
      attributes.put("label", edge.getLabel());
      attributes.put("weight", edge.getWeight());
      if (gexf) attributes.put("kind", attributes.remove("triple_kind"));
      dump.edge(edge.getId().toString(), edge.getSource().getId().toString(),
          edge.getTarget().getId().toString(), edge.getTypeLabel().toString(), attributes);
    }
  }

  /** The timeline spans the edges' spells; of a single day it is the instant of its midnight. */
  private static void checkTimeline(GraphModel model, int timed) {
    Interval bounds = model.getTimeBounds();
    check(Double.isFinite(bounds.getLow()) && Double.isFinite(bounds.getHigh())
              && bounds.getLow() <= bounds.getHigh(),
        "there is no timeline: " + bounds);
    int withSpells = 0;
    for (Edge edge : model.getGraph().getEdges().toArray()) {
      if (edge.getIntervals() != null && edge.getIntervals().length > 0) ++withSpells;
    }
    check(withSpells == timed, withSpells + " edges have times, expected " + timed);
  }

  private static void draw(Workspace workspace, File picture) throws Exception {
    PreviewModel preview =
        Lookup.getDefault().lookup(PreviewController.class).getModel(workspace);
    preview.getProperties().putValue(PreviewProperty.SHOW_NODE_LABELS, Boolean.TRUE);
    preview.getProperties().putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, Boolean.FALSE);
    Lookup.getDefault().lookup(ExportController.class).exportFile(picture);
    check(picture.length() > 0, "no picture was drawn");
  }
}
