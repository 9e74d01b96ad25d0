// Gathers small writes into large ones.
#pragma once

#include <string>
#include <string_view>

#include "relata/core/byte_sink.hpp"

namespace relata::detail {

/// Hands bytes on in pieces of some 1 MiB. Call `finish` at the end: what is left is written there
/// and not by the destructor, since a write can throw.
class OutputBuffer {
 public:
  explicit OutputBuffer(ByteSink& sink) : sink_(sink) { text_.reserve(kBytes + kBytes / 4); }

  /// To append to; follow with `flush_full` now and then, at an element or a line.
  std::string& text() noexcept { return text_; }
  OutputBuffer& operator<<(std::string_view bytes) { return text_ += bytes, *this; }

  void flush_full() {
    if (text_.size() >= kBytes) finish();
  }
  void finish() {
    sink_.write(text_);
    text_.clear();
  }

 private:
  static constexpr std::size_t kBytes = std::size_t{1} << 20;

  ByteSink& sink_;
  std::string text_;
};

}  // namespace relata::detail
