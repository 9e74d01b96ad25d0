// Pieces of XML that both GraphML and GEXF are made of.
#pragma once

#include <string>
#include <string_view>

#include "relata/graph/entity_graph.hpp"

namespace relata::detail {

/// Appends text of an element. `text` is clean: no control characters.
void append_text(std::string& out, std::string_view text);

/// Appends an attribute with a blank before it, its value in double quotes.
void append_attribute(std::string& out, std::string_view name, std::string_view value);

/// Appends the tool's name as a comment and a line end; nothing for an empty name. A comment, since
/// `desc` becomes the label of things in Gephi and more attributes are refused by schemas.
void append_generator_comment(std::string& out, std::string_view generator);

/// Whom a claim is attributed to, joined by " | ": ids of nodes or words; "unnamed" where nobody is
/// known. Empty for what is no claim.
std::string join_holders(const Fact& fact);

}  // namespace relata::detail
