#include "extract/quotation.hpp"

#include <algorithm>

namespace relata {
namespace {

enum class Mark { kNone, kOpening, kClosing };

/// Marks open where a space stands before them and none behind, and close the other way round,
/// whatever their shape ("“" may close by mistake); nullopt where spaces do not tell.
std::optional<Mark> mark_by_spaces(const Sentence& sentence, std::size_t word) {
  const std::vector<Word>& words = sentence.words;
  const bool space_before = word == 0 || words[word - 1].span.end < words[word].span.start;
  const bool space_after =
      word + 1 == words.size() || words[word].span.end < words[word + 1].span.start;
  if (space_before && !space_after) return Mark::kOpening;
  if (space_after && !space_before) return Mark::kClosing;
  return std::nullopt;
}

Mark mark_at(const Sentence& sentence, std::size_t word, bool inside) {
  const std::string& form = sentence.words[word].form;
  const bool opens = form == "“" || form == "``" || form == "„" || form == "«";
  const bool closes = form == "”" || form == "''" || form == "»";
  if (!opens && !closes && form != "\"") return Mark::kNone;
  if (const auto mark = mark_by_spaces(sentence, word)) return *mark;
  if (opens) return Mark::kOpening;
  if (closes) return Mark::kClosing;
  return inside ? Mark::kClosing : Mark::kOpening;
}

/// Marks the words of a paragraph, sentences [first, end). False if the marks do not pair up; a
/// speech of several paragraphs opens each and closes only the last.
bool read_paragraph(const std::vector<Sentence>& sentences, std::size_t first, std::size_t end,
                    std::vector<std::vector<bool>>& inside) {
  bool open = false;
  for (std::size_t i = first; i < end; ++i) {
    inside[i].assign(sentences[i].words.size(), false);
    for (std::size_t word = 0; word < sentences[i].words.size(); ++word) {
      const Mark mark = mark_at(sentences[i], word, open);
      if (mark == Mark::kNone) {
        inside[i][word] = open;
      } else if ((mark == Mark::kOpening) == open) {
        return false;
      } else {
        open = !open;
      }
    }
  }
  return true;
}

bool is_wholly_inside(const Sentence& sentence, const std::vector<bool>& inside) {
  bool any = false;
  for (std::size_t word = 0; word < sentence.words.size(); ++word) {
    if (sentence.words[word].upos == Upos::kPunct) continue;
    if (!inside[word]) return false;
    any = true;
  }
  return any;
}

}  // namespace

Quotations find_quotations(const std::vector<Sentence>& sentences) {
  Quotations quotations;
  quotations.inside.resize(sentences.size());
  quotations.whole.resize(sentences.size());
  for (std::size_t first = 0; first < sentences.size();) {
    std::size_t end = first + 1;
    while (end < sentences.size() && !sentences[end].paragraph_start) ++end;
    const bool paired = read_paragraph(sentences, first, end, quotations.inside);
    for (std::size_t i = first; i < end; ++i) {
      if (!paired) quotations.inside[i].assign(sentences[i].words.size(), false);
      quotations.whole[i] = is_wholly_inside(sentences[i], quotations.inside[i]);
    }
    first = end;
  }
  return quotations;
}

std::vector<std::optional<Attribution>> quoted_speakers(
    const std::vector<std::optional<Attribution>>& speakers, const Quotations& quotations,
    const std::vector<Sentence>& sentences) {
  std::vector<std::optional<Attribution>> result(sentences.size());
  constexpr std::size_t kReach = 4;  // sentences that one quotation runs on for
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (!quotations.whole[i] || speakers[i]) continue;
    for (std::size_t back = 1; back <= kReach && back <= i; ++back) {
      if (sentences[i - back + 1].paragraph_start && back > 1) break;
      if (speakers[i - back]) {
        result[i] = speakers[i - back];
        break;
      }
      if (!quotations.whole[i - back]) break;
    }
    for (std::size_t ahead = 1; !result[i] && ahead <= kReach && i + ahead < sentences.size();
         ++ahead) {
      if (sentences[i + ahead].paragraph_start && ahead > 1) break;
      if (speakers[i + ahead]) result[i] = speakers[i + ahead];
      if (!quotations.whole[i + ahead]) break;
    }
    if (!result[i]) {
      result[i] = Attribution{"unnamed", "", "quoted", AttributionKind::kQuoted, {}};
    }
    result[i]->kind = AttributionKind::kQuoted;
  }
  return result;
}

}  // namespace relata
