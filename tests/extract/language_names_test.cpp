#include "extract/language_names.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "extract/shipped_lexicon.hpp"
#include "relata/analysis/conllu.hpp"

namespace relata {
namespace {

/// The names that brackets of the sentence give in other languages, its words tagged by the letter
/// after the slash: N a proper noun, X a foreign word, V a verb, . a mark.
std::vector<LanguageName> found(const std::string& tagged) {
  std::string rows;
  int id = 0;
  for (std::size_t begin = 0; begin < tagged.size();) {
    const std::size_t end = std::min(tagged.find(' ', begin), tagged.size());
    const std::string form = tagged.substr(begin, end - begin - 2);
    const char tag = tagged[end - 1];
    const std::string upos = tag == 'N'   ? "PROPN"
                             : tag == 'X' ? "X"
                             : tag == 'V' ? "VERB"
                                          : "PUNCT";
    ++id;
    rows += std::to_string(id) + "\t" + form + "\t" + form + "\t" + upos + "\t_\t_\t" +
            (id == 1 ? "0\troot" : "1\tdep") + "\t_\t_\n";
    begin = end + 1;
  }
  const Analysis analysis = read_annotated_conllu("# newdoc id = d\n" + rows + "\n").at(0).second;
  return find_language_names(analysis.sentences.at(0), lexicon());
}

using Names = std::vector<LanguageName>;

TEST(FindLanguageNames, TakesEachNameOfTheBracket) {
  EXPECT_EQ(found("Skien/N (/. Greek/N :/. Σκίεν/X ,/. Skíen/N )/. lies/V"),
            (Names{{0, 4, 4}, {0, 6, 6}}));
  EXPECT_EQ(found("Skien/N (/. Latin/N :/. Aurelia/N Nova/N ;/. born/V )/."), (Names{{0, 4, 5}}));
}

TEST(FindLanguageNames, LeavesWhatNamesNoLanguage) {
  EXPECT_EQ(found("Skien/N (/. Photo/N :/. Larnex/N )/."), Names{});
  EXPECT_EQ(found("Skien/N (/. Greek/N Larnex/N )/. lies/V"), Names{});
  EXPECT_EQ(found("sailed/V (/. Greek/N :/. Larnex/N )/."), Names{});
}

TEST(FindLanguageNames, EndsWhereOtherWordsBegin) {
  EXPECT_EQ(found("Skien/N (/. Greek/N :/. Σκίεν/X ,/. called/V Skíen/N )/."), (Names{{0, 4, 4}}));
  EXPECT_EQ(found("Skien/N (/. Greek/N :/. called/V Skíen/N )/."), Names{});
}

}  // namespace
}  // namespace relata
