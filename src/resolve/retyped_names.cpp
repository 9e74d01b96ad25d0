#include "resolve/retyped_names.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "relata/resolve/name.hpp"
#include "resolve/best_score.hpp"
#include "resolve/raw_words.hpp"
#include "resolve/short_names.hpp"

namespace relata {
namespace {

/// A name that the tagger took for something else every time would be more than a slip of his.
constexpr std::uint64_t kFewMentions = 3;

/// "Larnex SE", "Larnex Ltd.": no person, whose family it may be called by; "Co" is a family, too.
bool has_legal_form(const EntityProfile& profile) {
  return std::any_of(profile.names.begin(), profile.names.end(), [](const ParsedName& name) {
    const std::vector<RawWord> words = split_raw(name.surface);
    return ends_in_legal_form(name.surface) &&
           (words.back().all_capitals || words.back().folded.size() > 2);
  });
}

/// "Ag Larnex" of "Zoe Ag Larnex": all of a name but the given one.
bool ends_in_family(const ParsedName& brief, const ParsedName& full) {
  return brief.words.size() > 1 && brief.words.size() + 1 == full.words.size() &&
         std::equal(brief.words.begin(), brief.words.end(), full.words.begin() + 1);
}

/// People of what was taken for something else by a family name.
void retype_family_names(const Lexicon& lexicon, std::vector<EntityProfile>& profiles) {
  std::vector<ParsedName> people;
  for (const EntityProfile& profile : profiles) {
    if (profile.type != EntityType::kPerson || profile.names.empty()) continue;
    if (profile.names.front().words.size() > 1) people.push_back(profile.names.front());
  }
  for (EntityProfile& profile : profiles) {
    if (profile.type == EntityType::kPerson || profile.names.size() != 1 || profile.plural ||
        has_legal_form(profile)) {
      continue;
    }
    const ParsedName brief =
        parse_name(profile.names.front().surface, EntityType::kPerson, lexicon);
    const bool titled = !brief.titles.empty();
    const bool borne = std::any_of(people.begin(), people.end(), [&](const ParsedName& full) {
      return is_family_of(brief, full) || ends_in_family(brief, full) ||
             (titled && brief.words.size() == 1 && brief.words.front() == full.words.back());
    });
    if (!borne) continue;
    make_person(brief, profile);
  }
}

/// "former senator Zoe Novak", taken for a body or a place: an office right before two words or
/// more, of which none says what kind of body they are.
void retype_titled(const std::vector<FirstPhrase>& phrases, const Lexicon& lexicon,
                   std::vector<EntityProfile>& profiles) {
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    EntityProfile& profile = profiles[i];
    if (profile.type == EntityType::kPerson || profile.type == EntityType::kGroup ||
        profile.names.size() != 1 || profile.plural || !profile.country.empty()) {
      continue;
    }
    const ParsedName& taken = profile.names.front();
    const ParsedName titled = parse_name(phrases[i].text, EntityType::kPerson, lexicon);
    if (taken.words.size() < 2 || titled.words != taken.words || titled.titles.empty() ||
        titled.titles.back() != titled.before.back()) {
      continue;
    }
    const bool of_kind =
        std::any_of(taken.words.begin(), taken.words.end(), [&](const std::string& word) {
          return lexicon.is_kind_of_organization(word) || lexicon.is_kind_of_place(word);
        });
    if (!of_kind) make_person(titled, profile);
  }
}

/// Where something is, not what is done to somebody.
bool is_in(std::string_view preposition) {
  constexpr std::array<std::string_view, 9> kIn = {
      "in", "at", "near", "into", "around", "outside", "inside", "across", "through"};
  return std::find(kIn.begin(), kIn.end(), preposition) != kIn.end();
}

std::string_view last_word(std::string_view text) {
  const std::size_t blank = text.rfind(' ');
  return blank == text.npos ? text : text.substr(blank + 1);
}

/// The ends of relations between two entities, and what is told to be a place.
class Told {
 public:
  explicit Told(const DocumentRecords& document) {
    for (const TripleRecord& triple : document.triples) {
      if (triple.object) {
        const std::string& a = triple.subject.entity;
        const std::string& b = triple.object->entity;
        if (!a.empty() && !b.empty()) related_.emplace(std::min(a, b), std::max(a, b));
        if (is_in(last_word(triple.relation.text))) places_.insert(b);
      }
      for (const Qualifier& qualifier : triple.qualifiers) {
        const std::string_view text = qualifier.text;
        if (is_in(text.substr(0, text.find(' ')))) places_.insert(qualifier.entity);
      }
    }
  }

