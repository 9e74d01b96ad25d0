#include "extract/joined_names.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/english.hpp"
#include "extract/language_names.hpp"
#include "extract/mention_words.hpp"

namespace relata {
namespace {

constexpr std::size_t kNone = kNoName;

/// "EPPO", "G20".
bool is_acronym(const std::string& form) {
  const auto capitals =
      std::count_if(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals > 1 && lower_ascii(form).size() == form.size() &&
         std::none_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// The shortest and the longest name headed by each word of a sentence.
struct Names {
  std::size_t shortest = kNone;
  std::size_t longest = kNone;
};

std::vector<std::vector<Names>> names_by_head(const Analysis& analysis) {
  std::vector<std::vector<Names>> by_head;
  for (const Sentence& sentence : analysis.sentences) by_head.emplace_back(sentence.words.size());
  const auto length = [&](std::size_t i) {
    return analysis.mentions[i].last - analysis.mentions[i].first;
  };
  for (std::size_t i = 0; i < analysis.mentions.size(); ++i) {
    const Mention& mention = analysis.mentions[i];
    if (!is_valid(analysis, mention) || mention.form != MentionForm::kName) continue;
    Names& names = by_head[mention.sentence][mention.head];
    if (names.longest == kNone || length(i) > length(names.longest)) names.longest = i;
    if (names.shortest == kNone || length(i) < length(names.shortest)) names.shortest = i;
  }
  return by_head;
}

/// The word of whose name the word at `id` heads another one; kNone if of none.
std::size_t named_by(const Sentence& sentence, std::size_t id) {
  const Word& word = sentence.words[id];
  if (word.head == 0 || word.head > sentence.words.size()) return kNone;
  const std::size_t above = word.head - 1;
  const Word& parent = sentence.words[above];
  if (word.deprel == "appos") {
    const bool in_brackets = id > 0 && sentence.words[id - 1].form == "(";
    return in_brackets && is_acronym(word.form) && !is_agency_of_dateline(sentence, id) ? above
                                                                                        : kNone;
  }
  if (word.deprel == "conj") return name_before_or(sentence, id);
  const bool predicate = word.deprel == "obl" || word.deprel == "xcomp" || word.deprel == "obj";
  if (!predicate || id < above || !is_naming_participle(parent) || parent.head == 0) return kNone;
  return parent.head - 1;
}

/// The head of the largest name that ends where that of `head` does: "the League (of Cities)".
std::size_t whole_name(const Analysis& analysis, const std::vector<Names>& names, std::size_t in,
                       std::size_t head) {
  const Sentence& sentence = analysis.sentences[in];
  while (sentence.words[head].deprel == "nmod" && sentence.words[head].head != 0) {
    const std::size_t above = sentence.words[head].head - 1;
    if (above >= head || sentence.words[above].upos != Upos::kPropn) break;
    if (names[above].longest == kNone) break;
    const Mention& wider = analysis.mentions[names[above].longest];
    // "Colonel Orel of the Institute" is a person's name and where she works.
    if (wider.last < head || wider.type == MentionType::kPerson) break;
    head = above;
  }
  return head;
}

std::string words_of(const Analysis& analysis, const Mention& mention) {
  std::string text;
  for (std::size_t i = mention.first; i <= mention.last; ++i) {
    text += analysis.sentences[mention.sentence].words[i].form + ' ';
  }
  return text;
}

/// Gives the other name, wherever it stands, to the cluster of the name.
void give_name(Analysis& analysis, std::size_t name, std::size_t other) {
  const std::size_t to = analysis.mentions[name].cluster;
  const std::size_t from = analysis.mentions[other].cluster;
  if (to == from) return;
  const std::string text = words_of(analysis, analysis.mentions[other]);
  const MentionType type = analysis.mentions[name].type;
  const bool only_name =
      std::all_of(analysis.mentions.begin(), analysis.mentions.end(), [&](const Mention& mention) {
        return mention.cluster != from || mention.form != MentionForm::kName ||
               !is_valid(analysis, mention) || words_of(analysis, mention) == text;
      });
  for (Mention& mention : analysis.mentions) {
    if (mention.cluster != from || !is_valid(analysis, mention)) continue;
    const bool is_name = mention.form == MentionForm::kName && words_of(analysis, mention) == text;
    if (!is_name && !(only_name && mention.type == type)) continue;
    mention.cluster = to;
    mention.type = type;
  }
}

}  // namespace

bool is_naming_participle(const Word& word) {
  constexpr std::array<std::string_view, 5> kVerbs = {"know", "call", "dub", "nickname",
                                                      "abbreviate"};
  return word.deprel == "acl" && feature(word, "VerbForm") == "Part" &&
         std::find(kVerbs.begin(), kVerbs.end(), word.lemma) != kVerbs.end();
}

bool is_in_capitals(std::string_view form) {
  return !form.empty() &&
         std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_agency_of_dateline(const Sentence& sentence, std::size_t head) {
  constexpr std::size_t kPlace = 8;  // words: "SAN JUAN , Puerto Rico ("
  constexpr std::size_t kAgency = 6;
  const std::vector<Word>& words = sentence.words;
  const auto is_dash = [](const std::string& form) {
    return form == "-" || form == "--" || form == "–" || form == "—";
  };
  std::size_t open = head;
  while (open > 0 && words[open].form != "(") --open;
  std::size_t close = head;
  while (close < words.size() && words[close].form != ")") ++close;
  if (words[open].form != "(" || open > kPlace || close > open + kAgency) return false;
  // "The Dock Union (DU) - the oldest" has an article.
  const bool place = std::all_of(
      words.begin(), words.begin() + static_cast<std::ptrdiff_t>(open), [](const Word& word) {
        return word.upos == Upos::kPropn || word.upos == Upos::kPunct || word.upos == Upos::kNum ||
               word.upos == Upos::kSym || is_in_capitals(word.form);  // "LIMA/NEW DELHI"
      });
  return place && close + 1 < words.size() && is_dash(words[close + 1].form);
}

std::size_t name_before_or(const Sentence& sentence, std::size_t other) {
  const std::vector<Word>& words = sentence.words;
  if (other < 3 || other >= words.size() || words[other].deprel != "conj") return kNoName;
  const std::size_t behind = other + 1;
  const bool ends = behind >= words.size() || words[behind].upos == Upos::kPunct;
  if (!ends || lower_ascii(words[other - 1].form) != "or" || words[other - 2].form != "," ||
      words.back().form == "?") {
    return kNoName;
  }
  const auto count = [&](auto test) { return std::count_if(words.begin(), words.end(), test); };
  // The tree may hang the other name on a noun above: "Colonel Orel of the Institute, or Indeci".
  const std::size_t above = words[other].head;
  const std::size_t head = other - 3;
  if (words[head].upos != Upos::kPropn || above == 0 || above > head + 1) return kNoName;
  const auto parts =
      count([&](const Word& word) { return word.head == above && word.deprel == "conj"; });
  const auto own = count([&](const Word& word) {
    return word.head == other + 1 && word.deprel != "cc" && word.deprel != "punct";
  });
  const std::size_t whole = words[head].head;
  const bool phrase = words[head].deprel == "nmod" && whole > 0 && whole <= head &&
                      words[whole - 1].upos == Upos::kPropn;
  const bool several =
      phrase ||
      std::any_of(
          words.begin(), words.begin() + static_cast<std::ptrdiff_t>(head), [&](const Word& word) {
            return word.head == head + 1 && (word.deprel == "compound" || word.deprel == "amod" ||
                                             word.deprel == "nmod:poss");
          });
  return parts == 1 && own == 0 && several ? head : kNoName;
}

std::size_t last_conjunct(const Sentence& sentence, std::size_t head, std::size_t other) {
  std::size_t last = head;
  for (std::size_t id = head + 1; id < other && id < sentence.words.size(); ++id) {
    const Word& word = sentence.words[id];
    if (word.deprel == "conj" && word.head == head + 1 && word.upos == Upos::kPropn) last = id;
  }
  return last;
}

std::size_t name_before_bracket(const Sentence& sentence, std::size_t above, std::size_t id,
                                const std::function<bool(std::size_t)>& is_person) {
  const std::vector<Word>& words = sentence.words;
  const std::size_t host = last_conjunct(sentence, above, id);
  const bool bracket = id > 1 && words[id - 1].form == "(" && words[id - 2].upos == Upos::kPropn;
  if (!bracket || !is_acronym(words[id].form)) return host;
  const std::size_t before = head_of_name(sentence, id - 2);
  return is_person(host) && !is_person(before) ? before : host;
}

std::size_t head_of_name(const Sentence& sentence, std::size_t last) {
  const std::vector<Word>& words = sentence.words;
  std::size_t head = last;
  while (words[head].head != 0 && words[head].head <= head && words[head].deprel == "flat") {
    head = words[head].head - 1;
  }
  return head;
}

Analysis join_stated_names(Analysis analysis, const Lexicon& lexicon) {
  const auto by_head = names_by_head(analysis);
  for (std::size_t s = 0; s < analysis.sentences.size(); ++s) {
    const Sentence& sentence = analysis.sentences[s];
    for (std::size_t id = 0; id < sentence.words.size(); ++id) {
      const std::size_t other = by_head[s][id].shortest;
      std::size_t head = other == kNone ? kNone : named_by(sentence, id);
      if (head == kNone || head >= sentence.words.size()) continue;
      const auto is_person = [&](std::size_t word) {
        const std::size_t name = by_head[s][word].longest;
        return name != kNone && analysis.mentions[name].type == MentionType::kPerson;
      };
      if (sentence.words[id].deprel == "appos") {
        head = name_before_bracket(sentence, head, id, is_person);
      }
      const std::size_t name = by_head[s][whole_name(analysis, by_head[s], s, head)].longest;
      if (name != kNone) give_name(analysis, name, other);
    }
    for (const LanguageName& stated : find_language_names(sentence, lexicon)) {
      const std::size_t head = head_of_name(sentence, stated.name);
      const std::size_t name = by_head[s][whole_name(analysis, by_head[s], s, head)].longest;
      const std::size_t other = by_head[s][stated.first].longest;
      if (name != kNone && other != kNone) give_name(analysis, name, other);
    }
  }
  return analysis;
}

}  // namespace relata
