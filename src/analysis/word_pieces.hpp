// Words as the model reads them: model form and word pieces.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace relata {

inline constexpr std::size_t kMostPieces = 16;  ///< of one word

/// The word with Penn quotes and brackets, curly quotes, dashes and the ellipsis made plain, in
/// NFC.
std::string model_form(std::string_view form);

/// Cuts model forms into the entries of a vocabulary, longest first. Const and safe to share.
class WordPieces {
 public:
  /// `vocabulary` must live as long; an entry's place is its id. Throws Error without [UNK], [CLS]
  /// and [SEP].
  explicit WordPieces(const std::vector<std::string>& vocabulary);
  explicit WordPieces(std::vector<std::string>&& vocabulary) = delete;

  std::int32_t start_mark() const noexcept { return start_mark_; }  ///< [CLS]
  std::int32_t end_mark() const noexcept { return end_mark_; }      ///< [SEP]

  /// 1 to kMostPieces ids: of a longer word the first 15 and the last one.
  std::vector<std::int32_t> cut(std::string_view model_form) const;

 private:
  void cut_unit(const std::u32string& unit, std::vector<std::int32_t>& pieces) const;
  std::int32_t required(std::string_view entry) const;

  std::unordered_map<std::string_view, std::int32_t> starts_;         ///< "play"
  std::unordered_map<std::string_view, std::int32_t> continuations_;  ///< "##ing", by "ing"
  std::int32_t unknown_ = 0;
  std::int32_t start_mark_ = 0;
  std::int32_t end_mark_ = 0;
};

}  // namespace relata
