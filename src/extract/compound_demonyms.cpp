#include "extract/compound_demonyms.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "extract/english.hpp"
#include "extract/mention_words.hpp"
#include "extract/nominal_support.hpp"

namespace relata {
namespace {

constexpr std::size_t kMostWords = 3;  // "Papua New Guinean"

std::string text_of(const Sentence& sentence, WordId first, WordId last) {
  std::string text;
  for (WordId id = first; id <= last; ++id) {
    const std::string& form = sentence.words[id].form;
    const bool tied = form == "-" || (id > first && sentence.words[id - 1].form == "-");
    if (!text.empty() && !tied) text += ' ';
    text += form;
  }
  return text;
}

/// The first of the words that make one adjective with the word at `last`; `last` if none do.
WordId first_word(const Sentence& sentence, WordId last, const Lexicon& lexicon) {
  WordId found = last;
  for (std::size_t n = 1; n < kMostWords && n <= last; ++n) {
    const WordId first = last - n;
    if (begins_lower(sentence.words[first]) || sentence.words[first].upos == Upos::kDet) break;
    if (!lexicon.country_of_demonym(text_of(sentence, first, last)).empty()) found = first;
  }
  return found;
}

/// The noun that the words are before: the one that hangs outside, behind them; kNoWord if none.
WordId noun_behind(const Sentence& sentence, WordId first, WordId last) {
  WordId noun = kNoWord;
  for (WordId id = first; id <= last; ++id) {
    const Word& word = sentence.words[id];
    if (word.head == 0 || word.head > sentence.words.size()) return kNoWord;
    const WordId head = word.head - 1;
    if (head >= first && head <= last) continue;
    if (head < last || (noun != kNoWord && noun != head)) return kNoWord;
    noun = head;
  }
  if (noun == kNoWord || !is_noun(sentence.words[noun])) return kNoWord;
  return noun;
}

/// True if one name holds the last word and the one behind it.
bool goes_on_as_name(const Analysis& analysis, std::size_t in, WordId last) {
  return std::any_of(analysis.names.begin(), analysis.names.end(), [&](const Name& name) {
    return name.sentence == in && name.type != NameType::kLocation && name.first <= last &&
           last < name.last && analysis.sentences[in].words[name.last].upos == Upos::kPropn;
  });
}

void join(Analysis& analysis, std::size_t in, WordId first, WordId last, WordId noun) {
  Sentence& sentence = analysis.sentences[in];
  sentence.words[last].upos = Upos::kAdj;
  sentence.words[last].head = noun + 1;
  sentence.words[last].deprel = "amod";
  for (WordId id = first; id < last; ++id) {
    sentence.words[id].head = last + 1;
    sentence.words[id].deprel = sentence.words[id].upos == Upos::kPunct ? "punct" : "compound";
  }
  for (Word& word : sentence.words) {
    const WordId id = static_cast<WordId>(&word - sentence.words.data());
    const bool outside = id < first || id > last;
    if (outside && word.head > first && word.head <= last + 1) word.head = noun + 1;
  }
  const auto within = [&](std::size_t begin, std::size_t end) {
    return begin >= first && end <= last;
  };
  std::erase_if(analysis.names, [&](const Name& name) {
    return name.sentence == in && name.first <= last && name.last >= first;
  });
  bool kept = false;
  std::erase_if(analysis.mentions, [&](const Mention& mention) {
    if (mention.sentence != in || !within(mention.first, mention.last)) return false;
    return std::exchange(kept, true);
  });
  for (Mention& mention : analysis.mentions) {
    if (mention.sentence != in || !within(mention.first, mention.last)) continue;
    mention.first = first;
    mention.last = last;
    mention.head = last;
    mention.form = MentionForm::kAdjective;
    mention.type = MentionType::kPlace;
  }
}

}  // namespace

Analysis join_compound_demonyms(Analysis analysis, const Lexicon& lexicon) {
  for (std::size_t in = 0; in < analysis.sentences.size(); ++in) {
    const std::size_t size = analysis.sentences[in].words.size();
    for (WordId last = 1; last + 1 < size; ++last) {
      const Sentence& sentence = analysis.sentences[in];
      if (begins_lower(sentence.words[last])) continue;
      const WordId first = first_word(sentence, last, lexicon);
      if (first == last || goes_on_as_name(analysis, in, last)) continue;
      const WordId noun = noun_behind(sentence, first, last);
      if (noun != kNoWord) join(analysis, in, first, last, noun);
    }
  }
  return analysis;
}

WordId demonym_begin(const Sentence& sentence, WordId word, const Lexicon& lexicon) {
  WordId first = word;
  while (first > 0 && word - first + 1 < kMostWords && sentence.words[first - 1].head == word + 1) {
    --first;
  }
  for (; first < word; ++first) {
    if (!lexicon.country_of_demonym(text_of(sentence, first, word)).empty()) return first;
  }
  return word;
}

std::string demonym_country(const Sentence& sentence, WordId word, const Lexicon& lexicon) {
  const WordId first = demonym_begin(sentence, word, lexicon);
  return std::string(lexicon.country_of_demonym(text_of(sentence, first, word)));
}

}  // namespace relata
