#include "extract/datelines.hpp"

#include <algorithm>
#include <cstddef>

#include "extract/mention_words.hpp"

namespace relata {
namespace {

bool is_mark(const Word& word) {
  return word.form == "-" || word.form == "–" || word.form == "—" || word.form == ":";
}

/// A short sentence without a verb that begins with a name and ends with a dash or colon.
bool is_dateline(const Sentence& sentence) {
  constexpr std::size_t kLongest = 14;  // words
  const std::vector<Word>& words = sentence.words;
  if (words.size() < 2 || words.size() > kLongest || !is_mark(words.back())) return false;
  return words.front().upos == Upos::kPropn &&
         std::none_of(words.begin(), words.end(), [](const Word& word) {
           return word.upos == Upos::kVerb || word.upos == Upos::kAux;
         });
}

}  // namespace

void repair_datelines(Analysis& analysis) {
  const auto is_in_dateline = [&](std::size_t sentence) {
    return is_dateline(analysis.sentences[sentence]);
  };
  for (Name& name : analysis.names) {
    if (!is_valid(analysis, name) || !is_in_dateline(name.sentence) || name.first > 0) continue;
    name.type = NameType::kLocation;
    const std::vector<Word>& words = analysis.sentences[name.sentence].words;
    while (name.last > name.first && words[name.last].upos == Upos::kPunct) --name.last;
  }
  for (Mention& mention : analysis.mentions) {
    if (!is_valid(analysis, mention) || !is_in_dateline(mention.sentence)) continue;
    if (mention.first == 0 && mention.type != MentionType::kTime)
      mention.type = MentionType::kPlace;
  }
}

}  // namespace relata
