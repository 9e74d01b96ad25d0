// In-document entities: from coreference clusters to names, descriptions, types.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "extract/phrase.hpp"
#include "extract/sentence_text.hpp"
#include "relata/analysis/analysis.hpp"
#include "relata/analysis/lexicon.hpp"
#include "relata/extract/extract.hpp"
#include "relata/extract/record.hpp"
#include "relata/text/document.hpp"

namespace relata {

inline constexpr std::size_t kNoEntity = static_cast<std::size_t>(-1);

/// The entities of a document and the way from a word to its entity.
class EntityIndex {
 public:
  /// What tells somebody's role ("was elected president") is no entity unless coreference knows
  /// more of it.
  EntityIndex(const Document& document, const Analysis& analysis, const CodePoints& code_points,
              const Lexicon& lexicon);

  const std::vector<EntityRecord>& records() const noexcept { return records_; }

  /// Entity of each mention, or kNoEntity.
  const std::vector<std::size_t>& of_mentions() const noexcept { return of_mentions_; }

  /// The mention whose head is this word: the largest one that ends before `limit_first` and
  /// `limit_last` are crossed (they keep a conjunct from taking the mention of the coordination).
  /// kNoEntity if none.
  std::size_t mention_at(std::size_t sentence, WordId head, WordId limit_last) const;

  /// Adds the names, tagged or before a noun, that no mention covers: to the entity that has the
  /// name, or whose name is part of it ("Anna Maria Orel" for "Anna Orel"), else as entities of
  /// their own.
  void add_names(const Document& document, const CodePoints& code_points, const Lexicon& lexicon);

  /// Adds the countries that adjectives name where no mention does ("Danish troops"): the entity of
  /// that country if the document names it, else one of the adjective alone.
  void add_demonyms(const Document& document, const CodePoints& code_points,
                    const Lexicon& lexicon);

  /// Adds the peoples of whom a description counts some ("Peruvians" of "two Peruvians"): the
  /// entity that the document names so, else one of their own.
  void add_peoples(const Document& document, const CodePoints& code_points, const Lexicon& lexicon);

  /// Names within mentions ("Oslo" in "Oslo, Norway"), and where add_names, add_demonyms,
  /// add_peoples and add_nouns found an entity.
  const std::vector<EntityWords>& added_words() const noexcept { return added_words_; }

  /// Adds the people, bodies, places and things that common nouns name where no mention does and an
  /// argument is headed by the noun and something picks it out: to the entity described in the same
  /// words if "the" or a name points back to it, else as entities of their own.
  void add_nouns(const Document& document, const CodePoints& code_points, const Lexicon& lexicon);

  /// Types of what has no name, by the noun of its first description where that leaves no doubt.
  void settle_types(const Lexicon& lexicon);

  /// Entity of a country's adjective that is no mention, or kNoEntity.
  std::size_t demonym_at(std::size_t sentence, WordId word) const;
  /// Entity of a name that no mention covers, by its head; or kNoEntity.
  std::size_t uncovered_name_at(std::size_t sentence, WordId head) const;

  /// Entity of a common noun that no mention covers, or kNoEntity.
  std::size_t uncovered_noun_at(std::size_t sentence, WordId head) const;

  /// The entity that has exactly this name form, the most often mentioned one, or kNoEntity.
  std::size_t with_name(const std::string& name) const;

  const Analysis& analysis() const noexcept { return *analysis_; }
  const std::string& id_prefix() const noexcept { return id_prefix_; }

 private:
  /// Adds the name in words [first, last] of a sentence, unless a mention covers it.
  void add_name(const Document& document, const CodePoints& code_points, std::size_t sentence,
                std::pair<WordId, WordId> range, std::optional<EntityType> type);
  /// Makes an entity of its own, of a name that no cluster has; without mentions so far. Returns
  /// its index.
  std::size_t add_named(const Document& document, EntityType type, const std::string& name,
                        TextRange first, std::string number);
  /// Entity of the name that stands flat behind a noun, or kNoEntity.
  std::size_t entity_of_name_beside(std::size_t sentence, WordId noun,
                                    const Lexicon& lexicon) const;
  bool is_part_of_name(std::size_t sentence, std::pair<WordId, WordId> range, WordId head) const;

  const Analysis* analysis_;
  std::string id_prefix_;
  std::vector<std::set<std::size_t>> words_in_names_;  ///< as words_in_names says
  std::vector<EntityRecord> records_;
  std::vector<std::size_t> of_mentions_;
  std::vector<std::vector<std::pair<WordId, std::size_t>>> by_head_;  ///< per sentence, sorted
  std::map<std::pair<std::size_t, WordId>, std::size_t> demonyms_;
  std::map<std::pair<std::size_t, WordId>, std::size_t> names_;
  std::map<std::pair<std::size_t, WordId>, std::size_t> nouns_;
  std::map<std::string, std::size_t> by_name_;
  std::vector<EntityWords> added_words_;
  std::vector<EntityWords> peoples_;  ///< counted ones, without entities
  std::size_t added_ = 0;             ///< entities beyond the clusters
  std::size_t clusters_ = 0;
};

/// GUM's types to those of the graph; person becomes group when `plural`.
EntityType entity_type(MentionType type, bool plural);

}  // namespace relata