  bool relates(const std::string& a, const std::string& b) const {
    return related_.contains({std::min(a, b), std::max(a, b)});
  }
  bool is_place(const std::string& entity) const { return places_.contains(entity); }

 private:
  std::set<std::pair<std::string_view, std::string_view>> related_;
  std::set<std::string_view> places_;
};

/// "Moen" and nothing else, in the singular, as somebody may be called.
bool may_be_somebody(const EntityProfile& profile, const EntityRecord& record,
                     const FirstPhrase& phrase, const Lexicon& lexicon) {
  if (profile.type == EntityType::kPerson || profile.names.size() != 1 || record.adjective) {
    return false;
  }
  const ParsedName& name = profile.names.front();
  // "Psaros" looks like several.
  if (profile.plural && !name.words.front().ends_with('s')) return false;
  // "MOEN:", as minutes and interviews put who speaks, however often.
  const bool few = profile.mentions <= kFewMentions || name.acronym;
  if (!few || name.words.size() != 1 || !name.country.empty() || !name.demonym_of.empty() ||
      !lexicon.country_of_capital(name.surface).empty()) {
    return false;
  }
  const bool person =
      std::all_of(profile.roles.begin(), profile.roles.end(),
                  [&](const ParsedDescription& role) { return lexicon.can_be_person(role.head); });
  const std::string before = determiner_of(phrase);
  return person && before != "the" && !is_any(before) && !is_in(before);
}

/// One-word names of somebody, by the word: the person in full who alone bears it, or of several
/// the one who goes by it; kNobody where another name has the word.
class Bearers {
 public:
  static constexpr std::size_t kNobody = static_cast<std::size_t>(-1);

  Bearers(const DocumentRecords& document, const std::vector<EntityProfile>& profiles)
      : document_(document), profiles_(profiles) {
    for (std::size_t i = 0; i < profiles.size(); ++i) {
      for (const ParsedName& name : profiles[i].names) {
        if (name.words.size() < 2 || std::count(name.words.begin(), name.words.end(), "and") > 0) {
          continue;
        }
        if (profiles[i].type != EntityType::kPerson) {
          // "Moen's Larnex Party" is hers.
          const std::vector<std::string>& words = name.owned.empty() ? name.words : name.owned;
          others_.insert(words.begin(), words.end());
        } else if (std::none_of(name.words.begin(), name.words.end(), is_preposition)) {
          bearers_of_[name.words.front()].insert(i);
          bearers_of_[name.words.back()].insert(i);
        }
      }
    }
  }

  /// Of the one-word name of this entity: who bears it of those named before, else of all.
  std::size_t of(std::size_t entity) const {
    const std::string& word = profiles_[entity].names.front().words.front();
    const auto found = bearers_of_.find(word);
    if (found == bearers_of_.end() || others_.contains(word)) return kNobody;
    std::map<std::string, std::size_t> bearers, called, before;
    for (const std::size_t i : found->second) {
      if (is_mentioned_before(document_, i, entity)) before.emplace(main_key(profiles_[i]), i);
      bearers.emplace(main_key(profiles_[i]), i);
      if (goes_by(profiles_[i], word)) called.emplace(main_key(profiles_[i]), i);
    }
    if (bearers.size() == 1) return bearers.begin()->second;
    if (before.size() == 1) return before.begin()->second;
    return called.size() == 1 ? called.begin()->second : kNobody;
  }

