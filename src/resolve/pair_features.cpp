#include "resolve/pair_features.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace relata {
namespace {

using Effect = PairFeature::Effect;

constexpr std::size_t kMostNames = 6;
constexpr std::size_t kMostReadings = 4;

std::string quoted(const std::string& text) { return '"' + text + '"'; }

std::string or_unknown(const std::string& text) { return text.empty() ? "unknown" : text; }

/// "as written" names, each in quotes.
std::string shown_names(const EntityProfile& profile) {
  std::string text;
  for (const ParsedName& name : profile.names) {
    text += (text.empty() ? "" : ", ") + quoted(name.surface);
  }
  return text.empty() ? "no name (" + quoted(profile.text) + ')' : text;
}

std::string shared_words(const ParsedName& a, const ParsedName& b) {
  std::string shared;
  for (const std::string& word : a.words) {
    if (std::find(b.words.begin(), b.words.end(), word) == b.words.end()) continue;
    shared += (shared.empty() ? "" : " ") + word;
  }
  return shared;
}

class Comparison {
 public:
  Comparison(const EntityProfile& a, const EntityProfile& b, const NameCounts& counts, Scope scope,
             const Lexicon& lexicon)
      : a_(a), b_(b), counts_(counts), scope_(scope), lexicon_(lexicon) {}

  PairExplanation run() {
    result_.left = a_.entity;
    result_.right = b_.entity;
    result_.scope = scope_;
    result_.total = score_pair(a_, b_, counts_, scope_, lexicon_);
    if (auto conflict = find_conflict(a_, b_)) result_.obstacle = *conflict;
    add_names();
    add_readings();
    add_values("type", std::string(to_string(a_.type)), std::string(to_string(b_.type)),
               result_.obstacle == "types differ");
    add_values("gender", a_.gender, b_.gender, result_.obstacle == "genders differ");
    const auto years = [](const EntityProfile& person) {
      return person.age == 0 ? std::string() : std::to_string(person.age);
    };
    add_values("age", years(a_), years(b_), result_.obstacle == "ages differ");
    add_values("country", a_.country, b_.country, result_.obstacle == "countries differ");
    add_values("body of", home_of(a_), home_of(b_), result_.obstacle == "of two countries");
    const bool bodies = a_.type == EntityType::kOrganization && a_.type == b_.type;
    if (bodies && (home_of(a_).empty() || home_of(b_).empty())) {
      add_values("text on", likely_home_of(a_), likely_home_of(b_), false);
    }
    add_values("lies in", a_.inside, b_.inside, result_.obstacle == "in two countries");
    add_values("region", a_.region, b_.region, result_.obstacle == "in two regions");
    add_company();
    add_story();
    add_keys();
    return std::move(result_);
  }

 private:
  void add(std::string name, std::string value, Effect effect, double weight = 0) {
    result_.features.push_back({std::move(name), std::move(value), effect, weight});
  }

  /// Each name of one against each of the other, as if it were the only one.
  void add_names() {
    add("called", shown_names(a_) + " and " + shown_names(b_), Effect::kNone);
    bool any = false;
    EntityProfile x = a_;
    EntityProfile y = b_;
    for (std::size_t i = 0; i < std::min(a_.names.size(), kMostNames); ++i) {
      for (std::size_t j = 0; j < std::min(b_.names.size(), kMostNames); ++j) {
        x.names = {a_.names[i]};
        y.names = {b_.names[j]};
        const PairScore score = score_pair(x, y, counts_, scope_, lexicon_);
        if (score.score <= 0) continue;
        any = true;
        add("names",
            quoted(a_.names[i].surface) + " and " + quoted(b_.names[j].surface) + ": " +
                std::string(score.reason),
            Effect::kFor, score.score);
      }
    }
    if (!any && result_.total.score > 0) {
      add("words", result_.total.evidence + ": " + std::string(result_.total.reason), Effect::kFor,
          result_.total.score);
    } else if (!any && !a_.names.empty() && !b_.names.empty()) {
      const std::string shared = shared_words(a_.names.front(), b_.names.front());
      add("names",
          shared.empty() ? "have no word in common, nor a spelling or initials"
                         : "share " + quoted(shared) + ", which is not enough by itself",
          Effect::kNone);
    }
    std::sort(result_.features.begin() + 1, result_.features.end(),
              [](const PairFeature& l, const PairFeature& r) {
                return l.weight != r.weight ? l.weight > r.weight : l.value < r.value;
              });
  }

