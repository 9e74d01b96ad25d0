#include "extract/english.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace relata {
namespace {

using Set = std::initializer_list<std::string_view>;

bool contains(Set set, std::string_view word) {
  return std::find(set.begin(), set.end(), word) != set.end();
}

// Participles that differ from the past tense (the strong verbs and their like); prefixed verbs
// ("overtaken") are found by their ending.
constexpr std::array<std::pair<std::string_view, std::string_view>, 68> kStrongParticiples = {{
    {"arisen", "arose"},
    {"awoken", "awoke"},
    {"beaten", "beat"},
    {"become", "became"},
    {"begun", "began"},
    {"bitten", "bit"},
    {"blown", "blew"},
    {"borne", "bore"},
    {"born", "bore"},
    {"broken", "broke"},
    {"chosen", "chose"},
    {"come", "came"},
    {"done", "did"},
    {"drawn", "drew"},
    {"driven", "drove"},
    {"drunk", "drank"},
    {"eaten", "ate"},
    {"fallen", "fell"},
    {"flown", "flew"},
    {"forbidden", "forbade"},
    {"forgotten", "forgot"},
    {"forgiven", "forgave"},
    {"frozen", "froze"},
    {"given", "gave"},
    {"gone", "went"},
    {"gotten", "got"},
    {"grown", "grew"},
    {"hewn", "hewed"},
    {"hidden", "hid"},
    {"known", "knew"},
    {"lain", "lay"},
    {"mown", "mowed"},
    {"proven", "proved"},
    {"ridden", "rode"},
    {"risen", "rose"},
    {"run", "ran"},
    {"rung", "rang"},
    {"sawn", "sawed"},
    {"seen", "saw"},
    {"sewn", "sewed"},
    {"shaken", "shook"},
    {"shown", "showed"},
    {"shrunk", "shrank"},
    {"slain", "slew"},
    {"smitten", "smote"},
    {"sown", "sowed"},
    {"spoken", "spoke"},
    {"stolen", "stole"},
    {"stricken", "struck"},
    {"stridden", "strode"},
    {"striven", "strove"},
    {"sung", "sang"},
    {"sunk", "sank"},
    {"swollen", "swelled"},
    {"sworn", "swore"},
    {"swum", "swam"},
    {"taken", "took"},
    {"thrown", "threw"},
    {"torn", "tore"},
    {"trodden", "trod"},
    {"undergone", "underwent"},
    {"woken", "woke"},
    {"won", "won"},
    {"worn", "wore"},
    {"woven", "wove"},
    {"written", "wrote"},
    {"sprung", "sprang"},
    {"sprung", "sprang"},
}};

}  // namespace

bool begins_capital(std::string_view word) {
  return !word.empty() && word.front() >= 'A' && word.front() <= 'Z';
}

