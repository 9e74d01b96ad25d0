// What the rules of one document are given, out of records and the words of first mentions.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "relata/analysis/lexicon.hpp"
#include "resolve/document_profiles.hpp"
#include "resolve/first_phrases.hpp"
#include "resolve/governing_bodies.hpp"
#include "resolve/record_builder.hpp"

namespace relata {

inline const Lexicon& shipped_lexicon() {
  static const Lexicon kLexicon =
      Lexicon::load(std::string(RELATA_SOURCE_DIR) + "/models/lexicon.tsv");
  return kLexicon;
}

/// A document whose entities come with the phrase that mentions them first.
class DocumentFixture {
 public:
  DocumentFixture() : builder_("a") {}

  RecordBuilder& records() { return builder_; }

  /// Says that the entity made last is first mentioned as `text`, `before` it, in this sentence.
  void said(std::string before, std::string text, std::uint64_t sentence) {
    phrases_.resize(builder_.records().entities.size());
    FirstPhrase& phrase = phrases_.back();
    phrase.text = std::move(text);
    phrase.before = std::move(before);
    phrase.sentence = sentence;
  }

  /// Adds what is described by the words that mention it first, `before` them, in this sentence.
  std::string described(EntityType type, const std::string& text, std::string before,
                        std::uint64_t sentence) {
    std::string id = builder_.described(type, {text});
    said(std::move(before), text, sentence);
    return id;
  }

  /// Profiles whose bodies without an owner are given to the main country.
  std::vector<EntityProfile> profiles() {
    const DocumentRecords& document = builder_.records();
    phrases_.resize(document.entities.size());
    std::vector<EntityProfile> profiles = document_profiles(document, shipped_lexicon());
    give_to_main_country(document, phrases_, shipped_lexicon(), profiles);
    return profiles;
  }

  /// The pairs that `find` gives, by the ids of their entities.
  template <class Find>
  std::vector<std::pair<std::string, std::string>> pairs(Find find) {
    const DocumentRecords& document = builder_.records();
    phrases_.resize(document.entities.size());
    const std::vector<EntityProfile> profiles = document_profiles(document, shipped_lexicon());
    std::vector<std::pair<std::string, std::string>> found;
    for (const CandidatePair& pair : find(document, profiles, phrases_, shipped_lexicon())) {
      found.emplace_back(profiles[pair.left].entity, profiles[pair.right].entity);
    }
    return found;
  }

 private:
  RecordBuilder builder_;
  std::vector<FirstPhrase> phrases_;
};

}  // namespace relata
