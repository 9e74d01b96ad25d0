#include "extract/name_borders.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "extract/english.hpp"
#include "extract/mention_words.hpp"
#include "extract/parts_of_places.hpp"
#include "extract/tree.hpp"

namespace relata {
namespace {

/// Two such words of one head are one name, not two.
bool is_role_of_one(std::string_view relation) {
  return relation.starts_with("nsubj") || relation == "obj" || relation == "obl" ||
         relation == "appos";
}

bool is_one_tagged_name(const Analysis& analysis, std::size_t in, std::size_t first,
                        std::size_t last) {
  return std::any_of(analysis.names.begin(), analysis.names.end(), [&](const Name& name) {
    return name.sentence == in && name.first <= first && last <= name.last;
  });
}

/// The words from the first of the phrase headed by `first` to the last of that headed by `second`,
/// as far as compounds, flat parts and articles go.
WordRange words_of_two(const Sentence& sentence, std::size_t first, std::size_t second) {
  WordRange range{first, second};
  while (range.first > 0 && sentence.words[range.first - 1].head == first + 1 &&
         sentence.words[range.first - 1].deprel.starts_with("compound")) {
    --range.first;
  }
  range.second = flat_end(sentence, second);
  return range;
}

/// Makes one name of the words of a range with the head `head`, to which all within hangs.
void make_one_name(Analysis& analysis, std::size_t in, const WordRange& range, std::size_t head) {
  const auto inside = [&](std::size_t word) { return range.first <= word && word <= range.second; };
  hang_on_head(analysis.sentences[in], range.first, range.second, head);
  for (Mention& mention : analysis.mentions) {
    if (mention.sentence != in || mention.head != head) continue;
    mention.first = std::min(mention.first, range.first);
    mention.last = std::max(mention.last, range.second);
  }
  std::set<std::tuple<std::size_t, std::size_t>> seen;
  std::erase_if(analysis.mentions, [&](const Mention& mention) {
    if (mention.sentence != in || !inside(mention.head)) return false;
    return mention.head != head || !seen.emplace(mention.first, mention.last).second;
  });
  std::erase_if(analysis.names, [&](const Name& name) {
    return name.sentence == in && inside(name.first) && name.first != range.first;
  });
  for (Name& name : analysis.names) {
    if (name.sentence == in && name.first == range.first) {
      name.last = std::max(name.last, range.second);
    }
  }
}

/// Two names of a sentence.
struct Neighbours {
  Name left;
  Name right;
};

/// All of a document that have so many words between them, sentence by sentence, from left to
/// right.
std::vector<Neighbours> find_neighbours(const Analysis& analysis, std::size_t between = 1) {
  std::vector<Name> names;
  std::copy_if(analysis.names.begin(), analysis.names.end(), std::back_inserter(names),
               [&](const Name& name) { return is_valid(analysis, name); });
  std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) {
    return std::tie(a.sentence, a.first) < std::tie(b.sentence, b.first);
  });
  std::vector<Neighbours> found;
  for (std::size_t n = 1; n < names.size(); ++n) {
    const Name& left = names[n - 1];
    const Name& right = names[n];
    if (left.sentence == right.sentence && right.first == left.last + 1 + between) {
      found.push_back({left, right});
    }
  }
  return found;
}

std::optional<NameType> tag_of(const Analysis& analysis, std::size_t in, WordId id) {
  const auto found =
      std::find_if(analysis.names.begin(), analysis.names.end(), [&](const Name& name) {
        return is_valid(analysis, name) && name.sentence == in && name.first <= id &&
               id <= name.last;
      });
  return found == analysis.names.end() ? std::nullopt : std::optional(found->type);
}

bool is_and(const Word& word) {
  const std::string form = lower_ascii(word.form);
  return form == "and" || form == "or";
}

/// A name with a word that means nothing else in the language and is no country's.
bool is_called(const Sentence& sentence, const Name& name, const Lexicon& lexicon) {
  for (WordId id = name.first; id <= name.last; ++id) {
    const std::string& form = sentence.words[id].form;
    if (begins_lower(sentence.words[id]) || tells_country(form, lexicon)) continue;
    if (!lexicon.is_word(form)) return true;
  }
  return false;
}

