// The words that the command line and the report use for choices.
#pragma once

#include <CLI/CLI.hpp>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "cli/invocation.hpp"

namespace relata {

template <class Choice, std::size_t N>
using Names = std::array<std::pair<std::string_view, Choice>, N>;

inline constexpr Names<Command, 5> kCommands = {{{"build", Command::kBuild},
                                                 {"extract", Command::kExtract},
                                                 {"merge", Command::kMerge},
                                                 {"analyze", Command::kAnalyze},
                                                 {"explain", Command::kExplain}}};
inline constexpr Names<InputFormat, 6> kFormats = {{{"auto", InputFormat::kAuto},
                                                    {"text", InputFormat::kText},
                                                    {"html", InputFormat::kHtml},
                                                    {"jsonl", InputFormat::kJsonl},
                                                    {"lines", InputFormat::kLines},
                                                    {"conllu", InputFormat::kConllu}}};
inline constexpr Names<LanguagePolicy, 2> kLanguages = {
    {{"skip", LanguagePolicy::kSkip}, {"keep", LanguagePolicy::kKeep}}};
inline constexpr Names<NodeSelection, 3> kNodes = {{{"named", NodeSelection::kNamed},
                                                    {"default", NodeSelection::kDefault},
                                                    {"all", NodeSelection::kAll}}};

inline constexpr Names<NodeSize, 2> kNodeSizes = {
    {{"mentions", NodeSize::kMentions}, {"pagerank", NodeSize::kPagerank}}};
inline constexpr Names<SpellSource, 2> kSpellSources = {
    {{"time", SpellSource::kTime}, {"published", SpellSource::kPublished}}};
inline constexpr Names<GexfVersion, 2> kGexfVersions = {
    {{"1.2", GexfVersion::k12}, {"1.3", GexfVersion::k13}}};
inline constexpr Names<GraphmlFlavour, 2> kGraphmlFlavours = {
    {{"plain", GraphmlFlavour::kPlain}, {"cytoscape", GraphmlFlavour::kCytoscape}}};

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

}  // namespace relata
