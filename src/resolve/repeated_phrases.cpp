#include "resolve/repeated_phrases.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

#include "relata/resolve/name.hpp"
#include "resolve/candidate_pair.hpp"
#include "resolve/raw_words.hpp"
#include "resolve/short_names.hpp"

namespace relata {
namespace {

constexpr double kSamePhraseScore = 0.84;
constexpr double kSameKindScore = 0.76;
constexpr double kKindScore = 0.73;
constexpr double kTitleScore = 0.77;
constexpr double kNameWithKindScore = 0.83;

/// Sentences of headlines, captions and the first paragraphs, where news describes whom it names
/// below.
constexpr std::uint64_t kLead = 12;

/// What a document describes and does not name.
struct Described {
  std::size_t unit = 0;
  std::string phrase;      ///< of the first mention, folded
  std::string determiner;  ///< before it, folded
  const ParsedDescription* description = nullptr;
};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// Words before a phrase that leave open, or say, that others are meant.
bool chooses_some(const Described& described) {
  constexpr std::array<std::string_view, 24> kSome = {
      "another", "any",  "both", "each",  "every", "few",  "her",   "his",
      "its",     "many", "more", "most",  "my",    "no",   "other", "our",
      "several", "some", "such", "their", "these", "this", "those", "your"};
  const auto tells = [&](const std::string& word) {
    return is_word_for_another(word) || word == "own" || word == "multiple" ||
           is_one_of(kSome, word);
  };
  const std::string& head = described.description->head;  // "the Slovak one"
  return head == "one" || head == "ones" || is_one_of(kSome, described.determiner) ||
         is_one_of(kSome, described.phrase.substr(0, described.phrase.find(' '))) ||
         std::any_of(described.description->modifiers.begin(),
                     described.description->modifiers.end(), tells) ||
         !described.description->count.empty();
}

std::size_t count_words(const std::string& folded) {
  return folded.empty()
             ? 0
             : 1 + static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' '));
}

/// Types of which a repeated phrase means one thing.
bool may_repeat(EntityType type) {
  return type == EntityType::kPerson || type == EntityType::kGroup ||
         type == EntityType::kOrganization || type == EntityType::kPlace ||
         type == EntityType::kObject;
}

std::vector<Described> find_described(std::span<const EntityProfile> profiles,
                                      const std::vector<FirstPhrase>& phrases) {
  std::vector<Described> found;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const EntityProfile& profile = profiles[i];
    if (!profile.names.empty() || profile.descriptions.empty() || !may_repeat(profile.type)) {
      continue;
    }
    Described described;
    described.unit = i;
    described.description = &profile.descriptions.front();
    described.phrase = join_words(fold_words(phrases[i].text));
    described.determiner = determiner_of(phrases[i]);
    if (described.phrase.empty()) described.phrase = profile.text;
    found.push_back(std::move(described));
  }
  return found;
}

/// Not so where the records don't bring the sentence along.
bool is_in_lead(const FirstPhrase& phrase) {
  return phrase.sentence > 0 && phrase.sentence <= kLead;
}

/// "militant" of "militants".
std::string singular_of(const std::string& plural) {
  if (plural.ends_with("men")) return plural.substr(0, plural.size() - 2) + "an";
  if (plural.ends_with("ies")) return plural.substr(0, plural.size() - 3) + "y";
  return plural.ends_with('s') ? plural.substr(0, plural.size() - 1) : plural;
}

/// People of a kind: "civilians", nobody in particular each time; in a text about one country,
/// where one story is told.
bool is_kind(const Described& described, const EntityProfile& profile, const Lexicon& lexicon) {
  return profile.plural && !profile.main_country.empty() &&
         lexicon.noun_class(singular_of(described.description->head)) == NounClass::kPerson &&
         described.description->bare && described.determiner != "the" &&
         described.phrase == described.description->head;
}

