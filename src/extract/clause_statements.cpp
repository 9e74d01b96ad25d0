#include "extract/clause_statements.hpp"

#include <algorithm>

#include "extract/clause_reader.hpp"
#include "extract/english.hpp"
#include "extract/time_phrase.hpp"

namespace relata {
namespace {

/// How often a triple is right whose subject was found this way, against one with a subject of its
/// own (development data, docs/quality-extraction.md).
double route_factor(std::string_view route) {
  if (route == "member") return 0.9;
  if (route == "participle") return 0.85;
  if (route == "adjunct") return 0.75;
  if (route == "controlled") return 0.7;
  if (route == "formal") return 0.6;
  return 1;
}

}  // namespace

void ClauseReader::read() {
  if (clause_.subjects.empty() || !has_verb() || says_no_predicate()) return;
  stance_ = stance_of(scope_, clause_);
  direction_ = direction_of(scope_, clause_, stance_.modality);
  plan_core();
  for (const Subject& subject : clause_.subjects) {
    if (writer_.is_full()) return;
    read_subject(subject);
    const std::string_view rule = subject.rule;
    if (rule == "subject" || rule == "participle" || rule == "relative") read_members_of(subject);
  }
  read_reciprocal();
}

bool ClauseReader::has_verb() const {
  return std::any_of(clause_.verb.words.begin(), clause_.verb.words.end(), [&](WordId id) {
    const Upos upos = tree_.word(id).upos;
    return upos == Upos::kVerb || upos == Upos::kAux;
  });
}

bool ClauseReader::says_no_predicate() const {
  if (!clause_.verb.copular) return false;
  const WordId predicate = clause_.verb.head;
  if (tree_.word(predicate).upos == Upos::kVerb) return tree_.has_child(predicate, "aux");
  return tree_.word(predicate).upos == Upos::kAdp || is_interrogative(tree_.word(predicate));
}

void ClauseReader::plan_core() {
  const WordId predicate = clause_.verb.head;
  verb_ = RelationPrefix{clause_.verb.words, clause_.verb.lemmas, {}};
  if (clause_.verb.copular && tree_.word(predicate).upos != Upos::kAdj) {
    const auto [head, link] = attachment(tree_, predicate);  // "is in charge of | the sale"
    core_ = {nullptr, Role::kPredicate, head, link};
    return;
  }
  for (const Role role :
       {Role::kIndirectObject, Role::kObject, Role::kPredicate, Role::kClause, Role::kAgent}) {
    for (const Complement& complement : clause_.complements) {
      if (complement.role == role) {
        core_ = {&complement, role, complement.head, complement.link};
        return;
      }
    }
  }
  // No object: the first phrase that says more than when.
  for (const bool timeless : {true, false}) {
    for (const Complement& complement : clause_.complements) {
      const bool phrase = complement.role == Role::kOblique || complement.role == Role::kBare;
      if (!phrase || is_source(complement)) continue;
      if (timeless && is_time_phrase(scope_, complement.head)) continue;
      core_ = {&complement, complement.role, complement.head, complement.link};
      return;
    }
  }
  if (clause_.verb.copular) {
    // "is wealthy", with nothing behind it: the adjective is the object.
    const Words copula = copula_words(tree_, predicate).copula;
    Words adjective;
    for (const WordId id : tree_.subtree_if(predicate, [&](WordId id) {
           // "However, the reports were very good": only "very" is said of them
           return tree_.relation(id) == "advmod" && id < predicate &&
                  (copula.empty() || id > copula.front());
         })) {
      if (std::find(copula.begin(), copula.end(), id) == copula.end()) adjective.push_back(id);
    }
    verb_.words.erase(std::remove_if(verb_.words.begin(), verb_.words.end(),
                                     [&](WordId id) {
                                       return std::find(adjective.begin(), adjective.end(), id) !=
                                              adjective.end();
                                     }),
                      verb_.words.end());
    adjective_ = Phrase{predicate, adjective};
    if (!verb_.lemmas.empty()) verb_.lemmas.pop_back();
  }
}

bool ClauseReader::is_source(const Complement& complement) const {
  return !complement.link.empty() &&
         lower_ascii(tree_.word(complement.link.front()).form) == "according";
}

Argument ClauseReader::object_argument(const Phrase& phrase) const {
  Argument argument = make_argument(scope_, phrase);
  if (phrase.head != kNoWord && argument.entity.empty() && is_time_phrase(scope_, phrase.head)) {
    argument.value = time_value(scope_, phrase.head, phrase.words, direction_);
  }
  return argument;
}

Argument ClauseReader::subject_argument(const Subject& subject) const {
  if (tree_.is(subject.head, "csubj")) {
    return make_clause_argument(scope_, clause_phrase(tree_, subject.head, Marker::kKeep));
  }
  Phrase phrase = noun_phrase(tree_, subject.head, Extent::kLong, scope_.lexicon);
  // Of a relative clause's noun, only what names it: it was told apart where it stands.
  if (tree_.is_under(clause_.predicate, subject.head)) {
    phrase = antecedent_phrase(subject.head);
  }
  return make_argument(scope_, phrase, subject.entity);
}

Phrase ClauseReader::antecedent_phrase(WordId head) const {
  Phrase phrase = noun_phrase(tree_, head, Extent::kCore, scope_.lexicon);
  for (const WordId child : tree_.children_with(head, "nmod")) {
    if (child < head || child > clause_.predicate) continue;
    const Words link = prepositions(tree_, child);
    if (link.size() != 1 || lower_ascii(tree_.word(link[0]).form) != "of") continue;
    const Phrase of = noun_phrase(tree_, child, Extent::kCore, scope_.lexicon);
    phrase.words.insert(phrase.words.end(), link.begin(), link.end());
    phrase.words.insert(phrase.words.end(), of.words.begin(), of.words.end());
  }
  phrase.words = with_inner_punctuation(tree_, std::move(phrase.words));
  return phrase;
}

void ClauseReader::read_subject(const Subject& subject) {
  subject_ = subject_argument(subject);
  doubt_ = Doubt{};
  doubt_.distance = subject.distance;
  doubt_.conjuncts = clause_.subjects.size() > 1 ? 1 : 0;
  subject_rule_ = subject.rule;
  if (core_.head == kNoWord) {
    read_without_object();
    return;
  }
  if (core_.role == Role::kClause) {
    read_clause_object();
    return;
  }
  std::vector<Phrase> objects = split_conjuncts(tree_, core_.head, Extent::kCore, scope_.lexicon);
  for (Phrase& object : objects) {
    // "is no longer | president": what went with the copula
    std::erase_if(object.words, [&](WordId id) {
      return id != object.head &&
             std::binary_search(clause_.verb.words.begin(), clause_.verb.words.end(), id);
    });
    Doubt doubt = doubt_;
    doubt.conjuncts += objects.size() > 1 ? 1 : 0;
    read_object(object, doubt);
    read_inverted(subject, object);
    if (core_.role == Role::kObject) read_listed(object, doubt);
    const bool own = std::string_view(subject.rule) == "subject";
    if (core_.role == Role::kObject && own) read_members(object, doubt);
  }
  read_passed_on(subject);
}

void ClauseReader::read_without_object() {
  writer_.begin_statement();
  if (adjective_) {
    Argument argument = make_argument(scope_, *adjective_, kNoWord);
    add(verb_, std::move(argument), doubt_, "clause/adjective", 0.65);
  } else {
    add(verb_, std::nullopt, doubt_, "clause/intransitive", 0.75);
  }
  read_others(verb_, kNoWord, doubt_);
}

void ClauseReader::read_clause_object() {
  for (const WordId conjunct : conjuncts(tree_, core_.head)) {
    if (!is_predicate(tree_, conjunct)) continue;
    writer_.begin_statement();
    add(verb_, make_clause_argument(scope_, complement_clause(conjunct)), doubt_,
        "clause/complement", 0.85);
    read_others(verb_, conjunct, doubt_);
  }
}

Phrase ClauseReader::complement_clause(WordId conjunct) const {
  Phrase phrase = clause_phrase(tree_, conjunct, Marker::kKeep);
  if (conjunct == core_.head || tree_.has_child(conjunct, "nsubj")) return phrase;
  Words shared;
  for (const WordId child : tree_.children(core_.head)) {
    if (tree_.is(child, "nsubj")) {
      shared = noun_phrase(tree_, child, Extent::kLong, scope_.lexicon).words;
    }
  }
  shared.insert(shared.end(), phrase.words.begin(), phrase.words.end());
  phrase.words = std::move(shared);
  return phrase;
}

RelationPrefix ClauseReader::core_relation() const {
  if (core_.link.empty()) return verb_;
  const RelationPrefix relation = verb_.with(core_.link);
  return core_.role == Role::kAgent ? relation : relation.with_link(link_text(tree_, core_.link));
}

void ClauseReader::add_core(const Phrase& object, const Doubt& doubt) {
  writer_.begin_statement();
  active_text_ = core_.role == Role::kAgent ? active_form(completion(object.head), object.head)
                                            : std::string();
  add(core_relation(), object_argument(with_restriction(object)), doubt, core_rule(), 0.88);
  active_text_.clear();
}

void ClauseReader::read_object(const Phrase& object, const Doubt& doubt) {
  const RelationPrefix relation = core_relation();
  const bool nominal = is_nominal_role(core_.role);
  add_core(object, doubt);
  read_chain(relation, object, doubt);
  read_folded(object, doubt);
  read_predicated(object, doubt);
  read_completed(object, doubt);
  read_given(object, doubt);
  // What is attached to the clause follows the object, but not another phrase.
  after_agent_.reset();
  if (core_.role == Role::kAgent) after_agent_ = relation.with(object.words);
  after_phrase_ = core_.role == Role::kOblique && !is_time_phrase(scope_, object.head)
                      ? std::optional(relation.with(object.words))
                      : std::nullopt;
  const RelationPrefix base = nominal ? relation.with(with_restriction(object).words) : verb_;
  read_others(base, object.head, doubt);
}

Phrase ClauseReader::with_restriction(const Phrase& object) const {
  constexpr std::size_t kLongest = 14;  // words
  if (core_.role != Role::kPredicate || object.head == kNoWord ||
      !picks_out_one(tree_, object.head)) {
    return object;
  }
  Phrase longer = object;
  for (const WordId child : tree_.children(object.head)) {
    const bool restricts = tree_.is(child, "nmod") || tree_.deprel(child) == "acl";
    if (child < object.head || !restricts || introduces_members(tree_, child)) continue;
    const Words below = tree_.subtree_if(child, [&](WordId id) {
      return tree_.deprel(id) != "acl:relcl" && !tree_.is(id, "advcl");
    });
    longer.words.insert(longer.words.end(), below.begin(), below.end());
  }
  while (tree_.word(longer.words.back()).upos == Upos::kPunct) longer.words.pop_back();
  return longer.words.size() > kLongest ? object : longer;
}

const char* ClauseReader::core_rule() const {
  switch (core_.role) {
    case Role::kPredicate:
      return clause_.verb.copular ? "clause/copula" : "clause/predicate";
    case Role::kAgent:
      return "clause/agent";
    case Role::kOblique:
      return "clause/oblique";
    case Role::kBare:
      return "clause/bare";
    default:
      return "clause/object";
  }
}

bool ClauseReader::is_of_now(WordId passive) const {
  const auto is_now = [&](WordId auxiliary) {
    const Word& word = tree_.word(auxiliary);
    return lower_ascii(word.lemma) == "be" && feature(word, "Tense") == "Pres" &&
           feature(word, "VerbForm") == "Fin";
  };
  const std::vector<WordId> auxiliaries = tree_.children_with(passive, "aux");
  return auxiliaries.size() == 1 && is_now(auxiliaries.front());
}

std::string ClauseReader::active_form(const Words& predicate, WordId agent) const {
  std::vector<std::string> words;
  for (const WordId id : clause_.verb.auxiliaries) {
    const std::string lemma = lower_ascii(tree_.word(id).lemma);
    if (feature(tree_.word(id), "VerbForm") == "Fin" && lemma != "be" && lemma != "have" &&
        lemma != "get" && lemma != "do") {
      words.push_back(tree_.word(id).form);
    }
  }
  const bool modal = !words.empty();
  // "was found burnt by": who did what the last passive of the group says, here the finding.
  const std::vector<WordId>& verbs = clause_.verb.verbs;
  const auto passive = std::find_if(verbs.rbegin(), verbs.rend(),
                                    [&](WordId id) { return tree_.has_child(id, "aux:pass"); });
  const WordId done = passive == verbs.rend() ? clause_.verb.head : *passive;
  const Word& verb = tree_.word(done);
  const bool several = agent != kNoWord && tree_.word(agent).upos == Upos::kNoun &&
                       feature(tree_.word(agent), "Number") == "Plur";
  if (modal || (is_of_now(done) && several)) {
    words.push_back(verb.lemma);
  } else {
    words.push_back(is_of_now(done) ? third_person_of(verb.lemma) : past_of_participle(verb.form));
  }
  for (const WordId child : tree_.children_with(done, "compound:prt")) {
    words.push_back(tree_.word(child).form);
  }
  for (const WordId id : clause_.verb.words) {
    const bool particle = tree_.parent(id) == done;
    if (id > done && !particle) words.push_back(tree_.word(id).form);
    if (id > done && particle && tree_.is(id, "xcomp")) words.push_back(tree_.word(id).form);
  }
  for (const WordId id : predicate) words.push_back(tree_.word(id).form);
  return join(words, ' ');
}

void ClauseReader::add(const RelationPrefix& relation, std::optional<Argument> object,
                       const Doubt& doubt, std::string rule, double prior) {
  TripleDraft draft;
  draft.relation.words = relation.words;
  draft.relation.lemmas = relation.lemmas;
  if (!relation.link.empty()) draft.relation.lemmas.push_back(relation.link);
  draft.relation.active_text = active_text_;
  finish(std::move(draft), std::move(object), doubt, std::move(rule), prior);
}

std::string ClauseReader::coordinated_subject() const {
  if (clause_.subjects.size() < 2) return {};
  const std::size_t mention =
      scope_.entities.mention_at(scope_.sentence, clause_.subjects.front().entity, tree_.size());
  if (mention == kNoEntity) return {};
  const std::size_t entity = scope_.entities.of_mentions()[mention];
  return entity == kNoEntity ? std::string() : scope_.entities.records()[entity].entity;
}

void ClauseReader::finish(TripleDraft draft, std::optional<Argument> object, Doubt doubt,
                          std::string rule, double prior) {
  // "wrote his works": the possessor is the subject, and the folded form says nothing.
  if (draft.kind == TripleKind::kFolded && object && !object->entity.empty() &&
      (object->entity == subject_.entity || object->entity == coordinated_subject())) {
    return;
  }
  draft.subject = subject_;
  draft.qualifiers = qualifiers(object ? object->range : std::nullopt);
  draft.object = std::move(object);
  draft.stance = stance_;
  draft.rule = std::move(rule);
  if (std::string_view(subject_rule_) != "subject") draft.rule += std::string("+") + subject_rule_;
  doubt.prior = prior * route_factor(subject_rule_);
  draft.doubt = doubt;
  writer_.add(std::move(draft));
}

void extract_clause(const SentenceScope& scope, const Clause& clause,
                    const std::vector<Clause>& clauses, TripleWriter& writer) {
  ClauseReader(scope, clause, clauses, writer).read();
}

}  // namespace relata
