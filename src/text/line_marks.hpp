// What stands before the words of a line and is none of them, and lines that are no words at all.
#pragma once

#include <cstddef>
#include <string_view>

namespace relata {

/// Bytes of the mark that shows a heading in Markdown, "## ".
std::size_t heading_mark_size(std::string_view line);

/// Bytes of what marks a line as quoted in mail, or as said at a time in a log: "> ", ">> ",
/// "[12/03/2024, 14:02:11] ", "[3] ".
std::size_t quote_mark_size(std::string_view line);

/// Bytes of "Subject:" in "Subject: Re: the harbour": up to three words and a colon, behind which
/// a blank or nothing stands. 0 if the line begins with none.
std::size_t label_size(std::string_view line);

/// Has the line no letter? Rules, page numbers, the times of subtitles.
bool is_without_letters(std::string_view line);

/// Nothing but addresses, handles and hash tags: "https://t.me/x", "@desk #harbour".
bool is_only_links(std::string_view line);

/// A line of columns: cells with three blanks or a tab between them, or between bars.
bool is_table_row(std::string_view line);

/// "© 2024 Harbour Media. All rights reserved.", "Copyright 2024 The Harbour Post".
bool is_rights_notice(std::string_view line);

/// "FOR IMMEDIATE RELEASE", "EMBARGOED UNTIL 9 MAY": by which press offices head what they send.
bool is_release_notice(std::string_view line);

}  // namespace relata
