#include "extract/scope.hpp"

#include "extract/compound_demonyms.hpp"
#include "extract/english.hpp"
#include "extract/time_phrase.hpp"
#include "relata/core/unicode.hpp"

namespace relata {
namespace {

std::size_t mention_of(const SentenceScope& scope, WordId head) {
  if (head == kNoWord) return kNoEntity;
  WordId limit = scope.tree.size();
  for (const WordId child : scope.tree.children(head)) {
    if (scope.tree.relation(child) == "conj") {
      limit = child;
      break;
    }
  }
  return scope.entities.mention_at(scope.sentence, head, limit);
}

bool is_pronoun(const Word& word) { return word.upos == Upos::kPron; }

}  // namespace

namespace {

/// "its neighbour Chad", "sociologist Anna Orel": the name behind the noun, without a comma.
WordId restrictive_name(const Tree& tree, WordId head) {
  if (tree.word(head).upos != Upos::kNoun) return kNoWord;
  for (const WordId child : tree.children_with(head, "appos")) {
    if (child < head || tree.word(child).upos != Upos::kPropn) continue;
    for (WordId id = head + 1; id < child; ++id) {
      if (tree.word(id).upos == Upos::kPunct) return kNoWord;
    }
    return child;
  }
  return kNoWord;
}

/// "her publisher, Novak,": a description of one, and between commas the name of whom it describes.
WordId name_in_commas(const Tree& tree, WordId head) {
  const Word& noun = tree.word(head);
  if (noun.upos != Upos::kNoun || feature(noun, "Number") != "Sing") return kNoWord;
  const WordId article = tree.child(head, "det");
  const bool definite = tree.has_child(head, "nmod:poss") ||
                        (article != kNoWord && feature(tree.word(article), "Definite") == "Def");
  const WordId name = tree.child(head, "appos");
  if (!definite || name == kNoWord || name < head + 2 || tree.has_child(name, "conj") ||
      tree.word(name).upos != Upos::kPropn || tree.word(name - 1).form != ",") {
    return kNoWord;
  }
  return name;
}

std::string bare_name(const SentenceScope& scope, WordId head) {
  Words words{head};
  for (const WordId child : scope.tree.children(head)) {
    const std::string_view relation = scope.tree.relation(child);
    const bool part = relation == "flat" || relation == "compound";
    if (part && scope.tree.word(child).upos == Upos::kPropn) words.push_back(child);
  }
  return clean_label(scope.text.text(with_inner_punctuation(scope.tree, std::move(words))));
}

}  // namespace

const EntityRecord* entity_at(const SentenceScope& scope, WordId head) {
  if (head == kNoWord) return nullptr;
  const WordId name = restrictive_name(scope.tree, head);
  if (name != kNoWord) {
    if (const EntityRecord* named = entity_at(scope, name)) return named;
  }
  const std::size_t mention = mention_of(scope, head);
  if (mention == kNoEntity) {
    std::size_t found = scope.entities.uncovered_name_at(scope.sentence, head);
    if (found == kNoEntity) found = scope.entities.demonym_at(scope.sentence, head);
    // A name that no mention covers here, but one elsewhere in the document.
    if (found == kNoEntity && scope.tree.word(head).upos == Upos::kPropn) {
      found = scope.entities.with_name(bare_name(scope, head));
    }
    if (found == kNoEntity) found = scope.entities.uncovered_noun_at(scope.sentence, head);
    return found == kNoEntity ? nullptr : &scope.entities.records()[found];
  }
  const std::size_t entity = scope.entities.of_mentions()[mention];
  if (entity == kNoEntity) return nullptr;
  const EntityRecord& own = scope.entities.records()[entity];
  const WordId in_commas = own.named ? kNoWord : name_in_commas(scope.tree, head);
  if (in_commas == kNoWord) return &own;
  const EntityRecord* named = entity_at(scope, in_commas);
  const bool alike = named != nullptr && named->named && named->type == own.type;
  return alike ? named : &own;
}

bool is_demonym(const SentenceScope& scope, WordId word) {
  if (form_at(scope, word) == MentionForm::kAdjective) {
    return !demonym_country(scope.tree.sentence(), word, scope.lexicon).empty();
  }
  return scope.entities.demonym_at(scope.sentence, word) != kNoEntity;
}

std::optional<MentionForm> form_at(const SentenceScope& scope, WordId head) {
  const std::size_t mention = mention_of(scope, head);
  if (mention == kNoEntity) return std::nullopt;
  return scope.entities.analysis().mentions[mention].form;
}

bool is_name(const SentenceScope& scope, WordId head) {
  return form_at(scope, head) == MentionForm::kName ||
         scope.entities.uncovered_name_at(scope.sentence, head) != kNoEntity;
}

std::optional<MentionType> mention_type_at(const SentenceScope& scope, WordId head) {
  const std::size_t mention = mention_of(scope, head);
  if (mention == kNoEntity) return std::nullopt;
  return scope.entities.analysis().mentions[mention].type;
}

Argument make_argument(const SentenceScope& scope, const Phrase& phrase, WordId entity_head) {
  Argument argument;
  argument.text = scope.text.text(phrase.words);
  argument.range = scope.text.range(phrase.words);
  argument.form = "literal";
  if (entity_head == kNoWord) return argument;
  const auto form = form_at(scope, entity_head);
  if (form) {
    argument.form = std::string(to_string(*form));
  } else if (scope.entities.uncovered_name_at(scope.sentence, entity_head) != kNoEntity) {
    argument.form = "name";
  } else if (is_demonym(scope, entity_head)) {
    argument.form = "adjective";
  } else if (is_pronoun(scope.tree.word(entity_head))) {
    argument.form = "pronoun";
  } else if (scope.tree.word(entity_head).upos == Upos::kNoun) {
    argument.form = "nominal";
  } else if (scope.tree.word(entity_head).upos == Upos::kPropn) {
    argument.form = "name";
  }
  if (const EntityRecord* entity = entity_at(scope, entity_head)) {
    argument.entity = entity->entity;
    argument.name = entity->name;
    argument.type = entity->type;
  } else if (mention_type_at(scope, entity_head) == MentionType::kTime) {
    argument.type = EntityType::kTime;
  }
  if (argument.entity.empty() && is_time_phrase(scope, entity_head)) {
    argument.value = time_value(scope, entity_head, phrase.words);
  }
  return argument;
}

Argument make_argument(const SentenceScope& scope, const Phrase& phrase) {
  return make_argument(scope, phrase, phrase.head);
}

Argument make_clause_argument(const SentenceScope& scope, const Phrase& phrase) {
  Argument argument;
  argument.text = scope.text.text(phrase.words);
  argument.range = scope.text.range(phrase.words);
  argument.form = "clause";
  return argument;
}

std::string canonical_type(const std::vector<std::string>& lemmas) {
  constexpr std::size_t kLongest = 80;
  std::string type;
  for (const std::string& lemma : lemmas) {
    std::string part;
    for (const char c : fold_for_key(lemma)) {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        part += c >= 'a' ? static_cast<char>(c - 'a' + 'A') : c;
      } else if (!part.empty() && part.back() != '_') {
        part += '_';
      }
    }
    while (!part.empty() && part.back() == '_') part.pop_back();
    if (part.empty()) continue;
    if (!type.empty()) type += '_';
    type += part;
  }
  const std::size_t first = type.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  if (first == std::string::npos) return "RELATED_TO";
  type.erase(0, first);
  if (type.size() > kLongest) type.resize(kLongest);
  while (type.back() == '_') type.pop_back();
  return type;
}

std::vector<std::string> lemmas_of(const Tree& tree, const Words& words) {
  std::vector<std::string> lemmas;
  for (const WordId id : words) {
    const Word& word = tree.word(id);
    lemmas.push_back(word.lemma.empty() || word.lemma == "_" ? lower_ascii(word.form)
                                                             : lower_ascii(word.lemma));
  }
  return lemmas;
}

std::string join(const std::vector<std::string>& parts, char separator) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += separator;
    joined += part;
  }
  return joined;
}

}  // namespace relata
