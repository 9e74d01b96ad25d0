#include "analysis/document_words.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

namespace relata {
namespace {

/// Shortest and longest piece of an overlong sentence; its best end in between is the cut.
constexpr std::size_t kShortestCut = 40;

/// A section ends with the block that reaches this many words; most articles are one section.
constexpr std::size_t kSectionWords = 8192;

DocumentWords given_words(const Document& document) {
  DocumentWords out;
  for (const GivenSentence& sentence : document.given) {
    if (sentence.words.empty()) continue;
    const std::size_t first = out.words.size();
    if (sentence.paragraph_start || out.blocks.empty()) {
      out.blocks.push_back({first, first, Zone::kText});
    }
    const std::size_t before = first - out.blocks.back().first;
    for (const GivenWord& given : sentence.words) {
      Word word;
      word.span = given.span;
      word.form = given.form;
      word.token_end = given.token_end == 0 ? 0 : before + given.token_end;
      out.words.push_back(std::move(word));
    }
    out.blocks.back().end = out.words.size();
    out.given.push_back(
        {first, out.words.size(), Zone::kText, sentence.paragraph_start, sentence.sent_id});
  }
  return out;
}

/// For each word of a block whether the next one belongs to the same multiword token.
std::vector<bool> token_goes_on(const DocumentWords& words, const BlockRange& block) {
  std::vector<bool> goes_on(block.end - block.first, false);
  for (std::size_t i = 0; i < goes_on.size(); ++i) {
    const std::size_t token_end = std::min(words.words[block.first + i].token_end, goes_on.size());
    for (std::size_t j = i; j + 1 < token_end; ++j) goes_on[j] = true;
  }
  return goes_on;
}

bool is_one_of(std::string_view form, std::initializer_list<std::string_view> marks) {
  return std::find(marks.begin(), marks.end(), form) != marks.end();
}

/// True between a word or comma and a word in small letters that is no address.
bool goes_on_small(std::string_view last, std::string_view next) {
  const auto in = [](char c, char low, char high) { return low <= c && c <= high; };
  if (last.empty() || next.empty() || !in(next.front(), 'a', 'z')) return false;
  if (next.find("://") != std::string_view::npos || next.starts_with("www.")) return false;
  const char end = last.back();
  return end == ',' || in(end, 'a', 'z') || in(end, 'A', 'Z') || in(end, '0', '9');
}

/// For each word of a block whether its sentence ends with it, by the logits and by what no English
/// sentence does: none begins with a bracket or quotation mark that closes, none ends with one that
/// opens. The two quotation marks that look alike are told apart by the side that a blank is on.
/// Nor does one end with a word or a comma before a small letter: of such ends in EWT dev 17 of 47
/// are right, most of them in lists of files, and in news one in fifty.
std::vector<bool> sentence_ends(const DocumentWords& words, const BlockRange& block,
                                const std::vector<WordTags>& tags) {
  const std::size_t size = block.end - block.first;
  const auto clings = [&](std::size_t i) {  // word i to the one behind it
    return i + 1 < size &&
           words.words[block.first + i].span.end == words.words[block.first + i + 1].span.start;
  };
  const auto is_quote = [](std::string_view form) {
    return is_one_of(form, {"\"", "'", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x98",
                            "\xE2\x80\x99", "\xC2\xAB", "\xC2\xBB"});
  };
  std::vector<bool> ends(size);
  for (std::size_t i = 0; i < size; ++i) {
    const std::size_t word = block.first + i;
    ends[i] = tags[word].sentence_end > 0 &&
              (i + 1 == size || !goes_on_small(words.words[word].form, words.words[word + 1].form));
  }
  for (std::size_t i = 0; i + 1 < size; ++i) {
    if (!ends[i]) continue;
    const std::string& next = words.words[block.first + i + 1].form;
    const std::string& last = words.words[block.first + i].form;
    if (is_one_of(next, {")", "]", "}"}) || (is_quote(next) && clings(i) && !clings(i + 1))) {
      ends[i] = false;
      ends[i + 1] = true;
    } else if (i > 0 && clings(i) && !clings(i - 1) &&
               (is_quote(last) || is_one_of(last, {"(", "[", "{"}))) {
      ends[i] = false;
      ends[i - 1] = true;
    }
  }
  return ends;
}

void split_block(const DocumentWords& words, const BlockRange& block,
                 const std::vector<WordTags>& tags, std::vector<SentenceRange>& out) {
  const std::vector<bool> goes_on = token_goes_on(words, block);
  const std::vector<bool> sentence_end = sentence_ends(words, block, tags);
  bool paragraph_start = true;
  const auto finish = [&](std::size_t first, std::size_t end) {
    out.push_back({first, end, block.zone, paragraph_start, {}});
    paragraph_start = false;
  };
  const auto finish_cut = [&](std::size_t first, std::size_t end) {
    while (end - first > kLongestTree) {
      std::size_t best = first + kLongestTree - 1;
      bool found = false;
      for (std::size_t i = first + kShortestCut - 1; i < first + kLongestTree; ++i) {
        if (goes_on[i - block.first]) continue;
        if (!found || tags[i].sentence_end > tags[best].sentence_end) best = i;
        found = true;
      }
      finish(first, best + 1);
      first = best + 1;
    }
    finish(first, end);
  };
  std::size_t first = block.first;
  bool ends = false;
  for (std::size_t i = block.first; i < block.end; ++i) {
    ends = ends || sentence_end[i - block.first];
    if (goes_on[i - block.first] || (!ends && i + 1 < block.end)) continue;
    finish_cut(first, i + 1);
    first = i + 1;
    ends = false;
  }
}

}  // namespace

DocumentWords document_words(const Document& document, const TokeniserWeights& tokeniser) {
  if (!document.given.empty()) return given_words(document);
  DocumentWords out;
  for (BlockWords& block : tokenise(document, tokeniser)) {
    if (block.words.empty()) continue;
    const bool furniture = document.blocks[block.block].kind == BlockKind::kFurniture;
    const std::size_t first = out.words.size();
    out.words.insert(out.words.end(), std::make_move_iterator(block.words.begin()),
                     std::make_move_iterator(block.words.end()));
    out.blocks.push_back({first, out.words.size(), furniture ? Zone::kFurniture : Zone::kText});
  }
  return out;
}

std::vector<DocumentWords> cut_sections(DocumentWords words) {
  std::vector<DocumentWords> out;
  auto given = words.given.begin();
  std::size_t first = 0;  // of the section, in `words`
  for (const BlockRange& block : words.blocks) {
    if (out.empty() || block.first - first >= kSectionWords) {
      out.emplace_back();
      first = block.first;
    }
    DocumentWords& section = out.back();
    const auto begin = words.words.begin();
    section.words.insert(section.words.end(),
                         std::make_move_iterator(begin + static_cast<std::ptrdiff_t>(block.first)),
                         std::make_move_iterator(begin + static_cast<std::ptrdiff_t>(block.end)));
    section.blocks.push_back({block.first - first, block.end - first, block.zone});
    for (; given != words.given.end() && given->first < block.end; ++given) {
      section.given.push_back(std::move(*given));
      section.given.back().first -= first;
      section.given.back().end -= first;
    }
  }
  return out;
}

std::vector<SentenceRange> sentence_ranges(const Document& document, const DocumentWords& words,
                                           const std::vector<WordTags>& tags) {
  if (!words.given.empty()) return words.given;
  std::vector<SentenceRange> out;
  for (const BlockRange& block : words.blocks) {
    if (document.split_sentences) {
      split_block(words, block, tags, out);
    } else {
      out.push_back({block.first, block.end, block.zone, true, {}});
    }
  }
  return out;
}

}  // namespace relata
