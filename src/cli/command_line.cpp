// The commands, their help, and the reading of the command line.

#include <CLI/CLI.hpp>
#include <memory>
#include <sstream>

#include "cli/invocation.hpp"
#include "cli/option_groups.hpp"
#include "cli/usage_faults.hpp"
#include "cli/version.hpp"

namespace relata {
namespace {

const char* const kExitCodes =
    "Exit codes:\n"
    "  0  all well\n"
    "  1  the job failed; nothing is written\n"
    "  2  wrong usage\n"
    "  3  done, but some inputs were skipped, each named on stderr with its reason\n";

/// Descriptions on lines of a terminal, beside the column of the options.
class WrappingFormatter : public CLI::Formatter {
 public:
  std::string make_option_desc(const CLI::Option* option) const override {
    return wrap(CLI::Formatter::make_option_desc(option));
  }

 private:
  static std::string wrap(const std::string& text) {
    constexpr std::size_t kWidth = 64;
    std::istringstream in(text);
    std::string wrapped;
    std::size_t used = 0;
    for (std::string word; in >> word;) {
      const bool fits = used + 1 + word.size() <= kWidth;
      if (used > 0) wrapped += fits ? ' ' : '\n';
      used = used > 0 && fits ? used + 1 + word.size() : word.size();
      wrapped += word;
    }
    return wrapped;
  }
};

CLI::App& add_command(CLI::App& app, Command command, const std::string& description,
                      const std::string& examples, Invocation& invocation) {
  CLI::App& sub = *app.add_subcommand(std::string(to_string(command)), description);
  sub.footer(examples + "\n" + kExitCodes);
  sub.callback([&invocation, command] { invocation.command = command; });
  return sub;
}

void add_build(CLI::App& app, Invocation& invocation) {
  CLI::App& build = add_command(
      app, Command::kBuild, "Documents to entity graph",
      "Examples:\n"
      "  relata build news/ -o graph.graphml -o graph.jsonld\n"
      "      every article below news/ into one graph: for Gephi and Neo4j, and as linked data\n"
      "  relata build articles.jsonl.gz --field text=body --report report.json -o graph.graphml\n"
      "      a crawl as JSON Lines, whose text stands in the field \"body\"\n"
      "  relata build news/ -o mali.gexf --ego Mali --depth 2 --since 2025-06 --min-support 2\n"
      "      what two sentences or more say around one node since June, to look at in Gephi\n",
      invocation);
  add_document_inputs(build, invocation);
  add_graph_options(build, invocation);
  add_excerpt_options(build, invocation);
  add_format_options(build, invocation);
  add_mentions_output(build, invocation);
  add_run_options(build, invocation);
  add_room(build, invocation);
  add_threads(build, invocation);
}

void add_extract(CLI::App& app, Invocation& invocation) {
  CLI::App& extract = add_command(
      app, Command::kExtract, "Documents to records: what each sentence says, as JSON Lines",
      "Examples:\n"
      "  relata extract news/ -o records.jsonl\n"
      "  relata extract part1/ -o 1.jsonl; relata extract part2/ -o 2.jsonl\n"
      "  relata merge 1.jsonl 2.jsonl -o graph.graphml\n"
      "      the same graph as relata build part1/ part2/, with the work spread over machines\n",
      invocation);
  add_document_inputs(extract, invocation);
  add_confidence(extract, invocation);
  add_stream_output(extract, invocation, "The records");
  add_run_options(extract, invocation);
  add_threads(extract, invocation);
}

void add_merge(CLI::App& app, Invocation& invocation) {
  CLI::App& merge = add_command(
      app, Command::kMerge, "Records, of relata or of other tools, to entity graph",
      "Examples:\n"
      "  relata merge records/*.jsonl -o graph.graphml\n"
      "  echo '{\"subject\":\"France\",\"relation\":\"borders\",\"object\":\"Spain\"}' |\n"
      "      relata merge - -o graph.jsonld\n",
      invocation);
  merge
      .add_option("RECORDS", invocation.inputs,
                  "Files of records (JSON Lines), folders or - for standard input, in any order; "
                  ".gz and .zst are unpacked")
      ->required()
      ->type_name("");
  add_graph_options(merge, invocation);
  add_excerpt_options(merge, invocation);
  add_format_options(merge, invocation);
  add_run_options(merge, invocation);
  add_room(merge, invocation);
}

void add_analyze(CLI::App& app, Invocation& invocation) {
  CLI::App& analyze = add_command(
      app, Command::kAnalyze, "Documents to CoNLL-U: words, trees, names, mentions, coreference",
      "Examples:\n"
      "  relata analyze article.txt -o article.conllu\n"
      "  echo 'Paris rejected the charge.' | relata analyze -\n",
      invocation);
  add_document_inputs(analyze, invocation);
  add_stream_output(analyze, invocation, "The CoNLL-U");
  add_run_options(analyze, invocation);
  add_threads(analyze, invocation);
}

void add_explain(CLI::App& app, Invocation& invocation) {
  CLI::App& explain = add_command(
      app, Command::kExplain, "Why two names are one node of the graph, or are not",
      "Examples:\n"
      "  relata explain records.jsonl \"Goita\" \"Assimi Goita\"\n"
      "      resolves the records again and says what joins the two, or what keeps them apart\n"
      "  relata explain records/ \"Goita@mali-plotters\" nb2wd4yh7k5xq --json\n"
      "      the Goita of one document and a node of the graph\n",
      invocation);
  add_explain_options(explain, invocation);
}

/// What the options' values say by themselves.
void check_values(Invocation& invocation) {
  check_confidence(invocation);
  check_document_inputs(invocation);
  if (invocation.outputs.empty()) invocation.outputs = {"-"};
  check_graph_options(invocation);
  check_excerpt_options(invocation);
  check_explain_options(invocation);
}

}  // namespace

std::optional<Invocation> parse_command_line(int argc, const char* const* argv) {
  Invocation invocation;
  CLI::App app(
      "relata turns news text into one knowledge graph: it reads documents, extracts who did what "
      "to whom, decides which mentions are the same person, place or thing, and writes a graph "
      "whose every edge leads back to the sentences that say it. Offline, on a CPU.",
      "relata");
  app.formatter(std::make_shared<WrappingFormatter>());
  app.get_formatter()->column_width(36);
  app.require_subcommand(1);
  app.footer(std::string("Start with:\n"
                         "  relata build examples/articles -o graph.graphml -o graph.jsonld\n"
                         "  relata build --help\n\n") +
             kExitCodes);
  app.set_version_flag("--version", [] { return version_text(); });
  add_build(app, invocation);
  add_extract(app, invocation);
  add_merge(app, invocation);
  add_analyze(app, invocation);
  add_explain(app, invocation);
  if (argc < 2) {
    throw WrongUsage(
        "name a command: build, extract, merge, analyze or explain (relata --help says more)");
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {
      app.exit(error);
      return std::nullopt;
    }
    throw WrongUsage(describe_fault(app, error, {argv + 1, argv + argc}));
  }
  check_values(invocation);
  return invocation;
}

}  // namespace relata
