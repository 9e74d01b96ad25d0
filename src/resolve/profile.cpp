#include "relata/resolve/profile.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>
#include <numeric>
#include <set>
#include <sstream>
#include <tuple>

#include "relata/analysis/lexicon.hpp"
#include "relata/resolve/description.hpp"
#include "resolve/front_acronyms.hpp"
#include "resolve/name_spelling.hpp"
#include "resolve/name_wording.hpp"
#include "resolve/raw_words.hpp"

namespace relata {
namespace {

using Words = std::vector<std::string>;

Words split_words(const std::string& joined) {
  Words words;
  for (std::size_t begin = 0; begin < joined.size();) {
    const std::size_t end = std::min(joined.find(' ', begin), joined.size());
    if (end > begin) words.emplace_back(joined, begin, end - begin);
    begin = end + 1;
  }
  return words;
}

bool varies(const Words& a, const Words& b) { return abbreviates(a, b) || abbreviates(b, a); }

bool has_initial(std::string_view joined) {
  for (std::size_t i = 0; i < joined.size(); ++i) {
    const bool begins = i == 0 || joined[i - 1] == ' ';
    if (begins && (i + 1 == joined.size() || joined[i + 1] == ' ')) return true;
  }
  return false;
}

/// The names that say the same as one, by their words or initials.
class Variants {
 public:
  explicit Variants(const std::string& name)
      : name_(name), words_(split_words(name)), has_initial_(has_initial(name)) {}

  bool contains(const std::string& other) const {
    if (other == name_) return true;
    // Two different names of as many words and without initials, as most are: quick to see.
    const auto gaps = static_cast<std::size_t>(std::count(other.begin(), other.end(), ' '));
    if (gaps + 1 == words_.size() && !has_initial_ && !has_initial(other)) return false;
    return varies(words_, split_words(other));
  }

 private:
  const std::string& name_;
  Words words_;
  bool has_initial_;
};

/// A name that says the same as `main` by its words or initials.
bool is_variant(const ParsedName& name, const ParsedName& main) {
  if (varies(name.words, main.words)) return true;
  if (!name.country.empty() && name.country == main.country) return true;
  if (name.acronym && has_initials(main, name.words.front())) return true;
  return main.acronym && has_initials(name, main.words.front());
}

/// Of one name with and without titles ("Ada Moen", "Judge Ada Moen") the titles are kept.
void add_name(const ParsedName& name, std::vector<ParsedName>& names) {
  const auto known = std::find_if(names.begin(), names.end(), [&](const ParsedName& other) {
    return other.words == name.words && other.suffix == name.suffix;
  });
  if (known == names.end()) {
    names.push_back(name);
  } else if (known->before.empty()) {
    known->titles = name.titles;
    known->before = name.before;
  }
}

/// The fullest of the names that vary the most frequent one comes first.
void order_names(std::vector<ParsedName>& names) {
  if (names.size() < 2) return;
  const Words& main = names.front().words;
  auto best = names.begin();
  for (auto it = names.begin(); it != names.end(); ++it) {
    const bool fuller = it->words.size() > best->words.size() && abbreviates(main, it->words);
    const bool expands = best->acronym && !it->acronym && it->words.size() > 1;
    if (fuller || expands) best = it;
  }
  std::rotate(names.begin(), best, best + 1);
}

/// "department of labor" of "US Department of Labor", "senate" of "Senate of Peru".
std::string without_country(const ParsedName& name) {
  return join_words(name.of_country.empty() ? name.words : name.bare_words);
}

bool is_person(const EntityProfile& profile) { return profile.type == EntityType::kPerson; }

/// "Lashkar-e-Taiba", "Boko Haram": what is known by several names everywhere, or has the Persian
/// "of" between its words, is a body, whatever the tagger made of it.
bool is_body_by_name(const EntityRecord& record, const std::vector<std::string>& names,
                     const Lexicon& lexicon) {
  if (record.type != EntityType::kPerson || !record.gender.empty() || names.empty()) return false;
  const std::string& name = names.front();
  return name.find("-e-") != name.npos || !lexicon.first_name(name).empty();
}

/// "Paris" that nobody calls he or she is a city, whatever the tagger made of it.
bool is_place_by_name(const EntityRecord& record, const std::vector<std::string>& names,
                      const Lexicon& lexicon) {
  if (record.type != EntityType::kPerson || !record.gender.empty() || names.empty()) return false;
  return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
    return lexicon.is_country(name) || !lexicon.country_of_capital(name).empty();
  });
}

