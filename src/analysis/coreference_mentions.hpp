// Mentions as coreference sees them: what pair features and consistency checks ask of each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/gender.hpp"

namespace relata {

/// Pronouns by person, number and gender; the order of the feature table in docs/analysis-model.md.
enum class PronounClass : std::uint8_t {
  kNone,
  kFirst,
  kFirstPlural,
  kSecond,
  kHe,
  kShe,
  kIt,
  kThey,
  kDemonstrative,
  kRelative,
  kOther,
};

/// What a mention's head is to its clause, by its relation.
enum class Role : std::uint8_t {
  kOther,
  kSubject,
  kPassiveSubject,
  kObject,
  kOblique,
  kPossessor,
  kModifier,
  kConjunct,
  kApposition,
  kRoot,
};

/// By the first determiner or possessor.
enum class Determiner : std::uint8_t {
  kNone,
  kDefinite,
  kIndefinite,
  kDemonstrative,
  kPossessive,
  kOther,
};

enum class GrammaticalNumber : std::uint8_t { kUnknown, kSingular, kPlural };

/// One mention, described for its pairs. Words count from 0 in the sentence, `last` inclusive.
struct DescribedMention {
  std::size_t sentence = 0;
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t head = 0;
  MentionType type = MentionType::kAbstract;
  MentionForm form = MentionForm::kNominal;  ///< by the definition of the features
  PronounClass pronoun = PronounClass::kNone;
  GrammaticalNumber number = GrammaticalNumber::kUnknown;
  Role role = Role::kOther;
  Determiner determiner = Determiner::kNone;
  bool reflexive = false;
  bool coordinated = false;   ///< the head has a conjunct inside the mention
  std::size_t quotation = 0;  ///< number of the quotation that the head stands in, from 1; 0 none
  Gender gender = Gender::kUnknown;        ///< of a person's noun in the singular: "his wife"
  std::uint32_t head_lemma = 0;            ///< interned, lower-cased
  std::uint32_t head_form = 0;             ///< interned lower-cased model form
  std::vector<std::uint32_t> content;      ///< forms of content words, interned, in text order
  std::vector<std::uint32_t> content_set;  ///< the same sorted, each once
  std::uint32_t numeral = 0;  ///< form of the head's numeral ("six generals"), interned; 0 none
  std::string letters;        ///< an acronym's, without periods: "UNESCO"; else empty
  std::string initials;       ///< of the capitalised words of a longer name; else empty
};

/// In the order of Analysis::mentions. Needs names, trees and mentions.
std::vector<DescribedMention> describe_mentions(const Analysis& analysis);

}  // namespace relata
