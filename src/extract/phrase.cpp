#include "extract/phrase.hpp"

#include <algorithm>

#include "extract/english.hpp"
#include "extract/scope.hpp"

namespace relata {

bool makes_a_term(const Tree& tree, WordId head, WordId child) {
  const Word& word = tree.word(child);
  return tree.word(head).upos == Upos::kNoun && word.upos == Upos::kNoun && child == head + 2 &&
         feature(word, "Number") == "Sing" && tree.children(child).size() == 1 &&
         lower_ascii(tree.word(head + 1).form) == "of";
}

Words term_words(const Tree& tree, WordId head) {
  Words words{head};
  for (const WordId child : tree.children_with(head, "nmod")) {
    if (makes_a_term(tree, head, child)) words.insert(words.end(), {child - 1, child});
  }
  return words;
}

namespace {

bool is_clause_among_nouns(const Tree& tree, WordId head, WordId conjunct) {
  if (tree.word(head).upos == Upos::kVerb) return false;
  return tree.word(conjunct).upos == Upos::kVerb || tree.has_child(conjunct, "nsubj") ||
         tree.has_child(conjunct, "cop");
}

bool is_bare_plural(const Tree& tree, WordId id) {
  if (feature(tree.word(id), "Number") != "Plur") return false;
  return !tree.has_child(id, "det") && !tree.has_child(id, "nmod:poss");
}

bool has_of(const Tree& tree, WordId id) { return link_text(tree, prepositions(tree, id)) == "of"; }

/// Words that stand right before the noun or belong to its name.
bool belongs_to_core(const Tree& tree, WordId head, WordId child, const Lexicon& lexicon) {
  const std::string_view relation = tree.relation(child);
  const std::string_view deprel = tree.deprel(child);
  if (relation == "det" || relation == "nummod" || relation == "flat" || relation == "fixed" ||
      relation == "goeswith" || relation == "compound") {
    return deprel != "compound:prt";
  }
  if (deprel == "nmod:poss" || deprel == "nmod:desc") return true;
  // "the officers available": an adjective with complements after its noun is a clause of its own.
  if (relation == "amod") return child < head || tree.children(child).empty();
  if (relation == "advmod") return child < head && tree.word(child).upos != Upos::kSconj;
  // "ten days ago", "earlier this month": the adverb is nothing without its measure.
  if (deprel == "obl:unmarked") return tree.word(head).upos == Upos::kAdv;
  if (deprel == "nmod:unmarked") {
    // "July 6, 2024", "2 pm": numbers belong to the date; "Preston, Victoria" stays two places.
    return tree.word(child).upos == Upos::kNum || tree.word(head).upos == Upos::kNum;
  }
  // "those detained": the pronoun has no sense of its own without its participle.
  if (deprel == "acl") {
    const Upos upos = tree.word(head).upos;
    return (upos == Upos::kPron || upos == Upos::kDet) && child > head;
  }
  if (relation == "nmod") {
    if (child < head || !has_of(tree, child)) return false;
    // "the Bank of Ireland", "the Act of 1916": one name
    const Upos upos = tree.word(child).upos;
    const bool name =
        tree.word(head).upos == Upos::kPropn && (upos == Upos::kPropn || upos == Upos::kNum);
    return name || makes_a_term(tree, head, child) || only_measures(tree, head, lexicon);
  }
  return false;
}

bool belongs_to_long(const Tree& tree, WordId head, WordId child, const Lexicon& lexicon) {
  if (belongs_to_core(tree, head, child, lexicon)) return true;
  // "the ease of learning it": a gerund that the noun cannot do without
  if (tree.deprel(child) == "acl" && child > head && !markers(tree, child).empty()) {
    return lower_ascii(tree.word(markers(tree, child).front()).form) == "of";
  }
  if (tree.relation(child) != "nmod" || is_connective(tree, child)) return false;
  // An enumeration of members tells more and is a fact of its own.
  if (introduces_members(tree, child)) return false;
  return true;
}

bool is_left_out(const Tree& tree, WordId child) {
  const std::string_view relation = tree.relation(child);
  return relation == "punct" || relation == "conj" || relation == "cc" || relation == "case" ||
         relation == "mark" || relation == "cop" || relation == "aux" || relation == "nsubj" ||
         relation == "parataxis" || relation == "discourse" || relation == "vocative" ||
         relation == "reparandum" || relation == "expl";
}

bool belongs(const Tree& tree, WordId head, WordId child, Extent extent, const Lexicon& lexicon) {
  switch (extent) {
    case Extent::kCore:
      return belongs_to_core(tree, head, child, lexicon);
    case Extent::kLong:
      return belongs_to_long(tree, head, child, lexicon);
    case Extent::kWhole:
      return !is_left_out(tree, child) && tree.deprel(child) != "acl:relcl";
  }
  return false;
}

/// What stands below a word of the phrase: all of it, but for a whole noun phrase below the
/// head cut by the same rule.
void add_below(const Tree& tree, WordId child, Extent extent, const Lexicon& lexicon,
               Words& words) {
  const bool noun_below = tree.relation(child) == "nmod" || tree.relation(child) == "appos";
  if (!noun_below) {
    const Words all = tree.subtree_if(child, [&](WordId id) {
      return tree.relation(id) != "punct" && tree.relation(id) != "parataxis" &&
             !introduces_members(tree, id) && tree.deprel(id) != "acl:relcl" &&
             tree.relation(id) != "appos";
    });
    words.insert(words.end(), all.begin(), all.end());
    return;
  }
  // "a group of Milwaukee German Americans", "the practices of the monasteries and schools"
  const Extent below = extent == Extent::kCore ? Extent::kLong : extent;
  for (const WordId conjunct : conjuncts(tree, child)) {
    const Phrase phrase = noun_phrase(tree, conjunct, below, lexicon);
    words.insert(words.end(), phrase.words.begin(), phrase.words.end());
    for (const WordId word : tree.children(conjunct)) {
      const std::string_view relation = tree.relation(word);
      if (relation == "case" || relation == "cc") {
        const Words link = tree.subtree(word);
        words.insert(words.end(), link.begin(), link.end());
      }
    }
  }
}

bool is_quote(const Word& word) {
  return word.form == "\"" || word.form == "“" || word.form == "”" || word.form == "``" ||
         word.form == "''";
}

/// A quotation mark whose partner lies outside the words.
void drop_single_quote(const Tree& tree, Words& words) {
  const auto count =
      std::count_if(words.begin(), words.end(), [&](WordId id) { return is_quote(tree.word(id)); });
  if (count != 1) return;
  words.erase(
      std::find_if(words.begin(), words.end(), [&](WordId id) { return is_quote(tree.word(id)); }));
}

/// A noun phrase is one stretch of words: what foreign words part from its head is none of it.
void drop_distant(const Tree& tree, WordId head, Words& words) {
  const auto parted = [&](WordId from, WordId to) {
    for (WordId id = from + 1; id < to; ++id) {
      if (tree.word(id).upos != Upos::kPunct && !tree.is_under(id, head)) return true;
    }
    return false;
  };
  const auto at = std::find(words.begin(), words.end(), head);
  auto first = at;
  while (first != words.begin() && !parted(*(first - 1), *first)) --first;
  auto end = at + 1;
  while (end != words.end() && !parted(*(end - 1), *end)) ++end;
  words = Words(first, end);
}

void sort_unique(Words& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

}  // namespace

bool only_measures(const Tree& tree, WordId head, const Lexicon& lexicon) {
  const Word& word = tree.word(head);
  if (word.upos == Upos::kNum || word.upos == Upos::kDet || word.upos == Upos::kPron ||
      word.upos == Upos::kSym) {
    return true;
  }
  if (word.upos == Upos::kAdj) return true;
  if (word.upos != Upos::kNoun) return false;
  if (is_measure_word(word.lemma)) return true;
  if (lexicon.noun_class(word.lemma) == NounClass::kQuantity) return true;
  if (lexicon.can_be_person(word.lemma)) return false;
  // "a bundle of letters", "a spate of arrests": an indefinite singular over bare plurals
  if (feature(word, "Number") != "Sing") return false;
  const WordId det = tree.child(head, "det");
  const bool indefinite = det == kNoWord || feature(tree.word(det), "Definite") == "Ind";
  if (!indefinite) return false;
  for (const WordId child : tree.children_with(head, "nmod")) {
    if (child > head && has_of(tree, child)) return is_bare_plural(tree, child);
  }
  return false;
}

Words with_inner_punctuation(const Tree& tree, Words words) {
  sort_unique(words);
  constexpr std::size_t kMaxGap = 2;
  Words filled;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && words[i] - words[i - 1] - 1 <= kMaxGap) {
      bool only_punctuation = true;
      for (WordId id = words[i - 1] + 1; id < words[i]; ++id) {
        only_punctuation = only_punctuation && tree.word(id).upos == Upos::kPunct;
      }
      if (only_punctuation) {
        for (WordId id = words[i - 1] + 1; id < words[i]; ++id) filled.push_back(id);
      }
    }
    filled.push_back(words[i]);
  }
  return filled;
}

