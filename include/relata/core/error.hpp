// What went wrong, and where.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>

namespace relata {

/// A place in an input. Unknown parts stay empty; `line` counts from 1, `offset` is in bytes from
/// 0.
struct Place {
  std::string file;
  std::optional<std::uint64_t> line;
  std::optional<std::uint64_t> offset;

  friend bool operator==(const Place&, const Place&) = default;
};

/// The one exception type of relata. Each level adds the part of the place that it knows.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message, Place place = {})
      : std::runtime_error(message), place_(std::move(place)) {}

  const Place& place() const noexcept { return place_; }

  /// The same message with the parts of `outer` that this place lacks.
  Error at(const Place& outer) const {
    Place merged = place_;
    if (merged.file.empty()) merged.file = outer.file;
    if (!merged.line) merged.line = outer.line;
    if (!merged.offset) merged.offset = outer.offset;
    return Error(what(), merged);
  }

 private:
  Place place_;
};

/// "file:line (byte offset): message", without the parts that are unknown.
std::string describe(const Error& error);

}  // namespace relata
