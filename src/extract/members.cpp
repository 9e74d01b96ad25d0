#include "extract/members.hpp"

#include <algorithm>

#include "extract/english.hpp"
#include "extract/nominal_facts.hpp"
#include "extract/nominal_support.hpp"

namespace relata {
namespace {

bool is_several(const Word& word) {
  return feature(word, "Number") == "Plur" || word.upos == Upos::kNum;
}

bool is_people(const SentenceScope& scope, WordId noun) {
  const auto type = mention_type_at(scope, noun);
  if (type) return *type == MentionType::kPerson;
  const Word& word = scope.tree.word(noun);
  return word.lemma == "people" || scope.lexicon.can_be_person(lower_ascii(word.lemma));
}

/// False of a person behind what is no people: a crash has no mayor among it, nor have abductions.
bool fits(const SentenceScope& scope, WordId whole, WordId member) {
  if (mention_type_at(scope, member) != MentionType::kPerson || is_people(scope, whole))
    return true;
  const auto type = mention_type_at(scope, whole);
  if (type == MentionType::kEvent) return false;
  return !type || is_several(scope.tree.word(whole)) || *type == MentionType::kOrganization ||
         *type == MentionType::kAbstract;
}

/// "hostages" of "the abductions of several hostages", before the word.
WordId people_within(const SentenceScope& scope, WordId noun, WordId before) {
  const Tree& tree = scope.tree;
  for (const WordId child : tree.children_with(noun, "nmod")) {
    if (child > noun && child < before && is_several(tree.word(child)) && is_people(scope, child)) {
      return child;
    }
  }
  return kNoWord;
}

/// The nearest argument of the clause above `noun` that is several people and stands before a word.
WordId people_before(const SentenceScope& scope, WordId noun, WordId before) {
  const Tree& tree = scope.tree;
  WordId found = kNoWord;
  for (WordId above = tree.parent(noun); above != kNoWord; above = tree.parent(above)) {
    for (const WordId child : tree.children(above)) {
      const bool argument =
          tree.is(child, "nsubj") || tree.is(child, "obj") || tree.is(child, "obl");
      if (argument && child < before && is_several(tree.word(child)) && is_people(scope, child)) {
        found = child;
      }
    }
    if (found != kNoWord || tree.word(above).upos == Upos::kVerb) break;
  }
  return found;
}

bool begins_with_including(const Tree& tree, const Words& link) {
  return lower_ascii(tree.word(link.front()).form) == "including";
}

bool is_including(const Tree& tree, WordId member) {
  const Words link = prepositions(tree, member);
  return link.size() == 1 && begins_with_including(tree, link);
}

bool is_such_as(const Tree& tree, WordId member) {
  const Words link = prepositions(tree, member);
  return link.size() == 2 && lower_ascii(tree.word(link.front()).form) == "such";
}

bool introduces(const Tree& tree, WordId id) {
  const std::string_view relation = tree.relation(id);
  return (relation == "nmod" || relation == "obl" || relation == "acl") &&
         introduces_members(tree, id);
}

/// "Among those held was Orel", "Orel was among those held": who is told to be one of them, by the
/// noun behind "among". kNoWord where nobody is.
WordId one_among(const Tree& tree, WordId group) {
  const Words link = prepositions(tree, group);
  if (link.size() != 1 || lower_ascii(tree.word(link[0]).form) != "among") return kNoWord;
  const bool own_copula = tree.has_child(group, "cop");
  const WordId subject = tree.child(group, "nsubj");
  if (own_copula && subject != kNoWord && subject < group) return subject;
  const WordId above = tree.parent(group);
  if (above == kNoWord || above < group || !is_noun(tree.word(above))) return kNoWord;
  const bool inverted = own_copula || tree.has_child(above, "cop");
  return inverted && !tree.has_child(above, "nsubj") ? above : kNoWord;
}

/// The noun phrase of those, with the participle that says which.
Argument group_argument(const SentenceScope& scope, WordId group) {
  Phrase phrase = noun_phrase(scope.tree, group, Extent::kLong, scope.lexicon);
  std::erase_if(phrase.words, [&](WordId id) {
    return scope.tree.parent(id) == group && scope.tree.relation(id) == "cop";
  });
  return make_argument(scope, phrase);
}

/// "Those held include Orel and a driver": who is told to be of those that `group` heads, by the
/// noun of the object; kNoWord where nobody is.
WordId included_in(const Tree& tree, WordId group) {
  const WordId verb = tree.parent(group);
  if (verb == kNoWord || !tree.is(group, "nsubj") || tree.word(verb).lemma != "include") {
    return kNoWord;
  }
  return tree.child(verb, "obj");
}

}  // namespace

WordId whole_of(const SentenceScope& scope, WordId member) {
  const Tree& tree = scope.tree;
  const WordId head = tree.parent(member);
  if (head == kNoWord) return kNoWord;
  const WordId link = prepositions(tree, member).front();
  WordId whole = head;
  if (!is_noun(tree.word(head)) && tree.word(head).upos != Upos::kPron &&
      tree.word(head).upos != Upos::kDet) {
    whole = kNoWord;
    // "those detained, including …": the noun that the participle is about
    if (tree.relation(head) == "acl") whole = tree.parent(head);
    for (const WordId child : tree.children(head)) {
      const bool argument =
          tree.is(child, "obj") || tree.is(child, "obl") || tree.is(child, "nsubj");
      if (argument && child < link && fits(scope, child, member)) whole = child;
    }
  }
  if (whole == kNoWord || fits(scope, whole, member)) return whole;
  if (const WordId people = people_within(scope, whole, link); people != kNoWord) return people;
  return people_before(scope, whole, link);
}

std::vector<Phrase> named_members(const SentenceScope& scope, WordId whole) {
  constexpr std::size_t kMost = 8;
  std::vector<Phrase> members;
  const Tree& tree = scope.tree;
  if (!is_several(tree.word(whole))) return members;
  for (WordId id = whole + 1; id < tree.size(); ++id) {
    if (!introduces(tree, id) || whole_of(scope, id) != whole) continue;
    if (!is_including(tree, id) && !is_such_as(tree, id)) continue;
    for (const Phrase& member : split_conjuncts(tree, id, Extent::kCore, scope.lexicon)) {
      const bool named = is_proper(tree, member.head) && entity_at(scope, member.head) != nullptr;
      if (named && members.size() < kMost) members.push_back(member);
    }
  }
  return members;
}

std::vector<Phrase> told_members(const SentenceScope& scope, WordId whole) {
  std::vector<Phrase> members = named_members(scope, whole);
  for (const WordId told : {one_among(scope.tree, whole), included_in(scope.tree, whole)}) {
    if (told == kNoWord || is_relative_pronoun(scope.tree.word(told))) continue;
    for (const Phrase& member : split_conjuncts(scope.tree, told, Extent::kCore, scope.lexicon)) {
      if (entity_at(scope, member.head) != nullptr) members.push_back(member);
    }
  }
  return members;
}

void extract_members(const SentenceScope& scope, TripleWriter& writer) {
  const Tree& tree = scope.tree;
  for (WordId id = 0; id < tree.size(); ++id) {
    if (!introduces(tree, id)) continue;
    const WordId whole = whole_of(scope, id);
    if (whole == kNoWord) continue;
    const Words link = prepositions(tree, id);
    const bool including = begins_with_including(tree, link);
    if (including && link.size() > 1) continue;  // "including in the north"
    const Argument subject =
        make_argument(scope, noun_phrase(tree, whole, Extent::kLong, scope.lexicon));
    for (const Phrase& member : split_conjuncts(tree, id, Extent::kCore, scope.lexicon)) {
      // "including three critically": of whom, the text leaves out
      const Upos upos = tree.word(member.head).upos;
      if (member.words.size() == 1 && (upos == Upos::kNum || upos == Upos::kDet)) continue;
      RelationDraft draft;
      draft.words = link;
      draft.lemmas = {"include"};
      writer.begin_statement();
      write_fact(scope, writer, TripleKind::kMember, whole, subject, std::move(draft),
                 make_argument(scope, member), including ? "member/including" : "member/such-as",
                 0.7);
    }
  }
}

void extract_among(const SentenceScope& scope, TripleWriter& writer) {
  const Tree& tree = scope.tree;
  for (WordId group = 0; group < tree.size(); ++group) {
    const WordId one = one_among(tree, group);
    if (one == kNoWord || is_relative_pronoun(tree.word(one))) continue;
    const Argument whole = group_argument(scope, group);
    for (const Phrase& member : split_conjuncts(tree, one, Extent::kCore, scope.lexicon)) {
      RelationDraft draft;
      draft.supplied = "including";
      draft.lemmas = {"include"};
      writer.begin_statement();
      write_fact(scope, writer, TripleKind::kMember, group, whole, std::move(draft),
                 make_argument(scope, member), "member/among", 0.7);
    }
  }
}

}  // namespace relata
