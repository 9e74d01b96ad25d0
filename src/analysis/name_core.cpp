#include "analysis/name_core.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "analysis/code_points.hpp"
#include "relata/core/unicode.hpp"

namespace relata {
namespace {

bool is_capitalised(const Word& word) {
  if (word.form.empty()) return false;
  const char32_t first = to_code_points(word.form).front();
  return is_upper(first) || is_digit(first);
}

struct Range {
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Whether the head has a conjunct inside the mention but outside `name`: "Ana and Eva" is no name,
/// "Smith and Sons" may be one.
bool is_coordinated(const std::vector<Word>& words, const Mention& mention, Range name) {
  for (std::size_t i = mention.first; i <= mention.last; ++i) {
    const bool outside = i < name.first || i > name.last;
    if (outside && words[i].head == mention.head + 1 && words[i].deprel.starts_with("conj")) {
      return true;
    }
  }
  return false;
}

/// Capitalised words round the head and inside the mention, over "of" and its like between them.
Range capitalised_range(const std::vector<Word>& words, const Mention& mention) {
  Range range{mention.head, mention.head};
  while (range.first > mention.first && is_capitalised(words[range.first - 1]) &&
         words[range.first - 1].upos != Upos::kDet) {
    --range.first;
  }
  for (std::size_t i = mention.head + 1; i <= mention.last; ++i) {
    if (is_capitalised(words[i])) {
      range.last = i;
    } else if (words[i].upos != Upos::kAdp || i + 1 > mention.last || i != range.last + 1) {
      break;
    }
  }
  return range;
}

/// "gen.", "mr.": an abbreviation longer than an initial.
bool is_abbreviation(const std::string& word) {
  return word.size() > 2 && word.back() == '.' && word.find('.') + 1 == word.size();
}

/// The letters of a word in capitals without its periods, folded; empty for other words and those
/// of one letter.
std::string acronym_letters(std::string_view form) {
  std::u32string letters = to_code_points(form);
  std::erase(letters, U'.');
  if (letters.size() < 2 || !std::all_of(letters.begin(), letters.end(), is_upper)) return {};
  std::string out;
  for (const char32_t c : letters) append_utf8(c, out);
  return fold_for_key(out);
}

/// "Huisman-Bloch" is one word of a person's name; "al-Roux" is Roux.
bool continues_word(const std::vector<Word>& words, std::size_t i, const NameCore& core) {
  constexpr std::size_t kArticle = 3;  // "al", "ash"
  return i > 0 && words[i - 1].form == "-" && !core.words.empty() &&
         core.words.back().size() > kArticle;
}

/// Honorifics in front go; what stands before the name tells of it.
void read_front(const std::vector<Word>& words, Range& range, NameCore& core) {
  const auto gender_at = [&](std::size_t i) {
    return gender_of_honorific(fold_for_key(words[i].form));
  };
  while (range.first < range.last && gender_at(range.first) != Gender::kUnknown) {
    core.gender = gender_at(range.first++);
  }
  std::size_t before = range.first;
  while (before > 0 && is_capitalised(words[before - 1]) && words[before - 1].upos != Upos::kDet) {
    --before;
  }
  if (before < range.first) {
    const std::size_t last = range.first - 1;
    if (core.gender == Gender::kUnknown) core.gender = gender_at(last);
    const Upos upos = words[last].upos;
    if (upos == Upos::kPropn || upos == Upos::kNoun) core.title = fold_for_key(words[last].form);
  }
  constexpr std::array<std::string_view, 5> kOther = {"another", "other", "elder", "older",
                                                      "younger"};
  core.another =
      before > 0 && std::find(kOther.begin(), kOther.end(), words[before - 1].form) != kOther.end();
}

NameCore make_core(const std::vector<Word>& words, Range range, bool person) {
  NameCore core;
  if (person) read_front(words, range, core);
  std::string form;      // of the last word
  std::string initials;  // before folding
  for (std::size_t i = range.first; i <= range.last; ++i) {
    const Upos upos = words[i].upos;
    if (upos == Upos::kPart || upos == Upos::kPunct || upos == Upos::kDet) continue;
    form = words[i].form;
    if (person && i > range.first && continues_word(words, i, core)) {
      core.words.back() += '-' + fold_for_key(form);
    } else {
      core.words.push_back(fold_for_key(form));
    }
    if (is_capitalised(words[i])) append_utf8(to_code_points(form).front(), initials);
  }
  while (core.words.size() > 1 && is_abbreviation(core.words.front())) {
    core.words.erase(core.words.begin());
  }
  for (const std::string& word : core.words) {
    if (!core.key.empty()) core.key += ' ';
    core.key += word;
  }
  if (core.words.size() == 1) core.letters = acronym_letters(form);
  if (count_code_points(initials) >= 2) core.initials = fold_for_key(initials);
  return core;
}

std::string_view without_period(std::string_view word) {
  return word.ends_with('.') ? word.substr(0, word.size() - 1) : word;
}

/// "j." and "jean", "rob" and "robert".
bool may_be_same_given_name(std::string_view a, std::string_view b) {
  a = without_period(a);
  b = without_period(b);
  return a.starts_with(b) || b.starts_with(a);
}

/// "jr.", "iii".
bool is_suffix(std::string_view word) {
  constexpr std::array<std::string_view, 5> kSuffixes = {"jr", "sr", "ii", "iii", "iv"};
  return std::find(kSuffixes.begin(), kSuffixes.end(), without_period(word)) != kSuffixes.end();
}

/// "Jean Jr." is no man who is called in full without it.
bool is_another_generation(const NameCore& a, const NameCore& b) {
  const auto is_brief = [](const NameCore& core) {
    return core.words.size() == 2 && is_suffix(core.words.back());
  };
  return (is_brief(a) && b.words.size() > 1 && !is_suffix(b.words.back())) ||
         (is_brief(b) && a.words.size() > 1 && !is_suffix(a.words.back()));
}

bool share_word(const NameCore& a, const NameCore& b) {
  constexpr std::size_t kTelling = 3;  // shorter beginnings say nothing
  for (const std::string& x : a.words) {
    for (const std::string& y : b.words) {
      const std::size_t shorter = std::min(x.size(), y.size());
      if (x == y || (shorter >= kTelling && (x.starts_with(y) || y.starts_with(x)))) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<NameCore> find_name_cores(const Analysis& analysis) {
  std::map<std::pair<std::size_t, std::size_t>, Range> names;  // (sentence, word) → its flat name
  for (const Name& name : analysis.names) {
    for (std::size_t i = name.first; i <= name.last; ++i) {
      names[{name.sentence, i}] = {name.first, name.last};
    }
  }
  std::vector<NameCore> cores(analysis.mentions.size());
  for (std::size_t m = 0; m < cores.size(); ++m) {
    const Mention& mention = analysis.mentions[m];
    const std::vector<Word>& words = analysis.sentences[mention.sentence].words;
    const auto flat = names.find({mention.sentence, mention.head});
    if (flat == names.end() && words[mention.head].upos != Upos::kPropn) continue;
    const Range range = flat == names.end() ? capitalised_range(words, mention)
                                            : Range{std::max(flat->second.first, mention.first),
                                                    std::min(flat->second.last, mention.last)};
    if (!is_coordinated(words, mention, range)) {
      cores[m] = make_core(words, range, mention.type == MentionType::kPerson);
    }
  }
  return cores;
}

NameAgreement compare_names(const NameCore& a, const NameCore& b, MentionType type) {
  if (a.empty() || b.empty()) return NameAgreement::kUnclear;
  if (a.key == b.key) return NameAgreement::kSame;
  if (!a.letters.empty() && a.letters == b.initials) return NameAgreement::kAcronym;
  if (!b.letters.empty() && b.letters == a.initials) return NameAgreement::kAcronym;
  if (!share_word(a, b)) return NameAgreement::kDisjoint;
  if (type != MentionType::kPerson) return NameAgreement::kUnclear;
  if (is_another_generation(a, b)) return NameAgreement::kConflict;
  const NameCore& longer = a.words.size() >= b.words.size() ? a : b;
  const NameCore& shorter = a.words.size() >= b.words.size() ? b : a;
  if (shorter.words.size() == 1) {
    const std::string& word = shorter.words[0];
    return longer.words.size() > 1 && (word == longer.words.back() || word == longer.words.front())
               ? NameAgreement::kPart
               : NameAgreement::kUnclear;
  }
  if (a.words.back() == b.words.back() &&
      !may_be_same_given_name(a.words.front(), b.words.front())) {
    return NameAgreement::kConflict;
  }
  return NameAgreement::kUnclear;
}

}  // namespace relata
