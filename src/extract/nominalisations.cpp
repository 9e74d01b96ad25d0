// Nouns of deeds with who did them, to whom, when and where.
#include "extract/english.hpp"
#include "extract/nominal_facts.hpp"
#include "extract/nominal_support.hpp"
#include "extract/stance.hpp"
#include "extract/time_phrase.hpp"

namespace relata {
namespace {

struct Event {
  WordId noun = kNoWord;
  std::vector<WordId> of;  ///< "of" phrases: done to, or doer of an intransitive deed
  WordId by = kNoWord;
  WordId possessor = kNoWord;
  std::vector<WordId> others;  ///< further phrases
  std::vector<WordId> times;   ///< before the noun, without preposition: "the August 15 arrest"
};

/// A noun for what is done, as the lexicon or the mention finder has it.
bool is_deed(const SentenceScope& scope, WordId noun) {
  const Word& word = scope.tree.word(noun);
  if (word.upos != Upos::kNoun) return false;
  const auto type = mention_type_at(scope, noun);
  if (type && *type != MentionType::kAbstract) return *type == MentionType::kEvent;
  const NounClass kind = scope.lexicon.noun_class(word.lemma);
  return kind == NounClass::kAct || kind == NounClass::kEvent;
}

Event read_event(const SentenceScope& scope, WordId noun) {
  const Tree& tree = scope.tree;
  Event event;
  event.noun = noun;
  for (const WordId child : tree.children(noun)) {
    if (tree.deprel(child) == "nmod:poss") {
      if (is_time_phrase(scope, child)) continue;  // "yesterday's arrest of two men"
      event.possessor = child;
    } else if (tree.is(child, "nmod") || tree.is(child, "compound")) {
      const Words link = prepositions(tree, child);
      if (link.empty()) {
        if (child < noun && is_time_phrase(scope, child)) event.times.push_back(child);
        continue;
      }
      const std::string first = lower_ascii(tree.word(link.front()).form);
      if (first == "of" && is_time_phrase(scope, child)) continue;  // "the attack of 2 May"
      if (first == "of") {
        event.of.push_back(child);
      } else if (first == "by") {
        event.by = child;
      } else if (first != "including" && first != "such" && first != "like") {
        event.others.push_back(child);
      }
    }
  }
  return event;
}

std::vector<Phrase> phrases_of(const SentenceScope& scope, WordId head) {
  return split_conjuncts(scope.tree, head, Extent::kCore, scope.lexicon);
}

/// One statement about a deed, with the stance of its noun.
void write_deed(const SentenceScope& scope, TripleWriter& writer, WordId noun, Argument subject,
                RelationDraft relation, Argument object, std::string rule, double prior,
                std::vector<Qualifier> qualifiers = {}) {
  TripleDraft draft;
  draft.kind = TripleKind::kNominal;
  draft.subject = std::move(subject);
  draft.relation = std::move(relation);
  draft.object = std::move(object);
  draft.qualifiers = std::move(qualifiers);
  draft.stance = stance_of_deed(scope, noun);
  draft.rule = std::move(rule);
  draft.doubt.prior = prior;
  writer.begin_statement();
  writer.add(std::move(draft));
}

class EventWriter {
 public:
  EventWriter(const SentenceScope& scope, const Event& event, TripleWriter& writer)
      : scope_(scope), event_(event), writer_(writer) {}

  void write() {
    const WordId doer = event_.by != kNoWord ? event_.by : event_.possessor;
    if (event_.of.empty() && event_.possessor == kNoWord) return;
    // "the takeover of Larnex by Orel", "Orel's takeover of Larnex": no verb has the noun, but who
    // did it is told.
    const bool verbal = !scope_.lexicon.verb_of_noun(scope_.tree.word(event_.noun).lemma).empty();
    const bool owned = event_.possessor != kNoWord && !event_.of.empty();
    if (!verbal && event_.by == kNoWord && !owned) return;
    if (!event_.of.empty() && doer != kNoWord) write_doer(doer);
    const WordId affected = event_.of.empty() ? event_.possessor : event_.of.front();
    for (const Phrase& subject : phrases_of(scope_, affected)) {
      write_circumstances(make_argument(scope_, subject));
    }
  }

 private:
  /// "the arrest of two men by police": police —arrest of→ two men
  void write_doer(WordId doer) {
    for (const WordId of : event_.of) {
      for (const Phrase& object : phrases_of(scope_, of)) {
        for (const Phrase& subject : phrases_of(scope_, doer)) {
          RelationDraft relation;
          relation.words = {event_.noun};
          const Words link = prepositions(scope_.tree, of);
          relation.words.insert(relation.words.end(), link.begin(), link.end());
          relation.lemmas = lemma();
          write_deed(scope_, writer_, event_.noun, make_argument(scope_, subject),
                     std::move(relation), make_argument(scope_, object), "nominal/deed", 0.6);
        }
      }
    }
  }

