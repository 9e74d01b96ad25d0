#include "extract/stated_names.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sentence_lines.hpp"

namespace relata {
namespace {

/// "name = other" of what the words of a sentence state; those in capitals are proper nouns.
std::vector<std::string> stated(const std::string& text) {
  std::string lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    begin = end + 1;
    const bool proper = word[0] >= 'A' && word[0] <= 'Z';
    const char* upos = proper ? "PROPN" : word.size() > 1 || word == "a" ? "ADP" : "PUNCT";
    lines += word + ' ' + word + ' ' + upos + " 0 root\n";
  }
  const Sentence sentence = sentence_of(lines);
  std::vector<std::string> found;
  for (const StatedName& name : find_stated_names(sentence)) {
    std::string other;
    for (std::size_t i = name.first; i <= name.last; ++i) {
      other += (other.empty() ? "" : " ") + sentence.words[i].form;
    }
    found.push_back(sentence.words[name.name].form + " = " + other);
  }
  return found;
}

using Found = std::vector<std::string>;

TEST(StatedNames, StandBehindWordsThatTellThem) {
  EXPECT_EQ(stated("Police held Ana Orel , alias Dora Moen , today ."), Found{"Orel = Dora Moen"});
  EXPECT_EQ(stated("Dora , whose real name is Ana Orel , left ."), Found{"Dora = Ana Orel"});
  EXPECT_EQ(stated("the Dock Union , known by its Spanish acronym STC , struck ."),
            Found{"Union = STC"});
  EXPECT_EQ(stated("the Dock Union , which the police calls Dora , struck ."),
            Found{"Union = Dora"});
  EXPECT_EQ(stated("the union , alias Dora , struck ."), Found{});
}

TEST(StatedNames, AreLettersOfTheNameBeforeThem) {
  EXPECT_EQ(stated("the Democratic League of Callao , the LDC , won ."), Found{"Callao = LDC"});
  EXPECT_EQ(stated("Peruvian Central Command , CENTCOM , said ."), Found{"Command = CENTCOM"});
  EXPECT_EQ(stated("the Dock Union ( DU ) said ."), Found{"Union = DU"});
  EXPECT_EQ(stated("the Dock Union , the BBC , and others said ."), Found{});
  EXPECT_EQ(stated("SAN JUAN ( SJ ) - Police said ."), Found{});  // an agency
}

}  // namespace
}  // namespace relata