/// Makes the first of two names the head of both, the second its conjunct.
void coordinate(Analysis& analysis, const Name& left, const Name& right) {
  Sentence& sentence = analysis.sentences[left.sentence];
  const WordId first = name_head(sentence, left.first, left.last);
  const WordId second = name_head(sentence, right.first, right.last);
  for (WordId id = 0; id < sentence.words.size(); ++id) {
    Word& word = sentence.words[id];
    if (word.head == 0 || word.head - 1 != second) continue;
    const bool inside = right.first <= id && id <= right.last;
    // What stands before both ("in", "the") goes with the first.
    if (!inside && id < left.first) word.head = first + 1;
    if (!inside && id > left.last && id < right.first) word.head = second + 1;
  }
  Word& head = sentence.words[first];
  Word& conjunct = sentence.words[second];
  head.head = conjunct.head;
  head.deprel = conjunct.deprel;
  conjunct.head = first + 1;
  conjunct.deprel = "conj";
  for (WordId id = right.first; id <= right.last; ++id) {
    Word& word = sentence.words[id];
    const bool outside =
        word.head == 0 || word.head - 1 < right.first || word.head - 1 > right.last;
    if (id == second || !outside) continue;
    word.head = second + 1;  // "Skien", which hung to the first name
    if (id < second) word.deprel = "compound";
  }
  for (Mention& mention : analysis.mentions) {
    if (mention.sentence != left.sentence) continue;
    if (mention.head == second && mention.first < right.first) mention.first = right.first;
    if (mention.head == first && mention.last > left.last) mention.last = left.last;
  }
}

/// A word that the tagger cut off a name: "Allied" before "Democratic Forces", "East" before
/// "Larnex", "Jan" before "Orel"; not what is something by itself ("Peruvian", "UN", "Judge").
bool is_cut_off(const Sentence& sentence, const Name& left, const Name& right,
                const Lexicon& lexicon) {
  if (left.type != right.type || left.first != left.last) return false;
  const Word& word = sentence.words[left.first];
  const std::string lower = lower_ascii(word.form);
  const bool dash = word.form.ends_with("-") || word.form.ends_with("–");
  if (begins_lower(word) || dash || tells_country(word.form, lexicon)) return false;
  const auto has_small = [](const Word& part) {
    return std::any_of(part.form.begin() + 1, part.form.end(),
                       [](char c) { return c >= 'a' && c <= 'z'; });
  };
  if (left.type == NameType::kPerson) {
    // "CEO Ana Orel"; but "ANA OREL", and "A. Orel".
    const bool letters = word.form.size() > 1 && word.form.back() != '.' && !has_small(word) &&
                         has_small(sentence.words[right.first]);
    return word.upos == Upos::kPropn && !letters && !lexicon.is_title(lower) &&
           !lexicon.can_be_person(lower);
  }
  const bool inside = word.head > right.first && word.head <= right.last + 1;
  const bool describes = inside && word.upos == Upos::kAdj && word.deprel == "amod";
  // "Skien | New"
  const bool alone =
      right.first == right.last && lexicon.is_word(lower_ascii(sentence.words[right.first].form));
  return describes || is_compass_direction(lower) ||
         (has_small(word) && !alone && word.upos == Upos::kPropn && !lexicon.is_word(lower) &&
          lexicon.country_of_capital(word.form).empty());
}

}  // namespace

void join_split_tags(Analysis& analysis, const Lexicon& lexicon) {
  std::pair<std::size_t, std::size_t> joined;  // sentence, and the word behind the last one made
  for (const auto& [left, right] : find_neighbours(analysis, 0)) {
    const Sentence& sentence = analysis.sentences[left.sentence];
    const bool taken = left.sentence == joined.first && left.first < joined.second;
    if (taken || !is_cut_off(sentence, left, right, lexicon)) continue;
    joined = {left.sentence, right.last + 1};
    const WordRange range{left.first, right.last};
    // The head of what is mentioned there, so that the mention stays.
    std::size_t head = name_head(sentence, range.first, range.second);
    std::size_t longest = 0;
    for (const Mention& mention : analysis.mentions) {
      if (!is_valid(analysis, mention) || mention.sentence != left.sentence) continue;
      if (mention.head < range.first || mention.head > range.second) continue;
      const std::size_t size = mention.last + 1 - mention.first;
      if (size > longest) head = mention.head;
      longest = std::max(longest, size);
    }
    make_one_name(analysis, left.sentence, range, head);
  }
}

void join_split_names(Analysis& analysis) {
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    Sentence& sentence = analysis.sentences[i];
    for (std::size_t word = 1; word < sentence.words.size(); ++word) {
      Word& second = sentence.words[word];
      if (second.upos != Upos::kPropn || sentence.words[word - 1].upos != Upos::kPropn) continue;
      const std::size_t first = flat_start(sentence, word - 1);
      const Word& start = sentence.words[first];
      const bool one = is_role_of_one(second.deprel) ||
                       (second.deprel == "nmod" && is_one_tagged_name(analysis, i, first, word));
      if (start.head == 0 || start.head != second.head || start.deprel != second.deprel || !one) {
        continue;
      }
      second.head = first + 1;
      second.deprel = "flat";
      for (Mention& mention : analysis.mentions) {
        const bool whole = mention.sentence == i && mention.head == word && mention.first <= first;
        if (whole) mention.head = first;
      }
    }
  }
}