/// What stands before an office: "prime", "US", "South Korean", "surgeon"; a country's name in
/// small letters may be somebody's given name ("Jordan King").
bool is_before_office(const RawWord& word, const Lexicon& lexicon) {
  return lexicon.is_title(word.folded) || lexicon.is_title_modifier(word.folded) ||
         !lexicon.country_of_demonym(word.text).empty() ||
         (word.all_capitals && lexicon.is_country(word.text)) || lexicon.can_be_person(word.folded);
}

/// "Prime Minister", "Secretary of State", "US Surgeon General": an office, not who holds it.
bool is_title_alone(const std::string& text, const Lexicon& lexicon) {
  std::vector<RawWord> words = split_raw(text);
  while (words.size() > 1 && words.front().folded == "the") words.erase(words.begin());
  std::size_t first = 0;
  // "United States President", "South Korean President"
  for (std::size_t n = 2; n < words.size() && n <= 3 && first == 0; ++n) {
    std::string front;
    for (std::size_t i = 0; i < n; ++i) front += (i > 0 ? " " : "") + words[i].text;
    if (lexicon.is_country(front) || !lexicon.country_of_demonym(front).empty()) first = n;
  }
  for (std::size_t i = first; i < words.size(); ++i) {
    if (i > first && words[i].folded == "of") return lexicon.is_title(words[i - 1].folded);
    const bool last = i + 1 == words.size();
    if (last ? !lexicon.is_title(words[i].folded) : !is_before_office(words[i], lexicon)) {
      return false;
    }
  }
  return first < words.size();
}

/// "Ten Palestinians", but not the "Seven Sisters".
bool counts_people(const std::string& name, const Lexicon& lexicon) {
  const std::vector<std::string> words = fold_words(name);
  return words.size() > 1 && !lexicon.country_of_demonym(words.back()).empty() &&
         std::any_of(words.begin(), words.end() - 1, is_numeral);
}

/// "26 Palestinians", "at least 26 Palestinians" are some of them, whatever shorter form was taken
/// from the phrase.
bool is_counted(const EntityRecord& record, const Lexicon& lexicon) {
  // Anything may begin with its number; "the 26 March Movement" is no group of people.
  const bool group = record.type == EntityType::kGroup;
  const auto has_number = [&](const std::string& name) {
    std::istringstream in(name);
    std::size_t words = 0;
    bool number = false;
    for (std::string word; in >> word; ++words) {
      const bool digits = word.find_first_not_of("0123456789,.") == std::string::npos;
      number = number || (digits && (words == 0 || group));
    }
    return (number && words > 1) || (group && counts_people(name, lexicon));
  };
  return record.number == "plur" &&
         std::any_of(record.names.begin(), record.names.end(), has_number);
}

/// "North", "The", left of a name that was cut short.
bool is_cut_short(const std::string& text) {
  constexpr std::array<std::string_view, 6> kLeft = {"north", "south",   "east",
                                                     "west",  "central", "the"};
  return std::find(kLeft.begin(), kLeft.end(), join_words(fold_words(text))) != kLeft.end();
}

bool is_name(const std::string& text, const Lexicon& lexicon) {
  return is_headed_by_name(text) && !is_title_alone(text, lexicon) && !is_cut_short(text);
}

/// Names of one person that say where somebody is from: "Romanian", "New Zealander".
std::vector<std::string_view> find_origins(const EntityRecord& record, const Lexicon& lexicon) {
  std::vector<std::string_view> origins;
  if (record.type != EntityType::kPerson || record.number == "plur") return origins;
  for (const std::string& name : record.names) {
    if (!lexicon.country_of_demonym(join_words(fold_words(name))).empty()) origins.push_back(name);
  }
  return origins;
}

