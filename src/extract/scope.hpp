// What the rules know while they read one sentence, and how words become arguments.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/document_times.hpp"
#include "extract/entities.hpp"
#include "extract/phrase.hpp"
#include "extract/sentence_text.hpp"
#include "extract/tree.hpp"
#include "relata/analysis/lexicon.hpp"
#include "relata/extract/record.hpp"

namespace relata {

struct SentenceScope {
  const Tree& tree;
  const SentenceText& text;
  const EntityIndex& entities;
  const Lexicon& lexicon;
  std::size_t sentence = 0;  ///< index in the analysis, from 0
  SentenceRecord record;
  std::string doc;
  const DocumentTimes& times;
  const std::vector<bool>& in_quotes;   ///< by word: stands between quotation marks
  const Attribution* quoted = nullptr;  ///< speaker of the quotation around the sentence, if any
};

/// Entity record that the word's largest mention belongs to, or null.
const EntityRecord* entity_at(const SentenceScope& scope, WordId head);

/// True if the word is an adjective of a country ("Danish") with an entity of its own or its
/// country's.
bool is_demonym(const SentenceScope& scope, WordId word);

/// Form of the mention at the word; nullopt if it is none.
std::optional<MentionForm> form_at(const SentenceScope& scope, WordId head);
/// True of the head of a mention that is a name, or of a name that no mention covers.
bool is_name(const SentenceScope& scope, WordId head);
std::optional<MentionType> mention_type_at(const SentenceScope& scope, WordId head);

/// An argument of these words. `head` finds the entity; kNoWord makes a literal.
Argument make_argument(const SentenceScope& scope, const Phrase& phrase);
/// The same words, but the entity of another word: a relative pronoun's antecedent.
Argument make_argument(const SentenceScope& scope, const Phrase& phrase, WordId entity_head);
/// A clause as an argument.
Argument make_clause_argument(const SentenceScope& scope, const Phrase& phrase);

/// Canonical type of a relation: ASCII capitals and digits joined by "_", at most 80, from lemmas.
std::string canonical_type(const std::vector<std::string>& lemmas);

/// Lemmas of words, in order.
std::vector<std::string> lemmas_of(const Tree& tree, const Words& words);

std::string join(const std::vector<std::string>& parts, char separator);

}  // namespace relata
