// The dates in brackets behind a person's name, as biographies give them.
#include <algorithm>

#include "extract/nominal_facts.hpp"
#include "extract/nominal_support.hpp"
#include "extract/time_expression.hpp"

namespace relata {
namespace {

/// How many more brackets the word opens than it closes: pronunciations hold some of their own.
int bracket_depth(const Word& word) {
  return static_cast<int>(std::count(word.form.begin(), word.form.end(), '(')) -
         static_cast<int>(std::count(word.form.begin(), word.form.end(), ')'));
}

bool is_dash(const Word& word) { return word.form == "-" || word.form == "–" || word.form == "—"; }

bool is_break(const Word& word) {
  return word.form == "(" || word.form == ";" || word.form == ":" || word.form == "/" ||
         word.form == "]" || word.form == ")";
}

/// A date alone: nothing but numbers, months and commas.
std::string date_of(const Tree& tree, WordId first, WordId last) {
  std::vector<std::string> words;
  for (WordId id = first; id < last; ++id) words.push_back(tree.word(id).form);
  constexpr std::size_t kLongestDate = 4;  // "May", "3", ",", "1901"
  if (words.empty() || words.size() > kLongestDate) return {};
  const std::string value = normalise_time(words, {});
  return value.find('/') == std::string::npos ? value : std::string();
}

void write_date(const SentenceScope& scope, TripleWriter& writer, WordId name, const char* verb,
                WordId first, WordId last, const std::string& value) {
  Words words;
  for (WordId id = first; id < last; ++id) words.push_back(id);
  // A whole date is "on", a month or a year "in".
  constexpr std::size_t kDaySize = 10;
  RelationDraft relation;
  relation.supplied = std::string(verb) + (value.size() == kDaySize ? " on" : " in");
  const bool born = relation.supplied.starts_with("was");
  relation.lemmas = {born ? "bear" : "die", value.size() == kDaySize ? "on" : "in"};
  TripleDraft draft;
  draft.kind = TripleKind::kApposition;
  draft.subject = make_argument(scope, noun_phrase(scope.tree, name, Extent::kCore, scope.lexicon));
  draft.relation = std::move(relation);
  draft.object = make_argument(scope, {first, words}, kNoWord);
  draft.object->type = EntityType::kTime;
  Qualifier time;
  time.role = "time";
  time.text = scope.text.text(words);
  time.range = scope.text.range(words);
  time.value = value;
  draft.qualifiers.push_back(std::move(time));
  draft.rule = "apposition/life-dates";
  draft.doubt.prior = 0.85;
  writer.begin_statement();
  writer.add(std::move(draft));
}

}  // namespace

void extract_life_dates(const SentenceScope& scope, TripleWriter& writer) {
  const Tree& tree = scope.tree;
  WordId person = kNoWord;  // the last person's name before the bracket
  int depth = 0;
  for (WordId id = 0; id < tree.size(); ++id) {
    const Word& word = tree.word(id);
    depth = std::max(0, depth + bracket_depth(word));
    if (depth == 0) {
      const EntityRecord* entity = entity_at(scope, id);
      const bool head = entity != nullptr && entity->type == EntityType::kPerson &&
                        tree.word(id).upos == Upos::kPropn;
      const bool part = person != kNoWord && tree.is_under(id, person);
      if (head && !part) {
        person = id;
      } else if (!part && word.upos != Upos::kPunct) {
        person = kNoWord;
      }
    }
    if (depth == 0 && word.form.ends_with(')')) person = kNoWord;
    if (depth == 0 || person == kNoWord || !is_dash(word)) continue;
    WordId first = id;
    while (first > 0 && !is_break(tree.word(first - 1))) --first;
    WordId last = id + 1;
    while (last < tree.size() && !is_break(tree.word(last))) ++last;
    const std::string born = date_of(tree, first, id);
    const std::string died = date_of(tree, id + 1, last);
    if (born.empty() || died.empty() || born > died) continue;
    write_date(scope, writer, person, "was born", first, id, born);
    write_date(scope, writer, person, "died", id + 1, last, died);
  }
}

}  // namespace relata
