import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.neo4j.cli.AdminTool;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Entity;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.io.ByteUnit;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.io.fs.FileSystemAbstraction;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Dumps what Neo4j holds of each graph, after apoc.import.graphml and after neo4j-admin's import of
 * the CSV.
 *
 * usage: NEO4J_CONF=CONF LoadNeo4j OUT GRAPH…     CONF/apoc.conf lets APOC read files; of a folder
 * GRAPH it writes OUT/<name>.apoc.tsv and OUT/<name>.admin.tsv
 */
final class LoadNeo4j {
  public static void main(String[] arguments) throws Exception {
    Path out = Path.of(arguments[0]).toAbsolutePath();
    for (String argument : Arrays.copyOfRange(arguments, 1, arguments.length)) {
      Path graph = Path.of(argument).toAbsolutePath();
      String name = graph.getFileName().toString();
      load(out.resolve(name + ".apoc.home"), out.resolve(name + ".apoc.tsv"), "id",
          graph.resolve("graph.graphml"));
      Path home = out.resolve(name + ".admin.home");
      importCsv(home, graph.resolve("csv").resolve("neo4j"), out.resolve(name + ".report"));
      load(home, out.resolve(name + ".admin.tsv"), "entity_id", null);
    }
  }

  /** Starts Neo4j in `home`, gives it `graphml` if there is one, and dumps what it then holds. */
  private static void load(Path home, Path tsv, String idProperty, Path graphml) throws Exception {
    DatabaseManagementService service =
        new DatabaseManagementServiceBuilder(home)
            .setConfig(GraphDatabaseSettings.procedure_unrestricted, List.of("apoc.*"))
            .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(32))
            .build();
    try (Dump dump = new Dump(tsv)) {
      GraphDatabaseService database = service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
      if (graphml != null) importGraphml(database, graphml);
      try (Transaction transaction = database.beginTx()) {
        dumpAll(transaction, dump, idProperty);
        System.out.print(tsv.getFileName() + ": ");
        askQuestion(transaction);
      }
    } finally {
      service.shutdown();
    }
  }

  /** The command line that docs/formats.md gives, by the program behind bin/neo4j-admin. */
  private static void importCsv(Path home, Path csv, Path report) throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(said, true, StandardCharsets.UTF_8);
    FileSystemAbstraction files = new DefaultFileSystemAbstraction();
    Path conf = Files.createDirectories(home.resolve("conf"));
    int status = AdminTool.execute(new ExecutionContext(home, conf, printed, printed, files),
        "database", "import", "full",
        "--nodes=" + csv.resolve("nodes-header.csv") + "," + csv.resolve("nodes.csv"),
        "--relationships=" + csv.resolve("rels-header.csv") + "," + csv.resolve("rels.csv"),
        "--array-delimiter=|", "--report-file=" + report, "neo4j");
    check(status == 0, "neo4j-admin: exit code " + status + "\n" + said.toString(StandardCharsets.UTF_8));
  }

  private static void check(boolean holds, String fault) {
    if (!holds) throw new IllegalStateException(fault);
  }

  private static void importGraphml(GraphDatabaseService database, Path file) throws Exception {
    ((GraphDatabaseAPI) database)
        .getDependencyResolver()
        .resolveDependency(GlobalProcedures.class)
        .registerProcedure(apoc.export.graphml.ExportGraphML.class);
    // As docs/formats.md has it.
    database.executeTransactionally(
        "CREATE CONSTRAINT FOR (e:Entity) REQUIRE e.iri IS UNIQUE");
    database.executeTransactionally(
        "CALL apoc.import.graphml($file, {readLabels: true, storeNodeIds: true, batchSize: 10000})",
        Map.of("file", file.toUri().toString()));
  }

  /** Arrays as GraphML has them, one string. */
  private static Map<String, Object> properties(Entity entity, String idProperty) {
    Map<String, Object> properties = new TreeMap<>();
    for (Map.Entry<String, Object> entry : entity.getAllProperties().entrySet()) {
      Object value = entry.getValue();
      if (value instanceof String[] items) value = String.join(" | ", items);
      properties.put(entry.getKey(), value);
    }
    properties.remove(idProperty);
    return properties;
  }

  private static String id(Node node, String idProperty) {
    return node.getProperty(idProperty).toString();
  }

  private static void dumpAll(Transaction transaction, Dump dump, String idProperty) {
    transaction.getAllNodes().forEach(node -> {
      Set<String> labels = new TreeSet<>();
      for (Label label : node.getLabels()) labels.add(label.name());
      Set<String> expected = Set.of("Entity", node.getProperty("type").toString());
      check(labels.equals(expected), "labels " + labels + ", expected " + expected);
      dump.node(id(node, idProperty), properties(node, idProperty));
    });
    transaction.getAllRelationships().forEach(edge ->
        dump.edge(edge.getProperty("fact_id").toString(), id(edge.getStartNode(), idProperty),
            id(edge.getEndNode(), idProperty), edge.getType().name(), properties(edge, "")));
  }

  /** Who claims what of whom, and where does it stand? Claims have types of their own. */
  private static void askQuestion(Transaction transaction) {
    long claims = 0;
    for (Relationship edge : transaction.getAllRelationships()) {
      if (edge.getProperty("status").equals("claimed")) ++claims;
    }
    long answers = 0;
    try (Result result = transaction.execute(
             "MATCH (a:Entity)-[r]->(b:Entity) WHERE type(r) STARTS WITH 'CLAIMED_'"
             + " RETURN a.name AS subject, type(r) AS type, b.name AS object,"
             + " r.attributed_to AS holder, r.sentence AS sentence, r.doc AS doc")) {
      while (result.hasNext()) {
        Map<String, Object> row = result.next();
        row.forEach((column, value) -> check(value != null, "a claim has no " + column));
        ++answers;
      }
    }
    check(answers == claims, answers + " claims by type, " + claims + " by status");
    System.out.println(claims + " claims with their holders, sentences and documents");
  }
}
