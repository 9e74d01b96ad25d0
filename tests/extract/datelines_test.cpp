#include "extract/datelines.hpp"

#include <gtest/gtest.h>

#include <string>

#include "relata/analysis/conllu.hpp"

namespace relata {
namespace {

/// The type of the only mention of a sentence that begins with "SKIEN", a body to the tagger.
MentionType type_of(const std::string& rest) {
  Analysis analysis = read_annotated_conllu(
                          "# newdoc id = d\n"
                          "1\tSKIEN\t_\tPROPN\t_\t_\t0\troot\t_\t"
                          "Entity=(1-organization)|NER=B-ORG\n" +
                          rest + "\n")
                          .at(0)
                          .second;
  repair_datelines(analysis);
  return analysis.mentions.at(0).type;
}

TEST(RepairDatelines, TakesWhatADatelineBeginsWithForAPlace) {
  EXPECT_EQ(type_of("2\t-\t_\tPUNCT\t_\t_\t1\tpunct\t_\t_\n"), MentionType::kPlace);
  EXPECT_EQ(type_of("2\tsaid\t_\tVERB\t_\t_\t1\tdep\t_\t_\n"
                    "3\t-\t_\tPUNCT\t_\t_\t1\tpunct\t_\t_\n"),
            MentionType::kOrganization);
  EXPECT_EQ(type_of("2\t.\t_\tPUNCT\t_\t_\t1\tpunct\t_\t_\n"), MentionType::kOrganization);
}

}  // namespace
}  // namespace relata
