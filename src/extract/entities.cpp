#include "extract/entities.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "extract/ages.hpp"
#include "extract/english.hpp"
#include "extract/language_names.hpp"
#include "extract/mention_words.hpp"
#include "extract/newcomers.hpp"
#include "extract/shared_nouns.hpp"
#include "extract/time_words.hpp"
#include "extract/vessel_names.hpp"
#include "relata/core/unicode.hpp"

namespace relata {
EntityType entity_type(MentionType type, bool plural) {
  switch (type) {
    case MentionType::kPerson:
      return plural ? EntityType::kGroup : EntityType::kPerson;
    case MentionType::kPlace:
      return EntityType::kPlace;
    case MentionType::kOrganization:
      return EntityType::kOrganization;
    case MentionType::kEvent:
      return EntityType::kEvent;
    case MentionType::kTime:
      return EntityType::kTime;
    case MentionType::kObject:
    case MentionType::kSubstance:
    case MentionType::kAnimal:
    case MentionType::kPlant:
      return EntityType::kObject;
    case MentionType::kAbstract:
      return EntityType::kOther;
  }
  return EntityType::kOther;
}

namespace {

/// Sums over the mentions of one cluster.
struct Gathered {
  std::map<std::string, std::size_t> names;  // form → how often
  std::vector<std::string> name_order;       // by first mention
  std::vector<std::string> plain;            // persons: forms without titles
  std::vector<std::string> descriptions;
  std::array<std::size_t, 10> types{};  // by MentionType; names count threefold
  std::size_t mentions = 0;
  std::size_t singular = 0, plural = 0;
  std::size_t masculine = 0, feminine = 0;
  std::size_t adjectives = 0;
  bool definite = false;
  bool titled = false;   ///< a name form is headed by a proper noun
  bool thing = false;    ///< a common noun with a name of its own before it
  bool body = false;     ///< called by a noun for a kind of organization
  bool counted = false;  ///< called by a people's name with a number
  unsigned age = 0;      ///< the first that is told
  std::size_t first_mention = kNoEntity;
  bool first_is_pronoun = true;
};

void count_gender(const Word& word, Gathered& sum) {
  const std::string form = lower_ascii(word.form);
  if (form == "he" || form == "him" || form == "his" || form == "himself" || form == "mr." ||
      form == "mr") {
    ++sum.masculine;
  } else if (form == "she" || form == "her" || form == "hers" || form == "herself" ||
             form == "mrs." || form == "ms." || form == "mrs" || form == "ms") {
    ++sum.feminine;
  }
}

void count_number(const Sentence& sentence, const Mention& mention, Gathered& sum) {
  const Word& head = sentence.words[mention.head];
  std::string_view number = feature(head, "Number");
  const std::string form = lower_ascii(head.form);
  if (form == "they" || form == "them" || form == "their" || form == "we" || form == "us") {
    number = "Plur";
  }
  // A coordination of several people is several.
  for (std::size_t i = mention.head + 1; i <= mention.last && i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    if (word.deprel == "conj" && word.head == mention.head + 1) number = "Plur";
  }
  const std::size_t weight = mention.form == MentionForm::kPronoun ? 1 : 3;
  if (number == "Plur" || number == "Ptan") {
    sum.plural += weight;
  } else if (number == "Sing") {
    sum.singular += weight;
  }
}

/// "her brother", "Mr Moen's daughter": the word is of whom the mention's head belongs to.
bool is_of_owner(const Sentence& sentence, std::size_t word, std::size_t head) {
  std::size_t steps = 0;
  for (std::size_t at = word; at != head && steps < sentence.words.size(); ++steps) {
    if (sentence.words[at].deprel == "nmod:poss") return true;
    const std::size_t above = sentence.words[at].head;
    if (above == 0 || above > sentence.words.size()) return false;
    at = above - 1;
  }
  return false;
}

/// "All of them", "two of these": how many of those that a pronoun means, and no description.
bool counts_a_pronoun(const Sentence& sentence, const Mention& mention) {
  const Word& head = sentence.words[mention.head];
  if (head.upos == Upos::kNoun || head.upos == Upos::kPropn) return false;
  for (std::size_t i = mention.head + 1; i <= mention.last && i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    if (word.upos == Upos::kNoun || word.upos == Upos::kPropn) return false;
    if (word.upos == Upos::kPron && word.head == mention.head + 1) return true;
  }
  return false;
}

/// A nominal stands for something specific if a determiner, a possessor, a number or a modifier
/// picks it out.
bool picks_out(const Sentence& sentence, const Mention& mention) {
  for (std::size_t i = mention.first; i <= mention.last && i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    if (word.head != mention.head + 1) continue;
    if (feature(word, "Definite") == "Def" || feature(word, "PronType") == "Dem") return true;
    const std::string_view relation = word.deprel;
    if (relation.starts_with("nummod") || relation.starts_with("amod") ||
        relation.starts_with("nmod") || relation.starts_with("compound") ||
        relation.starts_with("acl")) {
      return true;
    }
  }
  return false;
}

/// "a watchdog group", "the state power company": one body, whatever its name looks like.
bool says_body(const Sentence& sentence, const Mention& mention, const Lexicon& lexicon) {
  const Word& head = sentence.words[mention.head];
  const std::string lemma = lower_ascii(head.lemma);
  return mention.form == MentionForm::kNominal && feature(head, "Number") == "Sing" &&
         lexicon.is_kind_of_organization(lemma) && !lexicon.can_be_person(lemma) &&
         lexicon.noun_class(lemma) == NounClass::kGroup;
}

/// "Rafah" in "Rafah Border Crossing", "China" in "South China Sea": what is meant is the whole
/// name. A country or body at its front ("US Navy", "United Nations Human Rights Council") and what
/// stands behind "of" ("Bank of England") are told of, too.
bool is_inside_name(const Analysis& analysis, const Mention& mention, const Lexicon& lexicon) {
  if (mention.form != MentionForm::kName) return false;
  const Sentence& sentence = analysis.sentences[mention.sentence];
  return std::any_of(analysis.names.begin(), analysis.names.end(), [&](const Name& name) {
    if (name.sentence != mention.sentence || !is_valid(analysis, name) ||
        mention.first < name.first || mention.last >= name.last ||
        mention.head == name_head(sentence, name.first, name.last)) {
      return false;
    }
    for (std::size_t id = name.first; id < mention.first; ++id) {
      if (sentence.words[id].upos == Upos::kAdp) return false;
    }
    // "the Awami League party": the tagger took a common noun along.
    for (std::size_t id = mention.last + 1; id <= name.last; ++id) {
      if (begins_lower(sentence.words[id])) return false;
    }
    const bool front = mention.first == name.first;
    if (front && mention.type != MentionType::kPlace) return false;
    std::string text;
    for (std::size_t id = mention.first; id <= mention.last; ++id) {
      text += (text.empty() ? "" : " ") + sentence.words[id].form;
    }
    return !front || !tells_country(text, lexicon);
  });
}

/// "Payoh" of "Toa Payoh", "Lund" of "Ada Orel-Lund": the end of the name of a person or place,
/// behind another word of it. A body's name may end in where it is ("RAF Lakenheath").
bool is_end_of_name(const Analysis& analysis, const Mention& mention, const Lexicon& lexicon) {
  if (mention.form != MentionForm::kName || mention.first == 0) return false;
  const std::vector<Word>& words = analysis.sentences[mention.sentence].words;
  // "the Lebanon–Syria border" lies between two.
  const std::string& before = words[mention.first - 1].form;
  if (before == "–" || before == "/" || lexicon.is_country(words[mention.head].form)) return false;
  return std::any_of(analysis.names.begin(), analysis.names.end(), [&](const Name& name) {
    if (name.sentence != mention.sentence || !is_valid(analysis, name) ||
        name.type == NameType::kOrganization || mention.first <= name.first ||
        mention.last != name.last) {
      return false;
    }
    return std::none_of(words.begin() + static_cast<std::ptrdiff_t>(name.first),
                        words.begin() + static_cast<std::ptrdiff_t>(mention.first),
                        [](const Word& word) {
                          return word.upos == Upos::kAdp || word.upos == Upos::kCconj ||
                                 word.upos == Upos::kPart || begins_lower(word);
                        });
  });
}

/// Among the words from the first one up to the last one, which is not asked.
bool has_preposition(const Sentence& sentence, WordId first, WordId last) {
  for (WordId id = first; id < last; ++id) {
    if (sentence.words[id].upos == Upos::kAdp) return true;
  }
  return false;
}

/// The first word behind what says how many of a name there are ("at least 40 Larnex Union"); a
/// year is part of it, and so is a number that is written together with the next word.
WordId behind_count(const Sentence& sentence, WordId begin, WordId name) {
  for (WordId id = begin; id < name; ++id) {
    const Word& word = sentence.words[id];
    const Word& next = sentence.words[id + 1];
    const bool figures = word.form.front() >= '0' && word.form.front() <= '9';
    if (!figures && !begins_lower(word)) return begin;  // "One Larnex"
    const bool number = word.upos == Upos::kNum && word.deprel.starts_with("nummod") &&
                        word.span.end < next.span.start;
    if (number && !year_of(word.form)) return id + 1;
  }
  return begin;
}

/// "Peru's Larnex": a country before a body with a name of its own, which the tagger tells apart;
/// "Peru's Ministry of Health" is called so, as every country has one.
bool is_called_by_country(const Sentence& sentence, WordId begin, const WordRange& tagged,
                          const Lexicon& lexicon) {
  return begin + 1 < tagged.first && sentence.words[tagged.first - 1].upos == Upos::kPart &&
         tells_country(text_of(sentence, {begin, tagged.first - 2}), lexicon) &&
         !lexicon.is_word(lower_ascii(sentence.words[tagged.first].form));
}

/// The last word before "of Peru" at the end of a name with two words or more before it, or before
/// "of the Lima Region" where the tagger names that place apart; `end` where it does not end so.
/// `begins_place` tells whether a tagged place begins at a word.
WordId end_before_place(const Sentence& sentence, WordId begin, WordId end,
                        const std::function<bool(WordId)>& begins_place, const Lexicon& lexicon) {
  for (WordId of = begin + 2; of < end; ++of) {
    if (sentence.words[of].form != "of") continue;
    if (lexicon.is_country(text_of(sentence, {of + 1, end}))) return of - 1;
    const WordId behind = sentence.words[of + 1].upos == Upos::kDet ? of + 2 : of + 1;
    return begins_place(behind) ? of - 1 : end;
  }
  return end;
}

/// "Larnex District", but not "Old City" nor "Larnex Nation", of which each place has its own.
bool names_by_itself(const Sentence& sentence, WordId first, WordId last, const Lexicon& lexicon) {
  const std::string front = lower_ascii(sentence.words[first].form);
  const bool saint = front == "st." || front == "st" || front == "saint";
  return !saint && !lexicon.is_word(front) &&
         lexicon.noun_class(lower_ascii(sentence.words[last].form)) != NounClass::kGroup;
}

bool contains(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

/// A single word that the text also writes small, as a common noun for the same thing, is no name:
/// "Junta" in a headline over "the junta".
void drop_common_nouns(Gathered& sum) {
  std::erase_if(sum.name_order, [&](const std::string& name) {
    const std::string small = lower_ascii(name);
    const bool common =
        std::any_of(sum.descriptions.begin(), sum.descriptions.end(),
                    [&](const std::string& description) { return description == small; });
    if (!common) return false;
    sum.names.erase(name);
    sum.definite = true;
    return true;
  });
}

/// Most frequent first, then in order of the text.
std::vector<std::string> ordered_names(const Gathered& sum) {
  std::vector<std::string> names = sum.name_order;
  std::stable_sort(names.begin(), names.end(), [&](const std::string& a, const std::string& b) {
    return sum.names.at(a) > sum.names.at(b);
  });
  return names;
}

std::size_t words_in(const std::string& text) {
  return 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

bool shares_word(const std::string& a, const std::string& b) {
  const auto words = [](const std::string& text) {
    std::set<std::string> found;
    std::size_t start = 0;
    while (start <= text.size()) {
      const std::size_t end = std::min(text.find(' ', start), text.size());
      if (end > start) found.insert(text.substr(start, end - start));
      start = end + 1;
    }
    return found;
  };
  const auto left = words(a);
  for (const std::string& word : words(b)) {
    if (left.contains(word)) return true;
  }
  return false;
}

/// "a torn, yellow envelope" is cut at no comma: those between the adjectives at its front go.
void drop_commas(std::string& description, std::string front) {
  if (!description.starts_with(front) || front.find(',') == std::string::npos) return;
  // "trade, energy and foreign ministers" needs them.
  if (front.find(" and ") != std::string::npos || front.find(" or ") != std::string::npos) return;
  const std::size_t size = front.size();
  std::erase(front, ',');
  description.replace(0, size, front);
}

/// "Anna Orel, Jan Novak and Karl Stein".
std::string joined_names(const SentenceText& text, const std::vector<Words>& names) {
  std::string joined;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) joined += i + 1 < names.size() ? ", " : " and ";
    joined += clean_label(text.text(names[i]));
  }
  return joined;
}

/// The name to show. Of a person the longest form without titles that shares a word with the most
/// frequent one ("Assimi Goita" for "Goita"); of other things the same over all forms. Longer
/// than five words is a description in capitals.
std::string best_name(const std::vector<std::string>& names,
                      const std::vector<std::string>& plain) {
  constexpr std::size_t kLongestName = 5;
  const auto is_plain = [&](const std::string& name) {
    return plain.empty() || contains(plain, name);
  };
  const std::string* anchor = nullptr;
  for (const std::string& name : names) {
    if (anchor == nullptr && is_plain(name)) anchor = &name;
  }
  if (anchor == nullptr) return names.front();
  const std::string* best = anchor;
  for (const std::string& name : names) {
    if (!is_plain(name) || words_in(name) > kLongestName || !shares_word(name, *anchor)) continue;
    if (words_in(name) > words_in(*best)) best = &name;
  }
  return *best;
}

}  // namespace

EntityIndex::EntityIndex(const Document& document, const Analysis& analysis,
                         const CodePoints& code_points, const Lexicon& lexicon)
    : analysis_(&analysis),
      id_prefix_(document.id + "#e"),
      words_in_names_(words_in_names(analysis)) {
  std::size_t clusters = count_clusters(analysis);
  const std::vector<std::size_t> parted = part_newcomers(analysis, clusters);
  for (const std::size_t cluster : parted) clusters = std::max(clusters, cluster + 1);
  clusters_ = clusters;
  std::vector<std::size_t> sizes(clusters, 0);
  for (const std::size_t cluster : parted) ++sizes[cluster];
  std::vector<Gathered> sums(clusters);
  std::vector<bool> usable(analysis.mentions.size(), false);
  std::vector<EntityWords> name_words;  // of clusters, until they are entities
  by_head_.resize(analysis.sentences.size());
  std::vector<std::set<std::size_t>> begins_mention(analysis.sentences.size());
  for (const Mention& mention : analysis.mentions) {
    if (mention.sentence >= begins_mention.size()) continue;
    begins_mention[mention.sentence].insert(mention.first);
  }

  std::map<std::pair<std::size_t, WordId>, WordRange> names_at;      // by their heads
  std::map<std::pair<std::size_t, WordId>, WordRange> names_around;  // by each of their words
  std::set<std::pair<std::size_t, WordId>> tagged_places;            // by their first words
  for (const Name& name : analysis.names) {
    if (!is_valid(analysis, name)) continue;
    if (name.type == NameType::kLocation) tagged_places.emplace(name.sentence, name.first);
    const Sentence& sentence = analysis.sentences[name.sentence];
    const WordRange words = without_loose_ends(sentence, name);
    names_at.emplace(std::pair(name.sentence, name_head(sentence, name.first, name.last)), words);
    for (std::size_t id = words.first; id <= words.second; ++id) {
      names_around.emplace(std::pair(name.sentence, id), words);
    }
  }
  for (std::size_t index = 0; index < analysis.mentions.size(); ++index) {
    const Mention& mention = analysis.mentions[index];
    if (mention.sentence >= analysis.sentences.size()) continue;
    const Sentence& sentence = analysis.sentences[mention.sentence];
    if (mention.head >= sentence.words.size() || mention.first > mention.head ||
        mention.last < mention.head) {
      continue;
    }
    by_head_[mention.sentence].emplace_back(mention.head, index);
    if (is_verbal(sentence, mention)) continue;  // "disc" links: what was said, not a thing
    if (sizes[parted[index]] == 1 && tells_role(sentence, mention, lexicon)) continue;
    if (is_inside_name(analysis, mention, lexicon)) continue;
    if (sizes[parted[index]] == 1 && is_field_of_office(sentence, mention, lexicon)) continue;
    if (sizes[parted[index]] == 1 && is_end_of_name(analysis, mention, lexicon)) continue;
    if (tells_seat(sentence, mention.first)) continue;
    if (mention.first == mention.last && is_label_of_language(sentence, mention.head, lexicon)) {
      continue;
    }
    usable[index] = true;

    Gathered& sum = sums[parted[index]];
    ++sum.mentions;
    const std::size_t weight = mention.form == MentionForm::kName ? 3 : 1;
    if (mention.form != MentionForm::kPronoun) {
      sum.types[static_cast<std::size_t>(mention.type)] += weight;
    }
    count_number(sentence, mention, sum);
    if (sum.age == 0 && mention.type == MentionType::kPerson) {
      sum.age = age_at(sentence, mention.head);
    }
    const bool pronoun = mention.form == MentionForm::kPronoun;
    if (sum.first_mention == kNoEntity || (sum.first_is_pronoun && !pronoun)) {
      sum.first_mention = index;
      sum.first_is_pronoun = pronoun;
    }
    const SentenceText text(document, sentence, code_points);
    const auto [first, last] = trimmed(sentence, mention);
    for (std::size_t i = mention.first; i <= mention.head; ++i) {
      if (!is_of_owner(sentence, i, mention.head)) count_gender(sentence.words[i], sum);
    }
    if (pronoun || counts_a_pronoun(sentence, mention)) continue;
    const bool several = mention.type == MentionType::kPerson && is_coordination(sentence, mention);
    const bool office = is_office(sentence, mention, lexicon);
    Words plain = mention.type == MentionType::kPerson && !several && !office
                      ? plain_name(sentence, mention)
                      : Words{};
    const auto add_name = [&](const std::string& name) {
      if (name.empty()) return;
      if (sum.names[name]++ == 0) sum.name_order.push_back(name);
    };
    const auto add_name_words = [&](std::size_t begin, std::size_t end) {
      // Where the name is the whole phrase, the mention says it.
      if (begin == mention.first && end == mention.last) return;
      name_words.push_back({mention.sentence, begin, end, std::clamp(mention.head, begin, end),
                            MentionForm::kName, parted[index]});
    };
    if (!plain.empty() && mention.form == MentionForm::kNominal && is_counted(sentence, mention)) {
      // "two Peruvians who had left" are called so by no name; the noun names their people.
      sum.counted = true;
      if (feature(sentence.words[mention.head], "Number") == "Plur") {
        peoples_.push_back({mention.sentence, plain.front(), plain.back(), mention.head,
                            MentionForm::kName, kNoEntity});
      }
      plain.clear();
    }
    if (!plain.empty()) {
      const std::string name = clean_label(text.text(plain));
      add_name(name);
      add_name_words(plain.front(), plain.back());
      if (!contains(sum.plain, name)) sum.plain.push_back(name);
    }
    const auto tagged = names_at.find({mention.sentence, mention.head});
    // "the Blue Cross Union", whose noun the tagger of words took for a common one.
    const bool tagged_whole = mention.form == MentionForm::kNominal && plain.empty() &&
                              mention.type != MentionType::kPerson && tagged != names_at.end() &&
                              tagged->second.first < tagged->second.second;
    // "the USS Larnex aircraft carrier", "the tanker Larnex"
    auto beside = vessel_before_noun(sentence, mention, lexicon);
    if (!beside) beside = name_behind_noun(sentence, mention, words_in_names_[mention.sentence]);
    const bool named = tagged_whole || beside.has_value();
    sum.body = sum.body || says_body(sentence, mention, lexicon);
    sum.thing = sum.thing || bears_a_name(sentence, mention, words_in_names_[mention.sentence]);
    if ((mention.form == MentionForm::kNominal && !named) || several || office) {
      constexpr std::size_t kLongestDescription = 12;  // words; more is a clause
      std::size_t end = plain.empty() ? description_end(sentence, mention, last) : mention.head;
      if (end - first >= kLongestDescription) {
        end = std::max(mention.head, std::min(end, shorter_end(sentence, mention)));
      }
      Words words;
      for (std::size_t i = first; i <= end; ++i) words.push_back(i);
      std::string description = clean_label(text.text(words));
      const Words front(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(
                                                           std::min(mention.head, end) - first));
      drop_commas(description, clean_label(text.text(front)));
      if (several) {
        const std::string names = joined_names(text, coordinated_names(sentence, mention));
        if (!names.empty()) description = names;
      }
      if (!description.empty() && end - first < kLongestDescription &&
          !contains(sum.descriptions, description)) {
        sum.descriptions.push_back(description);
      }
      sum.definite = sum.definite || picks_out(sentence, mention);
      continue;
    }
    if (mention.form == MentionForm::kAdjective) ++sum.adjectives;
    const auto nested = [&](std::size_t word) {
      return begins_mention[mention.sentence].contains(word);
    };
    auto [begin, end] = name_span(sentence, mention, {first, last}, nested);
    if (named) {
      std::tie(begin, end) = beside ? *beside : tagged->second;
    } else if (tagged != names_at.end()) {
      // "at least 40 Blue Cross Union (members)"
      begin = behind_count(sentence, begin, tagged->second.first);
      if (is_called_by_country(sentence, begin, tagged->second, lexicon)) {
        begin = tagged->second.first;
      }
      // A mention that was cut short: "Blue Cross" of "Blue Cross Union". A place behind a
      // preposition is something else: "Peru" in "a Parliament of Peru member".
      const bool behind_preposition = mention.type == MentionType::kPlace &&
                                      has_preposition(sentence, tagged->second.first, begin);
      if (!behind_preposition) begin = std::min(begin, tagged->second.first);
      end = std::max(end, tagged->second.second);
    }
    // "Strait of Callao maritime traffic", whose last word the tree takes for the head of the name.
    const auto around = names_around.find({mention.sentence, mention.head});
    if (around != names_around.end() && begin <= around->second.first) {
      end = end_of_tagged(sentence, around->second, end);
    }
    // "this year's Spring Fair": what is left of a possessor is no part of the name.
    while (begin < end && sentence.words[begin].upos == Upos::kPart) ++begin;
    const auto begins_place = [&](WordId word) {
      return tagged_places.contains({mention.sentence, word});
    };
    const WordId of = end_before_place(sentence, begin, end, begins_place, lexicon);
    // "Larnex Mountains of the Lima Region" are the Larnex Mountains, in that; a country stays with
    // the name, which says by it where the place lies.
    if (mention.type == MentionType::kPlace && of < end &&
        names_by_itself(sentence, begin, of, lexicon) &&
        !lexicon.is_country(text_of(sentence, {of + 2, end})) &&
        !lexicon.is_country(text_of(sentence, {of + 3, end}))) {
      end = of;
    }
    Words words;
    for (std::size_t i = begin; i <= end; ++i) words.push_back(i);
    std::string name = clean_label(text.text(words));
    // "Larnex" of "Larnex and Moen provinces" is Larnex province.
    if (mention.type == MentionType::kPlace && end == mention.head) {
      if (const auto noun = shared_noun(sentence, mention.head, lexicon)) {
        name += ' ' + singular_of_kind(sentence.words[*noun].form);
      }
    }
    if (plain.empty() || words.size() > plain.size()) {
      add_name(name);
      add_name_words(begin, end);
      // "National Assembly" of "National Assembly of Peru" stands for it, too.
      if (of < end) add_name_words(begin, of);
    }
    if (sentence.words[mention.head].upos == Upos::kPropn) sum.titled = true;
  }
  for (auto& heads : by_head_) std::sort(heads.begin(), heads.end());
  for (Gathered& sum : sums) drop_common_nouns(sum);

  std::vector<std::size_t> record_of(clusters, kNoEntity);
  std::vector<std::size_t> order;
  for (std::size_t cluster = 0; cluster < clusters; ++cluster) {
    if (sums[cluster].first_mention != kNoEntity) order.push_back(cluster);
  }
  for (const std::size_t cluster : order) {
    const Gathered& sum = sums[cluster];
    const Mention& first = analysis.mentions[sum.first_mention];
    // What is a thing at one of its places ("the envelope") is one where only its content counts.
    auto votes = sum.types;
    auto& abstract = votes[static_cast<std::size_t>(MentionType::kAbstract)];
    if (votes[static_cast<std::size_t>(MentionType::kObject)] > 0) abstract = 0;
    // A name that no text calls he or she, of what is called a company.
    if (sum.body && !sum.name_order.empty() && sum.masculine + sum.feminine == 0 &&
        sum.plural <= sum.singular) {
      votes[static_cast<std::size_t>(MentionType::kPerson)] = 0;
      votes[static_cast<std::size_t>(MentionType::kAbstract)] = 0;
      ++votes[static_cast<std::size_t>(MentionType::kOrganization)];
    }
    const auto best = std::max_element(votes.begin(), votes.end());
    const MentionType type =
        *best > 0 ? static_cast<MentionType>(best - votes.begin()) : first.type;
    if (type == MentionType::kTime) continue;  // a time is no entity
    EntityRecord record;
    record.doc = document.id;
    record.entity = id_prefix_ + std::to_string(cluster);
    const bool plural = sum.plural > sum.singular;
    record.type = entity_type(type, plural);
    record.names = ordered_names(sum);
    // A titled thing: the name of a book, a law, a prize. But what the text treats as an object
    // more than as anything abstract is a vessel, a device, and "Halden 717" one of a make.
    const auto votes_for = [&](MentionType of) { return sum.types[static_cast<std::size_t>(of)]; };
    const bool tangible = type == MentionType::kObject &&
                          (votes_for(MentionType::kObject) > votes_for(MentionType::kAbstract) ||
                           std::any_of(sum.name_order.begin(), sum.name_order.end(), has_digit));
    const bool thing = type == MentionType::kObject || type == MentionType::kAbstract;
    if (thing && sum.titled && !tangible) record.type = EntityType::kWork;
    const bool vessel =
        std::any_of(sum.name_order.begin(), sum.name_order.end(),
                    [&](const std::string& name) { return is_vessel_name(name, lexicon); });
    if (vessel || (record.type == EntityType::kOther && sum.thing)) {
      record.type = EntityType::kObject;
    }
    record.descriptions = sum.descriptions;
    const auto is_people = [&](const std::string& name) {
      return !lexicon.country_of_demonym(name).empty();
    };
    if (sum.counted && std::all_of(record.names.begin(), record.names.end(), is_people)) {
      // "the Peruvians", of "at least 40 Peruvians"
      record.descriptions.insert(record.descriptions.end(), record.names.begin(),
                                 record.names.end());
      record.names.clear();
    }
    record.named = !record.names.empty();
    record.name = record.named
                      ? best_name(record.names, sum.plain)
                      : (sum.descriptions.empty() ? std::string() : sum.descriptions.front());
    record.mentions = sum.mentions;
    const Sentence& sentence = analysis.sentences[first.sentence];
    const SentenceText text(document, sentence, code_points);
    const auto [begin, last] = trimmed(sentence, first);
    record.first =
        text.code_point_range({sentence.words[begin].span.start, sentence.words[last].span.end});
    // What the text comes back to is somebody or something, however it was introduced.
    record.specific = record.named || sum.definite || sum.mentions > 1;
    record.adjective = record.named && sum.adjectives > 0 && sum.adjectives >= [&] {
      std::size_t all = 0;
      for (const auto& [name, count] : sum.names) all += count;
      return all;
    }();
    if (sum.plural != sum.singular) record.number = plural ? "plur" : "sing";
    if (sum.masculine != sum.feminine) {
      record.gender = sum.masculine > sum.feminine ? "masc" : "fem";
    }
    if (record.type == EntityType::kGroup) record.gender.clear();
    if (record.type == EntityType::kPerson) record.age = sum.age;
    if (record.name.empty()) {
      // Only pronouns: kept so that arguments have an entity; neither a name nor a description.
      record.name = clean_label(text.text({first.head}));
      record.specific = false;
    }
    if (record.name.empty()) continue;
    record_of[cluster] = records_.size();
    records_.push_back(std::move(record));
  }
  for (std::size_t i = 0; i < records_.size(); ++i) {
    for (const std::string& name : records_[i].names) {
      const auto [entry, fresh] = by_name_.emplace(name, i);
      if (!fresh && records_[i].mentions > records_[entry->second].mentions) entry->second = i;
    }
  }
  for (EntityWords& words : name_words) {
    words.entity = record_of[words.entity];
    if (words.entity != kNoEntity) added_words_.push_back(words);
  }
  of_mentions_.assign(analysis.mentions.size(), kNoEntity);
  for (std::size_t index = 0; index < analysis.mentions.size(); ++index) {
    if (usable[index]) of_mentions_[index] = record_of[parted[index]];
  }
}

std::size_t EntityIndex::add_named(const Document& document, EntityType type,
                                   const std::string& name, TextRange first, std::string number) {
  EntityRecord record;
  record.doc = document.id;
  record.entity = id_prefix_ + std::to_string(clusters_ + added_++);
  record.type = type;
  record.name = name;
  record.names = {name};
  record.first = first;
  record.named = true;
  record.specific = true;
  record.number = std::move(number);
  records_.push_back(std::move(record));
  return records_.size() - 1;
}

std::size_t EntityIndex::with_name(const std::string& name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? kNoEntity : found->second;
}

std::size_t EntityIndex::mention_at(std::size_t sentence, WordId head, WordId limit_last) const {
  if (sentence >= by_head_.size()) return kNoEntity;
  const auto& heads = by_head_[sentence];
  std::size_t best = kNoEntity;
  std::size_t best_size = 0;
  for (auto it = std::lower_bound(heads.begin(), heads.end(), std::pair(head, std::size_t{0}));
       it != heads.end() && it->first == head; ++it) {
    const Mention& mention = analysis_->mentions[it->second];
    const std::size_t size = mention.last - mention.first + 1;
    const bool fits = mention.last < limit_last;
    if (best == kNoEntity || (fits && size > best_size)) {
      best = it->second;
      best_size = fits ? size : 0;
    }
  }
  return best;
}

}  // namespace relata