/// "the guild leader" is not "Leader Zoe Novak" of whom no guild is told.
bool is_somebody_elses(const ParsedDescription& description, const EntityProfile& person) {
  if (description.anchor.empty()) return false;
  return std::none_of(person.names.begin(), person.names.end(), [&](const ParsedName& name) {
    return std::find(name.before.begin(), name.before.end(), description.anchor) !=
           name.before.end();
  });
}

/// Folded phrase, type, plural or not → what is described so.
using Phrases = std::map<std::tuple<std::string, EntityType, bool>, std::vector<Described>>;

/// "extremists" beside "extremists linked to the network", where the document knows no others of
/// that noun.
void join_kinds(const Phrases& by_phrase, std::span<const EntityProfile> profiles,
                const Lexicon& lexicon, std::vector<CandidatePair>& pairs) {
  std::map<std::pair<std::string_view, EntityType>, std::vector<const Described*>> of_noun;
  for (const auto& [key, alike] : by_phrase) {
    if (!std::get<bool>(key)) continue;
    const std::string_view head = alike.front().description->head;
    of_noun[{head, std::get<EntityType>(key)}].push_back(&alike.front());
  }
  for (const auto& [noun, ways] : of_noun) {
    if (ways.size() != 2) continue;
    for (const auto& [bare, other] : {std::pair(ways[0], ways[1]), std::pair(ways[1], ways[0])}) {
      // Words before the noun choose some of the kind ("foreign visitors").
      if (!is_kind(*bare, profiles[bare->unit], lexicon) ||
          !other->phrase.starts_with(bare->phrase + ' ')) {
        continue;
      }
      pairs.push_back(candidate_pair(bare->unit, other->unit, kKindScore,
                                     "kind and its description", bare->phrase, other->phrase));
    }
  }
}

/// Not "Callao's town", nor "the Callao-based group", nor "the Callao port town": of a place the
/// name stands right before the noun, or behind its "of".
bool names_whole(const ParsedName& name, const ParsedDescription& description,
                 const std::string& phrase, bool place) {
  const std::vector<RawWord> words = split_raw(phrase);
  if (std::any_of(words.begin(), words.end(),
                  [](const RawWord& word) { return word.possessive; })) {
    return false;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].folded != name.words.back()) continue;
    if (words[i].hyphen_after) return false;
    const bool before = i + 1 < words.size() && words[i + 1].folded == description.head;
    const bool behind = i >= name.words.size() + 1 &&
                        std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(i),
                                    [](const RawWord& word) { return word.folded == "of"; });
    return before || behind || !place;
  }
  return false;
}

/// "the Callao firm": a business by where it is; "the Larnex mining company" by its name.
bool tells_seat_of_business(const ParsedDescription& description) {
  constexpr std::array<std::string_view, 4> kBusinesses = {"carrier", "company", "firm", "maker"};
  return description.modifiers.empty() && is_one_of(kBusinesses, description.head);
}

/// "the Callao parent company" is another than Callao.
bool relates_bodies(const std::vector<std::string>& modifiers) {
  return std::any_of(modifiers.begin(), modifiers.end(), [](const std::string& word) {
    return word == "parent" || word == "sister" || word == "partner" || word == "rival" ||
           word == "member" || word == "former";
  });
}

/// "Niger State town": a town in the state.
bool ends_in_other_kind(const ParsedName& name, const ParsedDescription& description,
                        const Lexicon& lexicon) {
  const std::string& last = name.words.back();
  return name.words.size() > 1 && last != description.head && lexicon.is_kind_of_place(last);
}

/// "ORBIS" of "the ORBIS database", no make ("the LX-30 drone"): words that mean nothing else.
bool is_own_name(const ParsedName& name, const Lexicon& lexicon) {
  return std::none_of(name.words.begin(), name.words.end(), [&](const std::string& word) {
    return lexicon.is_word(word) || std::any_of(word.begin(), word.end(), is_digit);
  });
}