 private:
  static bool goes_by(const EntityProfile& profile, const std::string& word) {
    return std::any_of(profile.names.begin(), profile.names.end(), [&](const ParsedName& name) {
      return name.words.size() == 1 && name.words.front() == word;
    });
  }

  const DocumentRecords& document_;
  const std::vector<EntityProfile>& profiles_;
  std::map<std::string, std::set<std::size_t>> bearers_of_;
  std::set<std::string> others_;  ///< words of names of other things
};

void retype_people(const DocumentRecords& document, const std::vector<FirstPhrase>& phrases,
                   const Lexicon& lexicon, std::vector<EntityProfile>& profiles) {
  const Told told(document);
  const Bearers bearers(document, profiles);
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    EntityProfile& profile = profiles[i];
    const EntityRecord& record = document.entities[i];
    if (!may_be_somebody(profile, record, phrases[i], lexicon)) continue;
    const std::size_t full = bearers.of(i);
    if (full == Bearers::kNobody) continue;
    const bool before = is_mentioned_before(document, full, i) || phrases[i].sentence == 1;
    // "Zoe Moen of Callao", taken for a name.
    const bool inside = document.entities[full].first.contains(record.first);
    if (!before || inside || told.is_place(record.entity) ||
        told.relates(record.entity, document.entities[full].entity)) {
      continue;
    }
    make_person(parse_name(profile.names.front().surface, EntityType::kPerson, lexicon), profile);
    profile.plural = false;
  }
}

/// Takes what somebody is also called for a name of his, whatever the tagger took it for.
void add_alias(EntityProfile& person, EntityProfile& other, const Lexicon& lexicon) {
  if (other.type != EntityType::kPerson) {
    if (!other.country.empty() || other.names.front().acronym) return;
    make_person(parse_name(other.names.front().surface, EntityType::kPerson, lexicon), other);
    other.plural = false;
  }
  // Two full names are two people otherwise.
  for (const auto& [to, from] : {std::pair(&person, &other), std::pair(&other, &person)}) {
    const ParsedName& name = from->names.front();
    if (!has_name(*to, name.words)) to->names.edit().push_back(name);
    to->full_names.edit().push_back(join_words(name.words));
    std::sort(to->full_names.edit().begin(), to->full_names.edit().end());
  }
}

/// "Zoe Moen, alias Dora Orel".
void join_aliases(const DocumentRecords& document, const Lexicon& lexicon,
                  std::vector<EntityProfile>& profiles) {
  const auto find = [&](const std::string& entity) -> EntityProfile* {
    const auto found =
        std::find_if(profiles.begin(), profiles.end(),
                     [&](const EntityProfile& profile) { return profile.entity == entity; });
    return found == profiles.end() || found->names.empty() ? nullptr : &*found;
  };
  for (const TripleRecord& triple : document.triples) {
    if (triple.kind != TripleKind::kAlias || !triple.object) continue;
    EntityProfile* a = find(triple.subject.entity);
    EntityProfile* b = find(triple.object->entity);
    if (a == nullptr || b == nullptr || a == b) continue;
    if (a->type != EntityType::kPerson) std::swap(a, b);
    // Brackets tell of a person's party, too.
    const bool sure = b->type == EntityType::kPerson || triple.rule == "alias/words";
    if (a->type == EntityType::kPerson && sure) add_alias(*a, *b, lexicon);
  }
}

