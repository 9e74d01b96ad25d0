#include "relata/text/document.hpp"

#include <algorithm>
#include <cassert>

namespace relata {
namespace {

bool is_byte_for_byte(const SourceMap::Run& run) { return run.text_size == run.source_size; }

bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

std::size_t count_starts(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_code_point));
}

}  // namespace

SourceMap SourceMap::identity(std::size_t size, std::size_t source_start) {
  SourceMap map;
  if (size != 0) map.runs_.push_back({0, size, source_start, size});
  return map;
}

void SourceMap::append(const Run& run) {
  if (run.text_size == 0) return;
  assert(run.text_start == (runs_.empty() ? 0 : runs_.back().text_start + runs_.back().text_size) &&
         "runs cover the text without gaps");
  if (!runs_.empty() && is_byte_for_byte(runs_.back()) && is_byte_for_byte(run)) {
    Run& last = runs_.back();
    if (last.source_start + last.source_size == run.source_start) {
      last.text_size += run.text_size;
      last.source_size += run.source_size;
      return;
    }
  }
  runs_.push_back(run);
}

Span SourceMap::to_source(Span text) const {
  if (runs_.empty()) return {};
  const auto run_at = [&](std::size_t byte) -> const Run& {
    const auto after = std::upper_bound(
        runs_.begin(), runs_.end(), byte,
        [](std::size_t position, const Run& run) { return position < run.text_start; });
    assert(after != runs_.begin());
    return *(after - 1);
  };
  const Run& first = run_at(text.start);
  const std::size_t into = std::min(text.start - first.text_start, first.text_size);
  std::size_t start = first.source_start;
  if (is_byte_for_byte(first)) {
    start += into;
  } else if (into == first.text_size) {
    start += first.source_size;
  }
  if (text.empty()) return {start, start};
  const Run& last = run_at(text.end - 1);
  std::size_t end = last.source_start + last.source_size;
  if (is_byte_for_byte(last)) end = last.source_start + (text.end - last.text_start);
  return {std::min(start, end), std::max(start, end)};
}

CodePoints::CodePoints(std::string_view text) : text_(text) {
  const bool ascii =
      std::all_of(text.begin(), text.end(), [](char byte) { return (byte & 0x80) == 0; });
  if (ascii) return;
  counts_.reserve(text.size() / 64 + 1);
  std::size_t count = 0;
  for (std::size_t start = 0; start <= text.size(); start += 64) {
    counts_.push_back(count);
    count += count_starts(text.substr(start, 64));
  }
}

std::size_t CodePoints::index(std::size_t byte) const {
  assert(byte <= text_.size());
  if (counts_.empty()) return byte;
  const std::size_t block = byte / 64;
  return counts_[block] + count_starts(text_.substr(block * 64, byte - block * 64));
}

}  // namespace relata
