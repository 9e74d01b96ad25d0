// Input files: which ones, and their bytes, unpacked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace relata {

struct InputFile {
  std::string path;  ///< "-" is standard input
  /// The path below the INPUT folder, or the file's name, without .gz or .zst and without the
  /// ending before it: what a document of this file is called. "stdin" for "-".
  std::string id;

  friend bool operator==(const InputFile&, const InputFile&) = default;
};

/// The files that `inputs` name, in their order. A folder stands for all files below it in the
/// order of their paths' bytes, but hidden ones; links to folders in it are not followed, so that
/// the walk ends. What is missing or can't be walked is given as if it were a file: opening it says
/// why, and costs nothing else.
std::vector<InputFile> expand_inputs(std::span<const std::string> inputs);

/// The bytes of a file, of standard input or of a pipe, unpacked if they are gzip (RFC 1952) or
/// Zstandard (RFC 8878) data by their first bytes. All errors name the file, and the byte of the
/// packed file where it is damaged.
class InputStream {
 public:
  /// Throws Error when `path` can't be opened, is a folder, or ends in .gz or .zst without being
  /// so.
  explicit InputStream(const std::string& path);
  ~InputStream();
  InputStream(const InputStream&) = delete;
  InputStream& operator=(const InputStream&) = delete;

  /// The first bytes (4 KiB, or all there are), to tell the format by; they are still to be read.
  std::string_view beginning();

  /// For messages; "stdin" for "-".
  const std::string& path() const noexcept;

  /// How much of the packed file has been used: for progress.
  std::uint64_t packed_bytes_used() const noexcept;

  /// Fills `buffer` as far as the input goes; fewer bytes than asked for only at its end.
  std::size_t read(std::span<char> buffer);

 private:
  class Source;
  class Decoder;
  std::unique_ptr<Source> source_;
  std::unique_ptr<Decoder> decoder_;
  std::string beginning_;
  std::size_t beginning_used_ = 0;
};

/// The rest of `input` in memory. Throws Error when that is more than `max_bytes`.
std::string read_all(InputStream& input, std::uint64_t max_bytes);

/// The whole file in memory.
std::string read_input(const std::string& path, std::uint64_t max_bytes);

/// The lines of a stream, one in memory at a time.
class LineReader {
 public:
  struct Line {
    std::string_view text;     ///< without its line break (LF or CR LF); valid until the next call
    std::string_view raw;      ///< with it
    std::uint64_t number = 0;  ///< from 1
    std::uint64_t offset = 0;  ///< of its first byte in the unpacked input
    std::uint64_t bytes = 0;   ///< its length with the break; more than raw has if over the limit
  };

  /// Of a line of more than `max_line_bytes` only that much is kept; the rest is read past.
  LineReader(InputStream& input, std::size_t max_line_bytes);

  std::optional<Line> next();

 private:
  bool fill();

  InputStream& input_;
  const std::size_t max_line_bytes_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  ///< of what is not yet given out of buffer_
  std::size_t end_ = 0;
  std::string line_;
  std::uint64_t number_ = 0;
  std::uint64_t offset_ = 0;
};

}  // namespace relata
