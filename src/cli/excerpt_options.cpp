#include <algorithm>
#include <array>
#include <sstream>

#include "cli/option_groups.hpp"

namespace relata {
namespace {

struct NamedClasses {
  std::string_view name;
  std::array<NodeClass, 2> classes;
};

/// The types of the records and the classes of the graph, in lower case. A country is a place.
constexpr std::array kClasses = {
    NamedClasses{"person", {NodeClass::kPerson, NodeClass::kPerson}},
    NamedClasses{"group", {NodeClass::kGroup, NodeClass::kGroup}},
    NamedClasses{"organization", {NodeClass::kOrganization, NodeClass::kOrganization}},
    NamedClasses{"place", {NodeClass::kPlace, NodeClass::kCountry}},
    NamedClasses{"country", {NodeClass::kCountry, NodeClass::kCountry}},
    NamedClasses{"event", {NodeClass::kEvent, NodeClass::kEvent}},
    NamedClasses{"object", {NodeClass::kObject, NodeClass::kObject}},
    NamedClasses{"work", {NodeClass::kCreativeWork, NodeClass::kCreativeWork}},
    NamedClasses{"other", {NodeClass::kOther, NodeClass::kOther}},
};

std::string class_names() {
  std::string names;
  for (const NamedClasses& named : kClasses) {
    if (!names.empty()) names += ", ";
    names += named.name;
  }
  return names;
}

void add_classes(std::set<NodeClass>& classes, const std::string& list) {
  std::istringstream in(list);
  for (std::string name; std::getline(in, name, ',');) {
    std::string lower = name;
    for (char& c : lower) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    const auto* const found =
        std::find_if(kClasses.begin(), kClasses.end(),
                     [&](const NamedClasses& named) { return named.name == lower; });
    if (found == kClasses.end()) {
      throw WrongUsage("--type " + name + ": expected some of " + class_names());
    }
    classes.insert(found->classes.begin(), found->classes.end());
  }
}

bool are_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// YYYY, YYYY-MM or YYYY-MM-DD.
bool is_date(const std::string& text) {
  const std::string_view date = text;
  if (date.size() == 4) return are_digits(date);
  if (date.size() == 7) {
    return are_digits(date.substr(0, 4)) && date[4] == '-' && are_digits(date.substr(5)) &&
           date.substr(5) >= "01" && date.substr(5) <= "12";
  }
  return date.size() == 10 && is_date(text.substr(0, 7)) && date[7] == '-' &&
         are_digits(date.substr(8)) && date.substr(8) >= "01" && date.substr(8) <= "31";
}

void check_bound(const std::string& option, const std::string& date) {
  if (date.empty() || is_date(date)) return;
  throw WrongUsage(option + " " + date + ": expected YYYY, YYYY-MM or YYYY-MM-DD");
}

/// A number from `least`; CLI11 alone would take -1 for a very large one.
template <class Set>
void add_number(CLI::App& app, const std::string& option, const std::string& type,
                const std::string& description, long least, Set set) {
  app.add_option_function<long>(
         option,
         [option, least, set](long number) {
           if (number < least) {
             throw WrongUsage(option + " " + std::to_string(number) + ": expected a number from " +
                              std::to_string(least));
           }
           set(number);
         },
         description)
      ->type_name(type)
      ->group(kExcerptGroup);
}

}  // namespace

std::string class_list(const std::set<NodeClass>& classes) {
  std::string list;
  for (const NamedClasses& named : kClasses) {
    // "place" says "country" too.
    const bool has_all = classes.contains(named.classes[0]) && classes.contains(named.classes[1]);
    const bool is_said = named.name == "country" && classes.contains(NodeClass::kPlace);
    if (has_all && !is_said) list += (list.empty() ? "" : ",") + std::string(named.name);
  }
  return list;
}

void add_excerpt_options(CLI::App& app, Invocation& invocation) {
  ExcerptOptions& excerpt = invocation.excerpt;
  app.add_option_function<std::vector<std::string>>(
         "--type",
         [&excerpt](const std::vector<std::string>& lists) {
           for (const std::string& list : lists) add_classes(excerpt.classes, list);
         },
         "Only nodes of these types and the edges between them: " + class_names() + "; may repeat")
      ->type_name("TYPE,TYPE")
      ->allow_extra_args(false)
      ->group(kExcerptGroup);
  app.add_option("--since", excerpt.since,
                 "Only what happened on this day or later, as far as the text tells its time; of "
                 "the rest, what was published then. YYYY, YYYY-MM or YYYY-MM-DD")
      ->type_name("DATE")
      ->group(kExcerptGroup);
  app.add_option("--until", excerpt.until, "The same, on this day or earlier")
      ->type_name("DATE")
      ->group(kExcerptGroup);
  add_number(app, "--min-support", "N", "Only what at least N distinct sentences say", 0,
             [&excerpt](long n) { excerpt.min_support = static_cast<std::uint64_t>(n); });
  app.add_option("--min-confidence", excerpt.min_confidence,
                 "Only what is this sure, 0 to 1 (default 0)")
      ->type_name("P")
      ->group(kExcerptGroup);
  app.add_option("--ego", invocation.ego, "Only what is around the node of this name, alias or id")
      ->type_name("NAME")
      ->group(kExcerptGroup);
  add_number(app, "--depth", "D", "How many edges away from --ego (default 1)", 0,
             [&excerpt](long n) { excerpt.depth = static_cast<std::size_t>(n); });
  add_number(app, "--top", "N",
             "Only the N nodes whose edges have the most support, of all that the other options "
             "leave",
             1, [&excerpt](long n) { excerpt.top = static_cast<std::size_t>(n); });
}

void check_excerpt_options(const Invocation& invocation) {
  const ExcerptOptions& excerpt = invocation.excerpt;
  check_bound("--since", excerpt.since);
  check_bound("--until", excerpt.until);
  const std::size_t shared = std::min(excerpt.since.size(), excerpt.until.size());
  if (excerpt.since.substr(0, shared) > excerpt.until.substr(0, shared)) {
    throw WrongUsage("--since " + excerpt.since + " is later than --until " + excerpt.until);
  }
  if (!(excerpt.min_confidence >= 0 && excerpt.min_confidence <= 1)) {
    throw WrongUsage("--min-confidence: expected a number from 0 to 1");
  }
  if (invocation.ego.empty() && excerpt.depth != ExcerptOptions().depth) {
    throw WrongUsage("--depth: counts edges from a node; name it with --ego");
  }
}

}  // namespace relata
