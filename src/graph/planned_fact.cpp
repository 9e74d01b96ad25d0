#include "graph/planned_fact.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <tuple>
#include <utility>

#include "graph/denied_label.hpp"
#include "relata/core/unicode.hpp"
#include "relata/resolve/description.hpp"

namespace relata {
namespace {

/// Nouns for those who rule: what is so described is linked to its country by "government of".
constexpr std::array<std::string_view, 8> kGovernments = {
    "government",  "junta",     "regime",  "administration",
    "authorities", "authority", "cabinet", "executive"};

template <std::size_t kSize>
bool is_one_of(const std::array<std::string_view, kSize>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Upper-case words joined by underscores, as interop.md wants a type.
std::string canonical_type(std::string_view text) {
  std::string type;
  for (const char c : text) {
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
      type += c;
    } else if (c >= 'a' && c <= 'z') {
      type += static_cast<char>(c - 'a' + 'A');
    } else if (!type.empty() && type.back() != '_') {
      type += '_';
    }
  }
  while (!type.empty() && type.back() == '_') type.pop_back();
  constexpr std::size_t kLongestType = 80;
  if (type.size() > kLongestType) type.resize(kLongestType);
  if (type.empty() || (type[0] >= '0' && type[0] <= '9')) type = "RELATE";
  return type;
}

/// Mentions a document of a topic ("iodine deficiency") that the text comes back to, and of a thing
/// by one word ("drone") that it is about.
constexpr std::uint64_t kTopic = 2;
constexpr std::uint64_t kSubject = 3;

/// "such actions", "other allies": words that point to no one in particular.
bool is_indefinite(const std::string& label) {
  constexpr std::array<std::string_view, 16> kIndefinite = {
      "all",  "another", "any",   "certain", "different", "each", "every", "many",
      "more", "most",    "other", "own",     "same",      "some", "such",  "various"};
  const std::string first = to_lower(label.substr(0, label.find(' ')));
  return std::find(kIndefinite.begin(), kIndefinite.end(), first) != kIndefinite.end();
}

/// Words before a noun that tell nothing away from their sentence: "the", "his".
bool is_determiner(const std::string& word) {
  constexpr std::array<std::string_view, 11> kDeterminers = {
      "a", "an", "the", "his", "her", "its", "their", "my", "our", "your", "whose"};
  return is_one_of(kDeterminers, word);
}

/// True if the relation holds the first word of the object that is no article: "founded the
/// Alliance of" beside "the Alliance of Cities".
bool holds_word_of(const std::string& relation, const std::string& object) {
  std::istringstream words(object);
  std::string first;
  while (words >> first && (first == "a" || first == "an" || first == "the")) {
  }
  std::istringstream in(relation);
  for (std::string word; in >> word;) {
    if (word == first) return true;
  }
  return false;
}

/// "US$116", "€3.5": an amount that was taken for a name.
bool is_amount(const std::string& label) {
  const bool digits =
      std::any_of(label.begin(), label.end(), [](char c) { return c >= '0' && c <= '9'; });
  constexpr std::array<std::string_view, 5> kSigns = {"$", "€", "£", "¥", "%"};
  return digits && std::any_of(kSigns.begin(), kSigns.end(), [&](std::string_view sign) {
           return label.find(sign) != std::string::npos;
         });
}

std::string without_ending(const std::string& text, std::string_view ending) {
  return text.ends_with(ending) ? text.substr(0, text.size() - ending.size()) : text;
}

/// Words that a headline or the start of a sentence has in capitals go to lower case: the first,
/// and prepositions. Names inside a relation stay ("told CBC News").
std::string with_small_letters(const std::string& text, const Lexicon& lexicon) {
  constexpr std::array<std::string_view, 37> kPrepositions = {
      "about",     "across",  "after",   "against", "amid",   "among",   "as",         "at",
      "before",    "behind",  "besides", "between", "beyond", "by",      "despite",    "during",
      "following", "for",     "from",    "in",      "inside", "into",    "near",       "of",
      "on",        "outside", "over",    "since",   "though", "through", "throughout", "to",
      "under",     "until",   "while",   "with",    "within"};
  std::istringstream in(text);
  std::string out;
  for (std::string word; in >> word;) {
    const std::string lower = to_lower(word);
    const bool first = out.empty() && word.size() > 1 &&
                       to_lower(word.substr(1)) == word.substr(1) && !lexicon.is_country(word) &&
                       lexicon.country_of_demonym(word).empty();
    const bool small =
        std::find(kPrepositions.begin(), kPrepositions.end(), lower) != kPrepositions.end();
    if (!out.empty()) out += ' ';
    out += first || small ? lower : word;
  }
  return out;
}

/// "is late" of "'s late": a label has no word before it to lean on.
std::string without_clitic(const std::string& label) {
  constexpr std::string_view kCurly = "’";
  const std::size_t mark = label.starts_with('\'')     ? 1
                           : label.starts_with(kCurly) ? kCurly.size()
                                                       : 0;
  const std::size_t blank = label.find(' ');
  if (mark == 0 || blank == std::string::npos) return label;
  const std::string rest = label.substr(blank);
  const bool perfect = rest.starts_with(" been") || rest.starts_with(" got");
  const std::array<std::pair<std::string_view, std::string_view>, 5> full = {
      {{"s", perfect ? "has" : "is"}, {"re", "are"}, {"ve", "have"}, {"ll", "will"}, {"m", "am"}}};
  const std::string_view clitic = std::string_view(label).substr(mark, blank - mark);
  for (const auto& [brief, word] : full) {
    if (brief == clitic) return std::string(word) + rest;
  }
  return label;
}

/// Without "also", which tells of another sentence.
std::string without_also(const std::string& label) {
  std::istringstream in(label);
  std::string out;
  for (std::string word; in >> word;) {
    if (word == "also" && label.find(' ') != std::string::npos) continue;
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

/// "was arrested at" of one of those who "were arrested at".
std::string with_singular_verb(const std::string& label) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kVerbs = {
      {{"were ", "was "}, {"are ", "is "}, {"have ", "has "}}};
  for (const auto& [plural, singular] : kVerbs) {
    if (label.starts_with(plural)) return std::string(singular) + label.substr(plural.size());
  }
  return label;
}

/// "sold shotgun to" of "is believed to have sold shotgun to": that it is only said, the edge's
/// status tells.
std::string without_hearsay(const std::string& label) {
  constexpr std::string_view kPerfect = " to have ";
  const std::size_t end = label.find(kPerfect);
  if (end == std::string::npos) return label;
  const std::string before = label.substr(0, end);
  const bool passive = before.starts_with("is ") || before.starts_with("are ") ||
                       before.starts_with("was ") || before.starts_with("were ");
  return passive && count_words(before) == 2 ? label.substr(end + kPerfect.size()) : label;
}

std::string relation_label(const std::string& text, const std::string& lemma,
                           const Lexicon& lexicon) {
  std::string label = without_also(without_clitic(with_small_letters(clean_label(text), lexicon)));
  // The longer ones lose their auxiliaries first: "have been arrested on".
  constexpr std::array<std::string_view, 5> kPerfect = {"has ", "have ", "had ", "been ", "also "};
  for (const std::string_view word : kPerfect) {
    if (count_words(label) > kMaxRelationWords && label.starts_with(word)) {
      label.erase(0, word.size());
    }
  }
  if (count_words(label) > kMaxRelationWords) label = without_hearsay(label);
  if (count_words(label) <= kMaxRelationWords) return label;
  const std::string brief = clean_label(lemma);
  return !brief.empty() && count_words(brief) <= kMaxRelationWords
             ? brief
             : short_description(label, kMaxRelationWords);
}

bool is_copula(const TripleRecord& triple) {
  return triple.relation.lemma == "be" || triple.relation.lemma == "become" ||
         triple.relation.lemma == "remain";
}

class Planner {
 public:
  explicit Planner(const PlanInput& input) : input_(input), eligible_(input.views.size()) {
    for (std::size_t i = 0; i < input.views.size(); ++i) {
      eligible_[i] = may_be_node(input.views[i], input.selection, input.lexicon);
    }
  }

  Plan run() {
    for (std::size_t d = 0; d < input_.documents.size(); ++d) {
      document_ = d;
      const std::vector<TripleRecord>& triples = input_.documents[d].triples;
      plan_.triples += triples.size();
      std::map<std::string_view, std::vector<const TripleRecord*>> statements;
      for (const TripleRecord& triple : triples) statements[triple.statement].push_back(&triple);
      for (const auto& [statement, list] : statements) plan_members(list);
    }
    drop_repetitions();
    drop_lone_people();
    return std::move(plan_);
  }

 private:
  /// What is said of a list ("they", of "Larnex and Skien") is said of each of its members; of more
  /// than two lists in a statement the rest are told of nobody.
  void plan_members(const std::vector<const TripleRecord*>& triples) {
    const auto find_list = [&](const std::string& entity, const std::string& other) {
      const auto found = input_.members.find(entity);
      constexpr std::size_t kLists = 2;
      if (found == input_.members.end() || member_of_.size() == kLists ||
          member_of_.contains(found->first) || !is_list(entity)) {
        return input_.members.end();
      }
      // "Moen and Novak are the mayor and her deputy": who of them is which is not told.
      const std::size_t beside = cluster(other);
      const bool tells_itself =
          beside != kNoCluster &&
          std::any_of(found->second.begin(), found->second.end(),
                      [&](std::string_view member) { return cluster(member) == beside; });
      return tells_itself ? input_.members.end() : found;
    };
    for (const TripleRecord* triple : triples) {
      const std::string object = triple->object ? triple->object->entity : std::string();
      auto list = find_list(triple->subject.entity, object);
      if (list == input_.members.end()) list = find_list(object, triple->subject.entity);
      if (list == input_.members.end()) continue;
      for (const std::string_view member : list->second) {
        member_of_[list->first] = member;
        plan_members(triples);
      }
      member_of_.erase(list->first);
      return;
    }
    plan_statement(triples);
  }

  /// All that the cluster holds are lists, so that it is no node.
  bool is_list(const std::string& entity) const {
    const auto found = input_.cluster_of.find(entity);
    return found != input_.cluster_of.end() && input_.views[found->second].coordination;
  }

  std::size_t cluster(std::string_view entity) const {
    if (entity.empty()) return kNoCluster;
    if (const auto member = member_of_.find(entity); member != member_of_.end()) {
      entity = member->second;
    }
    const auto found = input_.cluster_of.find(entity);
    return found == input_.cluster_of.end() || !eligible_[found->second] ? kNoCluster
                                                                         : found->second;
  }

  /// Both ends by cluster, turned round where the agent of a passive is known.
  PlannedFact turn(const TripleRecord& triple) const {
    PlannedFact fact;
    fact.document = document_;
    fact.triple = &triple;
    fact.subject = cluster(triple.subject.entity);
    if (triple.object) fact.object = cluster(triple.object->entity);
    fact.label = relation_label(triple.relation.text, triple.relation.lemma, input_.lexicon);
    fact.plain = fact.label != clean_label(triple.relation.lemma) ||
                 count_words(triple.relation.text) <= kMaxRelationWords;
    fact.type = canonical_type(triple.relation.type);
    if (!triple.relation.active_text.empty() && fact.object != kNoCluster) {
      std::swap(fact.subject, fact.object);
      fact.label =
          relation_label(triple.relation.active_text, triple.relation.lemma, input_.lexicon);
      fact.type = canonical_type(without_ending(triple.relation.type, "_BY"));
      fact.turned = true;
      if (fact.object == kNoCluster) fact.literal = clean_label(triple.subject.text);
    }
    if (fact.subject != kNoCluster) {
      const ClusterView& subject = input_.views[fact.subject];
      const bool one = subject.named &&
                       (subject.type == EntityType::kPerson || subject.type == EntityType::kPlace);
      if (one) fact.label = with_singular_verb(fact.label);
    }
    if (triple.kind == TripleKind::kPossessive) turn_possessive(fact);
    if (triple.kind == TripleKind::kCompound) name_government(fact);
    if (triple.kind == TripleKind::kCompound && is_part_of_name(fact)) fact.object = kNoCluster;
    return fact;
  }

  /// "Canadian Press" is no press of Canada: the noun of the compound belongs to a name.
  bool is_part_of_name(const PlannedFact& fact) const {
    if (fact.subject == kNoCluster || !input_.views[fact.subject].named) return false;
    const std::string& text = fact.triple->relation.text;
    return !text.empty() && text[0] >= 'A' && text[0] <= 'Z';
  }

  /// "Malian authorities": those who rule a country are its government, not its "junta leader".
  static void name_government(PlannedFact& fact) {
    constexpr std::string_view kOf = " of";
    if (!fact.label.ends_with(kOf)) return;
    if (!is_one_of(kGovernments, fact.label.substr(0, fact.label.size() - kOf.size()))) return;
    fact.label = "government of";
    fact.type = canonical_type(fact.label);
  }

  /// "Mali has junta" → the junta is the government of Mali.
  void turn_possessive(PlannedFact& fact) const {
    if (fact.subject == kNoCluster || fact.object == kNoCluster) return;
    const ClusterView& owner = input_.views[fact.subject];
    const ClusterView& owned = input_.views[fact.object];
    const bool body = owned.type == EntityType::kOrganization || owned.type == EntityType::kGroup;
    // "the dockworkers' union": whose unions are says nothing.
    const bool anybody = owner.type == EntityType::kGroup && !owner.named;
    if (!body || owner.type == EntityType::kPerson || anybody) return;
    const std::string head = parse_description(fact.triple->object->text, input_.lexicon).head;
    if (head.empty() || input_.lexicon.noun_class(head) != NounClass::kGroup) return;
    std::swap(fact.subject, fact.object);
    const std::string noun = is_one_of(kGovernments, head) ? "government" : head;
    fact.label = noun + " of";
    fact.type = canonical_type(fact.label);
    fact.turned = true;
  }

  bool links(const PlannedFact& fact) const {
    if (fact.subject == kNoCluster || fact.object == kNoCluster || fact.subject == fact.object ||
        describes(fact)) {
      return false;
    }
    const ClusterView& subject = input_.views[fact.subject];
    const ClusterView& object = input_.views[fact.object];
    // People without a number or a name ("civilians", "a passer-by") are someone beside a named
    // party only.
    const bool known_subject = subject.named || subject.anchored;
    const bool known_object = object.named || object.anchored;
    if ((is_bare(subject) && !known_object) || (is_bare(object) && !known_subject)) return false;
    // "Police arrested Orel", but not "Orel was taken to hospital".
    if (is_bare(object) && object.type == EntityType::kOrganization) return false;
    // What somebody has, and nobody names, is told as a fact of the owner.
    return fact.triple->kind != TripleKind::kPossessive || fact.turned || object.named;
  }

  bool is_bare(const ClusterView& view) const {
    return !view.named && !view.specific && view.mentions <= view.entities.size() &&
           input_.selection != NodeSelection::kAll;
  }

  /// "was a respected figure", "appointed him a minister": a predicate without a name describes, it
  /// is no second thing.
  bool describes(const PlannedFact& fact) const {
    const bool predicate =
        is_copula(*fact.triple) || fact.triple->rule.starts_with("clause/predicate");
    return predicate && fact.object != kNoCluster && !input_.views[fact.object].named;
  }

  /// Of two relations that one sentence puts between the same two, the one that ends like the other
  /// says it all: "became director of" beside "director of". And that someone has something says
  /// nothing where another relation holds between them.
  void drop_repetitions() {
    using Pair = std::pair<std::size_t, std::size_t>;
    std::map<std::tuple<std::size_t, std::uint64_t, Pair>, std::vector<std::string>> in_sentence;
    std::set<Pair> related;
    const auto is_possession = [](const PlannedFact& fact) {
      return fact.triple->kind == TripleKind::kPossessive && !fact.turned;
    };
    for (const PlannedFact& fact : plan_.edges) {
      const Pair ends(fact.subject, fact.object);
      in_sentence[{fact.document, fact.triple->sentence.index, ends}].push_back(fact.label);
      if (!is_possession(fact)) {
        related.insert(ends);
        related.emplace(fact.object, fact.subject);
      }
    }
    std::erase_if(plan_.edges, [&](const PlannedFact& fact) {
      const Pair ends(fact.subject, fact.object);
      if (is_possession(fact) && related.count(ends) > 0) return true;
      const auto& labels = in_sentence.at({fact.document, fact.triple->sentence.index, ends});
      return std::any_of(labels.begin(), labels.end(), [&](const std::string& other) {
        return other.size() > fact.label.size() && other.ends_with(' ' + fact.label);
      });
    });
  }

  /// "its customers", "a Danish nurse": whose and whence they are is worth an edge where they do
  /// something or something is done to them.
  void drop_lone_people() {
    const auto is_whose = [&](const PlannedFact& fact) {
      const ClusterView& people = input_.views[fact.subject];
      if (people.named) return false;
      const std::string& rule = fact.triple->rule;
      return (rule.starts_with("possessive/role") && people.type == EntityType::kGroup) ||
             (rule == "compound/demonym" && fact.triple->relation.lemma == "be from");
    };
    std::set<std::size_t> known;
    for (const PlannedFact& fact : plan_.edges) {
      if (is_whose(fact)) continue;
      known.insert(fact.subject);
      known.insert(fact.object);
    }
    std::erase_if(plan_.edges, [&](const PlannedFact& fact) {
      return is_whose(fact) && !known.contains(fact.subject);
    });
  }

  /// A fact that had to be put in other words, beside the one that it makes longer: "agreed to buy
  /// for" of "agreed to buy a 30% stake in the northern mine for". False if it says nothing without
  /// what was left out: "obtained of".
  static bool shorten(PlannedFact& fact, const TripleRecord* core) {
    if (fact.plain || fact.turned) return true;
    if (fact.triple->rule.starts_with("clause/chain")) return false;
    if (core == nullptr || !core->object) return false;
    const std::string& text = fact.triple->relation.text;
    const std::string before = core->relation.text + ' ' + core->object->text + ' ';
    if (!text.starts_with(before)) return false;
    // "living in Moscow under": the preposition of the first end goes with it.
    const bool oblique = core->rule.starts_with("clause/oblique");
    const std::string verb = oblique ? core->relation.text.substr(0, core->relation.text.rfind(' '))
                                     : core->relation.text;
    const std::string label = verb + ' ' + text.substr(before.size());
    if (count_words(label) > kMaxRelationWords) return false;
    fact.label = label;
    return true;
  }

  void plan_statement(const std::vector<const TripleRecord*>& triples) {
    std::vector<PlannedFact> cores, others, folded;
    const TripleRecord* core = nullptr;
    for (const TripleRecord* triple : triples) {
      if (triple->core && core == nullptr) core = triple;
      PlannedFact fact = turn(*triple);
      if (triple->kind == TripleKind::kFolded) {
        folded.push_back(std::move(fact));
      } else if (triple->core) {
        cores.push_back(std::move(fact));
      } else {
        others.push_back(std::move(fact));
      }
    }
    std::set<std::size_t> goals;
    for (PlannedFact& fact : folded) {
      if (!links(fact)) continue;
      if (!fact.plain) continue;
      goals.insert(fact.object);
      add_edge(std::move(fact));
    }
    bool linked = false;
    std::string object_words;
    for (PlannedFact& fact : cores) {
      if (links(fact)) {
        linked = true;
        if (fact.triple->object) object_words = fact.triple->object->text;
        if (goals.count(fact.object) > 0) continue;  // "gave Orel" of "gave plaque to Orel"
        if (needs_its_clause(fact, triples)) continue;
        // A deed that is folded is told with its owner; alone it counts where the text comes back
        // to it. A thing or somebody is told for itself.
        if (goals.empty() || !is_deed(fact) || returns_to(fact)) add_edge(std::move(fact));
      } else {
        add_literal(std::move(fact));
      }
    }
    for (PlannedFact& fact : others) {
      // A label that had to be put in other words is no more what the text says.
      const bool plain = fact.turned || fact.plain;
      if (links(fact)) {
        // "was flown by X" and "was flown to Y" are two facts; "flew X to" is the first made
        // longer.
        const bool longer = linked && holds_word_of(fact.triple->relation.text, object_words);
        const bool told = goals.count(fact.object) > 0;
        if (plain && !told && (linked ? !longer : goals.empty())) add_edge(std::move(fact));
      } else if ((!linked || fact.object == kNoCluster) && shorten(fact, core)) {
        add_literal(std::move(fact));
      }
    }
  }

  /// "told reporters that …", to nobody in particular, "expects Orel to leave": what is said and
  /// what somebody is to do counts, and has edges of its own.
  bool needs_its_clause(const PlannedFact& fact,
                        const std::vector<const TripleRecord*>& triples) const {
    constexpr std::array<std::string_view, 5> kTelling = {"tell", "inform", "assure", "remind",
                                                          "notify"};
    constexpr std::array<std::string_view, 5> kWishing = {"want", "expect", "need", "prefer",
                                                          "wish"};
    const std::string& verb = fact.triple->relation.lemma;
    const bool tells = is_one_of(kTelling, verb) && !input_.views[fact.object].named;
    const bool wishes = is_one_of(kWishing, verb);
    return std::any_of(triples.begin(), triples.end(), [&](const TripleRecord* triple) {
      return (tells && triple->rule.starts_with("clause/complement")) ||
             (wishes && triple->rule.starts_with("clause/embedded"));
    });
  }

  /// True of what is done, is the case or is said, not of a thing, a place or somebody.
  bool is_deed(const PlannedFact& fact) const {
    const ClusterView& view = input_.views[fact.object];
    return !view.named && (view.type == EntityType::kEvent || view.type == EntityType::kOther ||
                           view.type == EntityType::kWork);
  }

  bool returns_to(const PlannedFact& fact) const { return input_.views[fact.object].mentions > 1; }

  void add_edge(PlannedFact fact) {
    fact.literal.clear();
    const TripleRecord& triple = *fact.triple;
    if (triple.polarity == Polarity::kNegative) {
      fact.label = denied_label(
          fact.label, fact.turned || !triple.object ? triple.subject.text : triple.object->text);
    }
    plan_.edges.push_back(std::move(fact));
  }

  void add_literal(PlannedFact fact) {
    if (fact.subject == kNoCluster) return;
    const TripleRecord& triple = *fact.triple;
    const bool same = fact.subject == fact.object;
    if (same && !is_copula(triple) && triple.kind != TripleKind::kApposition &&
        triple.kind != TripleKind::kTitle && triple.kind != TripleKind::kNominal) {
      ++plan_.self_loops_dropped;
      return;
    }
    if (same && triple.object && triple.object->form == "name") return;  // "Orel is Ana Orel"
    if (!fact.turned) {
      if (!triple.object || triple.object->form == "pronoun") return;
      fact.literal = clean_label(triple.object->text);
    } else if (triple.subject.form == "pronoun") {
      return;
    }
    fact.object = kNoCluster;
    while (true) {
      const std::size_t blank = fact.literal.find(' ');
      const std::string first = to_lower(fact.literal.substr(0, blank));
      const bool own = fact.literal.substr(blank + 1) == "own";  // "their own"
      if (blank == std::string::npos || !is_determiner(first) || own) break;
      fact.literal.erase(0, blank + 1);
    }
    if (fact.literal.empty() || fact.label.empty()) return;
    if (triple.polarity == Polarity::kNegative && !says_no(fact.literal)) {
      fact.label = denied_label(fact.label, {});
    }
    plan_.literals.push_back(std::move(fact));
  }

  const PlanInput& input_;
  std::vector<bool> eligible_;
  std::size_t document_ = 0;
  std::map<std::string_view, std::string_view> member_of_;  ///< list → the member that is told of
  Plan plan_;
};

}  // namespace

bool may_be_node(const ClusterView& view, NodeSelection selection, const Lexicon& lexicon) {
  if (view.label.empty() || view.type == EntityType::kTime) return false;
  if (view.coordination || is_amount(view.label)) return false;
  if (view.named) return true;
  if (selection == NodeSelection::kNamed) return false;
  if (selection == NodeSelection::kAll) return true;
  if (is_indefinite(view.label)) return false;
  const ParsedDescription description = parse_description(view.label, lexicon);
  const std::string& head = description.head;
  if (view.type == EntityType::kPlace && !description.count.empty()) return false;
  const NounClass noun = lexicon.noun_class(to_lower(head));
  if (noun == NounClass::kTime || noun == NounClass::kQuantity) return false;
  switch (view.type) {
    case EntityType::kPerson:
    case EntityType::kGroup:
    case EntityType::kOrganization:
      // "civilians", "police": someone, beside a named party (Planner::links).
      return true;
    case EntityType::kPlace:
      return view.specific;
    case EntityType::kEvent:
      // "the move", "the attack": one bare noun is generic, however definite.
      return view.specific && count_words(view.label) > 1;
    case EntityType::kObject:
      return view.specific &&
             (count_words(view.label) > 1 || view.mentions >= kSubject * view.entities.size());
    case EntityType::kOther:
      return view.specific && count_words(view.label) > 1 &&
             view.mentions >= kTopic * view.entities.size();
    case EntityType::kWork:
    case EntityType::kTime:
      return false;
  }
  return false;
}

Plan plan_facts(const PlanInput& input) { return Planner(input).run(); }

}  // namespace relata
