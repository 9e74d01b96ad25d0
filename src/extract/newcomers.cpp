#include "extract/newcomers.hpp"

#include <algorithm>
#include <string>
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
  constexpr std::string_view kArguments[] = {"nsubj", "obj", "iobj", "obl", "nmod", "xcomp"};
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

/// What stands before a name as its title: "General" of "General Anna Orel"; empty if nothing does.
std::string title_of(const Sentence& sentence, const Mention& mention) {
  for (const Word& word : sentence.words) {
    if (word.head == mention.head + 1 && word.deprel == "nmod:desc") return lower_ascii(word.form);
  }
  return {};
}

/// Where a cluster is first called by its name, and with which title.
struct Naming {
  std::size_t sentence = kNowhere;
  std::string title;
};

/// True if the name does not go with somebody brought in as "a diplomat": it came before, or comes
/// with another title of its own ("General Orel").
bool contradicts(const Analysis& analysis, const Naming& naming, const Mention& mention) {
  if (naming.sentence == kNowhere || naming.sentence == mention.sentence) return false;
  if (naming.sentence < mention.sentence) return true;
  const Word& head = analysis.sentences[mention.sentence].words[mention.head];
  return !naming.title.empty() && naming.title != lower_ascii(head.form);
}

/// True if the noun tells what another mention of its cluster becomes or is made ("Orel became a
/// judge"), not what somebody else does ("few ever became a judge").
bool describes_its_own(const Analysis& analysis, const Mention& mention) {
  const Sentence& sentence = analysis.sentences[mention.sentence];
  if (!sentence.words[mention.head].deprel.starts_with("xcomp")) return false;
  return std::any_of(analysis.mentions.begin(), analysis.mentions.end(), [&](const Mention& other) {
    const bool apart = other.last < mention.first || other.first > mention.last;
    return other.sentence == mention.sentence && other.cluster == mention.cluster && apart;
  });
}

}  // namespace

std::vector<std::size_t> part_newcomers(const Analysis& analysis, std::size_t clusters) {
  std::vector<Naming> namings(clusters);
  for (const Mention& mention : analysis.mentions) {
    if (mention.form != MentionForm::kName || !is_valid(analysis, mention)) continue;
    Naming& first = namings[mention.cluster];
    if (mention.sentence >= first.sentence) continue;
    first = {mention.sentence, title_of(analysis.sentences[mention.sentence], mention)};
  }
  std::vector<std::size_t> cluster_of;
  cluster_of.reserve(analysis.mentions.size());
  std::size_t next = clusters;
  for (const Mention& mention : analysis.mentions) {
    const bool parts = is_valid(analysis, mention) &&
                       contradicts(analysis, namings[mention.cluster], mention) &&
                       brings_in(analysis.sentences[mention.sentence], mention) &&
                       !describes_its_own(analysis, mention);
    cluster_of.push_back(parts ? next++ : mention.cluster);
  }
  return cluster_of;
}

}  // namespace relata
