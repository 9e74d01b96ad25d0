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

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

/// "plan", "stop": one syllable of a single vowel before a single consonant, which endings double.
bool doubles(std::string_view verb) {
  constexpr std::size_t kShortest = 3;
  if (verb.size() < kShortest || std::string_view("wxy").find(verb.back()) != verb.npos)
    return false;
  const auto vowels = std::count_if(verb.begin(), verb.end(), is_vowel);
  // "quit": the u after q is no vowel.
  const bool qu = verb.find("qu") != verb.npos;
  return vowels == (qu ? 2 : 1) && !is_vowel(verb.back()) && is_vowel(verb[verb.size() - 2]);
}

/// False where spelling tells that the form in -ed or -ing is none of the verb's: "fined" of "fin",
/// "planted" of "plan".
bool may_spell(std::string_view verb, std::string_view form) {
  if (verb == form) return true;  // "feed", "bring"
  for (const std::string_view ending : {"ed", "ing"}) {
    if (!form.ends_with(ending)) continue;
    const std::string_view stem = form.substr(0, form.size() - ending.size());
    if (stem == verb) return !doubles(verb);
    if (!verb.empty() && stem.starts_with(verb) && stem.size() == verb.size() + 1) {
      return stem.back() == verb.back() || stem.ends_with("ck");  // "planned", "panicked"
    }
    const std::string_view mute = verb.substr(0, verb.empty() ? 0 : verb.size() - 1);
    const bool e = verb.ends_with('e') && stem == mute;
    const bool y =
        verb.ends_with('y') && stem.ends_with('i') && stem.substr(0, stem.size() - 1) == mute;
    const bool ie = verb.ends_with("ie") && stem.ends_with('y') &&
                    stem.substr(0, stem.size() - 1) == verb.substr(0, verb.size() - 2);
    return e || y || ie;
  }
  return true;
}

/// The verb that a form in -ed or -ing is spelled of, where the lexicon has it: "headquarter" of
/// "headquartered". Empty if there is none.
std::string verb_by_spelling(const std::string& form, const Lexicon& lexicon) {
  for (const std::string_view ending : {"ed", "ing"}) {
    if (!form.ends_with(ending)) continue;
    const std::string stem = form.substr(0, form.size() - ending.size());
    for (const std::string& verb : {stem, stem + 'e', stem.substr(0, stem.size() - 1)}) {
      if (lexicon.is_verb(verb) && may_spell(verb, form)) return verb;
    }
  }
  return {};
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
  const std::string lower = to_lower(form);
  std::string verb;
  for (const std::string_view script : scripts) {
    std::string lemma = apply_lemma_script(script, form);
    if (!lexicon.is_verb(lemma)) continue;
    if (may_spell(lemma, lower)) return lemma;
    if (verb.empty()) verb = std::move(lemma);  // "fed" of "feed"
  }
  if (verb.empty()) verb = verb_by_spelling(lower, lexicon);
  return !verb.empty() ? verb : apply_lemma_script(scripts.front(), form);
}

}  // namespace relata