/// People in full that were taken for bodies or places, by what they go by below.
void retype_full_names(const Lexicon& lexicon, std::vector<EntityProfile>& profiles) {
  std::set<std::string> people;
  for (const EntityProfile& profile : profiles) {
    if (profile.type != EntityType::kPerson || profile.names.empty()) continue;
    const ParsedName& name = profile.names.front();
    const bool sure = !profile.gender.empty() || !name.titles.empty() || profile.mentions > 1;
    if (name.words.size() == 1 && sure) people.insert(name.words.front());
  }
  for (EntityProfile& profile : profiles) {
    if ((profile.type != EntityType::kOrganization && profile.type != EntityType::kPlace) ||
        profile.names.size() != 1 || profile.plural || profile.mentions > kFewMentions ||
        !profile.country.empty() || !profile.roles.empty()) {
      continue;
    }
    const ParsedName& name = profile.names.front();
    const bool meaningless =
        std::none_of(name.words.begin(), name.words.end(),
                     [&](const std::string& word) { return lexicon.is_word(word); });
    if (name.words.size() != 2 || !meaningless || !people.contains(name.words.back())) continue;
    make_person(parse_name(name.surface, EntityType::kPerson, lexicon), profile);
  }
}

void make_body(const Lexicon& lexicon, EntityProfile& profile) {
  const ParsedName brief = profile.names.front();
  profile.type = EntityType::kOrganization;
  profile.names = {parse_name(brief.surface, EntityType::kOrganization, lexicon)};
  profile.full_names = {main_key(profile)};
  profile.gender.clear();
}

void retype_bodies(const DocumentRecords& document, const Lexicon& lexicon,
                   std::vector<EntityProfile>& profiles) {
  std::set<std::string> of_people;
  std::set<std::string> bodies;  // of one word
  for (const EntityProfile& profile : profiles) {
    if (profile.type == EntityType::kOrganization && !profile.names.empty() &&
        profile.names.front().words.size() == 1) {
      bodies.insert(profile.names.front().words.front());
    }
    if (profile.type != EntityType::kPerson) continue;
    for (const ParsedName& name : profile.names) {
      if (name.words.size() > 1 || !profile.gender.empty() || !name.titles.empty()) {
        of_people.insert(name.words.begin(), name.words.end());
      }
    }
  }
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    EntityProfile& profile = profiles[i];
    const bool taken = profile.type == EntityType::kPerson || profile.type == EntityType::kPlace ||
                       profile.type == EntityType::kWork;
    if (taken && profile.gender.empty() && !profile.names.empty() && has_legal_form(profile)) {
      make_body(lexicon, profile);
      continue;
    }
    if (profile.names.size() != 1) continue;
    const ParsedName& brief = profile.names.front();
    const bool person = profile.type == EntityType::kPerson;
    const bool somebody = !profile.gender.empty() || of_people.contains(brief.words.front());
    // "LNX" here a body and there somebody; "Larnex" without he or she.
    if (person && brief.words.size() == 1 && brief.titles.empty() && (brief.acronym || !somebody) &&
        bodies.contains(brief.words.front())) {
      make_body(lexicon, profile);
      continue;
    }
    const bool other = person ? !profile.gender.empty() : profile.type != EntityType::kPlace;
    if (other || profile.plural || !profile.country.empty()) continue;
    if (brief.words.size() > 1 && !person) continue;
    std::vector<std::size_t> full;
    if (brief.acronym) {
      full = find_spelled(profiles, brief.words.front());
    } else if (person && !somebody) {
      full = find_full(profiles, brief, lexicon);
    }
    const bool before = std::any_of(full.begin(), full.end(), [&](std::size_t named) {
      return is_mentioned_before(document, named, i);
    });
    if (!before) continue;
    make_body(lexicon, profile);
  }
}

}  // namespace

void retype_names(const DocumentRecords& document, const std::vector<FirstPhrase>& phrases,
                  const Lexicon& lexicon, std::vector<EntityProfile>& profiles) {
  retype_titled(phrases, lexicon, profiles);
  retype_full_names(lexicon, profiles);
  retype_family_names(lexicon, profiles);
  retype_people(document, phrases, lexicon, profiles);
  retype_bodies(document, lexicon, profiles);
  join_aliases(document, lexicon, profiles);
}

}  // namespace relata
