#include "text/line_marks.hpp"

#include <gtest/gtest.h>

namespace relata {
namespace {

TEST(LineMarks, OfHeadingsHaveABlankBehind) {
  EXPECT_EQ(heading_mark_size("# Who owns the port?"), 1U);
  EXPECT_EQ(heading_mark_size("### Findings"), 3U);
  EXPECT_EQ(heading_mark_size("#Ukraine"), 0U);
  EXPECT_EQ(heading_mark_size("####### Seven"), 0U);
  EXPECT_EQ(heading_mark_size("##"), 0U);
}

TEST(LineMarks, OfQuotedAndLoggedLines) {
  EXPECT_EQ(quote_mark_size("> We hear of a raid."), 1U);
  EXPECT_EQ(quote_mark_size("> >> We hear of a raid."), 4U);
  EXPECT_EQ(quote_mark_size("[12/03/2024, 14:02:11] Omar: did he pay?"), 22U);
  EXPECT_EQ(quote_mark_size("[3/12/24, 2:02 PM] Omar: did he pay?"), 18U);
  EXPECT_EQ(quote_mark_size("[3] The file was leaked."), 3U);
  EXPECT_EQ(quote_mark_size("[Omar] did he pay?"), 0U);
  EXPECT_EQ(quote_mark_size(">"), 0U);
  EXPECT_EQ(quote_mark_size(""), 0U);
}

TEST(LabelSize, TakesUpToThreeWords) {
  EXPECT_EQ(label_size("Subject: Re: the harbour"), 8U);
  EXPECT_EQ(label_size("Message-ID: <a@b.example>"), 11U);
  EXPECT_EQ(label_size("BODY:"), 5U);
  EXPECT_EQ(label_size("https://port.example"), 0U);
  EXPECT_EQ(label_size("The court had one question: Who paid?"), 0U);
  EXPECT_EQ(label_size("10: the court met"), 0U);
  EXPECT_EQ(label_size(": no"), 0U);
}

TEST(LineMarks, LettersAreWhatWordsAreMadeOf) {
  EXPECT_TRUE(is_without_letters("00:00:01,000 --> 00:00:04,200"));
  EXPECT_TRUE(is_without_letters("- 42 -"));
  EXPECT_TRUE(is_without_letters("👇👇"));
  EXPECT_FALSE(is_without_letters("Θ 42"));
}

TEST(IsOnlyLinks, AllowsSignsBesideThem) {
  EXPECT_TRUE(is_only_links("👉 https://t.example/desk/44"));
  EXPECT_TRUE(is_only_links("#Port #Mopti @desk"));
  EXPECT_TRUE(is_only_links("ann.lee@gauge.example | www.gauge.example"));
  EXPECT_FALSE(is_only_links("Follow @desk"));
  EXPECT_FALSE(is_only_links("👇👇"));
}

TEST(IsTableRow, HasColumns) {
  EXPECT_TRUE(is_table_row("Ghana        1,204   1,101"));
  EXPECT_TRUE(is_table_row("Ghana\t1,204"));
  EXPECT_TRUE(is_table_row("| Ghana | 1,204 |"));
  EXPECT_FALSE(is_table_row("1.     On May 4 the court met"));
  EXPECT_FALSE(is_table_row("A line that is\n      wrapped"));
  EXPECT_FALSE(is_table_row("Port  reopens"));
}

TEST(IsRightsNotice, NamesAYearOrTheRights) {
  EXPECT_TRUE(is_rights_notice("© 2024 Gauge Media Ltd. Registered in England."));
  EXPECT_TRUE(is_rights_notice("Copyright (c) 2024 The Gauge"));
  EXPECT_TRUE(is_rights_notice("The Gauge Media Ltd. All rights reserved."));
  EXPECT_FALSE(is_rights_notice("(C) Summary: The general met the envoy."));
  EXPECT_FALSE(is_rights_notice("Copyright law divides the parties in parliament."));
  EXPECT_FALSE(is_rights_notice("(c) the third of his conditions"));
}

TEST(IsReleaseNotice, IsWhatPressOfficesWrite) {
  EXPECT_TRUE(is_release_notice("FOR IMMEDIATE RELEASE"));
  EXPECT_TRUE(is_release_notice("Embargoed until 9 May 2025"));
  EXPECT_FALSE(
      is_release_notice("For release from prison he thanked the court and all who had "
                        "written to it."));
}

}  // namespace
}  // namespace relata
