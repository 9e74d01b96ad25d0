#include "graph/cluster_view.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <sstream>
#include <string_view>
#include <tuple>

#include "relata/core/unicode.hpp"
#include "relata/resolve/description.hpp"
#include "relata/resolve/name.hpp"
#include "relata/resolve/profile.hpp"

namespace relata {
namespace {

constexpr std::size_t kMaxLabelWords = 6;
/// So many where the phrase would end in its middle: "killing of former Supreme Leader Ali |
/// Khamenei".
constexpr std::size_t kMaxPhraseWords = 9;
constexpr std::array<std::string_view, 45> kEnds = {
    "across",    "amid",   "around",  "behind",     "beside",  "despite", "inside",  "into",
    "outside",   "over",   "through", "throughout", "toward",  "of",      "in",      "on",
    "at",        "for",    "from",    "with",       "by",      "to",      "between", "who",
    "whom",      "whose",  "which",   "that",       "against", "under",   "near",    "about",
    "after",     "before", "during",  "among",      "as",      "within",  "since",   "where",
    "including", "when",   "while",   "because",    "if"};

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::istringstream in(text);
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

std::string join(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < last; ++i) {
    if (!text.empty()) text += ' ';
    text += words[i];
  }
  while (!text.empty() && (text.back() == ',' || text.back() == ';' || text.back() == ':')) {
    text.pop_back();
  }
  return text;
}

bool is_article(const std::string& word) {
  const std::string lower = to_lower(word);
  return lower == "the" || lower == "a" || lower == "an";
}

bool is_end(const std::string& word) {
  return std::find(kEnds.begin(), kEnds.end(), word) != kEnds.end();
}

/// The subject of a relative clause without its relative: "the deadline it had set".
bool is_pronoun(const std::string& word) {
  constexpr std::array<std::string_view, 7> kPronouns = {"it", "he",  "she", "they",
                                                         "we", "you", "I"};
  return std::find(kPronouns.begin(), kPronouns.end(), word) != kPronouns.end();
}

/// Adjectives that say nothing without what follows them: "responsible (for the raid)".
bool is_open_adjective(const std::string& word) {
  constexpr std::array<std::string_view, 14> kOpen = {
      "due",   "able",    "unable", "likely",  "unlikely",    "prior",    "prone",
      "loyal", "similar", "akin",   "capable", "responsible", "familiar", "aware"};
  return std::find(kOpen.begin(), kOpen.end(), word) != kOpen.end();
}

/// Dangling words at the end: "one of the" → "one".
std::size_t trim_end(const std::vector<std::string>& words, std::size_t last) {
  while (last > 1 && (is_end(words[last - 1]) || is_article(words[last - 1]) ||
                      is_open_adjective(words[last - 1]) || words[last - 1] == "and" ||
                      words[last - 1] == "or")) {
    --last;
  }
  return last;
}

/// Without the quotation mark whose partner lies outside: "state of war" of "“state of war”". The
/// mark of inches stays.
std::string without_lone_quote(const std::string& text) {
  constexpr std::array<std::string_view, 3> kMarks = {"\"", "“", "”"};
  std::size_t marks = 0;
  std::size_t at = 0;
  std::size_t size = 0;
  for (const std::string_view mark : kMarks) {
    for (std::size_t i = text.find(mark); i != text.npos; i = text.find(mark, i + mark.size())) {
      ++marks;
      at = i;
      size = mark.size();
    }
  }
  const bool inches = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9';
  if (marks != 1 || inches) return text;
  return clean_label(text.substr(0, at) + text.substr(at + size));
}

/// Text → how many documents use it, and by how many mentions.
struct Votes {
  std::uint64_t documents = 0;
  std::uint64_t mentions = 0;
};
using Ballot = std::map<std::string, Votes>;

void vote(Ballot& ballot, const std::string& text, std::uint64_t mentions) {
  if (text.empty()) return;
  ++ballot[text].documents;
  ballot[text].mentions += mentions;
}

EntityType elect_type(const std::vector<EntityPlace>& entities, bool named,
                      const Lexicon& lexicon) {
  std::map<EntityType, std::uint64_t> votes;
  for (const EntityPlace& place : entities) {
    if (named && proper_names(*place.entity, lexicon).empty()) continue;
    votes[place.type] += place.entity->mentions;
  }
  EntityType best = EntityType::kOther;
  std::uint64_t most = 0;
  for (const auto& [type, count] : votes) {
    if (count >= most) {
      best = type;
      most = count;
    }
  }
  return best;
}

NodeClass class_of(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return NodeClass::kPerson;
    case EntityType::kGroup:
      return NodeClass::kGroup;
    case EntityType::kOrganization:
      return NodeClass::kOrganization;
    case EntityType::kPlace:
      return NodeClass::kPlace;
    case EntityType::kEvent:
      return NodeClass::kEvent;
    case EntityType::kObject:
      return NodeClass::kObject;
    case EntityType::kWork:
      return NodeClass::kCreativeWork;
    case EntityType::kOther:
    case EntityType::kTime:
      return NodeClass::kOther;
  }
  return NodeClass::kOther;
}