/// "The Romanian", or the end of it ("Zealander"); "Germán" is a name.
bool is_origin(std::string_view name, std::span<const std::string_view> origins) {
  const bool ascii = std::all_of(name.begin(), name.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return ascii && std::any_of(origins.begin(), origins.end(), [&](std::string_view other) {
           return other.ends_with(name) &&
                  (other.size() == name.size() || other[other.size() - name.size() - 1] == ' ');
         });
}

/// "Larnex Group of delays", of what is called "Larnex Group" as well: "accused Larnex Group of
/// delays". Of a lone kind ("Ministry of health") the rest is part of the name.
bool runs_on(const std::string& name, const EntityRecord& record) {
  constexpr std::string_view kOf = " of ";
  const std::size_t of = name.rfind(kOf);
  if (of == name.npos || name.find(' ') == of) return false;
  const std::vector<RawWord> rest = split_raw(std::string_view(name).substr(of + kOf.size()));
  return std::none_of(rest.begin(), rest.end(),
                      [](const RawWord& word) { return word.capital || is_digit(word.text[0]); }) &&
         std::find(record.names.begin(), record.names.end(), name.substr(0, of)) !=
             record.names.end();
}

/// "Blue Cross Union" of "Blue Cross Union in the north", of an organisation that was taken for a
/// description: two words or more with capitals, up to a preposition. Empty for other phrases.
std::string capital_name(const std::string& text, const EntityRecord& record,
                         const Lexicon& lexicon) {
  if (record.type != EntityType::kOrganization) return {};
  const std::vector<RawWord> words = split_raw(text);
  std::size_t end = 0;
  while (end < words.size() && words[end].capital && !words[end].possessive) ++end;
  constexpr std::size_t kName = 2;
  if (end < kName || (end < words.size() && !is_preposition(words[end].folded))) return {};
  // "Peruvian Forces" may be any.
  if (end == kName && !lexicon.country_of_demonym(words.front().text).empty()) return {};
  const std::string name =
      text.substr(words.front().begin, words[end - 1].end - words.front().begin);
  return is_title_alone(name, lexicon) ? std::string() : name;
}

/// "the army and its allies": two, whom one phrase was marked to be.
bool joins_two(const std::string& text) {
  constexpr std::array<std::string_view, 6> kJoints = {" and its ",   " and his ",   " and her ",
                                                       " and their ", " and other ", " and the "};
  return std::any_of(kJoints.begin(), kJoints.end(),
                     [&](std::string_view joint) { return text.find(joint) != text.npos; });
}

}  // namespace

std::vector<std::string> proper_names(const EntityRecord& record, const Lexicon& lexicon) {
  std::vector<std::string> names;
  if (is_counted(record, lexicon)) return names;
  const std::vector<std::string_view> origins = find_origins(record, lexicon);
  std::copy_if(record.names.begin(), record.names.end(), std::back_inserter(names),
               [&](const std::string& name) {
                 return is_name(name, lexicon) && !joins_two(name) && !is_origin(name, origins) &&
                        !runs_on(name, record);
               });
  for (const std::string& text : record.descriptions) {
    const std::string name = capital_name(text, record, lexicon);
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
      names.push_back(name);
    }
  }
  return names;
}

std::vector<std::string> all_descriptions(const EntityRecord& record, const Lexicon& lexicon) {
  std::vector<std::string> descriptions;
  std::copy_if(record.descriptions.begin(), record.descriptions.end(),
               std::back_inserter(descriptions), [&](const std::string& text) {
                 return !joins_two(text) && capital_name(text, record, lexicon).empty();
               });
  if (is_counted(record, lexicon)) {
    descriptions.insert(descriptions.end(), record.names.rbegin(), record.names.rend());
    return descriptions;
  }
  const std::vector<std::string_view> origins = find_origins(record, lexicon);
  std::copy_if(record.names.begin(), record.names.end(), std::back_inserter(descriptions),
               [&](const std::string& name) {
                 return (!is_name(name, lexicon) || is_origin(name, origins)) && !joins_two(name);
               });
  return descriptions;
}

bool is_country_adjective(const EntityRecord& record, const Lexicon& lexicon) {
  // "books in English", "the official language": a language, not the country.
  if (record.type == EntityType::kWork || record.type == EntityType::kOther) return false;
  const bool people = record.type == EntityType::kPerson || record.type == EntityType::kGroup;
  if (people) {
    // "the Portuguese, advisers to the guard", "one Colombian"; "most" is nobody.
    return record.adjective &&
           std::none_of(record.names.begin(), record.names.end(), [&](const std::string& name) {
             return !lexicon.country_of_demonym(name).empty();
           });
  }
  if (record.adjective) return true;
  return record.number != "plur" && !record.names.empty() &&
         std::all_of(record.names.begin(), record.names.end(), [&](const std::string& name) {
           return !lexicon.country_of_demonym(name).empty() && !lexicon.is_country(name);
         });
}

