#include <utility>

#include "pipeline/input_chunks.hpp"
#include "relata/pipeline/pipeline.hpp"

namespace relata {
namespace {

/// A triple carries its sentence; nothing that a document gives comes near this.
constexpr std::size_t kMaxRecordBytes = std::size_t{64} << 20;

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

InputSummary read_record_files(const std::vector<InputFile>& inputs, RecordReader& reader,
                               const ProgressFunction& progress) {
  InputSummary summary;
  summary.files = inputs.size();
  const std::uint64_t total = total_bytes(inputs);
  for (const InputFile& input : inputs) {
    std::uint64_t lines_given = 0;
    try {
      InputStream stream(input.path);
      LineReader lines(stream, kMaxRecordBytes);
      std::uint64_t since_progress = 0;
      while (const auto line = lines.next()) {
        // Of a line over the limit the beginning is given: no JSON, so its document is skipped.
        const Place place{stream.path(), line->number, line->offset};
        if (!is_blank(line->text)) reader.add_line(line->text, place);
        ++lines_given;
        since_progress += line->bytes;
        if (progress && since_progress > (std::uint64_t{1} << 20)) {
          since_progress = 0;
          progress({0, summary.bytes + stream.packed_bytes_used(), total});
        }
      }
      summary.bytes += stream.packed_bytes_used();
    } catch (const Error& error) {
      // What the lines so far have said can't be taken back, and any document may go on in the
      // rest.
      if (lines_given > 0) throw;
      summary.skipped.push_back({input.id, SkippedDocument::Reason::kFault, error});
    }
  }
  return summary;
}

}  // namespace relata
