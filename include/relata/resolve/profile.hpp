// What resolution looks at of an entity, and by which keys it finds others like it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "relata/extract/record.hpp"
#include "relata/resolve/description.hpp"
#include "relata/resolve/name.hpp"
#include "relata/resolve/shared_value.hpp"

namespace relata {

/// Within a document a short name means the one full name it fits; across documents that needs
/// more.
enum class Scope { kDocument, kCorpus };

/// An entity of one document: one record, or several that were found to be one. Its texts and lists
/// are shared with the profiles that they were copied to, and with all others by ProfilePool.
struct EntityProfile {
  SharedString entity;  ///< id of its record, of several the one with most mentions
  SharedString doc;
  /// The name it goes by and those that vary it (with and without middle name, acronym, stated
  /// alias). Names that coreference alone put beside them are left out: one such mistake would
  /// join two entities in all documents. The first is the fullest.
  SharedList<ParsedName> names;
  /// Those of `names`, joined, that stand for it alone in other documents too: the fullest, and
  /// what a text says to be another name of it.
  SharedList<std::string> full_names;
  SharedList<ParsedDescription> descriptions;  ///< only of what has no name
  SharedList<ParsedDescription> roles;         ///< the same of what has a name
  SharedString text;                           ///< of what has no name: the record's name, folded
  SharedString country;                        ///< canonical, if it is a country
  SharedString of_country;        ///< canonical, the one country that its names put it in
  SharedString home;              ///< canonical, the country whose the text says it is
  SharedString inside;            ///< canonical, the country that the text puts a place in
  SharedString region;            ///< folded, the state or province that the text puts a place in
  SharedString main_country;      ///< canonical, the one that its document mentions most
  SharedString sentence_country;  ///< canonical, of a body: the only one its first sentence names
  SharedString gender;            ///< "masc", "fem" or empty
  SharedString date;              ///< of its document, YYYY-MM-DD or empty
  /// Hashes of the names that stand near it in its document, sorted; of countries none.
  std::vector<std::uint32_t> company;
  /// Hashes of all names of its document, sorted; of countries none. Only of what needs company.
  SharedList<std::uint32_t> document_names;
  std::uint64_t mentions = 0;
  EntityType type = EntityType::kOther;
  std::uint8_t age = 0;  ///< of a person, in years; 0 if the text does not tell it
  bool plural : 1 = false;
  bool definite : 1 = false;  ///< EntityRecord::specific
  bool any : 1 = false;       ///< its first phrase is of one of many: "a court", "another court"
  bool known : 1 = false;     ///< its first phrase has "the": "the court"
  bool owned : 1 = false;     ///< its first phrase begins with whose it is: "her government"
  /// "Larnex rebels": people whom only the body tells from others, one that its document names.
  bool of_body : 1 = false;
  /// "the Larnex camp", "Larnex and Skien province": a place without a name of its own whose phrase
  /// has one that no country and no word of the language has.
  bool by_name : 1 = false;
  bool holds_places : 1 = false;  ///< the text puts a named place in it ("Skien, Larnex")
  bool in_namesake : 1 = false;   ///< and it in a part of a country of its name ("Larnex Oblast")
  bool division : 1 = false;      ///< all texts tell that it is one, whose kind its name leaves out
  /// "Judge Moen", whom the document has before anybody in full of that family, none of whom it
  /// calls a judge.
  bool before_full : 1 = false;
  bool has_rival : 1 = false;  ///< its document says as much of another one with the same noun

  friend bool operator==(const EntityProfile&, const EntityProfile&) = default;
};

/// What a record calls its entity: proper names, and phrases that describe it. A form that the
/// record gives as a name counts as a description when its head is a common noun, or when it is a
/// title alone ("Prime Minister").
std::vector<std::string> proper_names(const EntityRecord& record, const Lexicon& lexicon);
std::vector<std::string> all_descriptions(const EntityRecord& record, const Lexicon& lexicon);

/// True if a country's adjective is all it is called by, tagged as such or not: "Malian".
bool is_country_adjective(const EntityRecord& record, const Lexicon& lexicon);

EntityProfile profile_of(const EntityRecord& record, const Lexicon& lexicon);

/// Adds what `other`, found to be the same, brings.
void absorb(EntityProfile& profile, const EntityProfile& other);

/// The noun of a thing's name: "academy" of "Academy of Arts", "force" of "US Air Force".
std::string head_word(const ParsedName& name);

/// Words of the fullest name, joined; empty for what has no name.
std::string main_key(const EntityProfile& profile);

/// What evidence calls it by: its fullest name, else its text.
const std::string& shown_text(const EntityProfile& profile);

/// Makes a profile one of a person, called so and nothing else.
void make_person(const ParsedName& name, EntityProfile& profile);

/// Keys under which candidates meet; two profiles that share none are never compared. The first
/// letter says how: n same name, c country, d anchored description: whoever shares one is a
/// candidate; w word of a person's name, s spelling, a acronym, b name without its country,
/// h head of a description, r the same beside a name near it, g family name and initial, x noun of
/// a thing: compared once for each distinct main_key.
std::vector<std::string> block_keys(const EntityProfile& profile, Scope scope);

/// Of any text, so that a std::string_view finds a std::string.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept {
    return std::hash<std::string_view>()(text);
  }
};

