// Countries that only their adjectives name, and peoples of whom some are counted.
#include <algorithm>

#include "extract/compound_demonyms.hpp"
#include "extract/english.hpp"
#include "extract/entities.hpp"
#include "relata/core/unicode.hpp"

namespace relata {
namespace {

/// The country that the word, with the ones that go with it, is the adjective of; empty if of none.
std::string country_of_adjective(const Sentence& sentence, WordId id, const Lexicon& lexicon) {
  const Word& word = sentence.words[id];
  const bool modifier = word.deprel.starts_with("amod") || word.deprel.starts_with("compound");
  const bool adjective = word.upos == Upos::kAdj || (word.upos == Upos::kPropn && modifier);
  return adjective ? demonym_country(sentence, id, lexicon) : std::string();
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
      const std::string country = country_of_adjective(sentence, id, lexicon);
      if (country.empty()) continue;
      const auto& heads = by_head_[i];
      const auto found =
          std::lower_bound(heads.begin(), heads.end(), std::pair(id, std::size_t{0}));
      if (found != heads.end() && found->first == id) continue;
      if (uncovered_name_at(i, id) != kNoEntity) continue;
      const WordId begin = demonym_begin(sentence, id, lexicon);
      auto [entry, fresh] = by_country.emplace(country, kNoEntity);
      if (fresh) entry->second = named_country(records_, country);
      if (entry->second == kNoEntity) {
        const Span span{sentence.words[begin].span.start, sentence.words[id].span.end};
        entry->second =
            add_named(document, EntityType::kPlace,
                      clean_label(document.text.substr(span.start, span.end - span.start)),
                      {code_points.index(span.start), code_points.index(span.end)}, "sing");
        records_[entry->second].adjective = true;
      }
      EntityRecord& record = records_[entry->second];
      if (record.adjective) ++record.mentions;
      demonyms_.emplace(std::pair(i, id), entry->second);
      added_words_.push_back({i, begin, id, id, MentionForm::kAdjective, entry->second});
    }
  }
}

void EntityIndex::add_peoples(const Document& document, const CodePoints& code_points,
                              const Lexicon& lexicon) {
  for (EntityWords words : peoples_) {
    const Sentence& sentence = analysis_->sentences[words.sentence];
    const Span span{sentence.words[words.first].span.start, sentence.words[words.last].span.end};
    const std::string form = clean_label(document.text.substr(span.start, span.end - span.start));
    if (lexicon.country_of_demonym(form).empty()) continue;
    words.entity = with_name(form);
    if (words.entity == kNoEntity || records_[words.entity].type != EntityType::kGroup) {
      words.entity =
          add_named(document, EntityType::kGroup, form,
                    {code_points.index(span.start), code_points.index(span.end)}, "plur");
      by_name_.insert_or_assign(form, words.entity);
    }
    ++records_[words.entity].mentions;
    added_words_.push_back(words);
  }
}

std::size_t EntityIndex::demonym_at(std::size_t sentence, WordId word) const {
  const auto found = demonyms_.find({sentence, word});
  return found == demonyms_.end() ? kNoEntity : found->second;
}

}  // namespace relata
