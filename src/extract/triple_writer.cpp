#include "extract/triple_writer.hpp"

#include <algorithm>

#include "extract/confidence_weights.hpp"
#include "extract/english.hpp"
#include "extract/speech_turns.hpp"
#include "relata/core/number.hpp"

namespace relata {
namespace {

std::size_t count_words(const std::string& text) {
  return text.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

double power(double base, int exponent) {
  double product = 1;
  for (int i = 0; i < exponent; ++i) product *= base;
  return product;
}

}  // namespace

double raw_confidence(double parse_margin, const Doubt& doubt, std::size_t relation_words,
                      std::size_t object_words) {
  // 1 for a parser that is sure of every arc; a mean log-probability of −0.5 costs a fifth.
  const double parse = 1 / (1 - 0.5 * std::min(parse_margin, 0.0));
  double value = doubt.prior * parse;
  value *= power(0.88, doubt.depth) * power(0.96, doubt.distance) * power(0.97, doubt.conjuncts);
  constexpr std::size_t kShortRelation = 6;
  constexpr std::size_t kShortObject = 12;
  if (relation_words > kShortRelation) value *= 0.92;
  if (object_words > kShortObject) value *= 0.92;
  return std::clamp(value, 0.0, 1.0);
}

double calibrated(double raw, std::string_view rule) {
  const std::string_view made_by = rule.substr(0, rule.find('+'));
  const auto* found =
      std::lower_bound(kOddsFactors.begin(), kOddsFactors.end(), made_by,
                       [](const OddsFactor& a, std::string_view b) { return a.rule < b; });
  const bool known = found != kOddsFactors.end() && found->rule == made_by;
  const double odds = (known ? found->factor : kCommonFactor) * raw;
  return round_score(odds / (1 - raw + odds));
}

bool TripleWriter::is_in_speech(const Argument& argument) const {
  if (argument.form != "pronoun" || !argument.range) return false;
  if (scope_->quoted != nullptr) return true;
  const Sentence& sentence = scope_->tree.sentence();
  for (std::size_t id = 0; id < sentence.words.size() && id < scope_->in_quotes.size(); ++id) {
    if (scope_->in_quotes[id] &&
        scope_->text.code_point_range(sentence.words[id].span) == *argument.range) {
      return true;
    }
  }
  return false;
}

void TripleWriter::begin_statement() {
  if (statement_used_ || statement_ == 0) ++statement_;
  statement_used_ = false;
}

void TripleWriter::add(TripleDraft draft) {
  if (is_full()) return;
  ++attempts_;
  TripleRecord record;
  record.relation.text = scope_->text.text(draft.relation.words);
  record.relation.range =
      draft.relation.supplied.empty() ? scope_->text.range(draft.relation.words) : std::nullopt;
  if (!draft.relation.supplied.empty()) {
    if (!record.relation.text.empty()) record.relation.text += ' ';
    record.relation.text += draft.relation.supplied;
  }
  if (draft.subject.text.empty() || record.relation.text.empty()) return;
  if (draft.object && draft.object->text.empty()) return;
  if (draft.object && draft.object->text == draft.subject.text &&
      draft.object->range == draft.subject.range) {
    return;
  }

  std::string key = std::to_string(static_cast<int>(draft.kind)) + '\t' + draft.subject.text +
                    '\t' + record.relation.text + '\t' + (draft.object ? draft.object->text : "");
  if (!seen_.insert(std::move(key)).second) return;

  if (draft.stance.attribution) {
    for (Argument* argument : {&draft.subject, draft.object ? &*draft.object : nullptr}) {
      if (argument != nullptr && is_in_speech(*argument)) {
        bind_first_person(scope_->entities, *draft.stance.attribution, *argument);
      }
    }
  }
  if (statement_ == 0) statement_ = 1;
  record.doc = scope_->doc;
  record.statement =
      scope_->doc + "#" + std::to_string(scope_->record.index) + "." + std::to_string(statement_);
  record.kind = draft.kind;
  record.core = !statement_used_;  // the first triple of a statement is its core
  record.sentence = scope_->record;
  record.subject = std::move(draft.subject);
  record.relation.lemma = lower_ascii(join(draft.relation.lemmas, ' '));
  record.relation.type = canonical_type(draft.relation.lemmas);
  record.relation.active_text = std::move(draft.relation.active_text);
  record.object = std::move(draft.object);
  record.qualifiers = std::move(draft.qualifiers);
  record.polarity = draft.stance.polarity;
  record.modality = draft.stance.modality;
  record.attribution = std::move(draft.stance.attribution);
  record.rule = std::move(draft.rule);
  const double raw = raw_confidence(scope_->tree.sentence().parse_margin, draft.doubt,
                                    count_words(record.relation.text),
                                    record.object ? count_words(record.object->text) : 0);
  record.confidence = calibrated(raw, record.rule);
  out_->push_back(std::move(record));
  statement_used_ = true;
  ++written_;
}

}  // namespace relata