bool is_all_capitals(const std::string& text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "Norway's Storting" beside "Storting": whose it is, is no part of the name. It is one of
/// "Workers' Party".
bool is_owned_form(const Ballot& ballot, const std::string& text, EntityType type,
                   const Lexicon& lexicon) {
  constexpr std::array<std::string_view, 4> kPossessives = {"'s ", "’s ", "' ", "’ "};
  return std::any_of(kPossessives.begin(), kPossessives.end(), [&](std::string_view possessive) {
    const std::size_t at = text.find(possessive);
    if (at == text.npos || !ballot.contains(text.substr(at + possessive.size()))) return false;
    const ParsedName name = parse_name(text, type, lexicon);
    return !name.owned.empty() || !name.inside.empty() || !name.of_country.empty();
  });
}

/// The form that says most: a person's full name, an organisation's before its acronym; of these
/// the one that most documents use, then the longer.
std::string elect_name(const Ballot& ballot, EntityType type, const Lexicon& lexicon) {
  const std::string* best = nullptr;
  std::tuple<bool, std::uint64_t, std::uint64_t, std::size_t> best_rank;
  for (const auto& [text, votes] : ballot) {
    const std::size_t words = count_words(text);
    if (words > kMaxLabelWords || is_owned_form(ballot, text, type, lexicon)) continue;
    const bool full = type == EntityType::kPerson ? words > 1 : !is_all_capitals(text);
    const std::tuple rank(full, votes.documents, votes.mentions, text.size());
    if (best == nullptr || rank > best_rank) {
      best = &text;
      best_rank = rank;
    }
  }
  return best == nullptr ? std::string() : *best;
}

/// Two names with one last word and different words before it: two things of a kind, two people of
/// a family.
bool differs(const std::string& a, const std::string& b, EntityType type, const Lexicon& lexicon) {
  const ParsedName x = parse_name(a, type, lexicon);
  const ParsedName y = parse_name(b, type, lexicon);
  return x.words.back() == y.words.back() && !abbreviates(x.words, y.words) &&
         !abbreviates(y.words, x.words);
}

struct Description {
  std::string text;
  std::string head;
  bool anchored = false;
  bool counted = false;
  bool points = false;   ///< "army of their own"
  std::size_t uses = 0;  ///< entities that are called so
  std::size_t words = 0;
};

bool has_capital(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    if (to_lower(words[i]) != words[i]) return true;
  }
  return false;
}

