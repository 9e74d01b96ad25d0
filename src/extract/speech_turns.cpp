#include "extract/speech_turns.hpp"

#include <algorithm>
#include <map>

#include "extract/english.hpp"

namespace relata {
namespace {

constexpr std::size_t kLongestLabel = 5;  // words before the colon

/// Number of words before the colon that a paragraph's first sentence begins with, or 0.
std::size_t label_length(const Sentence& sentence) {
  const std::size_t end = std::min(sentence.words.size(), kLongestLabel + 1);
  for (std::size_t id = 0; id < end; ++id) {
    const Word& word = sentence.words[id];
    if (word.form == ":") return id + 1 < sentence.words.size() ? id : 0;
    const bool part = word.upos == Upos::kPropn || word.upos == Upos::kNoun ||
                      word.upos == Upos::kX || word.form == "." || word.form.size() == 1;
    if (!part) return 0;
  }
  return 0;
}

std::string label_text(const Sentence& sentence, std::size_t length) {
  std::string text;
  for (std::size_t id = 0; id < length; ++id) {
    if (!text.empty()) text += ' ';
    text += sentence.words[id].form;
  }
  return text;
}

Attribution speaker_of_label(const EntityIndex& entities, std::size_t sentence, std::size_t length,
                             const std::string& label) {
  Attribution speaker{"unnamed", label, ":", AttributionKind::kQuoted, {}};
  const std::vector<Mention>& mentions = entities.analysis().mentions;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const Mention& mention = mentions[i];
    if (mention.sentence != sentence || mention.first >= length || mention.last >= length) continue;
    const std::size_t entity = entities.of_mentions()[i];
    if (entity == kNoEntity || mention.form == MentionForm::kPronoun) continue;
    speaker.holder = entities.records()[entity].entity;
    return speaker;
  }
  return speaker;
}

const EntityRecord* record_of(const EntityIndex& entities, const std::string& id) {
  const auto& records = entities.records();
  const auto found = std::find_if(records.begin(), records.end(),
                                  [&](const EntityRecord& record) { return record.entity == id; });
  return found == records.end() ? nullptr : &*found;
}

bool is_nobody_known(const EntityRecord& record) {
  return record.names.empty() && record.descriptions.empty();
}

/// The nearest of the sources that is more than a pronoun: of "he said she said" it is her.
const EntityRecord* known_holder(const EntityIndex& entities, const Attribution& speaker) {
  const EntityRecord* holder = record_of(entities, speaker.holder);
  if (holder != nullptr && !is_nobody_known(*holder)) return holder;
  for (const Attribution& outer : speaker.within) {
    const EntityRecord* found = record_of(entities, outer.holder);
    if (found != nullptr && !is_nobody_known(*found)) return found;
  }
  return nullptr;
}

}  // namespace

std::vector<std::optional<Attribution>> find_turns(const Analysis& analysis,
                                                   const EntityIndex& entities) {
  const std::vector<Sentence>& sentences = analysis.sentences;
  std::vector<std::optional<Attribution>> turns(sentences.size());
  std::vector<std::string> labels(sentences.size());
  std::map<std::string, std::size_t> counts;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (i > 0 && !sentences[i].paragraph_start) continue;
    labels[i] = label_text(sentences[i], label_length(sentences[i]));
    if (!labels[i].empty()) ++counts[labels[i]];
  }
  const bool comes_back =
      std::any_of(counts.begin(), counts.end(), [](const auto& label) { return label.second > 1; });
  if (counts.size() < 2 || !comes_back) return turns;
  std::optional<Attribution> current;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (i == 0 || sentences[i].paragraph_start) {
      current.reset();
      if (!labels[i].empty()) {
        current = speaker_of_label(entities, i, label_length(sentences[i]), labels[i]);
      }
    }
    turns[i] = current;
  }
  return turns;
}

void bind_first_person(const EntityIndex& entities, const Attribution& speaker,
                       Argument& argument) {
  if (argument.form != "pronoun") return;
  const std::string form = lower_ascii(argument.text);
  const bool one = form == "i" || form == "me" || form == "my" || form == "myself";
  const bool several = form == "we" || form == "us" || form == "our" || form == "ourselves";
  if (!one && !several) return;
  const EntityRecord* holder = known_holder(entities, speaker);
  if (holder == nullptr) return;
  // "I" between quotation marks is who is quoted, whatever coreference made of it.
  const bool quoted = one && speaker.kind == AttributionKind::kQuoted && speaker.within.empty() &&
                      holder->entity == speaker.holder;
  if (!quoted && !argument.entity.empty()) {
    const EntityRecord* record = record_of(entities, argument.entity);
    if (record == nullptr || !is_nobody_known(*record)) return;
  }
  const bool body = holder->type == EntityType::kOrganization ||
                    holder->type == EntityType::kGroup || holder->type == EntityType::kPlace;
  if (one ? holder->type != EntityType::kPerson : !body) return;
  argument.entity = holder->entity;
  argument.name = holder->name;
  argument.type = holder->type;
}

}  // namespace relata
