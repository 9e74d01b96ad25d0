#include "resolve/first_phrases.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "relata/core/unicode.hpp"
#include "resolve/raw_words.hpp"

namespace relata {
namespace {

/// The byte at which the code point of this number begins.
std::size_t byte_of(std::string_view text, std::size_t code_point) {
  std::size_t byte = 0;
  for (; code_point > 0 && byte < text.size(); --code_point) {
    byte += code_point_at(text, byte).size;
  }
  return byte;
}

}  // namespace

std::vector<FirstPhrase> find_first_phrases(const DocumentRecords& document) {
  std::map<std::size_t, const SentenceRecord*> sentences;  // by their first code point
  for (const TripleRecord& triple : document.triples) {
    sentences.emplace(triple.sentence.range.start, &triple.sentence);
  }
  std::vector<FirstPhrase> phrases(document.entities.size());
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    const TextRange& first = document.entities[i].first;
    auto next = sentences.upper_bound(first.start);
    if (next == sentences.begin()) continue;
    const SentenceRecord& sentence = *std::prev(next)->second;
    if (!sentence.range.contains(first)) continue;
    const std::string_view text = sentence.text;
    const std::size_t begin = byte_of(text, first.start - sentence.range.start);
    const std::size_t end = begin + byte_of(text.substr(begin), first.size());
    phrases[i].text = text.substr(begin, end - begin);
    phrases[i].before = text.substr(0, begin);
    phrases[i].after = text.substr(end);
    const auto at = std::prev(next);
    phrases[i].sentence = sentence.index;
    if (at == sentences.begin()) continue;
    const SentenceRecord& previous = *std::prev(at)->second;
    // A blank or the end of a line, but no empty line.
    if (previous.index + 1 == sentence.index && sentence.range.start <= previous.range.end + 1) {
      phrases[i].previous = previous.text;
    }
  }
  return phrases;
}

bool is_mentioned_before(const DocumentRecords& document, std::size_t entity, std::size_t other) {
  return document.entities[entity].first.start < document.entities[other].first.start;
}

std::string determiner_of(const FirstPhrase& phrase) {
  const std::vector<RawWord> words = split_raw(phrase.before);
  if (words.empty() || !phrase.before.ends_with(' ')) return {};
  const RawWord& last = words.back();
  // A word that ends the clause before it is none.
  return last.comma_after || last.period || last.hyphen_after ? std::string() : last.folded;
}

bool is_any(std::string_view determiner) {
  constexpr std::array<std::string_view, 9> kAny = {"a",    "an",    "any",  "another", "no",
                                                    "each", "every", "some", "which"};
  return std::find(kAny.begin(), kAny.end(), determiner) != kAny.end();
}

bool is_possessive_pronoun(std::string_view determiner) {
  constexpr std::array<std::string_view, 7> kOwners = {"my",  "your", "his",  "her",
                                                       "its", "our",  "their"};
  return std::find(kOwners.begin(), kOwners.end(), determiner) != kOwners.end();
}

}  // namespace relata
