// Sentences for tests, word by word.
#pragma once

#include <sstream>
#include <string>

#include "relata/analysis/analysis.hpp"
#include "relata/analysis/conllu.hpp"

namespace relata {

/// One sentence from lines "form lemma upos head deprel".
inline Sentence sentence_of(const std::string& lines) {
  Sentence sentence;
  std::istringstream stream(lines);
  for (std::string line; std::getline(stream, line);) {
    std::istringstream fields(line);
    std::string upos;
    Word word;
    if (!(fields >> word.form >> word.lemma >> upos >> word.head >> word.deprel)) continue;
    word.upos = *parse_upos(upos);
    sentence.words.push_back(word);
  }
  return sentence;
}

}  // namespace relata