EntityProfile profile_of(const EntityRecord& record, const Lexicon& lexicon) {
  EntityProfile profile;
  profile.entity = record.entity;
  profile.doc = record.doc;
  profile.type = record.type;
  profile.mentions = record.mentions;
  profile.definite = record.specific;
  profile.gender = record.gender;
  profile.age = static_cast<std::uint8_t>(std::min(record.age, 255U));
  profile.plural = record.number == "plur";
  // "Palestinians" are no one person.
  if (profile.plural && profile.type == EntityType::kPerson) profile.type = EntityType::kGroup;
  const bool adjective = is_country_adjective(record, lexicon);
  const std::vector<std::string> names = proper_names(record, lexicon);
  if (is_place_by_name(record, names, lexicon)) profile.type = EntityType::kPlace;
  if (is_body_by_name(record, names, lexicon)) profile.type = EntityType::kOrganization;
  std::vector<ParsedName> parsed;
  for (const std::string& name : names) parsed.push_back(parse_name(name, profile.type, lexicon));
  std::vector<ParsedName> variants;
  for (const ParsedName& name : parsed) {
    // "US" beside "US House" is not its name, nor the other way round.
    if (name.country != parsed.front().country) continue;
    if (is_variant(name, parsed.front())) add_name(name, variants);
  }
  order_names(variants);
  profile.names = std::move(variants);
  std::vector<std::string> full_names;
  for (const ParsedName& name : profile.names) {
    // What an attribute was taken from ("Kurdish-led Syrian Forces") is a name; what the rest was
    // taken from ("Prague" Conservatory) may be another's.
    const Words& full = profile.names.front().words;
    if (&name == &profile.names.front() ||
        (name.words.size() > 1 && name.words.size() < full.size() &&
         std::equal(name.words.rbegin(), name.words.rend(), full.rbegin()))) {
      full_names.push_back(join_words(name.words));
    }
  }
  profile.full_names = std::move(full_names);
  if (!profile.names.empty()) profile.country = profile.names.front().country;
  for (const ParsedName& name : profile.names) {
    if (profile.country.empty() && adjective) profile.country = name.demonym_of;
    if (profile.of_country.empty()) profile.of_country = name.of_country;
    if (profile.inside.empty()) profile.inside = name.inside;
  }
  if (profile.names.empty()) profile.text = join_words(fold_words(record.name));
  std::vector<ParsedDescription> phrases;
  for (const std::string& text : all_descriptions(record, lexicon)) {
    phrases.push_back(parse_description(text, lexicon));
  }
  (profile.names.empty() ? profile.descriptions : profile.roles) = std::move(phrases);
  return profile;
}

namespace {

void add_new(const SharedList<ParsedDescription>& more, SharedList<ParsedDescription>& known) {
  for (const ParsedDescription& description : more) {
    if (std::find(known.begin(), known.end(), description) == known.end()) {
      known.push_back(description);
    }
  }
}

}  // namespace

void absorb(EntityProfile& profile, const EntityProfile& other) {
  if (other.mentions > profile.mentions ||
      (other.mentions == profile.mentions && other.entity < profile.entity)) {
    profile.entity = other.entity;
    // A name says more about the type than a description, and the more frequent one more.
    if (!other.names.empty() || profile.names.empty()) profile.type = other.type;
  }
  std::vector<ParsedName> names = profile.names;
  for (const ParsedName& name : other.names) add_name(name, names);
  std::sort(names.begin(), names.end(), [](const ParsedName& a, const ParsedName& b) {
    if (a.acronym != b.acronym) return b.acronym;
    if (a.words.size() != b.words.size()) return a.words.size() > b.words.size();
    return std::tie(a.words, a.surface) < std::tie(b.words, b.surface);
  });
  profile.names = std::move(names);
  add_new(other.descriptions, profile.descriptions);
  add_new(other.roles, profile.roles);
  if (profile.country.empty()) profile.country = other.country;
  if (profile.of_country.empty()) profile.of_country = other.of_country;
  if (profile.home.empty()) profile.home = other.home;
  if (profile.inside.empty()) profile.inside = other.inside;
  if (profile.region.empty()) profile.region = other.region;
  if (profile.sentence_country.empty()) profile.sentence_country = other.sentence_country;
  if (profile.gender.empty()) profile.gender = other.gender;
  if (profile.age == 0) profile.age = other.age;
  profile.definite = profile.definite || other.definite;
  profile.any = profile.any && other.any;
  profile.owned = profile.owned || other.owned;
  profile.mentions += other.mentions;
}

std::string whole_forces_of(const EntityProfile& profile) {
  if (profile.type != EntityType::kOrganization) return {};
  for (const ParsedName& name : profile.names) {
    if (name.bare_words.size() == 2 && name.bare_words[0] == "armed" &&
        name.bare_words[1] == "forces") {
      return name.of_country;
    }
  }
  if (!profile.names.empty() || profile.any) return {};
  for (const ParsedDescription& description : profile.descriptions) {
    const bool military = description.head == "military" && description.modifiers.empty();
    const bool armed = description.head == "forces" && description.modifiers.size() == 1 &&
                       description.modifiers.front() == "armed";
    if (military || armed) return description.anchor_country;
  }
  return {};
}

std::string head_word(const ParsedName& name) {
  for (std::size_t i = 1; i < name.words.size(); ++i) {
    if (name.words[i] == "of" || name.words[i] == "for") return name.words[i - 1];
  }
  return name.words.back();
}

std::string main_key(const EntityProfile& profile) {
  return profile.names.empty() ? std::string() : join_words(profile.names.front().words);
}

