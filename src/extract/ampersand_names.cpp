#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "extract/mention_words.hpp"
#include "extract/name_borders.hpp"

namespace relata {
namespace {

constexpr std::string_view kAmpersand = "&";

/// All of a body's name with "&" in it: what is tagged as one, or a body's name before and any
/// behind that the document names nowhere else.
std::optional<WordRange> name_with(const Analysis& analysis, std::size_t in, std::size_t sign) {
  const Name* left = nullptr;
  const Name* right = nullptr;
  for (const Name& name : analysis.names) {
    if (name.sentence != in || !is_valid(analysis, name)) continue;
    const bool around = name.first < sign && sign <= name.last;
    if (around && name.type == NameType::kOrganization) left = &name;
    if (name.first < sign && name.last + 1 == sign) left = &name;
    if (name.first == sign + 1) right = &name;
  }
  if (left == nullptr || left->type != NameType::kOrganization) return std::nullopt;
  if (left->last > sign) return WordRange{left->first, left->last};
  if (right == nullptr) return std::nullopt;
  const auto text = [&](const Name& name) {
    return text_of(analysis.sentences[name.sentence], {name.first, name.last});
  };
  const bool known =
      std::any_of(analysis.names.begin(), analysis.names.end(), [&](const Name& name) {
        if (!is_valid(analysis, name) || name.first == 0) return false;
        const std::string& before = analysis.sentences[name.sentence].words[name.first - 1].form;
        return before != kAmpersand && text(name) == text(*right);
      });
  if (known) return std::nullopt;
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
  for (std::size_t id = 0; id < sentence.words.size(); ++id) {
    Word& word = sentence.words[id];
    if (id == head || word.head == 0) continue;
    if (inside(id)) {
      word.head = head + 1;
      word.deprel = id > head ? "flat" : "compound";
    } else if (inside(word.head - 1)) {
      word.head = head + 1;
    }
  }
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
  for (std::size_t in = 0; in < analysis.sentences.size(); ++in) {
    for (std::size_t sign = 1; sign + 1 < analysis.sentences[in].words.size(); ++sign) {
      if (analysis.sentences[in].words[sign].form != kAmpersand) continue;
      const std::optional<WordRange> range = name_with(analysis, in, sign);
      if (!range) continue;
      make_one(analysis, in, *range, head_of(analysis.sentences[in], *range));
    }
  }
}

}  // namespace relata
