// Inputs cut into pieces of work: a whole file, or some lines of one that consists of lines.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "relata/core/input_files.hpp"
#include "relata/text/read_document.hpp"

namespace relata {

/// Bytes of one file that read_documents can take by themselves, or why there are none.
struct InputChunk {
  bool readable = false;  ///< there are bytes to read; none at all is for the reader to complain of
  std::string bytes;
  std::string id;
  std::string file;
  std::uint64_t line = 1;
  std::uint64_t offset = 0;
  InputFormat format = InputFormat::kText;
  std::vector<SkippedDocument> skipped;  ///< a file that can't be read, lines that are too long
};

/// Gives the chunks of all inputs in order. `next` is for one thread at a time, the counters for
/// any.
class InputChunks {
 public:
  InputChunks(std::vector<InputFile> inputs, const ReadOptions& options);

  std::optional<InputChunk> next();

  std::uint64_t bytes_used() const noexcept { return bytes_used_; }
  /// Sum of the file sizes; 0 if one of them is no regular file.
  std::uint64_t bytes_total() const noexcept { return bytes_total_; }

 private:
  struct OpenFile;

  InputChunk open(const InputFile& input);
  InputChunk lines();

  std::vector<InputFile> inputs_;
  ReadOptions options_;
  std::size_t next_input_ = 0;
  std::shared_ptr<OpenFile> open_;  ///< a file of lines that is not at its end
  std::uint64_t bytes_of_closed_ = 0;
  std::atomic<std::uint64_t> bytes_used_ = 0;
  std::uint64_t bytes_total_ = 0;
};

/// Sum of the sizes of `inputs`; 0 if one of them is no regular file.
std::uint64_t total_bytes(const std::vector<InputFile>& inputs);

}  // namespace relata
