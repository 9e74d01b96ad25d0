// The lexicon of models/, loaded once for all tests of a program.
#pragma once

#include "relata/analysis/lexicon.hpp"

namespace relata {

inline const Lexicon& lexicon() {
  static const Lexicon kLexicon = Lexicon::load(RELATA_SOURCE_DIR "/models/lexicon.tsv");
  return kLexicon;
}

}  // namespace relata