const std::string& shown_text(const EntityProfile& profile) {
  return profile.names.empty() ? profile.text.str() : profile.names.front().surface;
}

void make_person(const ParsedName& name, EntityProfile& profile) {
  profile.type = EntityType::kPerson;
  profile.names = {name};
  profile.full_names = {main_key(profile)};
  profile.of_country.clear();
}

namespace {

Words sorted(Words words) {
  std::sort(words.begin(), words.end());
  return words;
}

}  // namespace

std::vector<std::string> block_keys(const EntityProfile& profile, Scope scope) {
  std::set<std::string> keys;
  if (!profile.country.empty()) {
    keys.insert("c:" + profile.country);
    if (scope == Scope::kCorpus) {
      // "UAE", which no list of countries has.
      if (!profile.names.empty()) keys.insert("a:" + initials(profile.names.front().surface));
      keys.erase("a:");
      return {keys.begin(), keys.end()};
    }
  }
  for (const ParsedName& name : profile.names) {
    keys.insert("n:" + join_words(name.words));
    if (is_person(profile)) {
      if (scope == Scope::kDocument) {
        for (const std::string& title : name.titles) keys.insert("h:" + title);
        if (!name.before.empty()) keys.insert("h:" + name.before.back());
      }
      keys.insert("w:" + name.words.back());
      if (name.words.size() > 1) {
        keys.insert("s:" + spelling_skeleton(name.words));
        keys.insert("w:" + name.words.front());
        // "Moen Jae-myung", "Jae-myung Moen"
        if (name.words.size() > 2) keys.insert("f:" + join_words(sorted(name.words)));
        // "Jo Moen", "Johanne Moen"
        keys.insert("g:" + name.words.back() + ' ' + name.words.front().substr(0, 1));
        // "Bill Moen", "William Moen"
        for (const Words* forms : {&name.given, &name.long_given}) {
          for (const std::string& given : *forms) {
            keys.insert("g:" + name.words.back() + ' ' + given.substr(0, 1));
          }
        }
      }
    } else {
      if (!name.known_as.empty()) keys.insert("n:" + name.known_as);
      const Words& spelled = name.bare_words.size() > 1 ? name.bare_words : name.words;
      if (may_be_respelled(spelled)) keys.insert("s:" + spelling_skeleton(spelled));
      if (!name.of_country.empty()) {
        // "US Navy", "United States Navy"
        keys.insert("n:" + join_words(fold_words(name.of_country)) + ' ' +
                    join_words(head_last(name.bare_words)));
      } else if (name.words.size() > 2) {
        keys.insert("n:" + join_words(head_last(name.words)));
      }
      if (const std::string police = police_of(name.words); !police.empty()) {
        keys.insert("n:" + police);
      }
      // "University of Callao, Skien", "University of Callao at Skien"
      const Words telling = telling_words(name.words);
      if (!telling.empty() && telling.size() < name.words.size()) {
        keys.insert("n:" + join_words(telling));
      }
      if (name.acronym) keys.insert("a:" + name.words.front());
      if (scope == Scope::kDocument && name.words.size() > 1) {
        for (const std::string& letters : all_initials(name)) keys.insert("a:" + letters);
        keys.insert("w:" + name.words.front());
      } else if (scope == Scope::kDocument) {
        keys.insert("w:" + name.words.front());
      }
      if (name.words.size() > 1) keys.insert("b:" + without_country(name));
      // "South Kivu Province", "South Kivu"
      if (profile.type == EntityType::kPlace && name.words.size() > 1 &&
          is_kind_of_division(name.words.back())) {
        keys.insert("b:" + join_words(Words(name.words.begin(), name.words.end() - 1)));
      } else if (profile.type == EntityType::kPlace &&
                 (profile.division || is_direction(name.words.front()))) {
        keys.insert("b:" + join_words(name.words));
      }
      if (!name.owned.empty()) keys.insert("b:" + join_words(name.owned));
      if (profile.type == EntityType::kOrganization) {
        for (const std::string& front : names_by_front(name)) keys.insert("f:" + front);
      }
      // "Larnex LX 30", "LX 30", "Larnex LX30 Skua"
      if (profile.type == EntityType::kObject) {
        keys.insert("x:" + name.words.back());
        if (name.words.size() > 2) keys.insert("x:" + name.words[name.words.size() - 2]);
      }
      if (scope == Scope::kCorpus) {
        for (const std::string& letters : all_initials(name)) {
          if (letters.size() >= kStoryLetters) keys.insert("a:" + letters);
        }
        keys.insert("x:" + head_word(name));
        // "Larnex", "Larnex Holdings"
        if (profile.type == EntityType::kOrganization) {
          keys.insert("x:" + name.words.front());
          keys.insert("x:" + name.words.back());
        }
      }
    }
  }
  const std::string forces = whole_forces_of(profile);
  if (!forces.empty()) keys.insert("d:military@" + forces);
  for (const ParsedDescription& description : profile.descriptions) {
    if (!description.anchor.empty()) {
      keys.insert("d:" + description.head + "@" + description.anchor);
    }
    if (scope == Scope::kDocument) keys.insert("h:" + description.head);
  }
  if (profile.names.empty() && profile.text.find(' ') != std::string::npos) {
    // "Peruvian navy", whose other name is "Peruvian Navy", or in a document "National Harbour
    // study", of the "Peruvian National Harbour Study".
    keys.insert((scope == Scope::kCorpus ? "n:" : "b:") + profile.text);
  }
  if (scope == Scope::kCorpus) {
    for (const auto* phrases : {&profile.descriptions, &profile.roles}) {
      for (const ParsedDescription& phrase : *phrases) {
        for (const std::uint32_t name : profile.company) {
          keys.insert("r:" + phrase.head + "@" + std::to_string(name));
        }
      }
    }
    if (profile.age > 0) {
      for (const std::uint32_t name : profile.document_names) {
        keys.insert("y:" + std::to_string(profile.age) + "@" + std::to_string(name));
      }
    }
  }
  keys.erase("a:");
  return {keys.begin(), keys.end()};
}