/// How many documents use which full names for a short one. Adds up over any division of the
/// profiles; at most one count for a document and name.
struct NameCounts {
  /// Short name ("goita", "aes", "department of state") → words of full name → documents.
  std::unordered_map<std::string, std::map<std::string, std::uint64_t>, TextHash, std::equal_to<>>
      full_of;

  /// Hash of a name, as in EntityProfile::company → documents in which it stands near something.
  std::unordered_map<std::uint32_t, std::uint64_t> company_of;
  std::uint64_t documents = 0;  ///< that have any

  NameCounts& operator+=(const NameCounts& other);
  friend bool operator==(const NameCounts&, const NameCounts&) = default;
};

/// Keys of NameCounts within a document: who bears a title, and how often a country is mentioned.
std::string title_key(const std::string& title);
/// Keys of NameCounts: those of whose name a word is part, whether a single word names people or
/// things ("person", "thing"), and those whose family name it is.
std::string person_key(const std::string& word);
std::string kind_key(const std::string& word);
std::string family_key(const std::string& name);
/// And the bodies that have the initials, whether a text says so or not.
std::string initials_key(const std::string& letters);
inline constexpr std::string_view kCountryKey = "country:";

NameCounts count_names(std::span<const EntityProfile> profiles, Scope scope);

/// Of the documents whose full names the short one fits, the share that uses `full` or a variant
/// of it; 1 if none does.
double share_of(const NameCounts& counts, std::string_view short_name, const std::string& full);

/// True if a description says no more of it than what it is of: "Callao summit", "Larnex rebels".
bool is_whole_text(const EntityProfile& profile, const ParsedDescription& description);

/// "province" of a place named "Larnex" that its document also calls "the Larnex province"; empty
/// of any other, and of regions.
std::string division_of(const EntityProfile& profile);

/// The country that a body is known to belong to, by its name or by what its document says.
std::string home_of(const EntityProfile& profile);

/// The same, else the country its document speaks of most, else the only one of its first sentence.
std::string likely_home_of(const EntityProfile& profile);

/// The country whose whole armed forces it is, by its name or by what it is called without one:
/// "Peruvian Armed Forces", "the Peruvian military"; not one service. Empty for others.
std::string whole_forces_of(const EntityProfile& profile);

/// True if most documents that have the name without a country, and tell of one in its sentence or
/// are about one, tell of this one: "Sandiganbayan" and the Philippines.
bool is_mostly_near(const NameCounts& counts, const std::string& name, const std::string& country);

/// True if no document that has the name speaks of one country.
bool is_near_none(const NameCounts& counts, const std::string& name);

/// True of names like "Supreme Court", which documents give to several countries.
bool has_several_homes(const NameCounts& counts, const ParsedName& name);

/// True of names without a country, as `join_words` puts them, that two documents or more give to
/// one country and none to another ("State Duma").
bool is_of_one_country(const NameCounts& counts, const std::string& name);

/// True if documents spell the acronym out as names of two things. Of four letters or more, two
/// that share a word are one, spelled in two ways ("Nasr al-Islam", "Nusrat al-Islam").
bool has_several_readings(const NameCounts& counts, const std::string& acronym);

/// The names that stand near one and near the other.
struct CommonCompany {
  std::size_t names = 0;
  double share = 0;  ///< of the smaller company, each name weighted by how rare it is; 0…1
};
CommonCompany common_company(const NameCounts& counts, const EntityProfile& a,
                             const EntityProfile& b);

/// The names that the documents of the two share; of fewer than `enough` the share is 0.
CommonCompany common_names(const NameCounts& counts, const EntityProfile& a, const EntityProfile& b,
                           std::size_t enough);

/// The number of full names, variants counted as one, that the short one may stand for; counted up
/// to `enough` of them, since it takes time with the square of them.
std::size_t count_readings(const NameCounts& counts, std::string_view short_name,
                           std::size_t enough = static_cast<std::size_t>(-1));

}  // namespace relata
