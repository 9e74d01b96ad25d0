// Lemmas out of word forms, by the scripts that the model chooses among.
#pragma once

#include <string>
#include <string_view>

namespace relata {

/// "CASE;CUT;ADD" or "=LEMMA" (docs/analysis-model.md, "Lemma scripts") applied to a word form,
/// which is put into NFC first. A script that would leave nothing gives the form itself.
/// Throws Error for a script of another shape.
std::string apply_lemma_script(std::string_view script, std::string_view form);

}  // namespace relata
