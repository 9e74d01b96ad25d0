#include "relata/resolve/score.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "relata/analysis/lexicon.hpp"
#include "resolve/best_score.hpp"
#include "resolve/candidate_pair.hpp"
#include "resolve/front_acronyms.hpp"
#include "resolve/model_names.hpp"
#include "resolve/name_heads.hpp"
#include "resolve/name_spelling.hpp"
#include "resolve/name_wording.hpp"
#include "resolve/one_story.hpp"
#include "resolve/people_score.hpp"
#include "resolve/raw_words.hpp"
#include "resolve/short_names.hpp"

namespace relata {
namespace {

using Words = std::vector<std::string>;

/// Of the mentions of countries in a document, the share of one that "the country" means.
constexpr double kMainCountryShare = 0.5;

/// How long "the Callao summit" is the last one.
constexpr std::chrono::days kEventTime{60};
constexpr std::chrono::days kLastingTime{3 * 365};

bool is_person(const EntityProfile& profile) { return profile.type == EntityType::kPerson; }

/// Types of which a description in news stands for one of them, not for a kind.
bool is_told_of(EntityType type) {
  return type == EntityType::kPerson || type == EntityType::kGroup ||
         type == EntityType::kOrganization || type == EntityType::kObject ||
         type == EntityType::kPlace;
}

/// "Peruvian forces" are none of Chile's, whatever else they are called.
bool have_two_anchors(const std::vector<ParsedDescription>& a,
                      const std::vector<ParsedDescription>& b) {
  bool anchored = false;
  for (const ParsedDescription& x : a) {
    for (const ParsedDescription& y : b) {
      if (x.anchor.empty() || y.anchor.empty()) continue;
      if (x.anchor == y.anchor) return false;
      anchored = true;
    }
  }
  return anchored;
}

bool is_full_name(const EntityProfile& profile, const std::string& key) {
  return std::find(profile.full_names.begin(), profile.full_names.end(), key) !=
         profile.full_names.end();
}

/// "Wagner" of "Wagner Group": a name without the common noun that says what kind it is.
bool drops_kind(const ParsedName& brief, const ParsedName& full, const Lexicon& lexicon) {
  if (brief.words.size() + 1 != full.words.size() || !brief.country.empty() ||
      !brief.demonym_of.empty()) {
    return false;
  }
  if (!std::equal(brief.words.begin(), brief.words.end(), full.words.begin())) return false;
  // "LNX" of "LNX News": a broadcaster by what it makes.
  if (brief.acronym && full.words.back() == "news") return true;
  // "IRGC Navy", "United Nations Convention": what belongs to a body that is one already.
  if (brief.acronym || ends_in_body(brief, lexicon)) return false;
  return lexicon.noun_class(full.words.back()) == NounClass::kGroup ||
         lexicon.is_kind_of_organization(full.words.back());
}

/// "Goldman Sachs": no word of it is one of the language.
bool is_name_alone(const ParsedName& name, const Lexicon& lexicon) {
  return std::none_of(name.words.begin(), name.words.end(),
                      [&](const std::string& word) { return lexicon.is_word(word); });
}

/// "Goldman Sachs" of "Goldman Sachs Group", in any document: two words or more, none of the
/// language, or before the legal form of a registered name ("Blue & White Group PLC").
bool drops_kind_of_own_name(const ParsedName& brief, const ParsedName& full,
                            const Lexicon& lexicon) {
  return brief.words.size() > 1 && drops_kind(brief, full, lexicon) &&
         (is_name_alone(brief, lexicon) || ends_in_legal_form(full.surface));
}

/// "Larnexa" of "Larnexa News Agency": one long word, none of the language.
bool drops_news_agency(const ParsedName& brief, const ParsedName& full, const Lexicon& lexicon) {
  constexpr std::size_t kLong = 5;
  return brief.words.size() == 1 && full.words.size() == 3 && full.words[0] == brief.words[0] &&
         full.words[1] == "news" && full.words[2] == "agency" && brief.words[0].size() >= kLong &&
         !lexicon.is_word(brief.words[0]) && brief.country.empty() && brief.demonym_of.empty();
}

/// "Khan Yunis", "Khan Younis"; "Hezbollah", "Hizbollah". Places of one word are many ("Campania",
/// "Campina"): both must lie in one country, or in one story.
bool is_respelled(const ParsedName& x, const ParsedName& y, const EntityProfile& a,
                  const EntityProfile& b, const NameCounts& counts, const Lexicon& lexicon) {
  if (a.type != b.type) return false;
  const Respelling found = find_respelling(x, y, lexicon);
  if (found != Respelling::kOneWord || a.type == EntityType::kOrganization) {
    return found != Respelling::kNone;
  }
  return (!a.inside.empty() && a.inside == b.inside) || is_one_story(a, b, counts);
}

/// "South Kivu" of "South Kivu Province": a part of the compass is no town, whose province would be
/// another place; nor is what texts put their towns in.
bool drops_division(const ParsedName& brief, const ParsedName& full, bool division) {
  const bool directed = brief.words.size() > 1 && is_direction(brief.words.front());
  return (directed || division) && brief.words.size() + 1 == full.words.size() &&
         brief.country.empty() &&
         std::equal(brief.words.begin(), brief.words.end(), full.words.begin()) &&
         is_kind_of_division(full.words.back());
}

/// Three words or more that mean something: the fewer, the more countries have one ("Ministry of
/// Defence").
bool is_long_name(const ParsedName& name) {
  constexpr std::ptrdiff_t kLong = 3;
  return std::count_if(name.words.begin(), name.words.end(), [](std::string_view word) {
           return word != "of" && word != "for" && word != "and" && word != "the";
         }) >= kLong;
}

/// "Larnexa" of "MV Larnexa", of "LNA Larnexa": letters before a name, a word of which is long and
/// none of the language.
bool drops_letters(const ParsedName& brief, const ParsedName& full, const Lexicon& lexicon) {
  constexpr std::size_t kLong = 5;
  if (full.words.size() != brief.words.size() + 1 ||
      !std::equal(brief.words.begin(), brief.words.end(), full.words.begin() + 1)) {
    return false;
  }
  const std::vector<RawWord> words = split_raw(full.surface);
  if (words.size() != full.words.size() || !words.front().all_capitals || words[1].all_capitals ||
      words.front().folded.size() > kLong) {
    return false;
  }
  return std::any_of(brief.words.begin(), brief.words.end(), [&](const std::string& word) {
    return word.size() >= kLong && !lexicon.is_word(word);
  });
}

/// "Senate", "Ministry of Defence": made of words, for a body such as many countries have.
bool is_common_name(const ParsedName& name, const Lexicon& lexicon) {
  return !has_own_word(name, lexicon) &&
         (name.words.size() > 1 || lexicon.noun_class(name.words.front()) == NounClass::kGroup);
}

/// Where its documents speak of a country, they speak mostly of this; a name of several words may
/// stand where none does, one of a single word may be that of a larger body ("Taliban").
bool belongs_near(const ParsedName& name, const std::string& country, const NameCounts& counts) {
  const std::string key = join_words(name.words);
  return is_mostly_near(counts, key, country) ||
         (name.words.size() > 1 && is_near_none(counts, key));
}

/// "USS Ana Orel" of "USS Ana M. Orel": three words or more, and an initial between them.
bool drops_initial(const ParsedName& brief, const ParsedName& full) {
  constexpr std::size_t kEnough = 3;
  if (brief.words.size() < kEnough || brief.words.size() + 1 != full.words.size()) return false;
  std::size_t at = 0;
  while (at < brief.words.size() && brief.words[at] == full.words[at]) ++at;
  return at > 0 && at < brief.words.size() && full.words[at].size() == 1 &&
         !is_digit(full.words[at][0]) &&
         std::equal(brief.words.begin() + static_cast<std::ptrdiff_t>(at), brief.words.end(),
                    full.words.begin() + static_cast<std::ptrdiff_t>(at) + 1);
}

/// Neither the text nor what its document is about gives it to another country.
bool may_be_of(const EntityProfile& body, const std::string& country) {
  return home_of(body).empty() && (body.main_country.empty() || body.main_country == country);
}

/// "UN", "AFP": letters that everybody takes for one body, and "US", are no initials of another.
bool is_known_otherwise(const ParsedName& acronym, const ParsedName& full) {
  const std::string known = acronym.country.empty() ? acronym.known_as : acronym.country;
  return !known.empty() && known != full.known_as && known != join_words(full.words) &&
         known != full.country;
}

/// Letters of which all documents know one body at most.
bool are_initials_of_one(const std::string& letters, const NameCounts& counts) {
  return letters.size() >= kStoryLetters && count_readings(counts, initials_key(letters), 2) == 1;
}

void score_things(const EntityProfile& a, const EntityProfile& b, const NameCounts& counts,
                  Scope scope, const Lexicon& lexicon, PairScore& best) {
  if (!a.country.empty() && a.country == b.country) {
    const bool adjective = a.names.front().country.empty() || b.names.front().country.empty();
    raise(best, 0.97, adjective ? "country adjective" : "same country",
          both(a.names.front().surface, b.names.front().surface));
  }
  for (const ParsedName& x : a.names) {
    for (const ParsedName& y : b.names) {
      const auto evidence = [&] { return both(x.surface, y.surface); };
      if (x.words == y.words) {
        // Across documents a short form that coreference set beside a full name ("Prague" beside
        // "Prague Conservatory") is not yet a name of it.
        const std::string key = join_words(x.words);
        if (scope == Scope::kCorpus && !(is_full_name(a, key) && is_full_name(b, key))) {
          if (is_one_story(a, b, counts)) raise(best, 0.84, "same name in one story", evidence);
          continue;
        }
        const bool several_readings =
            scope == Scope::kCorpus && x.acronym && has_several_readings(counts, key);
        // "Supreme Court", which the corpus gives to several countries, is that of the country it
        // is said to be of, or else of the one its document speaks of.
        const bool several_homes =
            scope == Scope::kCorpus && !has_own_word(x, lexicon) && has_several_homes(counts, x);
        const bool ambiguous = several_readings || (several_homes && !share_home(a, b));
        if (!ambiguous) {
          raise(best, x.words.size() > 1 ? 0.97 : 0.93, "same name", evidence);
        } else if (is_one_story(a, b, counts)) {
          raise(best, 0.84, "same name in one story", evidence);
        }
        continue;
      }
      // Across documents only of names that coreference alone did not set beside another.
      const auto are_full = [&] {
        return scope == Scope::kDocument ||
               (is_full_name(a, join_words(x.words)) && is_full_name(b, join_words(y.words)));
      };
      if (is_respelled(x, y, a, b, counts, lexicon) && are_full()) {
        raise(best, 0.86, "spelling", evidence);
      }
      if (a.type == b.type && is_put_otherwise(x, y, a.type, lexicon) && are_full()) {
        raise(best, 0.95, "name put otherwise", evidence);
      }
      const std::string x_key = x.known_as.empty() ? join_words(x.words) : x.known_as;
      const std::string y_key = y.known_as.empty() ? join_words(y.words) : y.known_as;
      // A town in Peru is not the one of that old name elsewhere.
      if (x_key == y_key && a.inside == b.inside && are_full()) {
        raise(best, 0.95, "known by both names", evidence);
      }
      for (const auto& [brief, full] : {std::pair(&x, &y), std::pair(&y, &x)}) {
        const std::string full_key = join_words(full->words);
        if (brief->acronym && full->words.size() > 1) {
          const bool spelled =
              !is_known_otherwise(*brief, *full) && has_initials(*full, brief->words.front());
          const double share = share_of(counts, brief->words.front(), full_key);
          const auto known = counts.full_of.find(brief->words.front());
          const bool stated = known != counts.full_of.end() && known->second.count(full_key) > 0;
          if (scope == Scope::kDocument && spelled && share == 1) {
            raise(best, 0.9, "acronym", evidence);
          } else if (scope == Scope::kCorpus && stated && share >= kDominantShare) {
            raise(best, 0.88, "acronym", evidence);
          } else if (scope == Scope::kCorpus && spelled && known == counts.full_of.end() &&
                     brief->words.front().size() >= kTellingLetters) {
            raise(best, 0.84, "acronym", evidence);
          } else if (scope == Scope::kCorpus && spelled && known == counts.full_of.end() &&
                     a.type == b.type && are_initials_of_one(brief->words.front(), counts) &&
                     are_in_touch(a, b, counts)) {
            raise(best, 0.8, "initials", evidence);
          }
        }
        if (!full->of_country.empty() && brief->of_country.empty() &&
            brief->words == full->bare_words) {
          const double share = share_of(counts, join_words(brief->words), full_key);
          if (scope == Scope::kDocument && share == 1) {
            raise(best, 0.9, "name without its country", evidence);
          } else if (scope == Scope::kCorpus && (full == &x ? b : a).home == full->of_country) {
            raise(best, 0.88, "name without its country", evidence);
          } else if (scope == Scope::kCorpus && a.type == b.type && a.type == EntityType::kPlace &&
                     (full == &x ? b : a).inside == full->of_country) {
            raise(best, 0.88, "name without its country", evidence);
          } else if (scope == Scope::kCorpus && a.type == b.type &&
                     is_common_name(*brief, lexicon) &&
                     likely_home_of(full == &x ? b : a) == full->of_country) {
            raise(best, 0.88, "name without its country", evidence);
          } else if (scope == Scope::kCorpus && a.type == b.type &&
                     (is_long_name(*brief) ||
                      (brief->words.size() > 1 && has_own_word(*brief, lexicon))) &&
                     may_be_of(full == &x ? b : a, full->of_country) &&
                     is_of_one_country(counts, join_words(brief->words))) {
            raise(best, 0.84, "name without its only country", evidence);
          } else if (scope == Scope::kCorpus && a.type == b.type && has_own_word(*brief, lexicon) &&
                     ends_in(*full, *brief) && belongs_near(*brief, full->of_country, counts)) {
            raise(best, 0.8, "name without its country", evidence);
          }
        }
        if (a.type == EntityType::kOrganization && a.type == b.type &&
            spells_out_front(*brief, *full) && are_full()) {
          raise(best, 0.88, "acronym in front", evidence);
        }
        if (a.type == EntityType::kPlace && a.type == b.type &&
            drops_division(*brief, *full, (brief == &x ? a : b).division)) {
          raise(best, 0.84, "name without its division", evidence);
        }
        if (brief->words == full->owned && a.type == b.type &&
            (full->of_country.empty() || brief->words.size() == 1)) {
          raise(best, scope == Scope::kDocument ? 0.9 : 0.84, "name without its owner", evidence);
        }
        if (scope == Scope::kCorpus && a.type == b.type &&
            fits_longer_names(brief == &x ? a : b, *brief, *full) &&
            (names_head(*brief, *full) ||
             (a.type == EntityType::kOrganization && is_short_for(*brief, *full, lexicon))) &&
            is_one_story(a, b, counts)) {
          raise(best, 0.78, "short name in one story", evidence);
        }
        if ((a.type == EntityType::kObject || a.type == EntityType::kPlace) && a.type == b.type &&
            drops_initial(*brief, *full)) {
          raise(best, 0.9, "name without its initial", evidence);
        }
        if (a.type == EntityType::kObject && a.type == b.type &&
            drops_letters(*brief, *full, lexicon) && are_full()) {
          raise(best, 0.86, "name without its letters", evidence);
        }
        if (a.type == EntityType::kObject && a.type == b.type && drops_maker(*brief, *full)) {
          raise(best, 0.86, "name without its maker", evidence);
        }
        if (a.type == EntityType::kObject && a.type == b.type &&
            drops_nickname(*brief, *full, lexicon)) {
          raise(best, 0.84, "name without its nickname", evidence);
        }
        if (scope == Scope::kDocument && a.type == EntityType::kOrganization && a.type == b.type &&
            drops_kind(*brief, *full, lexicon) &&
            share_of(counts, brief->words.front(), full_key) == 1) {
          raise(best, 0.85, "name without its kind", evidence);
        }
        if (scope == Scope::kCorpus && a.type == EntityType::kOrganization && a.type == b.type &&
            is_full_name(brief == &x ? a : b, join_words(brief->words)) &&
            (drops_kind_of_own_name(*brief, *full, lexicon) ||
             drops_news_agency(*brief, *full, lexicon))) {
          raise(best, 0.82, "name without its kind", evidence);
        }
      }
    }
  }
}

/// "Callao province", of which there is one: a place by its name and kind, and no more words.
bool is_place_by_name(const EntityProfile& profile, const ParsedDescription& description,
                      const Lexicon& lexicon) {
  return profile.type == EntityType::kPlace && !profile.plural && description.modifiers.empty() &&
         !description.anchor.empty() && description.anchor_country.empty() &&
         lexicon.is_kind_of_place(description.head);
}

/// A description that can mean one standing thing in many texts: a government, an army.
bool is_standing(const EntityProfile& profile, const ParsedDescription& description,
                 const Lexicon& lexicon) {
  if (profile.type == EntityType::kOrganization) return true;
  if (is_place_by_name(profile, description, lexicon)) return true;
  return profile.type == EntityType::kGroup && !profile.plural &&
         lexicon.noun_class(description.head) == NounClass::kGroup;
}

/// No description of one with the head of the other's says something else ("federal court" and
/// "immigration court").
bool descriptions_fit(const EntityProfile& a, const EntityProfile& b) {
  for (const ParsedDescription& x : a.descriptions) {
    for (const ParsedDescription& y : b.descriptions) {
      if (x.head == y.head && !may_describe_one(x, y)) return false;
    }
  }
  return true;
}

/// "Callao health ministry" is Callao's; "Federal police" is no one country's.
bool has_own_anchor(const EntityProfile& described, const Lexicon& lexicon) {
  return std::any_of(described.descriptions.begin(), described.descriptions.end(),
                     [&](const ParsedDescription& description) {
                       const Words anchor = fold_words(description.anchor);
                       return description.anchor_country.empty() &&
                              std::any_of(
                                  anchor.begin(), anchor.end(),
                                  [&](const std::string& word) { return !lexicon.is_word(word); });
                     });
}

/// "the Peruvian navy" and "Peruvian Navy".
void score_small_name(const EntityProfile& described, const EntityProfile& named,
                      const NameCounts& counts, const Lexicon& lexicon, PairScore& best) {
  if (!described.names.empty() || described.text.find(' ') == std::string::npos) return;
  // "the Labour party": the small noun says of what kind the name is.
  const bool names_kind =
      !described.any && std::any_of(described.descriptions.begin(), described.descriptions.end(),
                                    [&](const ParsedDescription& description) {
                                      return is_whole_text(described, description) &&
                                             description.anchor_country.empty();
                                    });
  // "the Larnex border crossing", "Callao health ministry"
  const bool own_name = described.by_name || (!described.any && has_own_anchor(described, lexicon));
  for (const ParsedName& name : named.names) {
    // "the National Harbour study" of the "Peruvian National Harbour Study"
    const bool without_country = described.doc == named.doc && !name.of_country.empty() &&
                                 name.bare_words.size() > 2 &&
                                 join_words(name.bare_words) == described.text;
    if (join_words(name.words) != described.text &&
        join_words(head_last(name.words)) != described.text && !without_country) {
      continue;
    }
    // "Peruvian armed forces" are the Armed Forces, word for word.
    if (described.plural && join_words(name.words) != described.text) continue;
    // "the civil war" may be any; "the Peruvian navy" is one.
    if (name.of_country.empty() && !names_kind && !own_name && described.doc != named.doc &&
        !is_one_story(described, named, counts)) {
      continue;
    }
    raise(best, 0.86, "name written small", both(described.text, name.surface));
  }
}

void score_descriptions(const EntityProfile& a, const EntityProfile& b, Scope scope,
                        const Lexicon& lexicon, PairScore& best) {
  for (const ParsedDescription& x : a.descriptions) {
    for (const ParsedDescription& y : b.descriptions) {
      if (!may_describe_one(x, y) || !x.count.empty()) continue;
      const bool anchored = !x.anchor.empty() && x.anchor == y.anchor;
      const std::string evidence = both(x.anchor + (x.anchor.empty() ? "" : " ") + x.head,
                                        y.anchor + (y.anchor.empty() ? "" : " ") + y.head);
      if (!is_standing(a, x, lexicon) || !is_standing(b, y, lexicon)) continue;
      // "an American company" of one day is not that of another.
      if (anchored && scope == Scope::kCorpus && (a.any || b.any)) continue;
      if (anchored) {
        raise(best, scope == Scope::kDocument ? 0.85 : 0.82, "same description", evidence);
      } else if (scope == Scope::kDocument && (x.bare || y.bare) && a.definite && b.definite &&
                 !a.owned && !b.owned && !a.main_country.empty() &&
                 lexicon.noun_class(x.head) == NounClass::kGroup && descriptions_fit(a, b)) {
        raise(best, 0.72, "definite description", evidence);
      }
    }
  }
}

/// "Peruvian Armed Forces" here, "the Peruvian military" there.
void score_forces(const EntityProfile& a, const EntityProfile& b, PairScore& best) {
  const bool bodies = a.type == EntityType::kOrganization && a.type == b.type;
  if (a.doc == b.doc || !bodies || a.names.empty() == b.names.empty()) return;
  const std::string country = whole_forces_of(a);
  if (country.empty() || country != whole_forces_of(b)) return;
  raise(best, 0.8, "forces of one country", both(shown_text(a), shown_text(b)));
}

/// "a person", "others", "many": words that describe nobody; and "one person" is somebody new.
bool is_anybody(std::string_view head) {
  constexpr std::array<std::string_view, 7> kAnybody = {"more",   "others", "many",   "some",
                                                        "person", "people", "several"};
  return std::find(kAnybody.begin(), kAnybody.end(), head) != kAnybody.end();
}

/// What two documents of one story both tell of. Not "her lawyer" and "a lawyer", nor things that
/// each mentions once ("a table").
bool can_be_told_again(const EntityProfile& a, const EntityProfile& b) {
  if (a.type == EntityType::kObject && a.mentions < 2 && b.mentions < 2) return false;
  return a.owned == b.owned || (a.owned ? b : a).known;
}

/// "the gunman" here and there, or here "the gunman" and there "Jan Nowak, the gunman", where both
/// documents tell one story and know one gunman.
void score_story(const EntityProfile& a, const EntityProfile& b, const NameCounts& counts,
                 const Lexicon& lexicon, PairScore& best) {
  if (a.doc == b.doc || a.plural != b.plural || (!a.names.empty() && !b.names.empty())) return;
  if (!is_told_of(a.type) || !is_told_of(b.type) || !(a.definite || b.definite)) return;
  const bool told_apart = a.has_rival || b.has_rival;
  const bool named = !a.names.empty() || !b.names.empty();
  const std::vector<ParsedDescription>& of_a = a.names.empty() ? a.descriptions : a.roles;
  const std::vector<ParsedDescription>& of_b = b.names.empty() ? b.descriptions : b.roles;
  if (have_two_anchors(of_a, of_b)) return;
  std::string evidence;
  bool bare = true;
  for (const ParsedDescription& x : of_a) {
    for (const ParsedDescription& y : of_b) {
      if (!may_describe_one(x, y) || lexicon.noun_class(x.head) == NounClass::kQuantity) continue;
      if (x.count == "one" || y.count == "one" || is_anybody(x.head)) continue;
      bare = bare && x.bare && y.bare;
      if (told_apart && (x.modifiers != y.modifiers || x.anchor != y.anchor)) continue;
      const std::string found = both(x.head, y.head);
      if (evidence.empty() || found < evidence) evidence = found;
    }
  }
  if (evidence.empty()) return;
  const bool told = !named && can_be_told_again(a, b);
  if (!(told ? is_one_story(a, b, counts) : share_company(a, b, counts))) return;
  // "forces" may be anybody's.
  if (a.plural && bare && common_company(counts, a, b).share < kStoryShareOfOne) return;
  raise(best, named ? 0.72 : 0.74, "description in one story", evidence);
}

/// "a 24-year-old nurse" and "Ada Moen, 24" in two documents of one story.
void score_age(const EntityProfile& a, const EntityProfile& b, const NameCounts& counts,
               PairScore& best) {
  if (a.doc == b.doc || a.age == 0 || a.age != b.age || !is_person(a) || !is_person(b)) return;
  if ((!a.names.empty() && !b.names.empty()) || a.plural || b.plural) return;
  if (!is_one_story(a, b, counts)) return;
  raise(best, 0.73, "age in one story", both(shown_text(a), shown_text(b)));
}

bool is_one_word(const EntityProfile& profile) {
  return profile.text.find(' ') == std::string::npos;
}

/// What a thing without a name is called: its text, or of "the summit" that is also "the Callao
/// summit" the latter.
std::string called(const EntityProfile& profile) {
  if (!is_one_word(profile)) return profile.text.str();
  for (const ParsedDescription& description : profile.descriptions) {
    if (description.head == profile.text.str() && !description.anchor.empty() &&
        description.modifiers.empty() && description.count.empty()) {
      return description.anchor + ' ' + description.head;
    }
  }
  return profile.text.str();
}

/// "Callao summit", not "Peruvian raid" nor "deadly Callao raid": a name and what it is of.
bool is_anchored(const EntityProfile& profile, const std::string& text) {
  return std::any_of(profile.descriptions.begin(), profile.descriptions.end(),
                     [&](const ParsedDescription& description) {
                       return !description.anchor.empty() && description.modifiers.empty() &&
                              text == description.anchor + ' ' + description.head;
                     });
}

/// "Peruvian invasion of Chile": an adjective and a country behind "of", and no more words.
bool is_between_countries(const EntityProfile& profile, const Lexicon& lexicon) {
  constexpr std::string_view kOf = " of ";
  const std::string& text = profile.text;
  const std::size_t of = text.find(kOf);
  if (of == text.npos) return false;
  const std::string_view other =
      lexicon.canonical_country(std::string_view(text).substr(of + kOf.size()));
  return !other.empty() && std::any_of(profile.descriptions.begin(), profile.descriptions.end(),
                                       [&](const ParsedDescription& description) {
                                         return !description.anchor_country.empty() &&
                                                description.modifiers.empty() &&
                                                description.count.empty() &&
                                                description.anchor_country != other;
                                       });
}

/// Events that papers speak of for years, and by one name.
bool lasts(std::span<const ParsedDescription> descriptions) {
  constexpr std::array<std::string_view, 9> kLasting = {"conflict", "epidemic",   "genocide",
                                                        "invasion", "massacre",   "occupation",
                                                        "pandemic", "revolution", "war"};
  return std::any_of(
      descriptions.begin(), descriptions.end(), [&](const ParsedDescription& description) {
        return std::find(kLasting.begin(), kLasting.end(), description.head) != kLasting.end();
      });
}

/// What two documents call by the same words, where these tell it: "the Callao summit" within some
/// weeks, "the Callao hills", "Larnex rebels".
void score_known_text(const EntityProfile& a, const EntityProfile& b, const Lexicon& lexicon,
                      PairScore& best) {
  if (a.doc == b.doc || !a.names.empty() || !b.names.empty()) return;
  if (a.text != b.text && !is_one_word(a) && !is_one_word(b)) return;  // as of most pairs
  const std::string text = called(a);
  if (text.empty() || text != called(b)) return;
  const auto evidence = [&] { return both(text, text); };
  if (a.of_body && b.of_body) raise(best, 0.78, "people of one body", evidence);
  const bool place = a.type == EntityType::kPlace || b.type == EntityType::kPlace;
  if (a.by_name && b.by_name && place) raise(best, 0.8, "known place", evidence);
  if (a.type != b.type || !a.known || !b.known) return;
  const bool between = a.type == EntityType::kEvent && is_between_countries(a, lexicon);
  if (!between && !(is_anchored(a, text) && is_anchored(b, text))) return;
  if (a.type == EntityType::kPlace) raise(best, 0.8, "known place", evidence);
  const auto time = lasts(a.descriptions) ? kLastingTime : kEventTime;
  if (a.type == EntityType::kEvent && !a.plural && !b.plural && are_within(a, b, time)) {
    raise(best, 0.8, "known event", evidence);
  }
}

/// "the judge" where one person of the document bears that title: NameCounts keeps how many do.
void score_title(const EntityProfile& described, const EntityProfile& person,
                 const NameCounts& counts, PairScore& best) {
  // "to nominate a prime minister" is not the one who bears the title.
  if (described.plural || described.any || !described.definite || !described.names.empty()) return;
  for (const ParsedName& name : person.names) {
    for (const ParsedDescription& description : described.descriptions) {
      const bool whole = !name.before.empty() && description.head == name.before.back() &&
                         described.text == join_words(name.before);
      // "trade envoy Zoe Novak": the words before the name were taken for somebody of their own.
      if (whole && count_readings(counts, title_key(description.head)) == 1) {
        raise(best, 0.88, "description before the name", both(described.text, name.surface));
      }
      if (!description.bare || !description.count.empty()) continue;
      const bool borne =
          std::find(name.titles.begin(), name.titles.end(), description.head) != name.titles.end();
      if (borne && count_readings(counts, title_key(description.head)) == 1) {
        raise(best, 0.78, "title", both(description.head, name.surface));
      }
    }
  }
}

/// "the country" where a document speaks mostly of one.
void score_country(const EntityProfile& described, const EntityProfile& country,
                   const NameCounts& counts, PairScore& best) {
  if (country.country.empty() || !described.names.empty() || !described.definite ||
      described.plural) {
    return;
  }
  for (const ParsedDescription& description : described.descriptions) {
    if (!description.bare || (description.head != "country" && description.head != "nation")) {
      continue;
    }
    if (share_of(counts, kCountryKey, country.country) >= kMainCountryShare) {
      raise(best, 0.74, "main country", both(description.head, country.names.front().surface));
    }
  }
}

/// One name of several words; within a document one of one word too, unless he or she bears it.
bool same_full_name(const EntityProfile& a, const EntityProfile& b) {
  const bool told_apart = a.doc != b.doc || !a.gender.empty() || !b.gender.empty();
  return std::any_of(a.names.begin(), a.names.end(), [&](const ParsedName& name) {
    return (name.words.size() > 1 || (!told_apart && name.titles.empty())) &&
           has_name(b, name.words);
  });
}

/// "Zoe Moen", "Zoe Moen-Berg", "Zoe Anna Moen": one given name, and nothing that tells two apart.
bool share_names(const EntityProfile& a, const EntityProfile& b) {
  const Words& x = a.names.front().words;
  const Words& y = b.names.front().words;
  return x.size() > 1 && y.size() > 1 && x.front() == y.front() && x.front().size() > 1 &&
         (abbreviates(x, y) || abbreviates(y, x));
}

/// "Moen", without title, beside "Zoe Moen" in one document: "he" and "she" are resolved wrongly
/// more often than a second Moen is brought in without a name of his own.
bool goes_by_part(const EntityProfile& brief, const EntityProfile& full) {
  if (brief.doc != full.doc) return false;
  const ParsedName& whole = full.names.front();
  return std::all_of(brief.names.begin(), brief.names.end(), [&](const ParsedName& name) {
    if (!name.titles.empty()) return false;
    return name.words.size() == 1
               ? whole.words.size() > 1 && name.words.front() == whole.words.back()
               : is_family_of(name, whole);
  });
}

}  // namespace

PairScore score_pair(const EntityProfile& a, const EntityProfile& b, const NameCounts& counts,
                     Scope scope, const Lexicon& lexicon) {
  PairScore best;
  if (find_conflict(a, b)) return best;
  if (scope == Scope::kCorpus) {
    score_story(a, b, counts, lexicon, best);
    score_age(a, b, counts, best);
    score_known_text(a, b, lexicon, best);
  }
  if (is_person(a) && is_person(b)) {
    score_people(a, b, counts, scope, best);
    if (scope == Scope::kDocument) {
      score_title(a, b, counts, best);
      score_title(b, a, counts, best);
    }
  } else {
    if (scope == Scope::kDocument) {
      score_country(a, b, counts, best);
      score_country(b, a, counts, best);
    }
    score_things(a, b, counts, scope, lexicon, best);
    score_small_name(a, b, counts, lexicon, best);
    score_small_name(b, a, counts, lexicon, best);
    score_descriptions(a, b, scope, lexicon, best);
    score_forces(a, b, best);
  }
  return best;
}

std::optional<std::string_view> find_conflict(const EntityProfile& a, const EntityProfile& b) {
  const bool named = !a.names.empty() && !b.names.empty();
  if (is_person(a) != is_person(b) && !(named && same_full_name(a, b))) return "types differ";
  if (is_person(a) && is_person(b)) {
    if (!a.gender.empty() && !b.gender.empty() && a.gender != b.gender &&
        !(named && (same_full_name(a, b) || share_names(a, b) || goes_by_part(a, b) ||
                    goes_by_part(b, a)))) {
      return "genders differ";
    }
    if (named && full_names_differ(a, b) && !go_by_one_name(a, b)) return "full names differ";
    if (!named && a.age > 0 && b.age > 0 && std::max(a.age, b.age) - std::min(a.age, b.age) > 1) {
      return "ages differ";
    }
  }
  if (!a.country.empty() && !b.country.empty() && a.country != b.country) {
    return "countries differ";
  }
  if (a.names.empty() && b.names.empty() && have_two_anchors(a.descriptions, b.descriptions)) {
    return "of two owners";
  }
  if (!a.of_country.empty() && !b.of_country.empty() && a.of_country != b.of_country) {
    return "of two countries";
  }
  const SharedString& around_a = a.country.empty() ? a.inside : a.country;
  const SharedString& around_b = b.country.empty() ? b.inside : b.country;
  // "Georgia" of the United States is not the country of that name.
  if (!around_a.empty() && !around_b.empty() && around_a != around_b) return "in two countries";
  if (!a.region.empty() && !b.region.empty() && a.region != b.region) return "in two regions";
  // A country is none of the bodies that act for it.
  if (named && (a.country.empty() != b.country.empty()) && !same_full_name(a, b)) {
    const EntityProfile& other = a.country.empty() ? a : b;
    if (!other.of_country.empty()) return "a country and what is of it";
  }
  return std::nullopt;
}

}  // namespace relata
