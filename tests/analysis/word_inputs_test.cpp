#include "analysis/word_inputs.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

namespace relata {
namespace {

/// The pieces of all words of one block, of a vocabulary that has each of them.
std::vector<std::int32_t> pieces_of(const std::vector<std::string>& forms) {
  static const std::vector<std::string> kVocabulary = {"[UNK]",  "[CLS]", "[SEP]", "who",
                                                       "unesco", "sank",  "ferry"};
  const WordPieces pieces(kVocabulary);
  WordCache cache;
  std::vector<Word> words(forms.size());
  for (std::size_t i = 0; i < forms.size(); ++i) words[i].form = forms[i];
  constexpr std::array<std::size_t, 1> kBlocks = {0};
  return word_inputs(words, kBlocks, pieces, cache).pieces;
}

TEST(WordInputs, ReadsTheOrganizationThatSpellsAPronounAsAnother) {
  EXPECT_EQ(pieces_of({"WHO", "sank"}), pieces_of({"UNESCO", "sank"}));
  EXPECT_EQ(pieces_of({"FERRY", "WHO", "SANK"}), pieces_of({"ferry", "who", "sank"}));
  EXPECT_EQ(pieces_of({"Who", "sank"}), pieces_of({"who", "sank"}));
}

}  // namespace
}  // namespace relata
