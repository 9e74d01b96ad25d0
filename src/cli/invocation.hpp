// What the user asked for, out of the command line.
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "relata/core/input_files.hpp"
#include "relata/export/graph_writer.hpp"
#include "relata/graph/entity_graph.hpp"
#include "relata/graph/excerpt.hpp"
#include "relata/text/read_document.hpp"

namespace relata {

enum class Command { kBuild, kExtract, kMerge, kAnalyze, kExplain };

/// For whom an answer is written.
enum class AnswerFormat { kText, kJson };
std::string_view to_string(Command command);

/// The exit codes of every command.
enum ExitCode : int {
  kAllWell = 0,
  kJobFailed = 1,
  kWrongUsage = 2,
  kSomeSkipped = 3,
};

/// A command line that can't be carried out: exit code 2.
class WrongUsage : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

enum class Verbosity { kNormal, kQuiet };

/// A command with all its options; what does not apply to the command keeps its default.
struct Invocation {
  Command command = Command::kBuild;
  std::vector<std::string> inputs;
  std::vector<std::string> outputs;

  ReadOptions reading;
  std::vector<std::string> field_names;  ///< --field, as given
  double min_confidence = 0;  ///< of triples that `extract` writes; of a graph's, see `excerpt`
  GraphOptions graph;
  ExcerptOptions excerpt;  ///< but for its centre, which is known once there is a graph
  std::string ego;         ///< the name of the centre, or empty
  std::string base_iri = "https://example.org/kg/";
  NodeSize node_size = NodeSize::kMentions;
  EdgeRows edge_rows = EdgeRows::kMerged;
  SpellSource spells = SpellSource::kTime;
  GexfVersion gexf_version = GexfVersion::k12;
  GraphmlFlavour graphml_flavour = GraphmlFlavour::kPlain;

  std::string report;                 ///< file, or empty
  std::string mentions;               ///< file, or empty
  std::string merges;                 ///< file, or empty
  std::string left_name, right_name;  ///< what explain is asked about
  AnswerFormat answer = AnswerFormat::kText;
  std::string decisions;  ///< file that is read, or empty

  std::string temp;                           ///< folder; empty: beside the first output
  std::optional<std::uint64_t> memory_bytes;  ///< for what can be set aside; half of all by default
  std::size_t threads = 0;                    ///< 0: all that this process may use
  std::string models;                         ///< folder; empty: where they are found
  Verbosity verbosity = Verbosity::kNormal;
};

/// The names that the command line and the report use for choices.
std::string_view to_string(InputFormat format);
std::string_view to_string(LanguagePolicy policy);
std::string_view to_string(NodeSelection selection);
std::string_view to_string(NodeSize size);
std::string_view to_string(SpellSource source);
std::string_view to_string(GexfVersion version);
std::string_view to_string(GraphmlFlavour flavour);
/// As --type takes them: "person,place".
std::string class_list(const std::set<NodeClass>& classes);

/// Reads the command line. Nothing when help or the version was asked for and has been printed.
/// Throws WrongUsage. No file is opened but the model's, for --version.
std::optional<Invocation> parse_command_line(int argc, const char* const* argv);

enum class GraphFormat { kGraphml, kJsonld, kGexf, kHtml, kCsv };

/// By the ending of `path`; a folder, there or named with a "/" at its end, is CSV. Throws
/// WrongUsage, which says what there is and what is not there yet.
GraphFormat graph_format(const std::string& path);

/// Everything that can be told before a file is opened: outputs that cannot be written or are
/// inputs, names given twice. `inputs` are those of the invocation, expanded.
void check_files(const Invocation& invocation, const std::vector<InputFile>& inputs);

}  // namespace relata
