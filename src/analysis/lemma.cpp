#include "analysis/lemma.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <charconv>

#include "analysis/code_points.hpp"
#include "relata/core/error.hpp"
#include "relata/core/unicode.hpp"

namespace relata {
namespace {

std::u32string change_case(char mode, std::u32string form) {
  if (mode == 'K') return form;
  std::u32string lower = lower_code_points(form);
  if (mode == 'T' && !form.empty()) {
    lower[0] = static_cast<char32_t>(u_toupper(static_cast<UChar32>(form[0])));
  }
  return lower;
}

}  // namespace

std::string apply_lemma_script(std::string_view script, std::string_view form) {
  if (script.starts_with('=')) return std::string(script.substr(1));
  const auto malformed = [&] {
    return Error("lemma script \"" + std::string(script) + "\", expected CASE;CUT;ADD or =LEMMA");
  };
  std::size_t cut = 0;
  if (script.size() < 4 || script[1] != ';' || std::string_view("LTK").find(script[0]) > 2) {
    throw malformed();
  }
  const auto [end, status] = std::from_chars(script.data() + 2, script.data() + script.size(), cut);
  if (status != std::errc() || end == script.data() + script.size() || *end != ';') {
    throw malformed();
  }
  const std::string normal = to_nfc(form);
  const std::u32string base = change_case(script[0], to_code_points(normal));
  std::string lemma;
  for (std::size_t i = 0; i + std::min(cut, base.size()) < base.size(); ++i) {
    append_utf8(base[i], lemma);
  }
  lemma.append(end + 1, script.data() + script.size());
  return lemma.empty() ? normal : lemma;
}

std::string choose_verb_lemma(std::span<const std::string_view> scripts, std::string_view form,
                              const Lexicon& lexicon) {
  for (const std::string_view script : scripts) {
    std::string lemma = apply_lemma_script(script, form);
    if (lexicon.is_verb(lemma)) return lemma;
  }
  return apply_lemma_script(scripts.front(), form);
}

}  // namespace relata
