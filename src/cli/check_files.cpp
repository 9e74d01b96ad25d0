#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <map>
#include <system_error>

#include "cli/invocation.hpp"
#include "relata/core/output_files.hpp"
#include "relata/export/csv_writer.hpp"

namespace relata {
namespace {

namespace fs = std::filesystem;

std::string lower_ending(const std::string& path) {
  std::string ending = fs::path(path).extension().string();
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return ending;
}

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

/// An output with the option that names it.
struct NamedOutput {
  std::string option;
  std::string path;
  bool is_csv = false;
};

std::vector<NamedOutput> outputs_of(const Invocation& invocation) {
  std::vector<NamedOutput> outputs;
  const bool makes_graph =
      invocation.command == Command::kBuild || invocation.command == Command::kMerge;
  for (const std::string& path : invocation.outputs) {
    outputs.push_back({"-o", path, makes_graph && graph_format(path) == GraphFormat::kCsv});
  }
  for (const auto& [option, path] :
       {std::pair{"--report", &invocation.report}, std::pair{"--mentions", &invocation.mentions},
        std::pair{"--merges", &invocation.merges}}) {
    if (!path->empty()) outputs.push_back({option, *path, false});
  }
  return outputs;
}

fs::path without_slash(const std::string& path) {
  const fs::path normal = fs::path(path).lexically_normal();
  return normal.has_filename() ? normal : normal.parent_path();
}

/// The files that an output consists of.
std::vector<std::string> files_of(const NamedOutput& output) {
  if (!output.is_csv) return {output.path};
  std::vector<std::string> files;
  for (const std::string_view file : csv_paths()) {
    files.push_back((fs::path(output.path) / file).string());
  }
  return files;
}

void check_output(const NamedOutput& output) {
  const std::string named = output.option + " " + output.path;
  if (output.path.empty()) throw WrongUsage(output.option + ": expected the name of a file");
  if (is_written_straight(output.path)) return;
  if (output.is_csv) {
    if (const auto foreign = foreign_file(output.path, csv_paths())) {
      throw WrongUsage(named + ": holds " + *foreign +
                       ", which is not of this output; name a new folder");
    }
  } else if (is_folder(output.path)) {
    throw WrongUsage(named + ": is a folder; name a file");
  }
  fs::path folder = without_slash(output.path).parent_path();
  if (folder.empty()) folder = ".";
  if (!is_folder(folder)) {
    throw WrongUsage(named + ": the folder " + folder.string() + " is not there; make it first");
  }
  if (::access(folder.c_str(), W_OK | X_OK) != 0) {
    throw WrongUsage(named + ": the folder " + folder.string() +
                     " cannot be written to: " + std::generic_category().message(errno));
  }
}

/// Where an output ends up, whatever it is called by. A pipe has no other name.
fs::path place_of(const std::string& path) {
  if (path == "-") return "/dev/stdout";
  const fs::path whole = fs::absolute(without_slash(path));
  std::error_code no_such_place;
  const fs::path place = fs::weakly_canonical(whole, no_such_place);
  return no_such_place ? whole.lexically_normal() : place;
}

}  // namespace

GraphFormat graph_format(const std::string& path) {
  const std::string ending = lower_ending(path);
  if (ending == ".graphml") return GraphFormat::kGraphml;
  if (ending == ".jsonld") return GraphFormat::kJsonld;
  if (ending == ".gexf") return GraphFormat::kGexf;
  if (ending == ".html") return GraphFormat::kHtml;
  if (path.ends_with('/') || (ending.empty() && is_folder(path))) return GraphFormat::kCsv;
  throw WrongUsage("-o " + path +
                   ": the format follows the ending; end the name in .graphml, .jsonld, .gexf or "
                   ".html, or in / for a folder of CSV");
}

void check_files(const Invocation& invocation, const std::vector<InputFile>& inputs) {
  std::map<FileIdentity, std::string> input_names;
  int standard_inputs = 0;
  for (const InputFile& input : inputs) {
    if (input.path == "-" && ++standard_inputs > 1) throw WrongUsage("- is given twice");
    if (const auto identity = file_identity(input.path)) input_names.emplace(*identity, input.path);
  }
  if (!invocation.decisions.empty()) {
    if (invocation.decisions == "-" && ++standard_inputs > 1) throw WrongUsage("- is given twice");
    if (const auto identity = file_identity(invocation.decisions)) {
      input_names.emplace(*identity, invocation.decisions);
    }
  }
  if (!invocation.temp.empty() && !is_folder(invocation.temp)) {
    throw WrongUsage("--temp " + invocation.temp + ": is no folder");
  }
  std::map<fs::path, std::string> places;
  for (const NamedOutput& output : outputs_of(invocation)) {
    check_output(output);
    const std::string named = output.option + " " + output.path;
    for (const std::string& file : files_of(output)) {
      const auto identity = file_identity(file);
      const auto input = identity ? input_names.find(*identity) : input_names.end();
      if (input != input_names.end()) {
        throw WrongUsage(named + ": is also an input (" + input->second +
                         "); write to another file or move this one out of the input folder");
      }
    }
    if (!places.emplace(place_of(output.path), named).second) {
      throw WrongUsage(named + ": another output has this name; give each its own");
    }
  }
}

}  // namespace relata
