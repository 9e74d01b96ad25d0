#include "extract/newcomers.hpp"

#include <algorithm>
#include <string_view>

#include "extract/english.hpp"

namespace relata {
namespace {

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

bool is_valid(const Analysis& analysis, const Mention& mention) {
  return mention.sentence < analysis.sentences.size() &&
         mention.head < analysis.sentences[mention.sentence].words.size() &&
         mention.first <= mention.head && mention.head <= mention.last;
}

/// An indefinite common noun that is an argument of its clause and describes nothing.
bool brings_in(const Sentence& sentence, const Mention& mention) {
  if (mention.form != MentionForm::kNominal) return false;
  const Word& head = sentence.words[mention.head];
  if (head.upos != Upos::kNoun) return false;
  constexpr std::string_view kArguments[] = {"nsubj", "obj", "iobj", "obl", "nmod"};
  const bool argument =
      std::any_of(std::begin(kArguments), std::end(kArguments),
                  [&](std::string_view relation) { return head.deprel.starts_with(relation); });
  if (!argument) return false;
  bool indefinite = false;
  for (const Word& word : sentence.words) {
    if (word.head != mention.head + 1) continue;
    if (word.deprel == "det" && feature(word, "Definite") == "Ind") indefinite = true;
    if (word.deprel == "cop" || word.deprel == "appos") return false;
    if (word.deprel == "case" && lower_ascii(word.form) == "as") return false;
  }
  return indefinite;
}

}  // namespace

std::vector<std::size_t> part_newcomers(const Analysis& analysis, std::size_t clusters) {
  std::vector<std::size_t> first_name(clusters, kNowhere);  // sentence that names the cluster first
  for (const Mention& mention : analysis.mentions) {
    if (mention.form != MentionForm::kName || !is_valid(analysis, mention)) continue;
    std::size_t& first = first_name[mention.cluster];
    first = std::min(first, mention.sentence);
  }
  std::vector<std::size_t> cluster_of;
  cluster_of.reserve(analysis.mentions.size());
  std::size_t next = clusters;
  for (const Mention& mention : analysis.mentions) {
    const bool named_before = is_valid(analysis, mention) &&
                              first_name[mention.cluster] != kNowhere &&
                              first_name[mention.cluster] < mention.sentence;
    const bool parts = named_before && brings_in(analysis.sentences[mention.sentence], mention);
    cluster_of.push_back(parts ? next++ : mention.cluster);
  }
  return cluster_of;
}

}  // namespace relata