/// "building fire in Callao", where "building fire" may be any: the short description with where it
/// is, if that is a name and fits; what happens with what it happened to ("strike on a school").
std::string placed_description(const std::string& description, EntityType type) {
  constexpr std::array<std::string_view, 6> kWhere = {"in", "at", "near", "on", "of", "from"};
  std::string brief = short_description(description, kMaxLabelWords, kMaxPhraseWords);
  const std::vector<std::string> words = words_of(clean_label(description));
  if (words.empty()) return {};  // of other tools' records: nothing that can be seen
  std::size_t first = 0;
  while (first + 1 < words.size() && is_article(words[first])) ++first;
  std::size_t where = first + 1;
  while (where < words.size() && !is_end(words[where])) ++where;
  if (where == words.size() ||
      std::find(kWhere.begin(), kWhere.end(), words[where]) == kWhere.end()) {
    return brief;
  }
  std::size_t last = where + 1;
  while (last < words.size() && !is_end(words[last]) && words[last - 1].back() != ',') ++last;
  last = trim_end(words, last);  // "strikes in Lima and | across Peru"
  const bool tells = type == EntityType::kEvent || has_capital(words, where + 1, last);
  const bool fits = last - first <= kMaxLabelWords && last > where + 1;
  return tells && fits ? join(words, first, last) : brief;
}

/// "army of their own": whose it is the label alone does not tell.
bool has_possessive_pronoun(const std::string& text) {
  constexpr std::array<std::string_view, 7> kOwners = {"my",  "your", "his",  "her",
                                                       "its", "our",  "their"};
  const std::vector<std::string> words = words_of(text);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(kOwners.begin(), kOwners.end(), word) != kOwners.end();
  });
}

/// One that needs no text around it before an anchored, before a numbered one, before the longer,
/// before the earlier; and of those with its noun that are anchored as well the one that is used
/// most: "Peruvian forces" for "Peruvian forces in Lima".
std::string elect_description(const std::vector<std::string>& descriptions,
                              const std::map<std::string, std::size_t>& uses, EntityType type,
                              const Lexicon& lexicon) {
  std::vector<Description> all;
  for (const std::string& full : descriptions) {
    Description now;
    now.text = placed_description(full, type);
    // Words with a gap between them ("versatile ... composer") make no label.
    if (now.text.empty() || now.text.find("...") != now.text.npos) continue;
    const ParsedDescription parsed = parse_description(now.text, lexicon);
    now.head = parsed.head;
    now.anchored = !parsed.anchor.empty();
    now.counted = !parsed.count.empty();
    now.points = has_possessive_pronoun(now.text);
    now.uses = uses.at(full);
    now.words = count_words(now.text);
    all.push_back(std::move(now));
  }
  if (all.empty()) return {};
  const Description& best =
      *std::max_element(all.begin(), all.end(), [](const Description& a, const Description& b) {
        const auto rank = [](const Description& d) {
          return std::tuple(!d.points && d.words > 1, d.anchored, d.counted, d.words);
        };
        return rank(a) < rank(b);
      });
  const Description* used = &best;
  for (const Description& other : all) {
    const bool alike = other.head == best.head && other.anchored == best.anchored &&
                       other.counted == best.counted && other.points == best.points;
    if (alike && best.anchored && other.uses > used->uses) used = &other;
  }
  return used->text;
}

/// What the noun says where the tagger saw something abstract: "a strong force".
EntityType type_of_noun(const std::vector<std::string>& descriptions, const Lexicon& lexicon) {
  if (descriptions.empty()) return EntityType::kOther;
  switch (lexicon.noun_class(parse_description(descriptions.front(), lexicon).head)) {
    case NounClass::kGroup:
      return EntityType::kOrganization;
    case NounClass::kPerson:
      return EntityType::kPerson;
    case NounClass::kEvent:
      return EntityType::kEvent;
    default:
      return EntityType::kOther;
  }
}

/// WordNet's groups are many things ("law", "data", "traffic"); these are bodies.
bool is_body(const std::vector<std::string>& descriptions, const Lexicon& lexicon) {
  const std::string head = parse_description(descriptions.front(), lexicon).head;
  return lexicon.is_kind_of_organization(head) || lexicon.body_of(head).kind != BodyKind::kNone;
}

