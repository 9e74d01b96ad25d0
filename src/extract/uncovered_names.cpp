// Names that the name tagger found where the mention detector found nothing.
#include <algorithm>
#include <set>
#include <sstream>

#include "extract/entities.hpp"
#include "extract/mention_words.hpp"
#include "relata/core/unicode.hpp"

namespace relata {
namespace {

EntityType type_of(NameType type) {
  switch (type) {
    case NameType::kPerson:
      return EntityType::kPerson;
    case NameType::kOrganization:
      return EntityType::kOrganization;
    case NameType::kLocation:
      return EntityType::kPlace;
  }
  return EntityType::kOther;
}

std::set<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::set<std::string> words;
  for (std::string word; stream >> word;) words.insert(word);
  return words;
}

/// The one entity of this type whose name is made of some of the words, its last word among them.
std::size_t shorter_name(const std::vector<EntityRecord>& records, const std::string& name,
                         EntityType type) {
  const std::set<std::string> all = words_of(name);
  const std::string last = name.substr(name.rfind(' ') + 1);
  std::size_t found = kNoEntity;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (records[i].type != type) continue;
    for (const std::string& other : records[i].names) {
      const std::set<std::string> words = words_of(other);
      if (words.size() < 2 || !words.contains(last) ||
          !std::includes(all.begin(), all.end(), words.begin(), words.end())) {
        continue;
      }
      if (found != kNoEntity && found != i) return kNoEntity;
      found = i;
    }
  }
  return found;
}

}  // namespace

void EntityIndex::add_names(const Document& document, const CodePoints& code_points) {
  for (const Name& name : analysis_->names) {
    if (!is_valid(*analysis_, name)) continue;
    const Sentence& sentence = analysis_->sentences[name.sentence];
    // "Lima" is another thing than "Lima Opera", round whose own head there may be no mention.
    const WordId head = name_head(sentence, name);
    const auto& heads = by_head_[name.sentence];
    const bool covered = std::any_of(heads.begin(), heads.end(),
                                     [&](const auto& mention) { return mention.first == head; });
    if (covered) continue;
    const auto [first, last] = without_loose_ends(sentence, name);
    Words words;
    for (WordId id = first; id <= last; ++id) words.push_back(id);
    const SentenceText text(document, sentence, code_points);
    const std::string form = clean_label(text.text(words));
    if (form.empty()) continue;
    const EntityType type = type_of(name.type);
    std::size_t entity = with_name(form);
    if (entity == kNoEntity) entity = shorter_name(records_, form, type);
    if (entity == kNoEntity) {
      EntityRecord record;
      record.doc = document.id;
      record.entity = id_prefix_ + std::to_string(clusters_ + added_++);
      record.type = type;
      record.name = form;
      record.first = text.range(words).value_or(TextRange{});
      record.named = true;
      record.specific = true;
      record.number = "sing";
      entity = records_.size();
      records_.push_back(std::move(record));
    }
    EntityRecord& record = records_[entity];
    ++record.mentions;
    if (std::find(record.names.begin(), record.names.end(), form) == record.names.end()) {
      record.names.push_back(form);
    }
    by_name_.emplace(form, entity);
    names_.emplace(std::pair(name.sentence, head), entity);
    added_words_.push_back({name.sentence, first, last, head, MentionForm::kName, entity});
  }
}

std::size_t EntityIndex::uncovered_name_at(std::size_t sentence, WordId head) const {
  const auto found = names_.find({sentence, head});
  return found == names_.end() ? kNoEntity : found->second;
}

}  // namespace relata
