// The options of the commands, and the help.

#include <CLI/CLI.hpp>
#include <array>
#include <cmath>
#include <iostream>
#include <utility>

#include "cli/invocation.hpp"
#include "cli/version.hpp"
#include "relata/core/error.hpp"

namespace relata {
namespace {

template <class Choice, std::size_t N>
using Names = std::array<std::pair<std::string_view, Choice>, N>;

constexpr Names<Command, 4> kCommands = {{{"build", Command::kBuild},
                                          {"extract", Command::kExtract},
                                          {"merge", Command::kMerge},
                                          {"analyze", Command::kAnalyze}}};
constexpr Names<InputFormat, 6> kFormats = {{{"auto", InputFormat::kAuto},
                                             {"text", InputFormat::kText},
                                             {"html", InputFormat::kHtml},
                                             {"jsonl", InputFormat::kJsonl},
                                             {"lines", InputFormat::kLines},
                                             {"conllu", InputFormat::kConllu}}};
constexpr Names<LanguagePolicy, 2> kLanguages = {
    {{"skip", LanguagePolicy::kSkip}, {"keep", LanguagePolicy::kKeep}}};
constexpr Names<NodeSelection, 3> kNodes = {{{"named", NodeSelection::kNamed},
                                             {"default", NodeSelection::kDefault},
                                             {"all", NodeSelection::kAll}}};

template <class Choice, std::size_t N>
std::string_view name_of(const Names<Choice, N>& names, Choice choice) {
  for (const auto& [name, named] : names) {
    if (named == choice) return name;
  }
  return {};
}

template <class Choice, std::size_t N>
std::string all_names(const Names<Choice, N>& names) {
  std::string all;
  for (const auto& [name, choice] : names) all += (all.empty() ? "" : "|") + std::string(name);
  return all;
}

/// An option that takes one of `names`.
template <class Choice, std::size_t N>
void add_choice(CLI::App& app, const std::string& option, const Names<Choice, N>& names,
                Choice& choice, const std::string& description, const std::string& group) {
  const auto set = [option, &names, &choice](const std::string& text) {
    for (const auto& [name, named] : names) {
      if (name == text) {
        choice = named;
        return;
      }
    }
    throw WrongUsage(option + " " + text + ": expected " + all_names(names));
  };
  app.add_option_function<std::string>(option, set, description)
      ->type_name(all_names(names))
      ->group(group);
}

const char* const kExitCodes =
    "Exit codes:\n"
    "  0  all well\n"
    "  1  the job failed; nothing is written\n"
    "  2  wrong usage\n"
    "  3  done, but some inputs were skipped, each named on stderr with its reason\n";

const char* const kInputGroup = "Input";
const char* const kGraphGroup = "Graph";
const char* const kOutputGroup = "Output";
const char* const kRunGroup = "Run";

void add_document_inputs(CLI::App& app, Invocation& invocation) {
  app.add_option("INPUT", invocation.inputs,
                 "Files, folders (all files below them, sorted) or - for standard input; .gz and "
                 ".zst are unpacked")
      ->required()
      ->type_name("");
  add_choice(
      app, "--input-format", kFormats, invocation.reading.format,
      "What INPUT is (default auto: told by name and content). jsonl: {id, title, date, url, "
      "text} a line; lines: one sentence a line, each a document; conllu: words and "
      "sentences as given",
      kInputGroup);
  app.add_option("--field", invocation.field_names,
                 "JSON Lines: where a field goes by another name, as in text=body; may repeat")
      ->type_name("FIELD=NAME")
      ->allow_extra_args(false)
      ->group(kInputGroup);
  app.add_option("--date", invocation.reading.default_date,
                 "Date of publication, YYYY-MM-DD, for documents that tell none")
      ->type_name("DATE")
      ->group(kInputGroup);
  add_choice(app, "--language", kLanguages, invocation.reading.language,
             "What to do with documents in another language than English (default skip)",
             kInputGroup);
}

void add_confidence(CLI::App& app, Invocation& invocation) {
  app.add_option("--min-confidence", invocation.min_confidence,
                 "Leave out triples below this, 0 to 1 (default 0)")
      ->type_name("P")
      ->group(kGraphGroup);
}

void add_graph_options(CLI::App& app, Invocation& invocation) {
  app.add_option("-o,--output", invocation.outputs,
                 "The graph, in the format of the ending: .graphml, .jsonld, .gexf, or DIR/ for "
                 "CSV (neo4j/, kuzu/ and gephi/ in it); may repeat")
      ->required()
      ->type_name("OUT")
      ->allow_extra_args(false)
      ->group(kOutputGroup);
  add_choice(app, "--nodes", kNodes, invocation.graph.nodes,
             "Which entities become nodes: named ones; named ones and specific persons, groups, "
             "organizations, places, events and objects that an edge joins (default); all",
             kGraphGroup);
  app.add_option("--base-iri", invocation.base_iri,
                 "What the IRIs of the JSON-LD begin with; ends in / or # (default "
                 "https://example.org/kg/, for trying out)")
      ->type_name("IRI")
      ->group(kGraphGroup);
  app.add_option("--merges", invocation.merges,
                 "Why mentions count as one entity: a JSON line a merge, with reason and score")
      ->type_name("F")
      ->group(kOutputGroup);
}

void add_stream_output(CLI::App& app, Invocation& invocation, const std::string& what) {
  app.add_option("-o,--output", invocation.outputs, what + " (default: standard output)")
      ->type_name("F")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::Throw)
      ->allow_extra_args(false)
      ->group(kOutputGroup);
}

void add_run_options(CLI::App& app, Invocation& invocation) {
  app.add_option("--report", invocation.report,
                 "What was read, skipped, made and with which options, as JSON; written last, so "
                 "that its presence means that the set is whole")
      ->type_name("F")
      ->group(kOutputGroup);
  app.add_option("--models", invocation.models,
                 "Folder of the language models (default: $RELATA_MODELS, else as installed)")
      ->type_name("DIR")
      ->group(kRunGroup);
  app.add_flag_callback(
         "--quiet", [&invocation] { invocation.verbosity = Verbosity::kQuiet; },
         "No summary and no progress bar; errors and skipped inputs are still named")
      ->group(kRunGroup);
}

void add_threads(CLI::App& app, Invocation& invocation) {
  app.add_option_function<long>(
         "--threads",
         [&invocation](long threads) {
           if (threads < 1 || threads > 1024) {
             throw WrongUsage("--threads " + std::to_string(threads) +
                              ": expected a number from 1 to 1024");
           }
           invocation.threads = static_cast<std::size_t>(threads);
         },
         "Threads (default: the cores that this process may use); they change no byte")
      ->type_name("N")
      ->group(kRunGroup);
}

CLI::App& add_command(CLI::App& app, Command command, const std::string& description,
                      const std::string& examples, Invocation& invocation) {
  CLI::App& sub = *app.add_subcommand(std::string(to_string(command)), description);
  sub.footer(examples + "\n" + kExitCodes);
  sub.callback([&invocation, command] { invocation.command = command; });
  return sub;
}

void add_commands(CLI::App& app, Invocation& invocation) {
  CLI::App& build = add_command(
      app, Command::kBuild, "Documents to entity graph",
      "Examples:\n"
      "  relata build news/ -o graph.graphml -o graph.jsonld\n"
      "      every article below news/ into one graph: for Gephi and Neo4j, and as linked data\n"
      "  relata build articles.jsonl.gz --field text=body --report report.json -o graph.graphml\n"
      "      a crawl as JSON Lines, whose text stands in the field \"body\"\n",
      invocation);
  add_document_inputs(build, invocation);
  add_confidence(build, invocation);
  add_graph_options(build, invocation);
  build
      .add_option("--mentions", invocation.mentions,
                  "Which words became which node: a JSON line a document")
      ->type_name("F")
      ->group(kOutputGroup);
  add_run_options(build, invocation);
  add_threads(build, invocation);

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
  add_run_options(merge, invocation);

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

/// An IRI under which the graph's own names can lie.
void check_base_iri(const std::string& iri) {
  const std::size_t colon = iri.find(':');
  const bool ends = iri.ends_with('/') || iri.ends_with('#');
  const bool legal = iri.find_first_of("<>\"{}|\\^` \t\r\n") == std::string::npos;
  if (colon == std::string::npos || colon == 0 || !ends || !legal) {
    throw WrongUsage("--base-iri " + iri +
                     ": expected an absolute IRI that ends in / or #, such as "
                     "https://example.org/kg/");
  }
}

/// What the options' values say by themselves.
void check_values(Invocation& invocation) {
  if (!(invocation.min_confidence >= 0 && invocation.min_confidence <= 1)) {
    throw WrongUsage("--min-confidence: expected a number from 0 to 1");
  }
  try {
    if (!invocation.reading.default_date.empty()) check_date(invocation.reading.default_date);
  } catch (const Error& error) {
    throw WrongUsage(std::string("--date: ") + error.what());
  }
  try {
    for (const std::string& assignment : invocation.field_names) {
      rename_json_field(invocation.reading.json_fields, assignment);
    }
  } catch (const Error& error) {
    throw WrongUsage(std::string("--field: ") + error.what());
  }
  check_base_iri(invocation.base_iri);
  if (invocation.outputs.empty()) invocation.outputs = {"-"};
  if (invocation.command == Command::kBuild || invocation.command == Command::kMerge) {
    for (const std::string& output : invocation.outputs) graph_format(output);
  }
}

}  // namespace

std::string_view to_string(Command command) { return name_of(kCommands, command); }
std::string_view to_string(InputFormat format) { return name_of(kFormats, format); }
std::string_view to_string(LanguagePolicy policy) { return name_of(kLanguages, policy); }
std::string_view to_string(NodeSelection selection) { return name_of(kNodes, selection); }

std::optional<Invocation> parse_command_line(int argc, const char* const* argv) {
  Invocation invocation;
  CLI::App app(
      "relata turns news text into one knowledge graph: it reads documents, extracts who did what "
      "to whom, decides which mentions are the same person, place or thing, and writes a graph "
      "whose every edge leads back to the sentences that say it. Offline, on a CPU.",
      "relata");
  app.get_formatter()->column_width(36);
  app.require_subcommand(1);
  app.footer(std::string("Start with:\n"
                         "  relata build examples/articles -o graph.graphml -o graph.jsonld\n"
                         "  relata build --help\n\n") +
             kExitCodes);
  app.set_version_flag("--version", [] { return version_text(); });
  add_commands(app, invocation);
  if (argc < 2) {
    throw WrongUsage("name a command: build, extract, merge or analyze (relata --help says more)");
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) {
      app.exit(error);
      return std::nullopt;
    }
    const auto commands = app.get_subcommands();
    const std::string name = commands.empty() ? "relata" : "relata " + commands.front()->get_name();
    throw WrongUsage(std::string(error.what()) + " (" + name + " --help says more)");
  }
  check_values(invocation);
  return invocation;
}

}  // namespace relata
