#include "graph/labels.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "relata/core/unicode.hpp"

namespace relata {
namespace {

/// Of a body or place whose name says nothing of where it is: "Supreme Court", "Springfield", not
/// "Bank of Ghana".
bool tells_home(const ClusterView& view) {
  return view.named && !view.home.empty() && view.label.find(view.home) == std::string::npos;
}

/// Of those of one label the first keeps it bare, unless it is one of several countries' or
/// states'.
std::size_t first_noted(const std::vector<const ClusterView*>& views,
                        const std::vector<std::size_t>& list) {
  const ClusterView& first = *views[list.front()];
  const bool one_of_several =
      tells_home(first) && std::any_of(list.begin() + 1, list.end(), [&](std::size_t other) {
        return tells_home(*views[other]) && views[other]->home != first.home;
      });
  return one_of_several ? 0 : 1;
}

std::vector<std::string> disambiguators(const ClusterView& view, NodeClass node_class) {
  std::vector<std::string> notes;
  if (tells_home(view)) notes.push_back(view.home);
  constexpr std::size_t kMaxNoteWords = 4;
  if (!view.note.empty() && view.named && count_words(view.note) <= kMaxNoteWords) {
    notes.push_back(view.note);
  }
  notes.emplace_back(to_lower(to_string(node_class)));
  const EntityPlace& anchor = view.entities.front();
  if (!anchor.document->date.empty()) notes.push_back(anchor.document->date);
  notes.push_back(clean_label(anchor.document->doc));
  return notes;
}

}  // namespace

void set_labels(const std::vector<const ClusterView*>& views, std::vector<Node>& nodes) {
  std::vector<std::string> labels(nodes.size());
  std::vector<std::vector<std::string>> aliases(nodes.size());
  std::map<std::string, std::vector<std::size_t>> same;  // lower case → nodes
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    labels[i] = views[i]->label;
    same[to_lower(labels[i])].push_back(i);
  }
  std::set<std::string> taken;
  for (const auto& [label, list] : same) taken.insert(label);
  for (auto& [label, list] : same) {
    if (list.size() < 2) continue;
    std::sort(list.begin(), list.end(), [&](std::size_t a, std::size_t b) {
      if (nodes[a].named != nodes[b].named) return nodes[a].named;
      if (nodes[a].mentions != nodes[b].mentions) return nodes[a].mentions > nodes[b].mentions;
      return comes_before(views[a]->entities.front(), views[b]->entities.front());
    });
    for (std::size_t n = first_noted(views, list); n < list.size(); ++n) {
      std::string& own = labels[list[n]];
      const std::string bare = own;
      const std::vector<std::string> notes =
          disambiguators(*views[list[n]], nodes[list[n]].node_class);
      for (const std::string& note : notes) {
        std::string full = bare;
        full += " (" + note + ")";
        if (taken.insert(to_lower(full)).second) {
          own = std::move(full);
          break;
        }
      }
      for (std::size_t number = 2; own == bare; ++number) {
        std::string full = bare;
        full += " (" + notes.back() + ", " + std::to_string(number) + ")";
        if (taken.insert(to_lower(full)).second) own = std::move(full);
      }
      aliases[list[n]].push_back(bare);
    }
  }
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    std::vector<std::string>& own = aliases[i];
    for (const std::string& alias : views[i]->aliases) {
      if (alias == labels[i] || same.count(to_lower(alias)) > 0) continue;
      if (std::find(own.begin(), own.end(), alias) == own.end()) own.push_back(alias);
    }
    nodes[i].label = labels[i];
    nodes[i].aliases = own;
  }
}

}  // namespace relata
