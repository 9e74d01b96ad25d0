// Labels of what was denied: on a drawing there is nothing but the label.
#pragma once

#include <string>
#include <string_view>

namespace relata {

/// True of "did not sign", "no licence", "were barred from leaving", "refused to comment": the
/// words themselves say that it did not happen, or that there was none.
bool says_no(std::string_view text);

/// The label of a negative fact, which says so: "has" of "has no heirs" is "has no", "will be sent
/// to" of "no officers will be sent to" is "will not be sent to", "entering" of "barred him from
/// entering" is "not entering". `object` is the text of the other end.
std::string denied_label(const std::string& label, const std::string& object);

}  // namespace relata