  /// "the arrest of two men in May": two men —arrest in→ May
  void write_circumstances(const Argument& subject) {
    for (const WordId other : event_.others) {
      const Words link = prepositions(scope_.tree, other);
      for (const Phrase& phrase : phrases_of(scope_, other)) {
        RelationDraft relation;
        relation.words = {event_.noun};
        relation.words.insert(relation.words.end(), link.begin(), link.end());
        relation.lemmas = lemma();
        relation.lemmas.push_back(lower_ascii(scope_.tree.word(link.back()).form));
        write(subject, std::move(relation), other, phrase);
      }
    }
    for (const WordId time : event_.times) {
      RelationDraft relation;
      relation.words = {event_.noun};
      relation.supplied = "on";
      relation.lemmas = lemma();
      relation.lemmas.emplace_back("on");
      write(subject, std::move(relation), time,
            noun_phrase(scope_.tree, time, Extent::kCore, scope_.lexicon));
    }
  }

  void write(const Argument& subject, RelationDraft relation, WordId head, const Phrase& phrase) {
    std::vector<Qualifier> qualifiers;
    if (is_time_phrase(scope_, head)) {
      Qualifier time;
      time.role = "time";
      time.text = scope_.text.text(phrase.words);
      time.range = scope_.text.range(phrase.words);
      time.value = time_value(scope_, head, phrase.words);
      qualifiers.push_back(std::move(time));
    }
    write_deed(scope_, writer_, event_.noun, subject, std::move(relation),
               make_argument(scope_, phrase), "nominal/circumstance", 0.5, std::move(qualifiers));
  }

  /// The deed's verb, if it has one: an arrest is an arresting.
  std::vector<std::string> lemma() const {
    const std::string& noun = scope_.tree.word(event_.noun).lemma;
    const std::string_view verb = scope_.lexicon.verb_of_noun(noun);
    return {verb.empty() ? lower_ascii(noun) : std::string(verb)};
  }

  const SentenceScope& scope_;
  const Event& event_;
  TripleWriter& writer_;
};

/// "the treaty between Norway and Chile": the one has it with the other.
void read_between(const SentenceScope& scope, TripleWriter& writer, WordId noun) {
  const Tree& tree = scope.tree;
  if (tree.word(noun).upos != Upos::kNoun) return;
  for (const WordId child : tree.children_with(noun, "nmod")) {
    const Words link = prepositions(tree, child);
    if (link.size() != 1 || lower_ascii(tree.word(link[0]).form) != "between") continue;
    const std::vector<Phrase> parties = phrases_of(scope, child);
    if (parties.size() != 2) continue;
    const Argument first = make_argument(scope, parties[0]);
    const Argument second = make_argument(scope, parties[1]);
    const auto is_party = [](const Argument& argument) {
      return !argument.entity.empty() &&
             (argument.type == EntityType::kPerson || argument.type == EntityType::kGroup ||
              argument.type == EntityType::kOrganization || argument.type == EntityType::kPlace);
    };
    if (!is_party(first) || !is_party(second)) continue;
    // "a collision between two towns" happened on the way from one to the other.
    const auto is_spot = [&](const Argument& argument) {
      return argument.type == EntityType::kPlace && !scope.lexicon.is_country(argument.name);
    };
    if (is_spot(first) && is_spot(second)) continue;
    // "the road between two towns" joins places; a deed or an agreement joins those who have it.
    const NounClass kind = scope.lexicon.noun_class(tree.word(noun).lemma);
    if (kind == NounClass::kPlace || kind == NounClass::kArtifact || kind == NounClass::kTime ||
        kind == NounClass::kQuantity || kind == NounClass::kPerson) {
      continue;
    }
    RelationDraft relation;
    for (const WordId part : tree.children_with(noun, "compound")) {
      if (part < noun && tree.word(part).upos == Upos::kNoun) relation.words.push_back(part);
    }
    // "memorandum of understanding"
    const WordId above = tree.parent(noun);
    const Words of = prepositions(tree, noun);
    const bool term = above != kNoWord && above + 2 == noun && link_text(tree, of) == "of" &&
                      tree.word(above).upos == Upos::kNoun;
    if (term) relation.words.insert(relation.words.end(), {above, of[0]});
    relation.words.push_back(noun);
    relation.supplied = "with";
    relation.lemmas = {lower_ascii(tree.word(noun).lemma), "with"};
    write_deed(scope, writer, noun, first, std::move(relation), second, "nominal/between", 0.7);
  }
}

}  // namespace

void extract_nominalisations(const SentenceScope& scope, TripleWriter& writer) {
  for (WordId noun = 0; noun < scope.tree.size(); ++noun) {
    read_between(scope, writer, noun);
    if (!is_deed(scope, noun)) continue;
    const Event event = read_event(scope, noun);
    EventWriter(scope, event, writer).write();
  }
}

}  // namespace relata
