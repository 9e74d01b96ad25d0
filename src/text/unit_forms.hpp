// What a unit of a text is by itself, wherever it stands.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/date_line.hpp"
#include "text/layout.hpp"

namespace relata {

enum class Form {
  kProse,
  kFragment,
  kDate,
  kByline,
  kCaption,
  kItem,
  kRule,    ///< no letter in it
  kNotice,  ///< furniture by its words: links alone, a row of a table, rights, a press office's
            ///< head
};

struct FormedUnit {
  Unit unit;
  Form form = Form::kFragment;
  std::string key;  ///< of a short unit, for comparison: folded, white space as one blank
  std::optional<DateLine> date;
  std::size_t words = 0;
  std::size_t mark = 0;  ///< bytes of the mark of an item, a heading or a quoted line
  bool heading_mark = false;
  std::size_t dateline = 0;  ///< bytes of the dateline of running text, with those of the mark
};

std::vector<FormedUnit> form_units(std::string_view text, const std::vector<Unit>& units);

/// Could the unit be a headline: short, starting as one does, not closed like a sentence? Those
/// that ask or exclaim count as prose elsewhere.
bool is_headline_like(std::string_view text, const FormedUnit& unit);

/// In what people said by turns, "MS. KEEL: No." and "CHAIRMAN BOYD: Did you?", names stand where
/// datelines do: two paragraphs with different ones show it, and none keeps its dateline.
void unform_speakers(std::string_view text, std::vector<FormedUnit>& units);

/// How a unit compares with others: folded, white space as one blank.
std::string key_of(std::string_view text);

}  // namespace relata
