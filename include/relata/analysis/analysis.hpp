// CONTRACT. What analysis gives: words, trees, names, mentions, coreference of one document.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/core/span.hpp"

namespace relata {

/// Universal part-of-speech tags, in the order of the UD documentation.
enum class Upos : std::uint8_t {
  kAdj,
  kAdp,
  kAdv,
  kAux,
  kCconj,
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,
  kPron,
  kPropn,
  kPunct,
  kSconj,
  kSym,
  kVerb,
  kX,
};
std::string_view to_string(Upos upos);
std::optional<Upos> parse_upos(std::string_view name);

/// One syntactic word of UD. `span` are bytes of Document::text; words of a multiword token that
/// their forms do not spell share the token's span.
struct Word {
  Span span;
  std::string form;
  std::string lemma;
  Upos upos = Upos::kX;
  std::string feats;     ///< "Case=Nom|Number=Sing", or "_"
  std::size_t head = 0;  ///< index in the sentence from 1; 0 is the root
  std::string deprel;    ///< with subtype: "nsubj:pass"
  std::size_t token_end =
      0;  ///< first word of a multiword token: index from 1 of its last word; else 0

  friend bool operator==(const Word&, const Word&) = default;
};

/// The value of a UD feature ("Number"), or empty.
std::string_view feature(const Word& word, std::string_view name);

struct Sentence {
  Span span;                ///< exact slice: from the first word's start to the last word's end
  std::vector<Word> words;  ///< word i of UD is words[i - 1]
  bool paragraph_start = false;
  std::string sent_id;     ///< as given in CoNLL-U; else empty
  float parse_margin = 0;  ///< mean over words of the arc's log-probability; ≤ 0, for confidence

  friend bool operator==(const Sentence&, const Sentence&) = default;
};

/// GUM's ten types.
enum class MentionType : std::uint8_t {
  kPerson,
  kPlace,
  kOrganization,
  kObject,
  kEvent,
  kTime,
  kSubstance,
  kAnimal,
  kPlant,
  kAbstract,
};
std::string_view to_string(MentionType type);
std::optional<MentionType> parse_mention_type(std::string_view name);

enum class MentionForm : std::uint8_t { kName, kNominal, kPronoun, kAdjective };
std::string_view to_string(MentionForm form);
std::optional<MentionForm> parse_mention_form(std::string_view name);

/// A mention: words [first, last] (from 0, inclusive) of a sentence, with its head word inside.
/// Mentions nest; they are sorted by (sentence, first, −last).
struct Mention {
  std::size_t sentence = 0;
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t head = 0;
  MentionType type = MentionType::kAbstract;
  MentionForm form = MentionForm::kNominal;
  std::size_t cluster = 0;  ///< in-document entity; dense, numbered by first mention
  float score = 0;          ///< probability that the span is a mention

  friend bool operator==(const Mention&, const Mention&) = default;
};

/// A flat name: words [first, last] (from 0, inclusive).
enum class NameType : std::uint8_t { kPerson, kOrganization, kLocation };
std::string_view to_string(NameType type);  // PER, ORG, LOC
struct Name {
  std::size_t sentence = 0;
  std::size_t first = 0;
  std::size_t last = 0;
  NameType type = NameType::kPerson;

  friend bool operator==(const Name&, const Name&) = default;
};

/// All of one document. Mentions of one cluster corefer; singletons have a cluster of their own.
struct Analysis {
  std::vector<Sentence> sentences;
  std::vector<Mention> mentions;
  std::vector<Name> names;
  std::size_t clusters = 0;

  friend bool operator==(const Analysis&, const Analysis&) = default;
};

}  // namespace relata