/// "the port town of Callao" is Callao, however often it is named. Of regions and districts the
/// same words may mean one of several that a town has.
bool is_that_settlement(const Described& described, const EntityProfile& named,
                        const EntityProfile& profile) {
  constexpr std::array<std::string_view, 9> kSettlements = {
      "city", "hamlet", "hill", "island", "municipality", "resort", "town", "township", "village"};
  const ParsedDescription& description = *described.description;
  if (profile.type != EntityType::kPlace || named.type != EntityType::kPlace) return false;
  return is_one_of(kSettlements, description.head) && description.count.empty() &&
         described.determiner == "the" && description.anchor == main_key(named) &&
         described.phrase.ends_with(description.head + " of " + main_key(named));
}

}  // namespace

std::vector<CandidatePair> find_repeated_phrases(const DocumentRecords& document,
                                                 std::span<const EntityProfile> profiles,
                                                 const std::vector<FirstPhrase>& phrases,
                                                 const Lexicon& lexicon) {
  std::vector<CandidatePair> pairs;
  Phrases by_phrase;
  std::map<std::string, std::set<std::string>> bearers;      // title → people
  std::map<std::string, std::vector<std::size_t>> who_bear;  // the same, their units
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    if (profiles[i].type != EntityType::kPerson) continue;
    for (const ParsedName& name : profiles[i].names) {
      for (const std::string& title : name.titles) {
        bearers[title].insert(name.words.back());
        who_bear[title].push_back(i);
      }
    }
  }
  for (Described& described : find_described(profiles, phrases)) {
    if (chooses_some(described)) continue;
    const EntityProfile& profile = profiles[described.unit];
    const bool in_lead = is_in_lead(phrases[described.unit]);
    const auto title = bearers.find(described.description->head);
    if (profile.type == EntityType::kPerson && !profile.plural && in_lead &&
        title != bearers.end() && title->second.size() == 1 && lexicon.is_title(title->first)) {
      for (const std::size_t person : who_bear[title->first]) {
        // What is named before it is described is no riddle that the text solves later.
        if (document.entities[person].first.start < document.entities[described.unit].first.start) {
          continue;
        }
        if (is_somebody_elses(*described.description, profiles[person])) continue;
        pairs.push_back(candidate_pair(described.unit, person, kTitleScore, "title in the lead",
                                       described.phrase, profiles[person].names.front().surface));
      }
    }
    auto key = std::tuple(described.phrase, profile.type, profile.plural);
    by_phrase[std::move(key)].push_back(std::move(described));
  }
  join_kinds(by_phrase, profiles, lexicon, pairs);
  for (const auto& [key, alike] : by_phrase) {
    const auto& [phrase, type, plural] = key;
    for (std::size_t n = 1; n < alike.size(); ++n) {
      const Described& first = alike.front();
      const Described& other = alike[n];
      if (is_kind(first, profiles[first.unit], lexicon) &&
          is_kind(other, profiles[other.unit], lexicon)) {
        pairs.push_back(
            candidate_pair(first.unit, other.unit, kSameKindScore, "same kind", phrase, phrase));
      }
      if (count_words(phrase) < 2) continue;
      const bool definite =
          first.determiner == "the" && other.determiner == "the" && type != EntityType::kPerson;
      const bool headline =
          (phrases[first.unit].sentence == 1 || phrases[other.unit].sentence == 1) &&
          is_in_lead(phrases[first.unit]) && is_in_lead(phrases[other.unit]);
      if (plural || definite || headline) {
        pairs.push_back(candidate_pair(first.unit, other.unit, kSamePhraseScore, "same phrase",
                                       phrase, phrase));
      }
    }
  }
  return pairs;
}