bool begins_digit(std::string_view word) {
  return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool is_negator(const Word& word) {
  if (word.upos == Upos::kNoun || word.upos == Upos::kPropn) return false;
  const std::string form = lower_ascii(word.form);
  return contains({"not", "n't", "n’t", "never", "no", "neither", "nor", "none", "nobody",
                   "nothing", "nowhere", "hardly", "scarcely", "barely", "cannot"},
                  form);
}

bool is_negative_quantifier(const Word& word) {
  const std::string form = lower_ascii(word.form);
  return contains({"no", "neither", "none", "nobody", "nothing"}, form);
}

bool is_noun_or_pronoun(const Word& word) {
  return word.upos == Upos::kNoun || word.upos == Upos::kPropn || word.upos == Upos::kPron;
}

bool is_relative_pronoun(const Word& word) {
  if (feature(word, "PronType") == "Rel") return true;
  const std::string form = lower_ascii(word.form);
  if (form == "that") return word.upos == Upos::kPron && feature(word, "PronType") != "Dem";
  return contains({"who", "whom", "which", "whose"}, form);
}

bool is_interrogative(const Word& word) {
  if (feature(word, "PronType") == "Int") return true;
  return contains({"how", "why", "when", "where", "what", "whether"}, lower_ascii(word.form));
}

bool is_light_verb(std::string_view lemma) {
  return contains({"make", "take", "give", "have", "hold", "do", "carry", "conduct", "pay", "get",
                   "put", "perform", "launch", "stage", "commit", "mount", "undertake"},
                  lemma);
}

bool is_reciprocal_verb(std::string_view lemma) {
  return contains({"agree",   "ally",     "argue",    "clash",     "collaborate", "collide",
                   "compete", "confer",   "converse", "cooperate", "correspond",  "disagree",
                   "divorce", "feud",     "haggle",   "meet",      "merge",       "negotiate",
                   "quarrel", "separate", "team",     "unite"},
                  lemma);
}

bool is_form_of_address(std::string_view word) {
  const std::string form = lower_ascii(word.substr(0, word.find('.')));
  return form == "mr" || form == "mrs" || form == "ms" || form == "miss" || form == "mx" ||
         form == "mister" || form == "messrs" || form == "monsieur" || form == "madame" ||
         form == "madam" || form == "herr" || form == "frau" || form == "señor" ||
         form == "señora" || form == "signor" || form == "signora";
}

bool takes_recipient(std::string_view lemma) {
  return contains(
      {"give",     "send",     "hand",  "offer",  "award",     "grant",  "lend",  "pay",
       "sell",     "show",     "teach", "owe",    "promise",   "bring",  "pass",  "assign",
       "allot",    "lease",    "loan",  "mail",   "post",      "throw",  "toss",  "serve",
       "cede",     "extend",   "leave", "permit", "guarantee", "accord", "hand",  "advance",
       "allocate", "concede",  "deny",  "feed",   "read",      "render", "repay", "ship",
       "trade",    "transfer", "will",  "wire",   "write"},
      lemma);
}

bool is_relative_noun(std::string_view lemma) {
  return contains({"father",      "mother",    "parent",        "brother", "sister",  "sibling",
                   "son",         "daughter",  "child",         "husband", "wife",    "spouse",
                   "uncle",       "aunt",      "cousin",        "nephew",  "niece",   "grandfather",
                   "grandmother", "grandson",  "granddaughter", "widow",   "widower", "fiance",
                   "counterpart", "colleague", "opponent",      "rival",   "friend"},
                  lemma);
}

bool takes_of(std::string_view lemma) {
  return contains({"accuse",  "acquit",  "assure", "cheat",  "cleanse", "convict",  "convince",
                   "cure",    "deprive", "divest", "inform", "notify",  "persuade", "purge",
                   "relieve", "remind",  "rid",    "rob",    "strip",   "suspect",  "warn"},
                  lemma);
}

bool takes_predicate(std::string_view lemma) {
  return contains({"name", "appoint", "elect", "call", "declare", "proclaim", "crown", "nominate",
                   "designate", "dub", "brand", "label", "make", "consider", "choose", "anoint"},
                  lemma);
}

bool is_measure_word(std::string_view lemma) {
  return contains(
      {"one",   "two",      "some",       "most",   "many",    "several",  "few",     "all",
       "none",  "half",     "each",       "any",    "both",    "much",     "more",    "number",
       "group", "majority", "minority",   "lot",    "portion", "part",     "kind",    "type",
       "sort",  "series",   "couple",     "dozen",  "hundred", "thousand", "million", "billion",
       "total", "handful",  "rest",       "pair",   "piece",   "variety",  "range",   "amount",
       "bulk",  "percent",  "percentage", "%",      "third",   "quarter",  "plenty",  "bit",
       "bunch", "set",      "spate",      "string", "wave",    "array",    "score"},
      lemma);
}

bool is_deictic_adverb(std::string_view lemma) {
  return contains({"here", "there", "yesterday", "today", "tomorrow", "tonight", "abroad",
                   "overseas", "now", "nowadays", "nationwide", "worldwide", "elsewhere",
                   "recently", "annually", "home", "upstairs", "downstairs"},
                  lemma);
}

std::string third_person_of(std::string_view lemma) {
  if (lemma == "have") return "has";
  std::string form(lemma);
  const bool vowel = form.size() > 1 && std::string_view("aeiou").find(form[form.size() - 2]) !=
                                            std::string_view::npos;
  if (form.ends_with('y') && !vowel) return form.substr(0, form.size() - 1) + "ies";
  for (const std::string_view hiss : {"s", "x", "z", "ch", "sh", "o"}) {
    if (form.ends_with(hiss)) return form + "es";
  }
  return form + "s";
}

std::string past_of_participle(std::string_view participle) {
  std::string form = lower_ascii(participle);
  std::string_view best_ending;
  std::string_view past;
  for (const auto& [ending, tense] : kStrongParticiples) {
    // A prefix must be a whole syllable ("overtaken", "withdrawn", "misspoken"), never one letter.
    const bool prefixed =
        form.size() >= ending.size() + 2 && form.ends_with(ending) && ending.size() >= 4;
    if ((form == ending || prefixed) && ending.size() > best_ending.size()) {
      best_ending = ending;
      past = tense;
    }
  }
  if (best_ending.empty()) return form;
  return form.substr(0, form.size() - best_ending.size()) + std::string(past);
}

}  // namespace relata
