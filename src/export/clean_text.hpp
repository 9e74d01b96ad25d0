// Text of documents made fit for the files that we write.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "relata/graph/shared_text.hpp"

namespace relata::detail {

/// For names, labels and the sentence copy of GraphML and CSV: clean_label of core, and no DEL.
std::string clean_line(std::string_view text);

/// The same, appended.
void append_clean_line(std::string& out, std::string_view text);

/// For JSON-LD: the exact slice, save that each character that XML forbids, each control but tab
/// and line ends, and U+FFFD becomes a blank, one for one, so that offsets stay.
std::string clean_slice(std::string_view text);

/// The clean, non-empty items joined by " | ". A bar within an item becomes "/": the list has no
/// escape.
std::string join_list(const TextList& items);
std::string join_list(const std::vector<std::string>& items);

/// Whether `time` is YYYY[-MM[-DD]] or an interval a/b, a/.., ../b of such (ISO 8601-2).
bool is_time(std::string_view time);

/// The elements that are times, in their order.
std::vector<std::string> select_times(const TextList& times);

/// Whether `date` is a whole day: YYYY-MM-DD.
bool is_day(std::string_view date);

}  // namespace relata::detail
