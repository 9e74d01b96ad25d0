// What a clause says of several, told of the names among them.
#include "extract/clause_reader.hpp"
#include "extract/members.hpp"

namespace relata {

namespace {

/// "was detained" of "those detained", said of one or several; empty of what is no participle of
/// the passive alone.
std::string passive_of(const Tree& tree, const VerbGroup& verb, WordId whom) {
  const Word& participle = tree.word(verb.head);
  const bool passive = feature(participle, "VerbForm") == "Part" &&
                       feature(participle, "Tense") == "Past" && verb.words.size() == 1;
  if (!passive) return {};
  const bool several = feature(tree.word(whom), "Number") == "Plur";
  return (several ? "were " : "was ") + participle.form;
}

}  // namespace

void ClauseReader::read_members_of(const Subject& several) {
  // "the firms fined", "the firms that were fined"
  const bool restricting = tree_.parent(clause_.predicate) == several.head;
  const std::vector<Phrase> members =
      restricting ? told_members(scope_, several.head) : named_members(scope_, several.head);
  for (const Phrase& member : members) {
    if (writer_.is_full()) return;
    const Subject one{member.head, member.head, "member", several.distance + 1};
    subject_ = subject_argument(one);
    subject_rule_ = one.rule;
    doubt_ = Doubt{};
    doubt_.distance = one.distance;
    doubt_.conjuncts = 1;
    if (core_.role == Role::kClause) return;
    if (core_.head == kNoWord) {
      writer_.begin_statement();
      const std::string passive = restricting ? passive_of(tree_, clause_.verb, member.head) : "";
      if (!passive.empty()) {
        TripleDraft draft;
        draft.relation.supplied = passive;
        draft.relation.lemmas = verb_.lemmas;
        finish(std::move(draft), std::nullopt, doubt_, "clause/intransitive", 0.75);
      } else if (!adjective_) {
        add(verb_, std::nullopt, doubt_, "clause/intransitive", 0.75);
      }
      continue;
    }
    for (const Phrase& object : split_conjuncts(tree_, core_.head, Extent::kCore, scope_.lexicon)) {
      add_core(object, doubt_);
    }
  }
}

void ClauseReader::read_members(const Phrase& object, Doubt doubt) {
  ++doubt.depth;
  for (const Phrase& member : named_members(scope_, object.head)) {
    writer_.begin_statement();
    add(core_relation(), object_argument(member), doubt, "clause/member", 0.8);
  }
}

}  // namespace relata
