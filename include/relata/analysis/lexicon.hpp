// CONTRACT. Facts about English words, compiled from WordNet 3.0 and ICU by training/lexicon.py
// into models/lexicon.tsv; none is typed in by hand.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace relata {

/// What a noun's first (most frequent) senses are, by WordNet's noun.person, noun.group,
/// noun.location, noun.event/act, noun.time, noun.artifact …
enum class NounClass : unsigned char {
  kPerson,
  kGroup,
  kPlace,
  kEvent,
  kAct,
  kCommunication,
  kTime,
  kQuantity,
  kArtifact,
  kOther,
};

/// What a noun or name says of a country's bodies: who rules it, who fights for it.
enum class BodyKind : unsigned char { kNone, kGovernment, kForces };

struct Body {
  BodyKind kind = BodyKind::kNone;
  std::string_view country;  ///< canonical, of a name that is one country's; else empty
};

/// Immutable once loaded; safe to share between threads. Words are compared without case,
/// diacritics and periods ("U.S." is "us").
class Lexicon {
 public:
  /// Reads models/lexicon.tsv. Throws Error with file and line.
  static Lexicon load(const std::string& path);

  /// The same from its text; `file` is for messages.
  static Lexicon parse(std::string_view text, const std::string& file);

  /// Country of a demonym adjective or inhabitant ("Malian", "Malians" → "Mali"), any case; empty
  /// if none.
  std::string_view country_of_demonym(std::string_view word) const;
  /// Country of a capital city ("Paris" → "France"); empty if none.
  std::string_view country_of_capital(std::string_view city) const;
  bool is_country(std::string_view name) const;
  /// Canonical English name of a country's variant ("Burma" → "Myanmar", "US" → "United States");
  /// empty if none.
  std::string_view canonical_country(std::string_view name) const;
  /// The country that another lies in ("England" → "United Kingdom"); empty if it is none's part.
  std::string_view country_around(std::string_view country) const;
  /// The only country that has a state or province of that name ("Ontario" → "Canada", "Georgia" →
  /// "United States", whatever else is called so); empty if several have, or none.
  std::string_view country_of_region(std::string_view name) const;
  /// The same of a town or district ("Atlanta" → "United States").
  std::string_view country_of_town(std::string_view name) const;
  /// The first of the names of a place, river or body that has several ("Gaza" → "Gaza Strip",
  /// "Krakow" → "Cracow", "Mass." → "Massachusetts"); empty if none, or if the name means other
  /// things too.
  std::string_view first_name(std::string_view name) const;
  /// Verb lemma that a noun is derived from ("arrest" → "arrest", "withdrawal" → "withdraw"); empty
  /// if none.
  std::string_view verb_of_noun(std::string_view noun_lemma) const;
  /// True of words of the language and their plurals: nouns and verbs that the lexicon tells
  /// something of, and other nouns and adjectives in use ("health", "high"). Names may be words.
  bool is_word(std::string_view word) const;
  /// True of the lemmas of WordNet's verbs of one word.
  bool is_verb(std::string_view lemma) const;
  /// Lemma of a verb form that no rule makes ("fled" → "flee"); empty if the form is regular,
  /// unknown, or a lemma itself ("found").
  std::string_view lemma_of_irregular_verb(std::string_view form) const;
  /// The same of nouns ("gunmen" → "gunman").
  std::string_view lemma_of_irregular_plural(std::string_view form) const;
  /// Class of a noun lemma; kOther if unknown.
  NounClass noun_class(std::string_view noun_lemma) const;
  /// True if the lemma has a sense under WordNet's person (leader, minister), however rare.
  bool can_be_person(std::string_view noun_lemma) const;
  /// True of what stands before a person's name: ranks, offices, forms of address and their
  /// abbreviations ("General", "Minister", "Mr", "Capt").
  bool is_title(std::string_view word) const;
  /// True of those titles that no country has: "lawyer", "surgeon".
  bool is_calling(std::string_view noun_lemma) const;
  /// The given names that one may be another language's form of, lower-cased and sorted: "ihor" →
  /// "igor".
  std::vector<std::string> given_names_of(std::string_view form) const;
  /// Those that it may be short for: "bill" → "william", "alex" → "alexander", "alexandra".
  std::vector<std::string> given_names_of_short(std::string_view brief) const;
  /// True of what stands before a title: "Prime", "Vice".
  bool is_title_modifier(std::string_view word) const;
  /// True of verbs whose most frequent sense is one of communication, cognition or social acts,
  /// so that their subject is somebody ("reject", "sign", "vow").
  bool is_stance_verb(std::string_view lemma) const;
  /// "government", "junta", "armed forces", "White House"; singular or as WordNet has it.
  Body body_of(std::string_view noun_or_name) const;
  /// True of nouns before which a name stands for one of their kind, whole: "agency", "gang".
  bool is_kind_of_organization(std::string_view noun_lemma) const;
  /// The same of places: "town", "region".
  bool is_kind_of_place(std::string_view noun_lemma) const;

 private:
  /// Hashes a string_view as its string, so that a look-up makes no copy.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>{}(text);
    }
  };
  using Table = std::unordered_map<std::string, std::string, Hash, std::equal_to<>>;

  using Namesakes = std::unordered_multimap<std::string, std::string, Hash, std::equal_to<>>;

  static std::string_view find(const Table& table, std::string_view key);
  static std::vector<std::string> find_all(const Namesakes& table, std::string_view key);
  static std::string_view find_only(const Namesakes& table, std::string_view key);
  bool is_abbreviation(std::string_view name) const;

  Table aliases_, abbreviations_, demonyms_, capitals_, countries_, verbs_, verb_lemmas_, titles_,
      stances_, bodies_, kinds_, irregular_verbs_, irregular_plurals_, within_;
  Namesakes regions_, towns_, given_names_, short_names_;
  std::unordered_map<std::string, NounClass, Hash, std::equal_to<>> nouns_;
  std::unordered_map<std::string, bool, Hash, std::equal_to<>> persons_, words_;
};

}  // namespace relata