NameCounts& NameCounts::operator+=(const NameCounts& other) {
  for (const auto& [short_name, fulls] : other.full_of) {
    auto& mine = full_of[short_name];
    for (const auto& [full, uses] : fulls) mine[full] += uses;
  }
  for (const auto& [name, uses] : other.company_of) company_of[name] += uses;
  documents += other.documents;
  return *this;
}

namespace {

/// Indices of profiles document by document, so that what was seen of one need not be kept.
std::vector<std::uint32_t> order_by_document(std::span<const EntityProfile> profiles) {
  std::vector<std::uint32_t> order(profiles.size());
  std::iota(order.begin(), order.end(), std::uint32_t{0});
  const auto by_document = [&](std::uint32_t a, std::uint32_t b) {
    return profiles[a].doc < profiles[b].doc;
  };
  // As they mostly come.
  if (!std::is_sorted(order.begin(), order.end(), by_document)) {
    std::stable_sort(order.begin(), order.end(), by_document);
  }
  return order;
}

/// Each name once for a document.
void count_company(std::span<const EntityProfile> profiles,
                   const std::vector<std::uint32_t>& by_document, NameCounts& counts) {
  std::vector<std::uint32_t> names;
  const auto count_document = [&] {
    if (names.empty()) return;
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const std::uint32_t name : names) ++counts.company_of[name];
    ++counts.documents;
    names.clear();
  };
  const SharedString* document = nullptr;
  for (const std::uint32_t i : by_document) {
    const EntityProfile& profile = profiles[i];
    if (document != nullptr && *document != profile.doc) count_document();
    document = &profile.doc;
    names.insert(names.end(), profile.company.begin(), profile.company.end());
  }
  count_document();
}

void count_roles(std::span<const EntityProfile> profiles, NameCounts& counts) {
  for (const EntityProfile& profile : profiles) {
    if (!profile.country.empty()) {
      counts.full_of[std::string(kCountryKey)][profile.country] += profile.mentions;
    }
    if (!is_person(profile)) continue;
    for (const ParsedName& name : profile.names) {
      for (const std::string& title : name.titles) {
        counts.full_of[title_key(title)][main_key(profile)] = 1;
      }
      if (!name.before.empty())
        counts.full_of[title_key(name.before.back())][main_key(profile)] = 1;
    }
  }
}

}  // namespace

std::string kind_key(const std::string& word) { return "kind:" + word; }

std::string title_key(const std::string& title) { return "title:" + title; }

std::string person_key(const std::string& word) { return "person:" + word; }

std::string home_key(const std::string& name) { return "home:" + name; }

std::string near_key(const std::string& name) { return "near:" + name; }

std::string home_key(const EntityProfile& profile) {
  if (profile.names.empty()) return {};
  return home_key(without_country(profile.names.front()));
}

bool is_whole_text(const EntityProfile& profile, const ParsedDescription& description) {
  return !description.anchor.empty() && profile.text == description.anchor + ' ' + description.head;
}

std::string division_of(const EntityProfile& profile) {
  if (profile.type != EntityType::kPlace || profile.names.empty()) return {};
  for (const ParsedDescription& description : profile.descriptions) {
    // "the Darfur region" is Darfur.
    if (is_kind_of_division(description.head) && description.head != "region" &&
        description.anchor == main_key(profile) && description.modifiers.empty() &&
        description.count.empty()) {
      return description.head;
    }
  }
  return {};
}