std::vector<CandidatePair> find_phrases_of_two_types(const DocumentRecords& /*document*/,
                                                     std::span<const EntityProfile> profiles,
                                                     const std::vector<FirstPhrase>& phrases,
                                                     const Lexicon& /*lexicon*/) {
  std::map<std::pair<std::string, bool>, std::vector<std::size_t>> by_phrase;  // with "the" or not
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const EntityProfile& profile = profiles[i];
    if (!profile.names.empty() || profile.descriptions.empty()) continue;
    const ParsedDescription& description = profile.descriptions.front();
    const Described described{i, profile.text, determiner_of(phrases[i]), &description};
    const bool definite = described.determiner == "the";
    if (!definite && !profile.plural) continue;
    if (count_words(profile.text) < 2 || chooses_some(described)) continue;
    by_phrase[{profile.text, definite}].push_back(i);
  }
  std::vector<CandidatePair> pairs;
  for (const auto& [key, alike] : by_phrase) {
    const std::string& phrase = key.first;
    for (std::size_t n = 1; n < alike.size(); ++n) {
      const EntityType first = profiles[alike.front()].type;
      const EntityType other = profiles[alike[n]].type;
      if (first == other || !(may_repeat(first) || may_repeat(other))) continue;
      pairs.push_back(
          candidate_pair(alike.front(), alike[n], kSameKindScore, "same phrase", phrase, phrase));
    }
  }
  return pairs;
}

std::vector<CandidatePair> find_names_with_kind(const DocumentRecords& document,
                                                std::span<const EntityProfile> profiles,
                                                const std::vector<FirstPhrase>& phrases,
                                                const Lexicon& lexicon) {
  std::vector<CandidatePair> pairs;
  const std::vector<Described> described = find_described(profiles, phrases);
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    const EntityProfile& named = profiles[i];
    const EntityRecord& record = document.entities[i];
    if (named.names.empty() || named.type == EntityType::kPerson || !named.country.empty()) {
      continue;
    }
    for (const Described& other : described) {
      const EntityProfile& profile = profiles[other.unit];
      if (profile.plural) continue;
      if (is_that_settlement(other, named, profile)) {
        pairs.push_back(candidate_pair(i, other.unit, kNameWithKindScore, "name with its kind",
                                       named.names.front().surface, other.phrase));
        continue;
      }
      if (named.mentions != 1 || !document.entities[other.unit].first.contains(record.first)) {
        continue;
      }
      const bool place = profile.type == EntityType::kPlace &&
                         lexicon.is_kind_of_place(other.description->head) &&
                         !ends_in_other_kind(named.names.front(), *other.description, lexicon);
      const bool body =
          (profile.type == EntityType::kOrganization || profile.type == EntityType::kGroup) &&
          named.type != EntityType::kPlace && !tells_seat_of_business(*other.description) &&
          lexicon.is_kind_of_organization(other.description->head) &&
          !ends_in_bodies(named.names.front(), lexicon);
      const bool thing = profile.type == EntityType::kObject && named.type == EntityType::kObject &&
                         other.determiner == "the" && is_own_name(named.names.front(), lexicon);
      if (!(place || body || thing) || other.description->anchor != main_key(named)) continue;
      if (!names_whole(named.names.front(), *other.description, phrases[other.unit].text,
                       place || thing)) {
        continue;
      }
      pairs.push_back(candidate_pair(i, other.unit, kNameWithKindScore, "name with its kind",
                                     named.names.front().surface, other.phrase));
    }
  }
  return pairs;
}

std::optional<PairScore> score_name_with_kind(const TripleRecord& triple,
                                              const EntityProfile& described,
                                              const EntityProfile& named, const Lexicon& lexicon) {
  if (triple.kind != TripleKind::kCompound) return std::nullopt;
  if (named.names.empty() || named.type != EntityType::kOrganization || !named.country.empty() ||
      !described.names.empty() || described.plural || described.type == EntityType::kPerson) {
    return std::nullopt;
  }
  const ParsedDescription description = parse_description(triple.subject.text, lexicon);
  if (!lexicon.is_kind_of_organization(description.head) || description.anchor != main_key(named) ||
      relates_bodies(description.modifiers) || tells_seat_of_business(description) ||
      ends_in_bodies(named.names.front(), lexicon) ||
      !names_whole(named.names.front(), description, triple.subject.text, false)) {
    return std::nullopt;
  }
  return PairScore{
      kNameWithKindScore, "name with its kind",
      named.names.front().surface + " = " + join_words(fold_words(triple.subject.text))};
}

}  // namespace relata
