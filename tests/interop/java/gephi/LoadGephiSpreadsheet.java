import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.plugin.file.spreadsheet.ImporterSpreadsheetCSV;
import org.gephi.io.importer.plugin.file.spreadsheet.process.SpreadsheetGeneralConfiguration.Mode;
import org.gephi.io.processor.plugin.AppendProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/**
 * Imports gephi/nodes.csv and then gephi/edges.csv as Gephi's "Import spreadsheet" does, with what it
 * finds out about them by itself, and dumps what its graph then holds.
 *
 * usage: LoadGephiSpreadsheet FOLDER DUMP
 */
final class LoadGephiSpreadsheet {
  public static void main(String[] arguments) throws Exception {
    ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    projects.newProject();
    Workspace workspace = projects.getCurrentWorkspace();
    append(new File(arguments[0], "nodes.csv"), Mode.NODES_TABLE, workspace);
    append(new File(arguments[0], "edges.csv"), Mode.EDGES_TABLE, workspace);
    Graph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getGraph();
    try (Dump dump = new Dump(Path.of(arguments[1]))) {
      for (Node node : graph.getNodes().toArray()) {
        Map<String, Object> attributes = attributes(node);
        attributes.put("name", node.getLabel());
        attributes.put("type", attributes.remove("class"));
        dump.node(node.getId().toString(), attributes);
      }
      for (Edge edge : graph.getEdges().toArray()) {
        Map<String, Object> attributes = attributes(edge);
        attributes.put("label", edge.getLabel());
        attributes.put("weight", edge.getWeight());
        attributes.put("kind", attributes.remove("triple_kind"));
        dump.edge(edge.getId().toString(), edge.getSource().getId().toString(),
            edge.getTarget().getId().toString(), edge.getTypeLabel().toString(), attributes);
      }
    }
  }

  private static void append(File file, Mode mode, Workspace workspace) throws Exception {
    ImporterSpreadsheetCSV importer = new ImporterSpreadsheetCSV();
    importer.setFile(file);
    importer.refreshAutoDetections();
    check(importer.getMode() == mode, file + " is taken for " + importer.getMode());
    check(importer.getFieldDelimiter() == ',', "delimiter " + importer.getFieldDelimiter());
    ImportController imports = Lookup.getDefault().lookup(ImportController.class);
    Container container = imports.importFile(file, importer);
    container.getLoader().setAutoScale(false);
    check(container.verify(), file + " does not verify");
    container.closeLoader();
    imports.process(container, new AppendProcessor(), workspace);
    for (Issue issue : container.getReport().getIssuesList(1000)) {
      check(issue.getLevel().toInteger() < Issue.Level.WARNING.toInteger(), issue.toString());
    }
  }

  private static void check(boolean holds, String fault) {
    if (!holds) throw new IllegalStateException(fault);
  }

  private static Map<String, Object> attributes(Element element) {
    Map<String, Object> attributes = new TreeMap<>();
    for (Column column : element.getAttributeColumns()) {
      if (!column.isProperty()) attributes.put(column.getTitle(), element.getAttribute(column));
    }
    return attributes;
  }
}