void fill(ClusterView& view, const Lexicon& lexicon) {
  std::sort(view.entities.begin(), view.entities.end(), comes_before);
  Ballot names;       // as shown: without titles
  Ballot surfaces;    // as in the text
  Ballot adjectives;  // names of adjectives alone
  std::vector<std::string> descriptions;
  std::map<std::string, std::size_t> uses;
  for (const EntityPlace& place : view.entities) {
    const EntityRecord& entity = *place.entity;
    view.mentions += entity.mentions;
    view.specific = view.specific || entity.specific;
    const bool adjective = is_country_adjective(entity, lexicon);
    if (!adjective && !proper_names(entity, lexicon).empty()) view.named = true;
    for (const std::string& text : all_descriptions(entity, lexicon)) {
      if (uses[text]++ == 0) descriptions.push_back(text);
    }
  }
  const bool any_name =
      std::any_of(view.entities.begin(), view.entities.end(),
                  [&](const EntityPlace& p) { return !proper_names(*p.entity, lexicon).empty(); });
  view.type = elect_type(view.entities, any_name, lexicon);
  for (const EntityPlace& place : view.entities) {
    const EntityRecord& entity = *place.entity;
    const bool adjective = is_country_adjective(entity, lexicon);
    // Names are given most frequent first, without counts.
    std::uint64_t weight = entity.mentions + entity.names.size();
    for (const std::string& text : proper_names(entity, lexicon)) {
      const ParsedName parsed = parse_name(text, view.type, lexicon);
      vote(adjective ? adjectives : names, parsed.shown, weight);
      if (!adjective) vote(surfaces, parsed.surface, weight);
      if (weight > 1) weight /= 2;
      if (view.type == EntityType::kGroup && text.find(" and ") != text.npos) {
        view.coordination = true;
      }
    }
  }
  const bool abstract = view.type == EntityType::kOther && !any_name;
  if (abstract) view.type = type_of_noun(descriptions, lexicon);
  view.node_class = class_of(view.type);
  if (abstract && view.type == EntityType::kOrganization && !is_body(descriptions, lexicon)) {
    view.node_class = NodeClass::kOther;
  }
  std::string country;
  if (view.named) {
    // "Syria", though "Damascus" may act for it.
    Ballot countries;
    for (const auto& [text, votes] : names) {
      if (lexicon.is_country(text)) countries.emplace(text, votes);
    }
    view.label =
        elect_name(countries.empty() || view.type != EntityType::kPlace ? names : countries,
                   view.type, lexicon);
    if (view.label.empty() && !names.empty()) {
      view.label = short_description(names.begin()->first, kMaxLabelWords, kMaxPhraseWords);
    }
    country = lexicon.canonical_country(view.label);
  } else if (!adjectives.empty()) {
    country = lexicon.country_of_demonym(adjectives.begin()->first);
    view.label = country;
    view.type = EntityType::kPlace;
    view.node_class = NodeClass::kPlace;
  } else {
    view.label = elect_description(descriptions, uses, view.type, lexicon);
    view.anchored = !parse_description(view.label, lexicon).anchor.empty();
  }
  if (!country.empty() && (view.type == EntityType::kPlace || view.type == EntityType::kOther ||
                           view.type == EntityType::kOrganization)) {
    view.node_class = NodeClass::kCountry;
  }

  // Aliases by use; what an entity is called beside its name goes to its facts, not here.
  std::vector<std::pair<Votes, std::string>> others;
  Ballot all = names;
  for (const auto& [text, votes] : surfaces) all[text] = votes;
  for (const auto& [text, votes] : all) {
    // "Seventh Symphony" is no name of the "First Symphony", whatever coreference made of it.
    if (text != view.label && !differs(text, view.label, view.type, lexicon)) {
      others.emplace_back(votes, text);
    }
  }
  std::sort(others.begin(), others.end(), [](const auto& a, const auto& b) {
    return std::tuple(b.first.documents, b.first.mentions, std::cref(a.second).get()) <
           std::tuple(a.first.documents, a.first.mentions, std::cref(b.second).get());
  });
  for (auto& [votes, text] : others) view.aliases.push_back(std::move(text));
  for (const std::string& text : descriptions) {
    const std::string brief = short_description(text, kMaxLabelWords, kMaxPhraseWords);
    if (brief.empty()) continue;
    if (view.note.empty() && count_words(brief) > 1) view.note = brief;
    if (!view.named && brief != view.label &&
        std::find(view.aliases.begin(), view.aliases.end(), brief) == view.aliases.end()) {
      view.aliases.push_back(brief);
    }
  }
  view.label = without_lone_quote(clean_label(view.label));
}

}  // namespace

