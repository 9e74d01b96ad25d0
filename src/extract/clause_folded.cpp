// Objects taken into the relation, and names that stand for an object or a subject.
#include "extract/clause_reader.hpp"
#include "extract/english.hpp"
#include "extract/folding.hpp"
#include "extract/time_phrase.hpp"

namespace relata {

void ClauseReader::read_recipients(const Phrase& object, Doubt doubt) {
  ++doubt.depth;
  for (const Complement& complement : clause_.complements) {
    if (complement.role != Role::kOblique || complement.head < object.head) continue;
    const std::string link = link_text(tree_, complement.link);
    if (link != "to" && link != "from") continue;
    const auto type = mention_type_at(scope_, complement.head);
    if (type != MentionType::kPerson && type != MentionType::kOrganization) continue;
    for (const Phrase& other :
         split_conjuncts(tree_, complement.head, Extent::kCore, scope_.lexicon)) {
      TripleDraft draft;
      draft.kind = TripleKind::kFolded;
      draft.relation.words = verb_.words;
      draft.relation.words.insert(draft.relation.words.end(), complement.link.begin(),
                                  complement.link.end());
      draft.relation.lemmas = verb_.lemmas;
      draft.relation.lemmas.push_back(link);
      finish(std::move(draft), make_argument(scope_, other), doubt, "folded/recipient", 0.85);
    }
  }
}

void ClauseReader::read_listed(const Phrase& object, Doubt doubt) {
  std::vector<WordId> lists = tree_.children_with(object.head, "appos");
  // No verb has two direct objects: the second names the first ("two men – Orel and Novak").
  for (const Complement& complement : clause_.complements) {
    if (complement.role == Role::kObject && &complement != core_.complement) {
      lists.push_back(complement.head);
    }
  }
  for (const WordId child : lists) {
    if (child < object.head || tree_.word(object.head).upos != Upos::kNoun) continue;
    const auto names = split_conjuncts(tree_, child, Extent::kCore, scope_.lexicon);
    if (names.size() < 2) continue;
    ++doubt.conjuncts;
    for (const Phrase& name : names) {
      writer_.begin_statement();
      add(verb_, make_argument(scope_, name), doubt, "clause/listed", 0.75);
    }
  }
}

void ClauseReader::read_inverted(const Subject& subject, const Phrase& object) {
  if (!clause_.verb.copular || !core_.link.empty() ||
      tree_.word(object.head).upos != Upos::kPropn) {
    return;
  }
  const Upos upos = tree_.word(subject.head).upos;
  if (upos != Upos::kNoun && upos != Upos::kAdj) return;
  const Argument name = make_argument(scope_, object);
  for (const NounLink& link : noun_links(scope_, subject.head, Label::kModified)) {
    const Argument other = make_argument(scope_, link.object);
    if (other.entity.empty() || other.entity == name.entity) continue;
    TripleDraft draft;
    draft.kind = TripleKind::kFolded;
    draft.subject = name;
    draft.relation.words = link.words;
    draft.relation.words.insert(draft.relation.words.end(), link.link.begin(), link.link.end());
    draft.relation.supplied = link.supplied;
    draft.relation.lemmas = link.lemmas;
    draft.object = other;
    draft.stance = stance_;
    draft.rule = "folded/inverted";
    draft.doubt = doubt_;
    writer_.add(std::move(draft));
  }
}

void ClauseReader::read_folded(const Phrase& object, Doubt doubt) {
  const bool predicate = core_.role == Role::kPredicate;
  if (core_.role != Role::kObject && !predicate) return;
  if (std::string_view(subject_rule_) == "formal") return;
  if (!predicate && !is_foldable(scope_, object.head)) {
    read_recipients(object, doubt);
    return;
  }
  if (predicate && !core_.link.empty()) return;
  ++doubt.depth;
  for (const NounLink& link :
       noun_links(scope_, object.head, predicate ? Label::kModified : Label::kNoun)) {
    TripleDraft draft;
    draft.kind = TripleKind::kFolded;
    draft.relation.words = verb_.words;
    draft.relation.words.insert(draft.relation.words.end(), link.words.begin(), link.words.end());
    draft.relation.words.insert(draft.relation.words.end(), link.link.begin(), link.link.end());
    draft.relation.supplied = link.supplied;
    // "is governor of" and "governor of" are one relation.
    if (!clause_.verb.copular) draft.relation.lemmas = verb_.lemmas;
    draft.relation.lemmas.insert(draft.relation.lemmas.end(), link.lemmas.begin(),
                                 link.lemmas.end());
    finish(std::move(draft), make_argument(scope_, link.object), doubt,
           std::string("folded/") + link.rule, 0.9);
  }
  if (predicate) return;
  // "made arrests among | the guard": the noun goes with the verb's own phrases too.
  for (const Complement& complement : clause_.complements) {
    if (complement.role != Role::kOblique || complement.head < object.head ||
        is_time_phrase(scope_, complement.head)) {
      continue;
    }
    for (const Phrase& other :
         split_conjuncts(tree_, complement.head, Extent::kCore, scope_.lexicon)) {
      TripleDraft draft;
      draft.kind = TripleKind::kFolded;
      draft.relation.words = verb_.words;
      draft.relation.words.push_back(object.head);
      draft.relation.words.insert(draft.relation.words.end(), complement.link.begin(),
                                  complement.link.end());
      draft.relation.lemmas = verb_.lemmas;
      draft.relation.lemmas.push_back(lower_ascii(tree_.word(object.head).lemma));
      draft.relation.lemmas.push_back(link_text(tree_, complement.link));
      finish(std::move(draft), make_argument(scope_, other), doubt, "folded/adjunct", 0.85);
    }
  }
}

}  // namespace relata
