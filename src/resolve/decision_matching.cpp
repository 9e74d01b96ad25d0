#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "relata/resolve/decisions.hpp"
#include "resolve/contradiction.hpp"
#include "resolve/decided_classes.hpp"
#include "resolve/reference_index.hpp"
#include "resolve/split_entity.hpp"

namespace relata {
namespace {

using Matches = std::vector<ReferenceMatch>;

/// What both sides mean: the indices in each.
std::vector<std::pair<std::size_t, std::size_t>> find_shared(const Matches& left,
                                                             const Matches& right) {
  std::vector<std::pair<std::size_t, std::size_t>> shared;
  for (std::size_t l = 0, r = 0; l < left.size() && r < right.size();) {
    if (left[l].place < right[r].place) {
      ++l;
    } else if (right[r].place < left[l].place) {
      ++r;
    } else {
      shared.emplace_back(l++, r++);
    }
  }
  return shared;
}

std::vector<std::string> without(const std::vector<std::string>& forms,
                                 const std::vector<std::string>& others) {
  std::vector<std::string> left;
  std::copy_if(forms.begin(), forms.end(), std::back_inserter(left), [&](const std::string& form) {
    return std::find(others.begin(), others.end(), form) == others.end();
  });
  return left;
}

/// The names by which an entity that both sides mean can be parted; none if they mean it by the
/// same names, or if nothing would be left of it.
std::vector<std::string> forms_to_part(const EntityRecord& entity, const ReferenceMatch& left,
                                       const ReferenceMatch& right) {
  const std::vector<std::string> of_left = without(left.forms, right.forms);
  const std::vector<std::string> of_right = without(right.forms, left.forms);
  std::vector<std::string> parted;
  if (left.forms.empty() || right.forms.empty()) {
    // One side is the entity as a whole: the other is what it goes by wrongly.
    parted = left.forms.empty() ? of_right : of_left;
  } else if (!of_left.empty() && !of_right.empty()) {
    // The name it is shown by stays.
    const bool shown_right =
        std::find(of_right.begin(), of_right.end(), entity.name) != of_right.end();
    parted = shown_right ? of_left : of_right;
  }
  if (parted.size() == entity.names.size() + entity.descriptions.size()) parted.clear();
  return parted;
}

class Matcher {
 public:
  Matcher(const std::vector<Decision>& decisions, std::vector<DocumentRecords>& documents,
          const Lexicon& lexicon)
      : decisions_(decisions), documents_(documents), lexicon_(lexicon) {}

  MatchedDecisions run() {
    std::vector<const EntityReference*> references;
    for (const Decision& decision : decisions_) {
      references.push_back(&decision.left);
      references.push_back(&decision.right);
    }
    const ReferenceIndex index(references, lexicon_);
    matches_ = index.find(documents_);
    // A split gives names to other entities, which may have to be split again.
    while (split_entities()) matches_ = index.find(documents_);
    for (std::size_t i = 0; i < decisions_.size(); ++i) match(i);
    return std::move(result_);
  }

 private:
  /// One split for an entity at most, since the matches then no longer hold of it.
  bool split_entities() {
    std::set<EntityIndex> done;
    std::set<std::size_t> touched;
    for (std::size_t i = 0; i < decisions_.size(); ++i) {
      if (decisions_[i].verdict == Verdict::kSame) continue;
      const Matches& left = matches_[2 * i];
      const Matches& right = matches_[2 * i + 1];
      for (const auto& [l, r] : find_shared(left, right)) {
        const EntityIndex place = left[l].place;
        if (done.contains(place)) continue;
        DocumentRecords& document = documents_[place.document];
        const std::vector<std::string> forms =
            forms_to_part(document.entities[place.entity], left[l], right[r]);
        if (forms.empty()) continue;
        result_.splits.push_back(split_entity(document, place.entity, forms, lexicon_));
        done.insert(place);
        touched.insert(place.document);
      }
    }
    return !touched.empty();
  }

  void match(std::size_t decision) {
    Matches left = matches_[2 * decision];
    Matches right = matches_[2 * decision + 1];
    const Decision& decided = decisions_[decision];
    if (decided.verdict == Verdict::kDifferent) leave_rest(decided, left, right);
    for (const auto& [found, reference] :
         {std::pair(&left, &decided.left), std::pair(&right, &decided.right)}) {
      if (!found->empty()) continue;
      result_.warnings.emplace_back(
          "nothing here is " + describe(*reference) + "; this decision changes nothing",
          Place{decided.place.file, decided.place.line, {}});
      return;
    }
    DecidedPair pair;
    pair.verdict = decided.verdict;
    pair.left = ids_of(left);
    pair.right = ids_of(right);
    pair.place = decided.place;
    pair.text = describe(decided.left) + (decided.verdict == Verdict::kSame ? " = " : " ≠ ") +
                describe(decided.right);
    result_.pairs.push_back(std::move(pair));
  }

  /// What both sides still mean belongs to the one that says more precisely what it means.
  void leave_rest(const Decision& decided, Matches& left, Matches& right) const {
    const auto shared = find_shared(left, right);
    if (shared.empty()) return;
    if (left.size() == right.size()) {
      const EntityIndex place = left[shared.front().first].place;
      const EntityRecord& entity = documents_[place.document].entities[place.entity];
      throw Error("both sides are the entity " + entity.entity + " (\"" + entity.name +
                      "\"), and no name tells them apart",
                  Place{decided.place.file, decided.place.line, {}});
    }
    Matches& wider = left.size() > right.size() ? left : right;
    const Matches& narrower = left.size() > right.size() ? right : left;
    std::erase_if(wider, [&](const ReferenceMatch& match) {
      return std::any_of(narrower.begin(), narrower.end(),
                         [&](const ReferenceMatch& other) { return other.place == match.place; });
    });
  }

  std::vector<std::string> ids_of(const Matches& matches) const {
    std::vector<std::string> ids;
    for (const ReferenceMatch& match : matches) {
      ids.push_back(documents_[match.place.document].entities[match.place.entity].entity);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  const std::vector<Decision>& decisions_;
  std::vector<DocumentRecords>& documents_;
  const Lexicon& lexicon_;
  std::vector<Matches> matches_;  ///< of the left side of decision i at 2i, the right at 2i + 1
  MatchedDecisions result_;
};

}  // namespace

MatchedDecisions match_decisions(const std::vector<Decision>& decisions,
                                 std::vector<DocumentRecords>& documents, const Lexicon& lexicon) {
  if (decisions.empty()) return {};
  return Matcher(decisions, documents, lexicon).run();
}

std::string find_decision_fault(const std::vector<Decision>& decisions,
                                std::vector<DocumentRecords> documents, const Lexicon& lexicon) {
  try {
    const MatchedDecisions matched = match_decisions(decisions, documents, lexicon);
    const DecidedClasses classes(matched.pairs, documents);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace relata