bool comes_before(const EntityPlace& a, const EntityPlace& b) {
  const auto key = [&](const EntityPlace& p) {
    return std::tuple(p.document->date.empty(), std::string_view(p.document->date),
                      std::string_view(p.document->doc), p.entity->first.start, p.entity->first.end,
                      std::string_view(p.entity->entity));
  };
  return key(a) < key(b);
}

std::size_t count_words(const std::string& text) {
  std::istringstream in(text);
  std::size_t words = 0;
  for (std::string word; in >> word;) ++words;
  return words;
}

namespace {

/// "Larnex (LNX) fighters" are Larnex fighters; what ends in a bracket is cut before it later.
void drop_inner_brackets(std::vector<std::string>& words) {
  for (std::size_t open = 1; open < words.size(); ++open) {
    if (words[open].front() != '(') continue;
    std::size_t close = open;
    while (close < words.size() && words[close].back() != ')') ++close;
    if (close + 1 >= words.size()) return;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(open),
                words.begin() + static_cast<std::ptrdiff_t>(close) + 1);
    --open;
  }
}

}  // namespace

std::string short_description(const std::string& description, std::size_t max_words,
                              std::size_t phrase_words) {
  std::vector<std::string> words = words_of(clean_label(description));
  if (words.empty()) return {};
  drop_inner_brackets(words);
  std::size_t first = 0;
  while (first + 1 < words.size() && is_article(words[first])) ++first;
  std::size_t last = words.size();
  // Two words say enough; what a preposition adds to them only explains: "French embassy in Lima".
  for (std::size_t i = first + 2; i < last; ++i) {
    if (is_end(words[i])) last = i;
  }
  if (last > first + std::max(max_words, phrase_words)) {
    last = first + max_words;
    if (phrase_words > 0) {
      while (last > first + 1 && !is_end(words[last])) --last;
      if (last == first + 1) last = first + max_words;
    }
  }
  // A relative or bracket never belongs to a label.
  for (std::size_t i = first + 1; i < last; ++i) {
    const std::string& word = words[i];
    if (is_pronoun(word) || word == "who" || word == "which" || word == "that" || word == "whose" ||
        word.front() == '(' || word == "—" || words[i - 1].back() == ',') {
      last = i;
      break;
    }
  }
  last = std::max(trim_end(words, last), std::min(first + 1, words.size()));
  return first < last ? join(words, first, last) : std::string();
}

std::vector<ClusterView> view_clusters(const std::vector<DocumentRecords>& documents,
                                       const Resolution& resolution, const MembersOf& members,
                                       const Lexicon& lexicon) {
  std::vector<ClusterView> views(resolution.clusters);
  std::vector<std::size_t> lists(views.size(), 0);  // entities that are a list of others
  std::size_t index = 0;
  for (const DocumentRecords& document : documents) {
    for (const EntityRecord& entity : document.entities) {
      const std::size_t cluster = resolution.cluster_of[index];
      views[cluster].entities.push_back({&document.document, &entity, resolution.types[index]});
      ++index;
      if (members.contains(entity.entity)) ++lists[cluster];
    }
  }
  for (ClusterView& view : views) fill(view, lexicon);
  for (std::size_t i = 0; i < views.size(); ++i) {
    if (lists[i] == views[i].entities.size()) views[i].coordination = true;
  }
  for (std::size_t i = 0; i < views.size(); ++i) views[i].home = resolution.home_of[i];
  return views;
}

}  // namespace relata
