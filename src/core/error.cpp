#include "relata/core/error.hpp"

namespace relata {

std::string describe(const Error& error) {
  const Place& place = error.place();
  std::string out = place.file;
  if (place.line) out += (out.empty() ? "line " : ":") + std::to_string(*place.line);
  if (place.offset) {
    out += (out.empty() ? "byte " : " (byte ") + std::to_string(*place.offset);
    if (out.find('(') != std::string::npos) out += ')';
  }
  if (!out.empty()) out += ": ";
  return out + error.what();
}

}  // namespace relata