std::string home_of(const EntityProfile& profile) {
  return profile.of_country.empty() ? profile.home : profile.of_country;
}

std::string likely_home_of(const EntityProfile& profile) {
  std::string home = home_of(profile);
  if (!home.empty()) return home;
  return profile.main_country.empty() ? profile.sentence_country : profile.main_country;
}

std::string initials_key(const std::string& letters) { return "initials:" + letters; }

std::string family_key(const std::string& name) { return "family:" + name; }

NameCounts count_names(std::span<const EntityProfile> profiles, Scope scope) {
  const std::vector<std::uint32_t> order = order_by_document(profiles);
  NameCounts counts;
  std::set<std::pair<std::string, std::string>> seen;  // short name, full name
  const auto count_document = [&] {
    for (const auto& [short_name, full] : seen) {
      if (!short_name.empty()) ++counts.full_of[short_name][full];
    }
    seen.clear();
  };
  const SharedString* document = nullptr;
  for (const std::uint32_t i : order) {
    const EntityProfile& profile = profiles[i];
    if (document != nullptr && *document != profile.doc) count_document();
    document = &profile.doc;
    if (profile.names.empty()) continue;
    const ParsedName& full = profile.names.front();
    if (!is_person(profile)) {
      seen.emplace(home_key(profile), home_of(profile));  // "" where no home is told
      const std::string near = full.of_country.empty() ? likely_home_of(profile) : std::string();
      if (!near.empty()) seen.emplace(near_key(join_words(full.words)), near);
    }
    if (full.words.size() == 1) {
      seen.emplace(kind_key(full.words.front()), is_person(profile) ? "person" : "thing");
      continue;
    }
    const std::string key = join_words(full.words);
    for (const std::string& other : profile.full_names) {
      // "Indeci", which the text states for the Institute.
      if (!is_person(profile) && other.find(' ') == std::string::npos) {
        seen.emplace(kind_key(other), "thing");
      }
    }
    if (is_person(profile)) {
      for (const std::string& word : full.words) seen.emplace(person_key(word), key);
      seen.emplace(family_key(full.words.back()), key);
      for (const std::string& title : full.titles) {
        seen.emplace(family_key(title + ' ' + full.words.back()), key);
      }
      continue;
    }
    for (const std::string& letters : all_initials(full)) {
      if (scope == Scope::kDocument) {
        seen.emplace(letters, key);
      } else if (letters.size() >= kStoryLetters && profile.type == EntityType::kOrganization) {
        seen.emplace(initials_key(letters), key);
      }
    }
    for (const ParsedName& name : profile.names) {
      const bool stated = std::find(profile.full_names.begin(), profile.full_names.end(),
                                    name.words.front()) != profile.full_names.end();
      if (name.acronym && (stated || has_initials(full, name.words.front()))) {
        seen.emplace(name.words.front(), key);
      }
    }
    const std::string bare = without_country(full);
    if (bare != key) seen.emplace(bare, key);
    if (scope == Scope::kDocument) seen.emplace(full.words.front(), key);
  }
  count_document();
  if (scope == Scope::kDocument) count_roles(profiles, counts);
  if (scope == Scope::kCorpus) count_company(profiles, order, counts);
  return counts;
}

namespace {

/// In how many documents a name is given to countries.
struct Homes {
  std::size_t countries = 0;
  std::uint64_t most = 0;    ///< of one country
  std::uint64_t second = 0;  ///< of another
  std::uint64_t all = 0;     ///< of any
  std::uint64_t untold = 0;  ///< of none
};

Homes count_homes(const NameCounts& counts, const std::string& key) {
  Homes homes;
  const auto found = counts.full_of.find(key);
  if (found == counts.full_of.end()) return homes;
  for (const auto& [home, documents] : found->second) {
    if (home.empty()) {
      homes.untold = documents;
      continue;
    }
    ++homes.countries;
    homes.all += documents;
    homes.second = std::max(homes.second, std::min(homes.most, documents));
    homes.most = std::max(homes.most, documents);
  }
  return homes;
}

}  // namespace

bool has_several_homes(const NameCounts& counts, const ParsedName& name) {
  if (!name.demonym_of.empty()) return false;
  const Homes homes = count_homes(counts, home_key(without_country(name)));
  // One document that gives it to another country may be wrong, and so may a few of many that tell
  // of none.
  constexpr double kOneHome = 0.8;
  constexpr double kTold = 0.15;
  const auto all = static_cast<double>(homes.all);
  return (homes.second > 1 || homes.countries > 2) &&
         static_cast<double>(homes.most) < kOneHome * all &&
         all >= kTold * static_cast<double>(homes.all + homes.untold);
}

