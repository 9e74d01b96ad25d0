#include "pipeline/input_chunks.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

namespace relata {
namespace {

/// Enough lines to make handing them over cheap, few enough to keep all threads at work.
constexpr std::size_t kChunkBytes = std::size_t{32} << 10;

SkippedDocument fault(std::string id, Error error) {
  return {std::move(id), SkippedDocument::Reason::kFault, std::move(error)};
}

}  // namespace

struct InputChunks::OpenFile {
  OpenFile(std::string file_id, const std::string& path) : id(std::move(file_id)), stream(path) {}

  std::string id;
  InputStream stream;
  InputFormat format = InputFormat::kText;
  std::optional<LineReader> lines;
  bool is_empty = true;  ///< nothing has come out of it yet
};

std::uint64_t total_bytes(const std::vector<InputFile>& inputs) {
  std::uint64_t total = 0;
  for (const InputFile& input : inputs) {
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(input.path, error);
    if (error) return 0;
    total += size;
  }
  return total;
}

InputChunks::InputChunks(std::vector<InputFile> inputs, const ReadOptions& options)
    : inputs_(std::move(inputs)), options_(options), bytes_total_(total_bytes(inputs_)) {}

std::optional<InputChunk> InputChunks::next() {
  if (open_) return lines();
  if (next_input_ == inputs_.size()) return std::nullopt;
  return open(inputs_[next_input_++]);
}

InputChunk InputChunks::open(const InputFile& input) {
  InputChunk chunk;
  chunk.id = input.id;
  chunk.file = input.path;
  try {
    auto file = std::make_shared<OpenFile>(input.id, input.path);
    InputStream& stream = file->stream;
    chunk.file = stream.path();
    file->format = options_.format == InputFormat::kAuto
                       ? detect_format(stream.beginning(), chunk.file)
                       : options_.format;
    if (file->format == InputFormat::kJsonl || file->format == InputFormat::kLines) {
      // Escapes make a line of JSON up to six times as long as the text in it; and other fields.
      file->lines.emplace(stream, 8 * options_.max_document_bytes);
      open_ = std::move(file);
      return lines();
    }
    chunk.format = file->format;
    chunk.bytes = read_all(stream, options_.max_document_bytes);
    chunk.readable = true;
    bytes_of_closed_ += stream.packed_bytes_used();
  } catch (const Error& error) {
    chunk.bytes.clear();
    chunk.skipped.push_back(fault(chunk.id, error));
  }
  bytes_used_ = bytes_of_closed_;
  return chunk;
}

InputChunk InputChunks::lines() {
  InputChunk chunk;
  chunk.id = open_->id;
  chunk.file = open_->stream.path();
  chunk.format = open_->format;
  bool at_end = false;
  try {
    while (chunk.bytes.size() < kChunkBytes) {
      const auto line = open_->lines->next();
      if (!line) {
        at_end = true;
        break;
      }
      if (chunk.bytes.empty()) {
        chunk.line = line->number;
        chunk.offset = line->offset;
      }
      if (line->bytes > line->raw.size()) {
        const std::string limit = std::to_string(options_.max_document_bytes);
        chunk.skipped.push_back(
            fault(chunk.id + ":" + std::to_string(line->number),
                  Error("line of " + std::to_string(line->bytes) + " bytes; a document may have " +
                            limit + ": split it",
                        Place{chunk.file, line->number, line->offset})));
        // The lines so far make a chunk; the next one starts after this line.
        break;
      }
      chunk.bytes += line->raw;
    }
  } catch (const Error& error) {
    chunk.skipped.push_back(fault(chunk.id, error));
    at_end = true;
  }
  chunk.readable = !chunk.bytes.empty() || (at_end && open_->is_empty && chunk.skipped.empty());
  open_->is_empty = false;
  bytes_used_ = bytes_of_closed_ + open_->stream.packed_bytes_used();
  if (at_end) {
    bytes_of_closed_ = bytes_used_;
    open_.reset();
  }
  return chunk;
}

}  // namespace relata
