#include "extract/verb_group.hpp"

#include <algorithm>

#include "extract/commitment.hpp"
#include "extract/english.hpp"
#include "extract/negation.hpp"

namespace relata {
namespace {

bool is_verbal(const Word& word) { return word.upos == Upos::kVerb || word.upos == Upos::kAux; }

bool is_auxiliary(const Tree& tree, WordId id) {
  return tree.relation(id) == "aux" || tree.relation(id) == "cop";
}

/// An adverb that may stand within the verb group: no question word, and nothing of weight below.
bool is_light_adverb(const Tree& tree, WordId id) {
  if (tree.relation(id) != "advmod" || is_interrogative(tree.word(id))) return false;
  for (const WordId child : tree.children(id)) {
    if (tree.relation(child) != "advmod" && tree.relation(child) != "fixed") return false;
  }
  return true;
}

/// Auxiliaries, negation, particles, and adverbs that touch the group from within or the left.
Words words_around(const Tree& tree, WordId verb) {
  Words words;
  for (const WordId child : tree.children(verb)) {
    const bool negator = tree.relation(child) == "advmod" && is_negator(tree.word(child)) &&
                         !is_focus_negation(tree, child);
    const bool particle = tree.deprel(child) == "compound:prt";
    if (is_auxiliary(tree, child) || (negator && child < verb) || particle) {
      words.push_back(child);
    }
  }
  // "fast-track", "de-escalate": what a hyphen ties to the verb
  if (verb >= 2 && tree.word(verb - 1).form == "-" && tree.parent(verb - 2) == verb) {
    words.insert(words.end(), {verb - 2, verb - 1});
  }
  WordId first = verb;
  for (const WordId id : words) first = std::min(first, id);
  for (const WordId child : tree.children(verb)) {
    if (!is_light_adverb(tree, child) || child > verb || is_negator(tree.word(child))) continue;
    // "not only fined": no part of what was done
    if (child > 0 && is_negator(tree.word(child - 1)) && is_focus_negation(tree, child - 1))
      continue;
    const bool within = child > first;
    bool touches = within;
    if (!within) {
      // Only the group's own words and adverbs may stand between.
      touches = true;
      for (WordId id = child + 1; id < first; ++id) {
        touches = touches && tree.parent(id) == verb && is_light_adverb(tree, id);
      }
    }
    if (!touches) continue;
    const Words adverb = tree.subtree(child);
    words.insert(words.end(), adverb.begin(), adverb.end());
  }
  return words;
}

bool is_passive(const Tree& tree, WordId verb) {
  if (tree.has_child(verb, "aux:pass") || tree.has_child(verb, "nsubj:pass") ||
      tree.has_child(verb, "obl:agent")) {
    return true;
  }
  const Word& word = tree.word(verb);
  if (word.upos != Upos::kVerb) return false;
  const bool participle = feature(word, "VerbForm") == "Part" &&
                          (feature(word, "Tense") == "Past" || feature(word, "Voice") == "Pass");
  return participle && !tree.has_child(verb, "aux");
}

/// A form of be over a noun or adjective; over an infinitive ("are to meet") it is an auxiliary.
bool is_copular(const Tree& tree, WordId predicate) {
  if (!tree.has_child(predicate, "cop")) return false;
  const bool infinitive = tree.word(predicate).upos == Upos::kVerb &&
                          feature(tree.word(predicate), "VerbForm") == "Inf" &&
                          tree.has_child(predicate, "mark");
  return !infinitive;
}

/// An infinitive, also of the passive or perfect: "(to) meet", "(to) be met", "(to) have met".
bool is_infinitive(const Tree& tree, WordId verb) {
  if (feature(tree.word(verb), "VerbForm") == "Inf") return true;
  const auto children = tree.children(verb);
  return std::any_of(children.begin(), children.end(), [&](WordId child) {
    return tree.relation(child) == "aux" && feature(tree.word(child), "VerbForm") == "Inf";
  });
}

/// "was to meet", its form of be an auxiliary: the "to" is a word of the group.
bool is_to_happen(const Tree& tree, WordId verb) {
  if (!is_infinitive(tree, verb) || !tree.has_child(verb, "mark")) return false;
  const WordId be = tree.child(verb, "aux");
  return be != kNoWord && be < tree.child(verb, "mark") && tree.word(be).lemma == "be";
}

bool has_own_subject(const Tree& tree, WordId id) {
  return tree.has_child(id, "nsubj") || tree.has_child(id, "csubj") || tree.has_child(id, "expl");
}

/// "tried to" of "tried to find and take them", for "take": the verbs that an infinitive joined to
/// another shares with it.
struct SharedVerbs {
  Words words;
  std::vector<std::string> lemmas;
};

SharedVerbs shared_verbs(const Tree& tree, WordId predicate) {
  if (tree.relation(predicate) != "conj" || has_own_subject(tree, predicate) ||
      feature(tree.word(predicate), "VerbForm") != "Inf") {
    return {};
  }
  WordId first = tree.parent(predicate);
  while (first != kNoWord && tree.relation(first) == "conj") first = tree.parent(first);
  if (first == kNoWord || tree.relation(first) != "xcomp") return {};
  WordId chain = first;
  while (tree.relation(chain) == "xcomp" && merged_complement(tree, tree.parent(chain)) == chain) {
    chain = tree.parent(chain);
  }
  if (chain == first) return {};
  const VerbGroup whole = verb_group(tree, chain);
  SharedVerbs shared;
  for (const WordId id : whole.words) {
    if (id < first) shared.words.push_back(id);
  }
  for (const std::string& lemma : whole.lemmas) {
    if (lemma == tree.word(first).lemma) break;
    shared.lemmas.push_back(lemma);
  }
  return shared;
}

bool lacks_own_auxiliary(const Tree& tree, WordId id) {
  for (const WordId child : tree.children(id)) {
    if (is_auxiliary(tree, child)) return false;
  }
  return true;
}

}  // namespace

std::vector<WordId> VerbGroup::chain() const {
  std::vector<WordId> chain = verbs;
  if (!chain.empty() && chain.back() != head) chain.push_back(head);
  return chain;
}

bool is_predicate(const Tree& tree, WordId id) {
  const Word& word = tree.word(id);
  const std::string_view relation = tree.relation(id);
  // "while en route to Cork": no deed, and nobody's route.
  if (id > 0 && lower_ascii(tree.word(id - 1).form) == "en") return false;
  if (tree.has_child(id, "cop")) return true;
  const bool clausal = relation == "root" || relation == "ccomp" || relation == "xcomp" ||
                       relation == "advcl" || relation == "acl" || relation == "csubj" ||
                       relation == "parataxis" || relation == "conj" || relation == "dep" ||
                       relation == "list" || relation == "appos";
  if (!clausal) return false;
  if (word.upos == Upos::kVerb) return true;
  if (word.upos == Upos::kAux && relation != "conj") return true;
  return has_own_subject(tree, id);
}

bool is_called_upon(const Tree& tree, WordId noun) {
  const WordId verb = tree.parent(noun);
  if (verb == kNoWord || verb > noun || tree.relation(noun) != "obl") return false;
  const std::string& lemma = tree.word(verb).lemma;
  Words link = prepositions(tree, noun);
  // "called on residents", with the preposition taken for a particle of the verb
  if (link.empty()) link = tree.children_with(verb, "compound:prt");
  if (link.size() != 1 || link[0] > noun) return false;
  const std::string form = lower_ascii(tree.word(link[0]).form);
  const bool asked =
      form == "on" || form == "upon" || form == "to" || form == "for" || form == "with";
  return (asked && modality_of_complement(lemma) == Modality::kAsked) || hands_on_to(lemma, form);
}

WordId called_upon(const Tree& tree, WordId infinitive) {
  const WordId verb = tree.parent(infinitive);
  if (verb == kNoWord) return kNoWord;
  for (const WordId child : tree.children_with(verb, "obl")) {
    if (child < infinitive && is_called_upon(tree, child)) return child;
  }
  return kNoWord;
}

WordId merged_complement(const Tree& tree, WordId verb) {
  if (!is_verbal(tree.word(verb)) && tree.word(verb).upos != Upos::kAdj) return kNoWord;
  const bool has_object = tree.has_child(verb, "obj") || tree.has_child(verb, "iobj");
  if (has_object) return kNoWord;
  for (const WordId child : tree.children(verb)) {
    if (tree.relation(child) != "xcomp" || child < verb) continue;
    const Word& word = tree.word(child);
    const bool verbal = word.upos == Upos::kVerb || tree.has_child(child, "cop") ||
                        (word.upos == Upos::kAux && tree.has_child(child, "mark"));
    if (verbal && !has_own_subject(tree, child)) {
      return called_upon(tree, child) == kNoWord ? child : kNoWord;
    }
  }
  return kNoWord;
}

Words shared_auxiliaries(const Tree& tree, WordId predicate) {
  if (tree.relation(predicate) != "conj" || has_own_subject(tree, predicate) ||
      !lacks_own_auxiliary(tree, predicate)) {
    return {};
  }
  const WordId first = tree.parent(predicate);
  const std::string_view form = feature(tree.word(predicate), "VerbForm");
  // A finite verb needs no auxiliary; only participles and infinitives share one.
  if (form == "Fin" || form.empty() || form != feature(tree.word(first), "VerbForm")) return {};
  // "to receive and keep", "has seen and known": the same form under the same auxiliaries
  if (feature(tree.word(predicate), "Tense") != feature(tree.word(first), "Tense")) return {};
  Words words;
  for (const WordId child : tree.children(first)) {
    if (child > first) continue;
    const bool negator = tree.relation(child) == "advmod" && is_negator(tree.word(child));
    if (is_auxiliary(tree, child) || (negator && !lacks_own_auxiliary(tree, first))) {
      words.push_back(child);
    }
  }
  if (words.empty()) return shared_auxiliaries(tree, first);
  return words;
}

CopularSplit copula_words(const Tree& tree, WordId predicate) {
  CopularSplit split;
  for (const WordId id : words_around(tree, predicate)) {
    // Adverbs of the adjective itself ("very ill") stay with it unless they touch the copula.
    const bool adverb = tree.relation(id) == "advmod" && !is_negator(tree.word(id));
    const WordId cop = tree.child(predicate, "cop");
    if (adverb && cop != kNoWord && id > cop) continue;
    split.copula.push_back(id);
  }
  // "is no longer president": the negation goes with its verb, and its adverb with it.
  for (const WordId child : tree.children(predicate)) {
    if (child > predicate || tree.relation(child) != "advmod") continue;
    const auto below = tree.children(child);
    const bool no_longer = below.size() == 1 && is_negator(tree.word(below[0]));
    if (no_longer) split.copula.insert(split.copula.end(), {below[0], child});
  }
  std::sort(split.copula.begin(), split.copula.end());
  split.copula.erase(std::unique(split.copula.begin(), split.copula.end()), split.copula.end());
  return split;
}

VerbGroup verb_group(const Tree& tree, WordId predicate) {
  VerbGroup group;
  group.words = shared_auxiliaries(tree, predicate);
  group.auxiliaries = group.words;
  const SharedVerbs shared = shared_verbs(tree, predicate);
  group.words.insert(group.words.end(), shared.words.begin(), shared.words.end());
  group.lemmas = shared.lemmas;
  WordId verb = predicate;
  constexpr std::size_t kLongestChain = 6;
  for (std::size_t link = 0; link < kLongestChain; ++link) {
    const bool nominal = is_copular(tree, verb);
    const Words around = nominal ? copula_words(tree, verb).copula : words_around(tree, verb);
    group.words.insert(group.words.end(), around.begin(), around.end());
    if (link > 0 || (!nominal && tree.has_child(verb, "cop")) || is_to_happen(tree, verb)) {
      const Words to = markers(tree, verb);
      group.words.insert(group.words.end(), to.begin(), to.end());
    }
    for (const WordId id : around) {
      if (is_auxiliary(tree, id)) group.auxiliaries.push_back(id);
    }
    group.head = verb;
    group.copular = nominal;
    if (nominal && tree.word(verb).upos != Upos::kAdj) {
      group.lemmas.emplace_back("be");
      break;
    }
    group.words.push_back(verb);
    group.verbs.push_back(verb);
    const WordId next = merged_complement(tree, verb);
    const bool denies = next != kNoWord && is_denied_complement(tree, verb, next);
    // "refused to comment" is a comment that was not made: the type is that of the comment.
    if (nominal) group.lemmas.emplace_back("be");
    if (!denies) group.lemmas.push_back(tree.word(verb).lemma);
    for (const WordId id : around) {
      if (tree.deprel(id) == "compound:prt") group.lemmas.push_back(tree.word(id).lemma);
    }
    if (next == kNoWord) break;
    // "has yet to sign", "seems likely to": adverbs between the two verbs
    for (const WordId host : {verb, next}) {
      for (const WordId child : tree.children(host)) {
        if (child > verb && child < next && is_light_adverb(tree, child)) {
          group.words.push_back(child);
        }
      }
    }
    verb = next;
  }
  if (!group.copular) {
    group.voice = is_passive(tree, group.head) ? Voice::kPassive : Voice::kActive;
    if (group.voice == Voice::kActive && !shared_auxiliaries(tree, group.head).empty() &&
        is_passive(tree, tree.parent(group.head))) {
      group.voice = Voice::kPassive;
    }
  }
  const Word& first = tree.word(predicate);
  group.finite = feature(first, "VerbForm") == "Fin";
  for (const WordId id : group.auxiliaries) {
    group.finite = group.finite || feature(tree.word(id), "VerbForm") == "Fin";
  }
  std::sort(group.words.begin(), group.words.end());
  group.words.erase(std::unique(group.words.begin(), group.words.end()), group.words.end());
  return group;
}

}  // namespace relata