  /// Whom a short name of either stands for, in all documents that spell it out.
  void add_readings() {
    std::set<std::pair<std::string, std::string>> keys;  // key of the counts, word
    const bool people = a_.type == EntityType::kPerson && b_.type == EntityType::kPerson;
    for (const EntityProfile* profile : {&a_, &b_}) {
      for (const ParsedName& name : profile->names) {
        if (name.words.size() != 1) continue;
        const std::string& word = name.words.front();
        if (people) keys.emplace(person_key(word), word);
        if (!people && name.acronym) keys.emplace(word, word);
      }
    }
    for (const auto& [key, word] : keys) {
      const auto found = counts_.full_of.find(key);
      if (found == counts_.full_of.end()) {
        add("rarity", "no document spells out " + quoted(word), Effect::kNone);
        continue;
      }
      std::vector<std::pair<std::uint64_t, std::string>> readings;
      std::uint64_t documents = 0;
      for (const auto& [full, count] : found->second) {
        readings.emplace_back(count, full);
        documents += count;
      }
      std::sort(readings.begin(), readings.end(), [](const auto& l, const auto& r) {
        return l.first != r.first ? l.first > r.first : l.second < r.second;
      });
      std::string value = quoted(word) + " stands for";
      for (std::size_t i = 0; i < std::min(readings.size(), kMostReadings); ++i) {
        value += (i == 0 ? " " : ", ") + quoted(readings[i].second) + " in " +
                 std::to_string(readings[i].first);
      }
      if (readings.size() > kMostReadings) {
        value += ", and " + std::to_string(readings.size() - kMostReadings) + " more";
      }
      value += " of the " + std::to_string(documents) + " documents that spell it out";
      const bool dominant = static_cast<double>(readings.front().first) >=
                            kDominantShare * static_cast<double>(documents);
      if (!dominant) value += "; 80 % must mean one";
      add("rarity", std::move(value), dominant ? Effect::kFor : Effect::kAgainst);
    }
  }

  void add_values(const std::string& name, const std::string& x, const std::string& y,
                  bool differ) {
    if (x.empty() && y.empty()) return;
    const bool equal = x == y;
    add(name, equal ? "both " + x : or_unknown(x) + " and " + or_unknown(y),
        differ  ? Effect::kAgainst
        : equal ? Effect::kFor
                : Effect::kNone);
  }

  /// Of the names near each, those near both: what tells whether two documents tell one story.
  void add_company() {
    if (scope_ != Scope::kCorpus || a_.doc == b_.doc) return;
    if (a_.company.empty() && b_.company.empty()) return;
    const CommonCompany common = common_company(counts_, a_, b_);
    const auto percent = static_cast<int>(common.share * 100);
    add("company",
        std::to_string(common.names) + (common.names == 1 ? " name" : " names") + " near both, " +
            std::to_string(percent) + " % of what the names near one of them weigh",
        common.names > 0 ? Effect::kFor : Effect::kNone);
  }

  /// Of all names of either document, those of both, where they are enough for one story.
  void add_story() {
    if (scope_ != Scope::kCorpus || a_.doc == b_.doc) return;
    const CommonCompany common = common_names(counts_, a_, b_, kNamesOfStory);
    if (common.share < kShareOfStory) return;
    add("story",
        std::to_string(common.names) + " names in both documents, " +
            std::to_string(static_cast<int>(common.share * 100)) +
            " % of what the names in one of them weigh",
        Effect::kFor);
  }

  void add_keys() {
    const std::vector<std::string> x = block_keys(a_, scope_);
    const std::vector<std::string> y = block_keys(b_, scope_);
    std::vector<std::string> shared;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(shared));
    result_.compared = !shared.empty();
    if (!result_.compared) {
      add("keys", "none in common, so that the two are never compared", Effect::kAgainst);
    }
  }

  const EntityProfile& a_;
  const EntityProfile& b_;
  const NameCounts& counts_;
  const Scope scope_;
  const Lexicon& lexicon_;
  PairExplanation result_;
};

}  // namespace

PairExplanation describe_pair(const EntityProfile& a, const EntityProfile& b,
                              const NameCounts& counts, Scope scope, const Lexicon& lexicon) {
  return Comparison(a, b, counts, scope, lexicon).run();
}

}  // namespace relata