void join_countries_of_two(Analysis& analysis, const Lexicon& lexicon) {
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    for (std::size_t word = 2; word < analysis.sentences[i].words.size(); ++word) {
      const Sentence& sentence = analysis.sentences[i];
      const Word& second = sentence.words[word];
      if (second.deprel != "conj" || second.upos != Upos::kPropn || second.head == 0 ||
          second.head > word || sentence.words[second.head - 1].upos != Upos::kPropn) {
        continue;
      }
      const std::size_t head = second.head - 1;
      const WordRange range = words_of_two(sentence, head, word);
      if (!lexicon.is_country(text_of(sentence, range))) continue;
      const WordRange left{range.first, head};
      const WordRange right{word, range.second};
      const bool two = lexicon.is_country(text_of(sentence, left)) &&
                       lexicon.is_country(text_of(sentence, right));
      if (!two) make_one_name(analysis, i, range, head);
    }
  }
}

void join_known_places(Analysis& analysis, const Lexicon& lexicon) {
  for (const auto& [left, right] : find_neighbours(analysis)) {
    const Sentence& sentence = analysis.sentences[left.sentence];
    if (sentence.words[left.last + 1].form != ",") continue;
    const std::string text = text_of(sentence, {left.first, left.last}) + " " +
                             text_of(sentence, {right.first, right.last});
    if (lexicon.first_name(text).empty() && lexicon.country_of_capital(text).empty()) continue;
    make_one_name(analysis, left.sentence, {left.first, right.last},
                  name_head(sentence, left.first, left.last));
  }
}

void part_joined_names(Analysis& analysis, const Lexicon& lexicon) {
  for (const auto& [left, right] : find_neighbours(analysis)) {
    const Sentence& sentence = analysis.sentences[left.sentence];
    if (left.type != right.type || !is_and(sentence.words[left.last + 1])) continue;
    if (!is_called(sentence, left, lexicon)) continue;  // "Health and Welfare Department"
    const Word& first = sentence.words[name_head(sentence, left.first, left.last)];
    const WordId second = name_head(sentence, right.first, right.last);
    const bool compound = first.head == second + 1 && first.deprel.starts_with("compound");
    const bool proper = first.upos == Upos::kPropn && sentence.words[second].upos == Upos::kPropn;
    if (compound && proper) coordinate(analysis, left, right);
  }
}

void extend_names_before_nouns(Analysis& analysis, const Lexicon& lexicon) {
  for (Mention& mention : analysis.mentions) {
    if (!is_valid(analysis, mention) || mention.form != MentionForm::kName) continue;
    Sentence& sentence = analysis.sentences[mention.sentence];
    const Word& head = sentence.words[mention.head];
    if (mention.first == 0 || mention.last != mention.head || head.head == 0 ||
        head.head - 1 <= mention.head || !head.deprel.starts_with("compound")) {
      continue;
    }
    const auto hangs_beside = [&](WordId id) {
      const Word& word = sentence.words[id];
      return word.head == head.head &&
             (word.deprel.starts_with("compound") || word.deprel.starts_with("amod"));
    };
    WordId begin = mention.first;
    const WordId before = mention.first - 1;
    if (!hangs_beside(before) || begins_lower(sentence.words[before])) continue;
    const std::string kind = lower_ascii(head.form);
    const bool body =
        lexicon.noun_class(kind) == NounClass::kGroup || lexicon.is_kind_of_organization(kind);
    if (mention.type == MentionType::kOrganization && body) {
      for (WordId size = 1; size <= 2 && size <= mention.first; ++size) {
        const std::string text = text_of(sentence, {mention.first - size, before});
        if (tells_country(text, lexicon)) begin = mention.first - size;
      }
    }
    const char initial = sentence.words[before].form.front();
    if (begin == mention.first && sentence.words[before].upos == Upos::kAdj && initial >= 'A' &&
        initial <= 'Z' && lexicon.country_of_demonym(sentence.words[before].form).empty()) {
      const std::optional<NameType> tag = tag_of(analysis, mention.sentence, before);
      if (tag && tag == tag_of(analysis, mention.sentence, mention.head)) begin = before;
    }
    for (WordId id = begin; id < mention.first; ++id) {
      Word& word = sentence.words[id];
      if (word.head == head.head) word.head = mention.head + 1;
    }
    mention.first = begin;
  }
}

}  // namespace relata
