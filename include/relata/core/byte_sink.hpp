// CONTRACT. Where writers put their bytes.
#pragma once

#include <string>
#include <string_view>

namespace relata {

/// Takes bytes in order. `write` throws Error (a full disk, a closed pipe).
class ByteSink {
 public:
  virtual ~ByteSink() = default;
  virtual void write(std::string_view bytes) = 0;
};

/// Keeps everything in memory, for tests and small outputs.
class StringSink : public ByteSink {
 public:
  void write(std::string_view bytes) override { text_ += bytes; }
  const std::string& text() const noexcept { return text_; }

 private:
  std::string text_;
};

}  // namespace relata
