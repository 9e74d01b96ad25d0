#include "extract/clause.hpp"

#include <algorithm>

#include "extract/commitment.hpp"
#include "extract/english.hpp"
#include "extract/time_phrase.hpp"

namespace relata {
namespace {

constexpr int kMaxSteps = 8;  // through conjuncts, control and adjuncts, up to a subject

bool is_nominal(const Word& word) {
  return is_noun_or_pronoun(word) || word.upos == Upos::kNum || word.upos == Upos::kSym;
}

bool is_subject(const Tree& tree, WordId id) {
  return tree.is(id, "nsubj") || tree.is(id, "csubj");
}

/// A name that opens the sentence with a colon behind it, before the subject.
bool is_label(const Tree& tree, WordId name, WordId subject) {
  if (tree.word(name).upos != Upos::kPropn) return false;
  const Words words = tree.subtree(name);
  const WordId next = words.back() + 1;
  return words.front() == 0 && next < subject && tree.word(next).form == ":";
}

WordId own_subject(const Tree& tree, WordId predicate) {
  WordId found = kNoWord;
  for (const WordId child : tree.children(predicate)) {
    if (!is_subject(tree, child)) continue;
    // "The problem is that he left": the outer subject belongs to the copula. "Brno: A fire killed
    // two": what stands before the colon is a label.
    if (found == kNoWord || tree.deprel(child) == "nsubj:outer" || is_label(tree, found, child)) {
      found = child;
    }
  }
  return found;
}

bool is_infinitive(const Tree& tree, WordId id) {
  for (const WordId child : tree.children(id)) {
    if (tree.relation(child) == "mark" && lower_ascii(tree.word(child).form) == "to") return true;
  }
  return false;
}

bool is_participle(const Tree& tree, WordId id) {
  const std::string_view form = feature(tree.word(id), "VerbForm");
  return form == "Part" || form == "Ger" || (form.empty() && !is_infinitive(tree, id));
}

bool is_for_gerund(const Tree& tree, WordId id) {
  const Words marks = markers(tree, id);
  return marks.size() == 1 && lower_ascii(tree.word(marks[0]).form) == "for";
}

/// A relative pronoun below a subject ("most of whom").
bool contains_relative(const Tree& tree, WordId id) {
  if (is_relative_pronoun(tree.word(id))) return true;
  for (const WordId child : tree.children(id)) {
    if (tree.relation(child) == "nmod" && is_relative_pronoun(tree.word(child))) return true;
  }
  return false;
}

/// "there" of "there were attempts" and "it" of "it was hard to see": the subject in form. What
/// there is, is told as the object; what was hard, as an infinitive behind the predicate.
WordId formal_subject(const Tree& tree, WordId predicate) {
  const WordId formal = tree.child(predicate, "expl");
  if (formal == kNoWord) return kNoWord;
  const bool there = lower_ascii(tree.word(formal).form) == "there";
  return tree.has_child(predicate, there ? "nsubj" : "csubj") ? formal : kNoWord;
}

std::vector<Subject> find_subjects(const Tree& tree, WordId predicate, int step);

std::vector<Subject> inherited(const Tree& tree, WordId predicate, int step, const char* rule) {
  std::vector<Subject> subjects = find_subjects(tree, predicate, step + 1);
  for (Subject& subject : subjects) {
    subject.rule = rule;
    subject.distance = std::max(subject.distance, step + 1);
  }
  return subjects;
}

/// "its neighbours Chad and Niger", "two officers, Ana Orel and Ivo Lund,": the names behind a
/// plural, which say who they are.
std::vector<WordId> names_behind(const Tree& tree, WordId noun) {
  const Word& word = tree.word(noun);
  if (word.upos != Upos::kNoun || feature(word, "Number") != "Plur") return {};
  const WordId name = tree.child(noun, "appos");
  if (name == kNoWord || name < noun || tree.word(name).upos != Upos::kPropn) return {};
  std::vector<WordId> names = conjuncts(tree, name);
  // "ten people, mostly Danes and Finns"
  const bool kinds = std::any_of(names.begin(), names.end(), [&](WordId id) {
    return feature(tree.word(id), "Number") == "Plur";
  });
  return names.size() > 1 && !kinds ? names : std::vector<WordId>{};
}

std::vector<Subject> expand(const Tree& tree, WordId head, const char* rule, int step) {
  std::vector<Subject> subjects;
  for (const WordId conjunct : conjuncts(tree, head)) {
    // A clause coordinated with a nominal subject is no subject.
    if (conjunct != head && tree.has_child(conjunct, "nsubj")) continue;
    const std::vector<WordId> names = names_behind(tree, conjunct);
    for (const WordId name : names) subjects.push_back({name, name, rule, step});
    if (!names.empty()) continue;
    subjects.push_back({conjunct, conjunct, rule, step});
  }
  return subjects;
}

/// The noun whose participle or infinitive this is, or who controls it.
std::vector<Subject> subjects_of_noun_clause(const Tree& tree, WordId clause, int step) {
  const WordId noun = tree.parent(clause);
  if (noun == kNoWord) return {};
  const bool linked = !markers(tree, clause).empty();
  if (is_participle(tree, clause) && !linked) {
    if (tree.word(noun).upos == Upos::kVerb) return inherited(tree, noun, step, "adjunct");
    return {{noun, noun, "participle", step}};
  }
  // "the first woman to lead the bank": whom the ordinal picks out did it
  if (is_infinitive(tree, clause) && picks_out_one(tree, noun)) {
    return {{noun, noun, "infinitive", step}};
  }
  // "relies on donors to fund it", with the infinitive on the donors
  if (is_infinitive(tree, clause) && is_called_upon(tree, noun)) {
    return expand(tree, noun, "controlled", step + 1);
  }
  // "accused the firm of hiding losses", with the of-clause on the firm; "accused by the regulator
  // of hiding losses", with it on the regulator
  if (accused_noun(tree, clause) != kNoWord) {
    if (tree.is(noun, "obj")) return {{noun, noun, "controlled", step}};
    return inherited(tree, tree.parent(noun), step, "controlled");
  }
  // "is in talks to sell", "signed a deal to buy": who has the deed named by the noun does it
  const bool within = tree.has_child(noun, "cop") && !prepositions(tree, noun).empty();
  if (is_infinitive(tree, clause) && within) return inherited(tree, noun, step, "controlled");
  // "the company's promise to sell": the possessor
  const WordId possessor = tree.child(noun, "nmod:poss");
  if (possessor != kNoWord && tree.word(possessor).upos != Upos::kPron) {
    return {{possessor, possessor, "controlled", step + 1}};
  }
  // "arrested on allegations of plotting": whoever the allegations are about
  const WordId governor = tree.parent(noun);
  const bool claim = is_accusing_noun(tree.word(noun).lemma);
  const bool is_argument = tree.is(noun, "obj") || tree.is(noun, "obl");
  if (claim && governor != kNoWord && is_argument) {
    // "arrested a man on suspicion of plotting": not those who arrested him
    const WordId accused = tree.is(noun, "obl") ? tree.child(governor, "obj") : kNoWord;
    if (accused != kNoWord && accused < noun) {
      return expand(tree, accused, "controlled", step + 1);
    }
    return inherited(tree, governor, step, "controlled");
  }
  return {};
}

/// "leads", "was leading"; "led" may be of one or several.
bool is_singular_verb(const Tree& tree, WordId predicate) {
  const auto is_singular = [&](WordId id) {
    const Word& word = tree.word(id);
    const bool shows = feature(word, "Tense") == "Pres" || lower_ascii(word.form) == "was";
    return shows && feature(word, "VerbForm") == "Fin" && feature(word, "Number") == "Sing";
  };
  if (is_singular(predicate)) return true;
  for (const WordId child : tree.children(predicate)) {
    const bool auxiliary = tree.relation(child) == "aux" || tree.relation(child) == "cop";
    if (auxiliary && is_singular(child)) return true;
  }
  return false;
}

/// Whom a relative clause is about: "Chad and Mali, which mediated": both, where it stands behind
/// both and its verb can be of several.
std::vector<Subject> relative_subjects(const Tree& tree, WordId noun, WordId pronoun,
                                       WordId predicate, int step) {
  const std::vector<WordId> all = conjuncts(tree, noun);
  const bool behind = std::all_of(all.begin(), all.end(), [&](WordId id) { return id < pronoun; });
  if (!behind || all.size() < 2 || is_singular_verb(tree, predicate)) {
    return {{noun, noun, "relative", step}};
  }
  std::vector<Subject> subjects;
  for (const WordId id : all) subjects.push_back({id, id, "relative", step});
  return subjects;
}

std::vector<Subject> find_subjects(const Tree& tree, WordId predicate, int step) {
  if (step > kMaxSteps) return {};
  const WordId formal = formal_subject(tree, predicate);
  if (formal != kNoWord) return {{formal, formal, "formal", step}};
  const WordId own = own_subject(tree, predicate);
  const WordId noun = antecedent(tree, predicate);
  if (own != kNoWord) {
    if (noun != kNoWord && contains_relative(tree, own)) {
      if (is_relative_pronoun(tree.word(own))) {
        return relative_subjects(tree, noun, own, predicate, step);
      }
      // "most of whom" are among those it is about; "whose wife" is somebody else.
      const WordId pronoun = tree.child(own, "nmod:poss");
      const bool owned = pronoun != kNoWord && is_relative_pronoun(tree.word(pronoun));
      return {{own, owned ? own : noun, "relative", step}};
    }
    return expand(tree, own, "subject", step);
  }
  if (tree.has_child(predicate, "expl")) return {};
  const WordId parent = tree.parent(predicate);
  if (parent == kNoWord) return {};
  const std::string_view relation = tree.relation(predicate);
  if (relation == "conj") return inherited(tree, parent, step, "shared");
  if (relation == "xcomp") {
    for (const char* object : {"obj", "iobj"}) {
      const WordId controller = tree.child(parent, object);
      if (controller == kNoWord) continue;
      // "promised him to leave" is the one common verb whose object does not control.
      if (tree.word(parent).lemma == "promise") break;
      const WordId upper = antecedent(tree, parent);
      if (upper != kNoWord && is_relative_pronoun(tree.word(controller))) {
        return {{upper, upper, "controlled", step + 1}};
      }
      return expand(tree, controller, "controlled", step + 1);
    }
    const WordId called = called_upon(tree, predicate);
    if (called != kNoWord) return expand(tree, called, "controlled", step + 1);
    return inherited(tree, parent, step, "controlled");
  }
  if (relation == "advcl") {
    const Word& verb = tree.word(parent);
    // "accused them of lying", "kept them from voting": the clause is about the object, which
    // parsers also take for an indirect one.
    WordId object = tree.child(parent, "obj");
    if (object == kNoWord) object = tree.child(parent, "iobj");
    const bool about_object = is_accusation(tree, predicate, parent) ||
                              (is_preventing_verb(verb.lemma) && has_mark(tree, predicate, "from"));
    if (object != kNoWord && object < predicate && about_object) {
      return expand(tree, object, "controlled", step + 1);
    }
    if (feature(tree.word(predicate), "VerbForm") == "Fin") return {};
    // "fined the firm for hiding losses": what follows "for" is what the object did.
    const bool amount = object != kNoWord && (tree.word(object).upos == Upos::kNum ||
                                              tree.word(object).upos == Upos::kSym);
    if (object != kNoWord && !amount && object < predicate && is_for_gerund(tree, predicate)) {
      return expand(tree, object, "controlled", step + 1);
    }
    if (is_infinitive(tree, predicate)) {
      const WordId called = called_upon(tree, predicate);
      if (called != kNoWord) return expand(tree, called, "controlled", step + 1);
      return {};  // a purpose is told with the clause above
    }
    return inherited(tree, parent, step, "adjunct");
  }
  if (relation == "acl") {
    // A relative clause without a subject of its own: its pronoun was cut or mistaken.
    if (tree.deprel(predicate) == "acl:relcl") {
      const WordId head = tree.parent(predicate);
      const bool participle = feature(tree.word(predicate), "VerbForm") == "Part";
      return {{head, head, participle ? "participle" : "relative", participle ? step : step + 2}};
    }
    return subjects_of_noun_clause(tree, predicate, step);
  }
  if (relation == "obl" || relation == "ccomp") return {};
  return {};
}

bool has_relative_object(const Tree& tree, WordId predicate) {
  for (const WordId child : tree.children(predicate)) {
    if (contains_relative(tree, child) && !is_subject(tree, child)) return true;
  }
  return false;
}

/// "rises to at least 25", with "to" on "least": the preposition that a phrase begins with, though
/// it hangs on a word within.
Words leading_preposition(const Tree& tree, WordId head) {
  const WordId first = tree.subtree(head).front();
  if (first >= head || tree.word(first).upos != Upos::kAdp || tree.relation(first) != "case")
    return {};
  const WordId host = tree.parent(first);
  // "at least ten people": a degree.
  return lower_ascii(tree.word(host).form) == "least" && host == first + 1 ? Words{} : Words{first};
}

/// A noun without preposition says when, or stands right behind its verb; what something parts from
/// the verb has lost its preposition or clause to a wrong arc.
bool stands_bare(const SentenceScope& scope, WordId verb, WordId noun) {
  const Tree& tree = scope.tree;
  if (!is_nominal(tree.word(noun)) || is_time_phrase(scope, noun)) return true;
  const WordId first = tree.subtree(noun).front();
  if (first < verb || tree.relation(first) == "mark") return false;
  for (WordId id = verb + 1; id < first; ++id) {
    if (tree.parent(id) != verb || (!tree.is(id, "advmod") && !tree.is(id, "compound:prt"))) {
      return false;
    }
  }
  return true;
}

/// "the town they live in", "what it was", "how many times": a preposition left behind and a
/// question are no end of a relation.
bool names_nothing(const Tree& tree, WordId child) {
  const Word& word = tree.word(child);
  if (word.upos == Upos::kAdp || word.upos == Upos::kSconj || word.upos == Upos::kPart) return true;
  const auto asks = [&](WordId id) {
    const std::string form = lower_ascii(tree.word(id).form);
    return form == "what" || form == "how" || form == "why" || form == "whether";
  };
  const Words words = tree.subtree(child);
  return asks(child) || asks(words.front());
}

void add_complement(const SentenceScope& scope, const Clause& clause, WordId verb, WordId child,
                    std::vector<Complement>& found) {
  const Tree& tree = scope.tree;
  const bool nominal = tree.is(child, "obj") || tree.is(child, "iobj") || tree.is(child, "obl");
  if (nominal && names_nothing(tree, child)) return;
  if (std::binary_search(clause.verb.words.begin(), clause.verb.words.end(), child)) return;
  const std::string_view relation = tree.relation(child);
  const std::string_view deprel = tree.deprel(child);
  const auto [target, link] = attachment(tree, child);
  if (is_connective(tree, child) || introduces_members(tree, child)) return;
  if (relation == "nsubj" && formal_subject(tree, verb) != kNoWord) {
    found.push_back({Role::kObject, child, {}});
  } else if (relation == "csubj" && formal_subject(tree, verb) != kNoWord &&
             is_infinitive(tree, child)) {
    found.push_back({Role::kInfinitive, child, markers(tree, child)});
  } else if (relation == "obj") {
    found.push_back({Role::kObject, child, {}});
  } else if (relation == "iobj") {
    found.push_back({Role::kIndirectObject, child, {}});
  } else if (relation == "obl" && link.size() == 1 &&
             lower_ascii(tree.word(link[0]).form) == "by" &&
             (deprel == "obl:agent" || (clause.verb.voice == Voice::kPassive &&
                                        mention_type_at(scope, child) != MentionType::kTime))) {
    found.push_back({Role::kAgent, child, link});
  } else if (relation == "obl" && link.empty()) {
    const Words leading = leading_preposition(tree, child);
    if (!leading.empty()) {
      found.push_back({Role::kOblique, child, leading});
    } else if (stands_bare(scope, verb, child)) {
      found.push_back({Role::kBare, child, {}});
    }
  } else if (relation == "obl") {
    found.push_back({Role::kOblique, target, link});
  } else if (relation == "nmod" && tree.word(verb).upos != Upos::kNoun &&
             tree.word(verb).upos != Upos::kPropn && !link.empty()) {
    found.push_back({Role::kOblique, target, link});
  } else if (relation == "xcomp") {
    const Upos upos = tree.word(child).upos;
    if (upos == Upos::kVerb || tree.has_child(child, "cop")) {
      found.push_back({Role::kControlled, child, markers(tree, child)});
    } else {
      // "became ill with a cold": the adjective goes with what follows it.
      const WordId phrase =
          tree.word(child).upos == Upos::kAdj ? tree.child(child, "obl") : kNoWord;
      if (phrase != kNoWord && phrase > child) {
        Words longer = noun_phrase(tree, child, Extent::kCore, scope.lexicon).words;
        const auto [inner, preposition] = attachment(tree, phrase);
        longer.insert(longer.end(), preposition.begin(), preposition.end());
        found.push_back({Role::kOblique, inner, longer});
        return;
      }
      found.push_back({Role::kPredicate, child, link});
    }
  } else if (relation == "ccomp") {
    found.push_back({Role::kClause, child, {}});
  } else if (relation == "advcl") {
    const Words marks = markers(tree, child);
    if (tree.has_child(child, "nsubj") || tree.has_child(child, "csubj")) {
      if (!marks.empty()) found.push_back({Role::kAdverbial, child, marks});
    } else if (is_infinitive(tree, child)) {
      found.push_back({Role::kInfinitive, child, marks});
    } else if (!marks.empty()) {
      found.push_back({Role::kGerund, child, marks});
    }
  } else if (relation == "advmod" && (is_deictic_adverb(tree.word(child).lemma) ||
                                      scope.times.covers(scope.sentence, child))) {
    found.push_back({Role::kBare, child, {}});
  }
}

/// Complements of the clause's own words.
std::vector<Complement> own_complements(const SentenceScope& scope, const Clause& clause) {
  const Tree& tree = scope.tree;
  std::vector<Complement> found;
  std::vector<WordId> hosts = clause.verb.verbs;
  if (std::find(hosts.begin(), hosts.end(), clause.verb.head) == hosts.end()) {
    hosts.push_back(clause.verb.head);
  }
  for (const WordId verb : hosts) {
    for (const WordId child : tree.children(verb)) {
      if (std::find(hosts.begin(), hosts.end(), child) != hosts.end()) continue;
      add_complement(scope, clause, verb, child, found);
    }
  }
  return found;
}

bool has_argument(const std::vector<Complement>& complements) {
  return std::any_of(complements.begin(), complements.end(), [](const Complement& c) {
    return c.role == Role::kObject || c.role == Role::kClause || c.role == Role::kPredicate ||
           c.role == Role::kControlled || c.role == Role::kOblique;
  });
}

/// What a conjoined verb shares with the first one: its object if that stands behind both
/// ("buys and sells shares"), and what stands in front of the first ("In 1879 he …").
void add_shared(const SentenceScope& scope, const Clause& clause,
                std::vector<Complement>& complements) {
  const Tree& tree = scope.tree;
  WordId predicate = clause.predicate;
  for (int step = 0; step < kMaxSteps && tree.relation(predicate) == "conj"; ++step) {
    const WordId first = tree.parent(predicate);
    Clause upper;
    upper.predicate = first;
    upper.verb = verb_group(tree, first);
    for (const Complement& complement : own_complements(scope, upper)) {
      const bool behind = complement.head > clause.predicate;
      const bool in_front = complement.head < first;
      const bool object = complement.role == Role::kObject;
      const bool adjunct = complement.role == Role::kOblique || complement.role == Role::kBare;
      if (object && behind && !has_argument(complements)) complements.push_back(complement);
      // A clause with a subject of its own starts afresh.
      if (adjunct && in_front && !tree.has_child(clause.predicate, "nsubj")) {
        complements.push_back(complement);
      }
      if (adjunct && behind) complements.push_back(complement);
    }
    predicate = first;
  }
}

/// "buys and sells old maps": what hangs on the second of two verbs joined by nothing but "and"
/// belongs to both.
void add_shared_from_next(const SentenceScope& scope, const Clause& clause,
                          std::vector<Complement>& complements) {
  const Tree& tree = scope.tree;
  if (!complements.empty()) return;
  // "tried to open and copy the letters": the last verb of the group
  const WordId last = clause.verb.head;
  for (const WordId next : tree.children_with(last, "conj")) {
    const bool adjacent =
        next == last + 2 && tree.relation(last + 1) == "cc" && tree.word(next).upos == Upos::kVerb;
    if (!adjacent) continue;
    Clause second;
    second.predicate = next;
    second.verb = verb_group(tree, next);
    for (const Complement& complement : own_complements(scope, second)) {
      if (complement.role == Role::kObject) complements.push_back(complement);
    }
  }
}

/// The antecedent as object or oblique of its relative clause ("the city in which he lives",
/// "gimmicks she used").
void add_antecedent(const Tree& tree, Clause& clause) {
  const WordId noun = antecedent(tree, clause.predicate);
  if (noun == kNoWord) return;
  if (is_denying_verb(tree.word(clause.verb.head).lemma)) {
    // "accused of jailing critics, which it denies": the jailing is what it denies.
    std::erase_if(clause.complements, [&](const Complement& complement) {
      return complement.role == Role::kObject && complement.head > 0 &&
             lower_ascii(tree.word(complement.head).form) == "which" &&
             tree.word(complement.head - 1).form == ",";
    });
  }
  bool found = false;
  for (Complement& complement : clause.complements) {
    if (is_relative_pronoun(tree.word(complement.head)) &&
        tree.is_under(complement.head, clause.predicate)) {
      complement.head = noun;
      found = true;
    }
  }
  if (found || has_relative_object(tree, clause.predicate)) return;
  const WordId own = own_subject(tree, clause.predicate);
  if (own == kNoWord || contains_relative(tree, own)) return;
  const bool full =
      std::any_of(clause.complements.begin(), clause.complements.end(), [](const Complement& c) {
        return c.role == Role::kObject || c.role == Role::kClause || c.role == Role::kPredicate;
      });
  // An adverbial antecedent ("the day he left") is no object: its clause has a gap in time.
  const WordId marker = tree.child(clause.predicate, "mark");
  const bool adverbial = marker != kNoWord;
  for (const WordId child : tree.children(clause.predicate)) {
    if (tree.relation(child) == "advmod" && is_interrogative(tree.word(child))) return;
  }
  if (!full && !adverbial && !clause.verb.copular && clause.verb.voice == Voice::kActive) {
    clause.complements.insert(clause.complements.begin(), {Role::kObject, noun, {}});
  }
}

}  // namespace

bool picks_out_one(const Tree& tree, WordId noun) {
  for (const WordId child : tree.children_with(noun, "amod")) {
    const Word& word = tree.word(child);
    if (feature(word, "NumType") == "Ord" || feature(word, "Degree") == "Sup" ||
        word.lemma == "only" || word.lemma == "last" || word.lemma == "sole" ||
        word.lemma == "rare" || word.lemma == "first" || word.lemma == "next") {
      return true;
    }
  }
  return false;
}

WordId accused_noun(const Tree& tree, WordId clause) {
  const WordId noun = tree.parent(clause);
  if (noun == kNoWord || tree.deprel(clause) != "acl") return kNoWord;
  if (!tree.is(noun, "obj") && !tree.is(noun, "obl:agent")) return kNoWord;
  const WordId verb = tree.parent(noun);
  const bool of = link_text(tree, markers(tree, clause)) == "of";
  return of && is_accusing_verb(tree.word(verb).lemma) ? noun : kNoWord;
}

bool is_accusation(const Tree& tree, WordId below, WordId above) {
  const std::string& lemma = tree.word(above).lemma;
  if (!is_accusing_verb(lemma) && !is_clearing_verb(lemma)) return false;
  if (tree.relation(below) != "advcl" || !is_participle(tree, below) ||
      own_subject(tree, below) != kNoWord) {
    return false;
  }
  for (const char* link : {"of", "for", "with", "over", "in", "about"}) {
    if (has_mark(tree, below, link)) return true;
  }
  return false;
}

WordId antecedent(const Tree& tree, WordId predicate) {
  WordId clause = predicate;
  // "the firm, which it said is owned by him": the pronoun is moved out of the clause said.
  const WordId own = own_subject(tree, predicate);
  const bool moved = own != kNoWord && is_relative_pronoun(tree.word(own));
  for (int step = 0; step < kMaxSteps; ++step) {
    if (tree.deprel(clause) == "acl:relcl") return tree.parent(clause);
    const std::string_view relation = tree.relation(clause);
    if (relation != "conj" && relation != "xcomp" && !(moved && relation == "ccomp")) {
      return kNoWord;
    }
    clause = tree.parent(clause);
    if (clause == kNoWord) return kNoWord;
  }
  return kNoWord;
}

std::vector<Subject> subjects_of(const Tree& tree, WordId predicate) {
  return find_subjects(tree, predicate, 0);
}

namespace {

/// Whether who or what stands at the word can do something, be blamed or be thanked.
bool can_act(const SentenceScope& scope, WordId id) {
  const Word& word = scope.tree.word(id);
  const auto type = mention_type_at(scope, id);
  if (!type) {
    return word.upos == Upos::kPron || word.upos == Upos::kPropn ||
           scope.lexicon.can_be_person(lower_ascii(word.lemma));
  }
  return *type == MentionType::kPerson || *type == MentionType::kOrganization ||
         *type == MentionType::kPlace || *type == MentionType::kAnimal;
}

/// Who did what a clause without a subject of its own tells, where the tree's answer is none:
/// "bought tools for clearing mines" (nobody yet), "won an award for producing it" (who won it),
/// "were killed, bringing the toll to six" (not the dead).
std::vector<Subject> doers(const SentenceScope& scope, const Clause& clause) {
  const Tree& tree = scope.tree;
  std::vector<Subject> subjects = subjects_of(tree, clause.predicate);
  const WordId above = tree.parent(clause.predicate);
  if (tree.relation(clause.predicate) != "advcl" || above == kNoWord || subjects.empty() ||
      own_subject(tree, clause.predicate) != kNoWord) {
    return subjects;
  }
  if (is_for_gerund(tree, clause.predicate)) {
    const bool thing = std::none_of(subjects.begin(), subjects.end(), [&](const Subject& subject) {
      return can_act(scope, subject.head);
    });
    if (!thing) return subjects;
    const bool got = is_getting_verb(tree.word(above).lemma);
    return got ? inherited(tree, above, 0, "adjunct") : std::vector<Subject>{};
  }
  const bool apart = clause.predicate > above && markers(tree, clause.predicate).empty() &&
                     clause.verb.voice == Voice::kActive &&
                     feature(tree.word(clause.predicate), "VerbForm") != "Fin";
  if (!apart || !is_resulting_verb(tree.word(clause.predicate).lemma)) return subjects;
  const bool undergone = verb_group(tree, above).voice == Voice::kPassive &&
                         !tree.has_child(above, "obl:agent") && !tree.has_child(above, "obj");
  return undergone ? std::vector<Subject>{} : subjects;
}

}  // namespace

std::vector<Clause> find_clauses(const SentenceScope& scope) {
  const Tree& tree = scope.tree;
  std::vector<Clause> clauses;
  std::vector<bool> merged(tree.size(), false);
  for (WordId id = 0; id < tree.size(); ++id) {
    if (!is_predicate(tree, id) || merged[id]) continue;
    if (tree.relation(id) == "xcomp" && tree.parent(id) != kNoWord &&
        merged_complement(tree, tree.parent(id)) == id && is_predicate(tree, tree.parent(id))) {
      continue;  // part of the verb group above
    }
    Clause clause;
    clause.predicate = id;
    clause.verb = verb_group(tree, id);
    for (const WordId verb : clause.verb.verbs) {
      if (verb != id) merged[verb] = true;
    }
    clause.subjects = doers(scope, clause);
    clause.complements = own_complements(scope, clause);
    add_shared(scope, clause, clause.complements);
    add_shared_from_next(scope, clause, clause.complements);
    std::stable_sort(clause.complements.begin(), clause.complements.end(),
                     [&](const Complement& a, const Complement& b) {
                       const bool a_front = a.head < id;
                       const bool b_front = b.head < id;
                       if (a_front != b_front) return b_front;
                       return a.head < b.head;
                     });
    add_antecedent(tree, clause);
    clauses.push_back(std::move(clause));
  }
  return clauses;
}

}  // namespace relata
