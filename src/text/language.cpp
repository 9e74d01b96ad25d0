#include "text/language.hpp"

#include <cld2/public/compact_lang_det.h>
#include <unicode/uloc.h>

#include <array>
#include <cstdint>

namespace relata {
namespace {

/// The start tells; CLD2 takes 1 ms for 100 KB.
constexpr std::size_t kDetectionBytes = std::size_t{32} << 10;
/// CLD2 is made for 200 letters and more. Below, the names in an English sentence can outweigh its
/// words, and a sentence of another language is dear to nobody.
constexpr int kMinTextBytes = 200;
/// Of the text, for the language to be that of the text.
constexpr int kMinPercent = 60;

std::string_view beginning(std::string_view text) {
  if (text.size() <= kDetectionBytes) return text;
  std::size_t end = kDetectionBytes;
  while (end > 0 && (text[end] & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

std::string detect_language(std::string_view text) {
  const std::string_view start = beginning(text);
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  int text_bytes = 0;
  bool reliable = false;
  CLD2::DetectLanguageSummary(start.data(), static_cast<int>(start.size()), true, languages.data(),
                              percents.data(), &text_bytes, &reliable);
  if (!reliable || text_bytes < kMinTextBytes || percents[0] < kMinPercent) return "";
  return language_of_tag(CLD2::LanguageCode(languages[0]));
}

std::string language_of_tag(std::string_view tag) {
  const std::string wanted(tag.substr(0, 64));
  std::array<char, ULOC_FULLNAME_CAPACITY> canonical{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t size = uloc_toLanguageTag(
      wanted.c_str(), canonical.data(), static_cast<std::int32_t>(canonical.size()), 1, &status);
  if (U_FAILURE(status) || size <= 0 || status == U_STRING_NOT_TERMINATED_WARNING) return "";
  const std::string_view all(canonical.data(), static_cast<std::size_t>(size));
  const std::string language(all.substr(0, all.find('-')));
  return language == "und" || language == "un" || language.size() > 3 ? "" : language;
}

}  // namespace relata
