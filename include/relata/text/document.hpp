// CONTRACT. A document as read: its text, its blocks, and the way back to the bytes of its file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "relata/core/span.hpp"

namespace relata {

/// What a block of text is. Nothing is deleted from the text; later stages read what they want.
enum class BlockKind {
  kParagraph,
  kHeadline,
  kHeading,  ///< a section heading inside the article
  kListItem,
  kCaption,   ///< of a picture
  kDateline,  ///< "BAMAKO: " at the start of a story; a block of its own, before its paragraph
  kDate,      ///< a line that gives the date of publication or update
  kByline,
  kFurniture,  ///< navigation, share buttons, "Short Url", "Follow"; not analysed
};

/// A run of the text that no sentence crosses. Blocks are in order and do not overlap; what lies
/// between them is white space.
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  Span span;

  friend bool operator==(const Block&, const Block&) = default;
};

/// The map from a text's bytes back to the bytes of the file it was decoded from: runs of equal
/// length map byte for byte, other runs (an entity, a transcoded character) as a whole.
class SourceMap {
 public:
  struct Run {
    std::size_t text_start = 0;
    std::size_t text_size = 0;
    std::size_t source_start = 0;
    std::size_t source_size = 0;
    friend bool operator==(const Run&, const Run&) = default;
  };

  /// Identity over `size` bytes that start at `source_start`.
  static SourceMap identity(std::size_t size, std::size_t source_start = 0);

  /// Runs are appended in text order; adjacent byte-for-byte runs join.
  void append(const Run& run);

  /// The smallest range of source bytes that covers `text`; an empty span gives an empty range.
  Span to_source(Span text) const;

  const std::vector<Run>& runs() const noexcept { return runs_; }

  friend bool operator==(const SourceMap&, const SourceMap&) = default;

 private:
  std::vector<Run> runs_;
};

/// How words were given with the text, when the input was CoNLL-U: sentences and words to respect.
struct GivenWord {
  Span span;         ///< in bytes of the text; words of one multiword token share the token's span
                     ///< unless their forms spell it
  std::string form;  ///< FORM column
  std::size_t token_end = 0;  ///< for the first word of a multiword token: index in the sentence
                              ///< (from 1) of its last word; else 0
};
struct GivenSentence {
  std::string sent_id;
  std::vector<GivenWord> words;
  bool paragraph_start = false;  ///< `# newpar` stood before it
};

struct Document {
  std::string id;
  std::string title;
  std::string date;  ///< ISO 8601, YYYY-MM-DD, or empty
  std::string url;
  std::string language;  ///< ISO 639-1, "en"; empty when not told and not detected
  std::string text;      ///< as decoded, valid UTF-8, before NFC
  std::vector<Block> blocks;
  SourceMap source;
  std::string sha256;       ///< of the original file's bytes (JSON Lines: of the decoded text), hex
  std::uint64_t bytes = 0;  ///< size of what was hashed
  std::string file;         ///< where it was read from, for messages
  std::uint64_t line = 0;   ///< for JSON Lines and lines: line in the file, from 1; else 0
  std::vector<GivenSentence> given;  ///< CoNLL-U input only
  bool split_sentences = true;       ///< false for `--input-format lines`: the text is one sentence
};

/// Turns byte offsets of a text into code point offsets (what records and exports write).
/// Built once a document; each look-up is O(1) for ASCII text, else O(64).
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  std::size_t index(std::size_t byte) const;

 private:
  std::string_view text_;
  std::vector<std::size_t> counts_;  ///< code points before each 64th byte
};

}  // namespace relata
