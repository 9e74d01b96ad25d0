#include "text/news_lines.hpp"

#include <gtest/gtest.h>

#include <string>

namespace relata {
namespace {

std::string dateline(std::string_view text) {
  return std::string(text.substr(0, dateline_size(text)));
}

TEST(DatelineSize, EndsBehindTheMark) {
  EXPECT_EQ(dateline("NAIROBI: The court met."), "NAIROBI:");
  EXPECT_EQ(dateline("ROME — The court met."), "ROME —");
  EXPECT_EQ(dateline("ROME -- The court met."), "ROME --");
  EXPECT_EQ(dateline("QUITO, Ecuador (AP) — The court met."), "QUITO, Ecuador (AP) —");
  EXPECT_EQ(dateline("Quito (AFP) - \"Never,\" he said."), "Quito (AFP) -");
  EXPECT_EQ(dateline("LONDON, March 3 (Reuters) - The court met."), "LONDON, March 3 (Reuters) -");
  EXPECT_EQ(dateline("PORT-AU-PRINCE, Haiti: The court met."), "PORT-AU-PRINCE, Haiti:");
  EXPECT_EQ(dateline("PARIS/LONDON, 3 March 2025 – Two courts met."),
            "PARIS/LONDON, 3 March 2025 –");
  EXPECT_EQ(dateline("Lima, Aug. 11, 2024 (EFE) — The court met."), "Lima, Aug. 11, 2024 (EFE) —");
  EXPECT_EQ(dateline("(Reuters) - The court met."), "(Reuters) -");
  EXPECT_EQ(dateline("BRUSSELS (AP) _ The court met."), "BRUSSELS (AP) _");
  EXPECT_EQ(dateline("LIMA, Sept. 14, 2023 /WireNews/ -- The court met."),
            "LIMA, Sept. 14, 2023 /WireNews/ --");
  EXPECT_EQ(dateline("SÃO PAULO: The court met."), "SÃO PAULO:");
}

TEST(DatelineSize, IsNothingInOrdinarySentences) {
  for (const std::string_view text :
       {"The court had one question: Who paid?", "Goma: The court met.",
        "He came home - The court met.", "Mr. Roe (a baker) — The court met.", "UN: The court met.",
        "NAIROBI: the court met.", "NAIROBI:", "", "Three men — John, Paul and Bob — met.",
        "10:30 The court met."}) {
    EXPECT_EQ(dateline_size(text), 0U) << text;
  }
}

TEST(DatelineDate, NeedsTheYear) {
  EXPECT_EQ(dateline_date("LIMA, Sept. 14, 2023 /WireNews/ --"), "2023-09-14");
  EXPECT_EQ(dateline_date("PARIS/LONDON, 3 March 2025 –"), "2025-03-03");
  EXPECT_EQ(dateline_date("Lima, Aug. 11, 2024 (EFE) —"), "2024-08-11");
  EXPECT_EQ(dateline_date("LONDON, March 3 (Reuters) -"), "");
  EXPECT_EQ(dateline_date("ROME —"), "");
}

TEST(IsByline, TakesNamesAndCredits) {
  EXPECT_TRUE(is_byline("By Ann Lee"));
  EXPECT_TRUE(is_byline("By Ann Lee and John Roe in Quito"));
  EXPECT_TRUE(is_byline("(Reporting by Ann Lee; Editing by John Roe)"));
  EXPECT_TRUE(is_byline("Additional reporting by Ann Lee."));
  EXPECT_FALSE(is_byline("By noon the court had met"));
  EXPECT_FALSE(is_byline("By Monday The Court Had Met."));
  EXPECT_FALSE(is_byline("By"));
}

TEST(IsCaption, GoesByTheCredit) {
  EXPECT_TRUE(is_caption("The court in Quito on March 3, 2025. (REUTERS)"));
  EXPECT_TRUE(is_caption("The court in Quito. (Ann Lee/AFP)"));
  EXPECT_TRUE(is_caption("The court in Quito (File photo)"));
  EXPECT_TRUE(is_caption("The court in Quito [Photo: Ann Lee]"));
  EXPECT_TRUE(is_caption("FILE PHOTO: The court in Quito."));
  EXPECT_TRUE(is_caption("FILE - The court in Quito."));
  EXPECT_TRUE(is_caption("The court in Quito. Image: Ann Lee."));
  EXPECT_TRUE(is_caption("Photo by Ann Lee"));
  EXPECT_TRUE(is_caption("The court in Quito sits behind a fence. AFP"));
  EXPECT_FALSE(is_caption("The court of Quito writes to the U.S. EPA"));
  EXPECT_FALSE(is_caption("A judge from Quito comes to old St. LOUIS"));
  EXPECT_FALSE(is_caption("The court met (again)"));
  EXPECT_FALSE(is_caption("The court met. (It had met before.)"));
  EXPECT_FALSE(is_caption("It belongs to the Alliance of Sahel States (AES)."));
  EXPECT_FALSE(is_caption("File the form by Monday."));
}

}  // namespace
}  // namespace relata
