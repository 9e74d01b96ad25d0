// Character references of HTML, "&amp;" and "&#8217;", in the words of the parser itself.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace relata {

/// What the bytes from a '&' on stand for.
struct CharacterReference {
  std::string text;      ///< one or two characters; empty when the '&' is a mere character
  std::size_t size = 0;  ///< bytes of the reference
};

/// Asks the parser, once for each spelling: its table of names has no public interface.
class CharacterReferences {
 public:
  CharacterReference at(std::string_view page, std::size_t ampersand);

 private:
  std::map<std::string, CharacterReference, std::less<>> known_;
};

}  // namespace relata