Phrase noun_phrase(const Tree& tree, WordId head, Extent extent, const Lexicon& lexicon) {
  Words words{head};
  const Words link = prepositions(tree, head);
  for (const WordId child : tree.children(head)) {
    // "only as a last resort": what stands before the preposition is no part of the noun phrase.
    if (!link.empty() && link.front() < head && child < link.front()) continue;
    if (belongs(tree, head, child, extent, lexicon)) {
      add_below(tree, child, extent, lexicon, words);
    }
  }
  words = with_inner_punctuation(tree, std::move(words));
  drop_distant(tree, head, words);
  drop_single_quote(tree, words);
  // A preposition that the parser hung on a modifier; but "at least ten".
  const auto is_degree = [&](WordId id) {
    const WordId next = tree.parent(id);
    const std::string form = next == kNoWord ? std::string() : lower_ascii(tree.word(next).form);
    return form == "least" || form == "most";
  };
  while (words.front() != head && tree.word(words.front()).upos == Upos::kCconj &&
         !tree.is_under(words.front() + 1, words.front())) {
    words.erase(words.begin());  // "and" of a coordination, hung on a modifier
  }
  while (words.front() != head && tree.relation(words.front()) == "case" &&
         tree.word(words.front()).upos == Upos::kAdp && !is_degree(words.front())) {
    words.erase(words.begin());
  }
  return {head, std::move(words)};
}

