// What the elements of HTML are to a reader of the page.
#pragma once

#include <gumbo.h>

#include "relata/text/document.hpp"

namespace relata {

/// Elements without text for readers.
bool is_unseen(GumboTag tag);

/// Elements that stand in a line of text; all others begin a block and end one. Browsers show
/// unknown ones in the line too.
bool is_inline(GumboTag tag);

/// Hidden by an attribute or by its own style; style sheets are not read.
bool is_hidden(const GumboNode& element);

/// Navigation, page heads and feet, forms: by the element, or the role it declares
/// (https://www.w3.org/TR/wai-aria-1.2/#landmark_roles).
bool is_furniture(const GumboNode& element);

/// The kind of a block of `tag` inside one of kind `outer`.
BlockKind told_by(GumboTag tag, BlockKind outer);

}  // namespace relata
