// What a clause says of several, told of the names among them.
#include "extract/clause_reader.hpp"
#include "extract/members.hpp"

namespace relata {

void ClauseReader::read_members_of(const Subject& several) {
  for (const Phrase& member : named_members(scope_, several.head)) {
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
      if (!adjective_) add(verb_, std::nullopt, doubt_, "clause/intransitive", 0.75);
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
