// Countries that only their adjectives name.
#include <algorithm>

#include "extract/english.hpp"
#include "extract/entities.hpp"

namespace relata {
namespace {

bool is_country_adjective(const Word& word, const Lexicon& lexicon) {
  const bool modifier = word.deprel.starts_with("amod") || word.deprel.starts_with("compound");
  const bool adjective = word.upos == Upos::kAdj || (word.upos == Upos::kPropn && modifier);
  return adjective && !lexicon.country_of_demonym(word.form).empty();
}

/// The entity that the document names with the country's own name.
std::size_t named_country(const std::vector<EntityRecord>& records, std::string_view country) {
  for (std::size_t i = 0; i < records.size(); ++i) {
    const EntityRecord& record = records[i];
    const bool may_be_country =
        record.type == EntityType::kPlace || record.type == EntityType::kOrganization;
    if (may_be_country && !record.adjective &&
        std::find(record.names.begin(), record.names.end(), country) != record.names.end()) {
      return i;
    }
  }
  return kNoEntity;
}

}  // namespace

void EntityIndex::add_demonyms(const Document& document, const CodePoints& code_points,
                               const Lexicon& lexicon) {
  std::map<std::string, std::size_t, std::less<>> by_country;
  for (std::size_t i = 0; i < analysis_->sentences.size(); ++i) {
    const Sentence& sentence = analysis_->sentences[i];
    for (WordId id = 0; id < sentence.words.size(); ++id) {
      const Word& word = sentence.words[id];
      if (!is_country_adjective(word, lexicon)) continue;
      const auto& heads = by_head_[i];
      const auto found =
          std::lower_bound(heads.begin(), heads.end(), std::pair(id, std::size_t{0}));
      if (found != heads.end() && found->first == id) continue;
      if (uncovered_name_at(i, id) != kNoEntity) continue;
      const std::string country(lexicon.country_of_demonym(word.form));
      auto [entry, fresh] = by_country.emplace(country, kNoEntity);
      if (fresh) entry->second = named_country(records_, country);
      if (entry->second == kNoEntity) {
        EntityRecord record;
        record.doc = document.id;
        record.entity = id_prefix_ + std::to_string(clusters_ + added_++);
        record.type = EntityType::kPlace;
        record.name = word.form;
        record.names = {word.form};
        record.first = {code_points.index(word.span.start), code_points.index(word.span.end)};
        record.named = true;
        record.specific = true;
        record.adjective = true;
        record.number = "sing";
        entry->second = records_.size();
        records_.push_back(std::move(record));
      }
      EntityRecord& record = records_[entry->second];
      if (record.adjective) ++record.mentions;
      demonyms_.emplace(std::pair(i, id), entry->second);
      added_words_.push_back({i, id, id, id, MentionForm::kAdjective, entry->second});
    }
  }
}

std::size_t EntityIndex::demonym_at(std::size_t sentence, WordId word) const {
  const auto found = demonyms_.find({sentence, word});
  return found == demonyms_.end() ? kNoEntity : found->second;
}

}  // namespace relata
