import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The dump of dump.py: a line a node or edge, its fields parted by tabs. */
final class Dump implements AutoCloseable {
  private final PrintWriter out;

  Dump(Path path) throws IOException {
    out = new PrintWriter(path.toFile(), StandardCharsets.UTF_8);
  }

  void node(String id, Map<String, Object> attributes) {
    out.print("node\t" + id + joined(attributes) + "\n");
  }

  void edge(String id, String source, String target, String type, Map<String, Object> attributes) {
    out.print("edge\t" + id + "\t" + source + "\t" + target + "\t" + type + joined(attributes) + "\n");
  }

  private static String joined(Map<String, Object> attributes) {
    StringBuilder fields = new StringBuilder();
    for (Map.Entry<String, Object> entry : new TreeMap<>(attributes).entrySet()) {
      Object value = entry.getValue();
      if (value == null) continue;
      fields.append('\t').append(entry.getKey()).append(':').append(kind(value)).append('=');
      fields.append(value instanceof Float ? Double.valueOf(value.toString()) : value);
    }
    return fields.toString();
  }

  private static char kind(Object value) {
    if (value instanceof String) return 's';
    if (value instanceof Long || value instanceof Integer) return 'l';
    if (value instanceof Double || value instanceof Float) return 'd';
    return 'b';
  }

  @Override
  public void close() throws IOException {
    if (out.checkError()) throw new IOException("could not write the dump");
    out.close();
  }
}