bool is_denied_noun(const Tree& tree, WordId head) {
  if (!is_noun_or_pronoun(tree.word(head))) return false;
  for (const WordId child : tree.children(head)) {
    const bool negator = child < head && tree.relation(child) == "advmod" &&
                         lower_ascii(tree.word(child).form) == "not";
    if (negator && tree.word(child + 1).upos != Upos::kAdv) return true;
  }
  return false;
}

std::vector<WordId> conjuncts(const Tree& tree, WordId head) {
  std::vector<WordId> found{head};
  for (std::size_t next = 0; next < found.size() && found.size() < kMaxConjuncts; ++next) {
    for (const WordId child : tree.children(found[next])) {
      if (tree.relation(child) != "conj" || is_denied_noun(tree, child)) continue;
      if (found.size() < kMaxConjuncts) found.push_back(child);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<Phrase> split_conjuncts(const Tree& tree, WordId head, Extent extent,
                                    const Lexicon& lexicon) {
  std::vector<Phrase> phrases;
  const std::vector<WordId> heads = conjuncts(tree, head);
  // Phrases that hang on the first conjunct but stand behind the last belong to all.
  Words shared_after;
  if (extent != Extent::kCore && heads.size() > 1) {
    for (const WordId child : tree.children(head)) {
      if (child > heads.back() && belongs(tree, head, child, extent, lexicon)) {
        add_below(tree, child, extent, lexicon, shared_after);
      }
    }
  }
  for (const WordId conjunct : heads) {
    // A clause among nouns is no argument of its own.
    if (conjunct != head && is_clause_among_nouns(tree, head, conjunct)) continue;
    Phrase phrase = noun_phrase(tree, conjunct, extent, lexicon);
    if (conjunct != head) {
      phrase.words.insert(phrase.words.end(), shared_after.begin(), shared_after.end());
      const WordId possessor = tree.child(head, "nmod:poss");
      const bool bare =
          !tree.has_child(conjunct, "det") && !tree.has_child(conjunct, "nmod:poss") &&
          !tree.has_child(conjunct, "nummod") && tree.word(conjunct).upos == Upos::kNoun;
      if (possessor != kNoWord && bare) {
        const Words owner = tree.subtree(possessor);
        phrase.words.insert(phrase.words.end(), owner.begin(), owner.end());
      }
      phrase.words = with_inner_punctuation(tree, std::move(phrase.words));
    }
    phrases.push_back(std::move(phrase));
  }
  return phrases;
}

Words prepositions(const Tree& tree, WordId noun) {
  Words words;
  for (const WordId child : tree.children(noun)) {
    if (tree.relation(child) != "case" || tree.word(child).upos == Upos::kPart) continue;
    const Words link = tree.subtree_if(child, [&](WordId id) {
      const std::string_view relation = tree.relation(id);
      return relation == "fixed" || relation == "advmod" || relation == "goeswith";
    });
    words.insert(words.end(), link.begin(), link.end());
  }
  sort_unique(words);
  return words;
}

namespace {

/// The frames of English complex prepositions (Quirk et al. 1985, 9.11-12): "in front of", "by
/// means of", "on behalf of", "at risk of", "in line with", "in addition to", "with regard to",
/// "for lack of". Other bare nouns between two prepositions keep their sense ("calls for probe
/// into").
bool frames_a_preposition(std::string_view first, std::string_view noun, std::string_view last) {
  if (first == "in" || first == "on" || first == "by" || first == "at") {
    return last == "of" || (first == "in" && (last == "to" || last == "with"));
  }
  if (first == "with") {
    return last == "to" &&
           (noun == "regard" || noun == "respect" || noun == "reference" || noun == "relation");
  }
  return first == "for" && last == "of" && (noun == "lack" || noun == "want" || noun == "fear");
}

}  // namespace

Attachment attachment(const Tree& tree, WordId noun) {
  Attachment found{noun, prepositions(tree, noun)};
  constexpr int kLongest = 2;
  for (int step = 0; step < kLongest; ++step) {
    const WordId bare = found.head;
    const Word& word = tree.word(bare);
    if (found.link.empty() || word.upos != Upos::kNoun || feature(word, "Number") == "Plur" ||
        found.link.back() + 1 != bare) {
      return found;
    }
    WordId inner = kNoWord;
    for (const WordId child : tree.children(bare)) {
      const std::string_view relation = tree.relation(child);
      if (relation == "case" || relation == "punct") continue;
      // "is in charge of the sale": what the copula brings
      if (relation == "cop" || relation == "aux" || relation == "nsubj") continue;
      if (relation != "nmod" || inner != kNoWord) return found;
      inner = child;
    }
    if (inner == kNoWord) return found;
    const Words link = prepositions(tree, inner);
    if (link.empty() || link.front() != bare + 1 ||
        !frames_a_preposition(lower_ascii(tree.word(found.link.back()).form),
                              lower_ascii(word.form), lower_ascii(tree.word(link.front()).form))) {
      return found;
    }
    found.link.push_back(bare);
    found.link.insert(found.link.end(), link.begin(), link.end());
    found.head = inner;
  }
  return found;
}

bool needs_both(const Tree& tree, const Attachment& attached) {
  if (attached.link.empty()) return false;
  const std::string last = lower_ascii(tree.word(attached.link.back()).form);
  return last == "between" && conjuncts(tree, attached.head).size() > 1 &&
         tree.word(attached.head).upos != Upos::kNum;
}

std::vector<Phrase> attached_phrases(const Tree& tree, const Attachment& attached,
                                     const Lexicon& lexicon) {
  std::vector<Phrase> phrases = split_conjuncts(tree, attached.head, Extent::kCore, lexicon);
  if (phrases.size() < 2 || !needs_both(tree, attached)) return phrases;
  Phrase whole{kNoWord, {}};
  for (const Phrase& part : phrases) {
    whole.words.insert(whole.words.end(), part.words.begin(), part.words.end());
    const WordId conjunction = tree.child(part.head, "cc");
    if (conjunction != kNoWord) whole.words.push_back(conjunction);
  }
  whole.words = with_inner_punctuation(tree, std::move(whole.words));
  return {std::move(whole)};
}

bool introduces_members(const Tree& tree, WordId noun) {
  const Words link = prepositions(tree, noun);
  if (link.empty()) return false;
  const std::string first = lower_ascii(tree.word(link.front()).form);
  return first == "including" || (first == "such" && link.size() > 1);
}

bool is_connective(const Tree& tree, WordId noun) {
  const Words link = prepositions(tree, noun);
  if (link.size() != 1) return false;
  const std::string phrase =
      lower_ascii(tree.word(link[0]).form) + ' ' + lower_ascii(tree.word(noun).form);
  for (const char* connective :
       {"for example", "for instance", "in particular", "in fact",   "of course",   "as result",
        "in addition", "in general",   "in turn",       "at least",  "by contrast", "in contrast",
        "on hand",     "in words",     "after all",     "above all", "by far",      "in short",
        "in sum",      "at all",       "in essence",    "at last",   "in time",     "on average"}) {
    if (phrase == connective) return !tree.has_child(noun, "nmod");
  }
  return false;
}

std::string link_text(const Tree& tree, const Words& link) {
  std::vector<std::string> forms;
  for (const WordId id : link) forms.push_back(lower_ascii(tree.word(id).form));
  return join(forms, ' ');
}

Words markers(const Tree& tree, WordId clause) {
  Words words;
  for (const WordId child : tree.children(clause)) {
    const bool preposition =
        tree.relation(child) == "case" && tree.word(clause).upos == Upos::kVerb;
    if (tree.relation(child) != "mark" && !preposition) continue;
    const Words link =
        tree.subtree_if(child, [&](WordId id) { return tree.relation(id) == "fixed"; });
    words.insert(words.end(), link.begin(), link.end());
  }
  sort_unique(words);
  return words;
}

bool has_mark(const Tree& tree, WordId clause, std::string_view form) {
  for (const WordId id : markers(tree, clause)) {
    if (lower_ascii(tree.word(id).form) == form) return true;
  }
  return false;
}

Words infinitive_markers(const Tree& tree, WordId clause) {
  Words words = markers(tree, clause);
  const bool two = words.size() == 2 && lower_ascii(tree.word(words[0]).form) == "for" &&
                   lower_ascii(tree.word(words[1]).form) == "to";
  if (two) words.erase(words.begin());
  return words;
}

Phrase clause_phrase(const Tree& tree, WordId head, Marker marker) {
  const WordId first_verb = head;
  Words words = tree.subtree_if(head, [&](WordId id) {
    const std::string_view relation = tree.relation(id);
    if (tree.parent(id) == first_verb) {
      if (relation == "conj" || relation == "cc") {
        // Conjoined clauses stay out, each is an argument of its own; conjoined nouns stay.
        return relation == "cc" ? false : tree.word(head).upos != Upos::kVerb;
      }
      if (relation == "parataxis") return false;
      if (marker == Marker::kDrop && relation == "mark") return false;
    }
    return true;
  });
  drop_single_quote(tree, words);
  const auto is_edge = [&](WordId id) { return tree.word(id).upos == Upos::kPunct; };
  while (!words.empty() && is_edge(words.back())) words.pop_back();
  std::size_t first = 0;
  while (first < words.size() && is_edge(words[first])) ++first;
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(first));
  return {head, std::move(words)};
}

}  // namespace relata
