// Gathers the triples of one sentence: numbers statements, drops repetitions, scores confidence.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/scope.hpp"
#include "extract/stance.hpp"

namespace relata {

/// A relation before it is written: words of the sentence, then supplied words ("of").
struct RelationDraft {
  Words words;
  std::string supplied;             ///< appended to the words, or the whole text
  std::vector<std::string> lemmas;  ///< of the canonical type
  std::string active_text;
};

/// How sure the rule that made a triple is of it, beside what the parser says.
struct Doubt {
  double prior = 0.9;  ///< of the rule
  int depth = 0;       ///< prepositional phrases chained on one another
  int distance = 0;    ///< steps to an inherited subject
  int conjuncts = 0;   ///< slots that were split off a coordination
};

struct TripleDraft {
  TripleKind kind = TripleKind::kClause;
  Argument subject;
  RelationDraft relation;
  std::optional<Argument> object;
  std::vector<Qualifier> qualifiers;
  Stance stance;
  std::string rule;
  Doubt doubt;
};

class TripleWriter {
 public:
  TripleWriter(const SentenceScope& scope, std::vector<TripleRecord>& out)
      : scope_(&scope), out_(&out) {}

  /// The triples that follow belong to a new statement; the first of them is its core.
  void begin_statement();
  void add(TripleDraft draft);

  /// No sentence gives more, however many conjuncts it has. Repetitions are tried and dropped, but
  /// not without end either.
  static constexpr std::size_t kMaxTriples = 400;
  static constexpr std::size_t kMaxAttempts = 4 * kMaxTriples;
  bool is_full() const noexcept { return written_ >= kMaxTriples || attempts_ >= kMaxAttempts; }

 private:
  /// A pronoun between quotation marks or in somebody's turn of an interview.
  bool is_in_speech(const Argument& argument) const;

  const SentenceScope* scope_;
  std::vector<TripleRecord>* out_;
  std::set<std::string> seen_;
  std::size_t statement_ = 0;
  std::size_t written_ = 0;
  std::size_t attempts_ = 0;
  bool statement_used_ = false;
};

/// In [0, 1]: what the parse and the shape of the triple say; docs/extraction.md gives the formula.
double raw_confidence(double parse_margin, const Doubt& doubt, std::size_t relation_words,
                      std::size_t object_words);

/// How likely a triple of this rule is right, three decimals: the odds of `raw` times the rule's
/// factor (confidence_weights.hpp).
double calibrated(double raw, std::string_view rule);

}  // namespace relata
