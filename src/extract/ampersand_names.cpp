#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extract/mention_words.hpp"
#include "extract/name_borders.hpp"
#include "extract/tree.hpp"

namespace relata {
namespace {

constexpr std::string_view kAmpersand = "&";

/// What the document names where no "&" stands before it.
std::set<std::string> names_by_themselves(const Analysis& analysis) {
  std::set<std::string> texts;
  for (const Name& name : analysis.names) {
    if (!is_valid(analysis, name)) continue;
    const Sentence& sentence = analysis.sentences[name.sentence];
    if (name.first > 0 && sentence.words[name.first - 1].form == kAmpersand) continue;
    texts.insert(text_of(sentence, {name.first, name.last}));
  }
  return texts;
}

/// All of a body's name with "&" in it: what is tagged as one, or a body's name before and any
/// behind that the document names nowhere else.
std::optional<WordRange> name_with(const Sentence& sentence, const std::vector<Name>& names,
                                   std::size_t sign, const std::set<std::string>& elsewhere) {
  const Name* left = nullptr;
  const Name* right = nullptr;
  for (const Name& name : names) {
    const bool around = name.first < sign && sign <= name.last;
    if (around && name.type == NameType::kOrganization) left = &name;
    if (name.first < sign && name.last + 1 == sign) left = &name;
    if (name.first == sign + 1) right = &name;
  }
  if (left == nullptr) return std::nullopt;
  // "Orel & Daughter", "Orel & Co": what has a capital and is nobody by itself.
  const Word& next = sentence.words[sign + 1];
  const bool partner = right == nullptr && left->last + 1 == sign && !begins_lower(next) &&
                       (next.upos == Upos::kNoun || next.upos == Upos::kPropn);
  if (left->type != NameType::kOrganization) {
    return partner ? std::optional(WordRange{left->first, sign + 1}) : std::nullopt;
  }
  if (left->last > sign) return WordRange{left->first, left->last};
  if (right == nullptr) return std::nullopt;
  if (elsewhere.contains(text_of(sentence, {right->first, right->last}))) return std::nullopt;
  return WordRange{left->first, right->last};
}

/// The first word of the range that hangs on one outside.
std::size_t head_of(const Sentence& sentence, const WordRange& range) {
  for (std::size_t id = range.first; id <= range.second; ++id) {
    const std::size_t above = sentence.words[id].head;
    if (above == 0 || above - 1 < range.first || above - 1 > range.second) return id;
  }
  return range.first;
}

/// One name, headed by `head`, in place of what stands in the range.
void make_one(Analysis& analysis, std::size_t in, const WordRange& range, std::size_t head) {
  Sentence& sentence = analysis.sentences[in];
  const auto inside = [&](std::size_t id) { return range.first <= id && id <= range.second; };
  hang_on_head(sentence, range.first, range.second, head);
  for (std::size_t id = range.first; id < head; ++id) sentence.words[id].deprel = "compound";
  // The mention of most of the name is that of the whole.
  Mention* whole = nullptr;
  for (Mention& mention : analysis.mentions) {
    if (mention.sentence != in || !is_valid(analysis, mention) || !inside(mention.head)) continue;
    if (whole == nullptr || mention.last - mention.first > whole->last - whole->first) {
      whole = &mention;
    }
  }
  if (whole != nullptr) {
    whole->first = std::min(whole->first, range.first);
    whole->last = std::max(whole->last, range.second);
    whole->head = head;
    whole->form = MentionForm::kName;
    if (whole->type == MentionType::kPlace || whole->type == MentionType::kPerson) {
      whole->type = MentionType::kOrganization;
    }
    const Mention kept = *whole;
    std::erase_if(analysis.mentions, [&](const Mention& mention) {
      return mention.sentence == in && inside(mention.head) && !(mention == kept);
    });
  }
  std::erase_if(analysis.names, [&](const Name& name) {
    return name.sentence == in && inside(name.first) && inside(name.last);
  });
  Name name;
  name.sentence = in;
  name.first = range.first;
  name.last = range.second;
  name.type = NameType::kOrganization;
  analysis.names.push_back(name);
}

}  // namespace

void join_ampersand_names(Analysis& analysis) {
  std::optional<std::set<std::string>> elsewhere;  // of a document with "&" alone
  for (std::size_t in = 0; in < analysis.sentences.size(); ++in) {
    for (std::size_t sign = 1; sign + 1 < analysis.sentences[in].words.size(); ++sign) {
      if (analysis.sentences[in].words[sign].form != kAmpersand) continue;
      if (!elsewhere) elsewhere = names_by_themselves(analysis);
      std::vector<Name> names;
      std::copy_if(
          analysis.names.begin(), analysis.names.end(), std::back_inserter(names),
          [&](const Name& name) { return name.sentence == in && is_valid(analysis, name); });
      const Sentence& sentence = analysis.sentences[in];
      const std::optional<WordRange> range = name_with(sentence, names, sign, *elsewhere);
      if (!range) continue;
      make_one(analysis, in, *range, head_of(sentence, *range));
      elsewhere.reset();
    }
  }
}

}  // namespace relata