bool is_of_one_country(const NameCounts& counts, const std::string& name) {
  const Homes homes = count_homes(counts, home_key(name));
  return homes.countries == 1 && homes.all > 1;
}

bool is_mostly_near(const NameCounts& counts, const std::string& name, const std::string& country) {
  const auto found = counts.full_of.find(near_key(name));
  if (found == counts.full_of.end()) return false;
  std::uint64_t there = 0, all = 0;
  for (const auto& [home, documents] : found->second) {
    all += documents;
    if (home == country) there += documents;
  }
  return 2 * there > all;
}

bool is_near_none(const NameCounts& counts, const std::string& name) {
  return !counts.full_of.contains(near_key(name));
}

double share_of(const NameCounts& counts, std::string_view short_name, const std::string& full) {
  const auto found = counts.full_of.find(short_name);
  if (found == counts.full_of.end()) return 1;
  const Variants variants(full);
  std::uint64_t same = 0, all = 0;
  for (const auto& [other, documents] : found->second) {
    all += documents;
    if (variants.contains(other)) same += documents;
  }
  return all == 0 ? 1 : static_cast<double>(same) / static_cast<double>(all);
}

namespace {

/// Full names that a short one may stand for, those left out that `same` finds in another, up to
/// `enough`.
template <typename Same>
std::size_t count_different(const NameCounts& counts, std::string_view short_name,
                            std::size_t enough, Same same) {
  const auto found = counts.full_of.find(short_name);
  if (found == counts.full_of.end()) return 0;
  // So many spellings are of several, and comparing each with all takes time with their square.
  constexpr std::size_t kMany = 128;
  if (found->second.size() > kMany) return std::min(enough, found->second.size());
  std::vector<Words> readings;
  for (const auto& [full, documents] : found->second) {
    const Words words = split_words(full);
    const bool known = std::any_of(readings.begin(), readings.end(),
                                   [&](const Words& other) { return same(words, other); });
    if (!known) readings.push_back(words);
    if (readings.size() >= enough) break;
  }
  return readings.size();
}

}  // namespace

std::size_t count_readings(const NameCounts& counts, std::string_view short_name,
                           std::size_t enough) {
  return count_different(counts, short_name, enough, varies);
}

bool has_several_readings(const NameCounts& counts, const std::string& acronym) {
  constexpr std::size_t kLong = 4;  // letters of an acronym, and of a word that tells something
  const auto share_word = [](const Words& a, const Words& b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string& word) {
      return word.size() >= kLong && std::find(b.begin(), b.end(), word) != b.end();
    });
  };
  const auto same = [&](const Words& a, const Words& b) {
    return varies(a, b) || (acronym.size() >= kLong && share_word(a, b));
  };
  return count_different(counts, acronym, 2, same) > 1;
}

namespace {

/// `enough`: with fewer names in common their share is not asked.
CommonCompany compare_companies(const NameCounts& counts, const std::vector<std::uint32_t>& a,
                                const std::vector<std::uint32_t>& b, std::size_t enough) {
  // Both are sorted; most have nothing in common, so that nothing else is done for them.
  const auto for_shared = [&](const auto& take) {
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
      if (*x == *y) take(*x);
      const std::uint32_t least = std::min(*x, *y);
      if (*x == least) ++x;
      if (*y == least) ++y;
    }
  };
  CommonCompany common;
  for_shared([&](std::uint32_t) { ++common.names; });
  if (common.names < enough) return common;
  // Whole bits of information, so that no processor rounds otherwise.
  const auto weight = [&](std::uint32_t name) {
    const auto found = counts.company_of.find(name);
    const std::uint64_t documents = found == counts.company_of.end() ? 1 : found->second;
    return static_cast<std::uint64_t>(std::bit_width((counts.documents + 1) / documents));
  };
  const auto sum = [&](const std::vector<std::uint32_t>& names) {
    std::uint64_t total = 0;
    for (const std::uint32_t name : names) total += weight(name);
    return total;
  };
  std::uint64_t shared = 0;
  for_shared([&](std::uint32_t name) { shared += weight(name); });
  const std::uint64_t smaller = std::min(sum(a), sum(b));
  if (smaller > 0) common.share = static_cast<double>(shared) / static_cast<double>(smaller);
  return common;
}

}  // namespace

CommonCompany common_company(const NameCounts& counts, const EntityProfile& a,
                             const EntityProfile& b) {
  return compare_companies(counts, a.company, b.company, 1);
}

CommonCompany common_names(const NameCounts& counts, const EntityProfile& a, const EntityProfile& b,
                           std::size_t enough) {
  return compare_companies(counts, a.document_names, b.document_names, enough);
}

}  // namespace relata
