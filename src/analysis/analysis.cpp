#include "relata/analysis/analysis.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace relata {
namespace {

using namespace std::string_view_literals;

// In the order of the enums.
constexpr std::array kUpos = {"ADJ"sv,   "ADP"sv,   "ADV"sv, "AUX"sv,  "CCONJ"sv, "DET"sv,
                              "INTJ"sv,  "NOUN"sv,  "NUM"sv, "PART"sv, "PRON"sv,  "PROPN"sv,
                              "PUNCT"sv, "SCONJ"sv, "SYM"sv, "VERB"sv, "X"sv};
constexpr std::array kMentionTypes = {"person"sv, "place"sv,   "organization"sv, "object"sv,
                                      "event"sv,  "time"sv,    "substance"sv,    "animal"sv,
                                      "plant"sv,  "abstract"sv};
constexpr std::array kMentionForms = {"name"sv, "nominal"sv, "pronoun"sv, "adjective"sv};
constexpr std::array kNameTypes = {"PER"sv, "ORG"sv, "LOC"sv};

template <typename Enum, std::size_t n>
std::optional<Enum> parse(const std::array<std::string_view, n>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view to_string(Upos upos) { return kUpos[static_cast<std::size_t>(upos)]; }
std::optional<Upos> parse_upos(std::string_view name) { return parse<Upos>(kUpos, name); }

std::string_view to_string(MentionType type) {
  return kMentionTypes[static_cast<std::size_t>(type)];
}
std::optional<MentionType> parse_mention_type(std::string_view name) {
  return parse<MentionType>(kMentionTypes, name);
}

std::string_view to_string(MentionForm form) {
  return kMentionForms[static_cast<std::size_t>(form)];
}
std::optional<MentionForm> parse_mention_form(std::string_view name) {
  return parse<MentionForm>(kMentionForms, name);
}

std::string_view to_string(NameType type) { return kNameTypes[static_cast<std::size_t>(type)]; }

std::string_view feature(const Word& word, std::string_view name) {
  std::string_view rest = word.feats;
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('|'));
    if (pair.size() > name.size() && pair[name.size()] == '=' && pair.starts_with(name)) {
      return pair.substr(name.size() + 1);
    }
    rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
  }
  return {};
}

}  // namespace relata
