#include "extract/telling_names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "extract/ages.hpp"
#include "extract/english.hpp"
#include "extract/mention_words.hpp"
#include "extract/names_before_nouns.hpp"
#include "extract/scope.hpp"
#include "relata/core/unicode.hpp"

namespace relata {
namespace {

bool has_capital(const Word& word) { return to_lower(word.form) != word.form; }

/// Canonical, of a country's name or adjective; empty if the text is neither.
std::string country_called(const std::string& text, const Lexicon& lexicon) {
  const std::string_view country = lexicon.canonical_country(text);
  return std::string(country.empty() ? lexicon.country_of_demonym(text) : country);
}

TellingName read_name(const Sentence& sentence, const Mention& mention, WordRange range,
                      const Lexicon& lexicon) {
  TellingName name;
  name.person = mention.type == MentionType::kPerson;
  const Word& head = sentence.words[mention.head];
  const std::string lower = to_lower(head.form);
  name.description =
      lexicon.is_title(lower) || (name.person && lexicon.can_be_person(lower)) ||
      (range.first == range.second && lexicon.noun_class(lower) == NounClass::kGroup);
  std::string whole;
  for (std::size_t i = range.first; i <= range.second; ++i) {
    const Word& word = sentence.words[i];
    if (!whole.empty() && word.upos != Upos::kPunct && word.upos != Upos::kPart) whole += ' ';
    if (word.upos != Upos::kPunct && word.upos != Upos::kPart) whole += word.form;
    const bool function = word.upos == Upos::kDet || word.upos == Upos::kAdp ||
                          word.upos == Upos::kCconj || word.upos == Upos::kPunct ||
                          word.upos == Upos::kPart;
    if (function) continue;
    std::string folded = fold_for_key(word.form);
    std::erase(folded, '.');
    if (folded.empty()) continue;
    if (has_capital(word)) name.initials += folded[0];
    name.words.push_back(std::move(folded));
  }
  if (!name.person) {
    name.country = country_called(whole, lexicon);
  }
  return name;
}

/// By cluster: the one country that a name of it is, or that a person of it is described by
/// ("Chadian president Ana Orel"); empty if there is none or several.
std::vector<std::string> countries_of_clusters(const Analysis& analysis, const Lexicon& lexicon) {
  std::vector<std::set<std::string>> found(count_clusters(analysis));
  for (const Mention& mention : analysis.mentions) {
    if (!is_valid(analysis, mention) || mention.form == MentionForm::kPronoun) continue;
    const Sentence& sentence = analysis.sentences[mention.sentence];
    if (is_coordination(sentence, mention)) continue;
    std::set<std::string>& countries = found[mention.cluster];
    if (mention.type == MentionType::kPlace) {
      countries.emplace(lexicon.canonical_country(name_around(sentence, mention.head)));
    } else if (mention.type == MentionType::kPerson) {
      for (std::size_t i = mention.first; i < mention.head; ++i) {
        if (sentence.words[i].deprel != "amod") continue;
        countries.emplace(lexicon.country_of_demonym(name_around(sentence, i)));
      }
    }
    countries.erase("");
  }
  std::vector<std::string> one;
  for (const std::set<std::string>& countries : found) {
    one.push_back(countries.size() == 1 ? *countries.begin() : std::string());
  }
  return one;
}

/// By sentence and head of what it owns: the cluster of a possessive pronoun ("her" of "her
/// government").
std::map<std::pair<std::size_t, std::size_t>, std::size_t> owners(const Analysis& analysis) {
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> found;
  for (const Mention& pronoun : analysis.mentions) {
    if (pronoun.form != MentionForm::kPronoun || !is_valid(analysis, pronoun)) continue;
    const Word& word = analysis.sentences[pronoun.sentence].words[pronoun.head];
    if (word.deprel != "nmod:poss" || word.head == 0) continue;
    found.emplace(std::pair(pronoun.sentence, word.head - 1), pronoun.cluster);
  }
  return found;
}

/// Of the name or the adjective at the word.
std::string country_at(const Sentence& sentence, std::size_t word, const Lexicon& lexicon) {
  return country_called(name_around(sentence, word), lexicon);
}

/// The country that a body or a group of people is described by; empty if none is told.
std::string read_anchor(const Sentence& sentence, const Mention& mention, const Lexicon& lexicon) {
  const bool many = mention.type == MentionType::kPerson &&
                    feature(sentence.words[mention.head], "Number") == "Plur";
  if (mention.type != MentionType::kOrganization && !many) return {};
  for (std::size_t i = mention.first; i <= mention.last; ++i) {
    const Word& word = sentence.words[i];
    if (word.head != mention.head + 1) continue;
    const bool before = i < mention.head && (word.deprel == "amod" || word.deprel == "compound");
    const bool owner = word.deprel.starts_with("nmod") &&
                       (word.deprel == "nmod:poss" || stands_behind_of(sentence, i));
    if (!before && !owner) continue;
    std::string country = country_at(sentence, i, lexicon);
    if (!country.empty()) return country;
  }
  return {};
}

/// The country that the office of a person is of, told by a title ("the president of Peru",
/// "Peruvian president Ana Orel"); empty if none is.
std::string read_office(const Sentence& sentence, const Mention& mention, const Lexicon& lexicon) {
  if (mention.type != MentionType::kPerson) return {};
  for (std::size_t title = mention.first; title <= mention.last; ++title) {
    const Word& word = sentence.words[title];
    const bool here =
        title == mention.head || (word.head == mention.head + 1 && word.deprel == "nmod:desc");
    if (!here || !lexicon.is_title(word.form) || word.upos == Upos::kAdj) continue;
    for (std::size_t i = mention.first; i <= mention.last; ++i) {
      const Word& land = sentence.words[i];
      if (land.head != title + 1) continue;
      const bool before = i < title && (land.deprel == "amod" || land.deprel == "compound" ||
                                        land.deprel == "nmod:poss");
      const bool of = i > title && land.deprel == "nmod" && stands_behind_of(sentence, i);
      if (!before && !of) continue;
      std::string country = country_at(sentence, i, lexicon);
      if (!country.empty()) return country;
    }
  }
  return {};
}

/// "Pope Francis", "Queen Ada".
bool has_title_of_ruler(const Sentence& sentence, std::size_t name) {
  constexpr std::array<std::string_view, 9> kRulers = {
      "emperor", "empress", "king", "pope", "prince", "princess", "queen", "sultan", "tsar"};
  if (name == 0) return false;
  const std::string before = to_lower(sentence.words[name - 1].form);
  return std::find(kRulers.begin(), kRulers.end(), before) != kRulers.end();
}

/// "an army of their own".
bool is_of_ones_own(const Sentence& sentence, const Mention& mention) {
  return std::any_of(sentence.words.begin(), sentence.words.end(), [&](const Word& word) {
    return word.head == mention.head + 1 && word.deprel.starts_with("nmod") &&
           to_lower(word.form) == "own";
  });
}

/// "Boko Haram" of "the Boko Haram militant group": a body's own name before the noun of its kind.
/// Not a place's or person's, whose the body may be.
std::optional<WordRange> own_name(const Analysis& analysis, const Mention& mention,
                                  const Lexicon& lexicon) {
  const Sentence& sentence = analysis.sentences[mention.sentence];
  if (mention.type != MentionType::kOrganization ||
      !lexicon.is_kind_of_organization(to_lower(sentence.words[mention.head].lemma))) {
    return std::nullopt;
  }
  for (const NameBeforeNoun& name : names_before_nouns(sentence, lexicon)) {
    if (name.noun != mention.head || name.first < mention.first) continue;
    const bool of_another =
        std::any_of(analysis.names.begin(), analysis.names.end(), [&](const Name& tagged) {
          return tagged.sentence == mention.sentence && tagged.type != NameType::kOrganization &&
                 tagged.first <= name.last && name.first <= tagged.last;
        });
    if (!of_another) return WordRange{name.first, name.last};
  }
  return std::nullopt;
}

/// True if the noun at `word` tells where the mention's noun is or was: "Lima" of "the talks in
/// Lima", "the Lima talks".
bool tells_where(const Sentence& sentence, const Mention& mention, std::size_t word) {
  const Word& name = sentence.words[word];
  if (name.head != mention.head + 1) return false;
  if (word < mention.head) return name.deprel == "compound";
  if (name.deprel != "nmod") return false;
  return std::any_of(sentence.words.begin(), sentence.words.end(), [&](const Word& link) {
    const std::string form = to_lower(link.form);
    if (link.head != word + 1 || link.deprel != "case") return false;
    // "the city of Lima" is Lima; "the talks of Lima" is not said of where they are.
    return mention.type == MentionType::kEvent ? form == "in" || form == "at" || form == "near"
                                               : form == "of";
  });
}

/// The names in what tells where: "San Jose" of "the San Jose mine", "Lima" of "the talks in a Lima
/// hotel" and "the city of Lima", no country's: mines, talks and cities of two names are two.
std::vector<std::string> read_sites(const Analysis& analysis, const Mention& mention,
                                    const Lexicon& lexicon) {
  if (mention.type != MentionType::kPlace && mention.type != MentionType::kEvent) return {};
  const Sentence& sentence = analysis.sentences[mention.sentence];
  std::vector<std::string> sites;
  for (const Name& name : analysis.names) {
    if (name.sentence != mention.sentence || name.type == NameType::kPerson) continue;
    if (name.first < mention.first || name.last > mention.last) continue;
    std::string site;
    bool where = false;
    for (std::size_t i = name.first; i <= name.last; ++i) {
      // Up to the noun of the mention: a hotel's name, a town behind a school. No further than the
      // mention goes, and so often, since given trees may have rings.
      std::size_t up = i;
      for (std::size_t steps = mention.first; !where && steps <= mention.last; ++steps) {
        where = tells_where(sentence, mention, up);
        if (sentence.words[up].head == 0 || sentence.words[up].head - 1 == mention.head) break;
        up = sentence.words[up].head - 1;
      }
      site += (site.empty() ? "" : " ") + sentence.words[i].form;
    }
    if (where && !lexicon.is_country(site)) sites.push_back(fold_for_key(site));
  }
  return sites;
}

/// The named body that a group of people is said to be of: "the Larnex guards", "members of Skien".
void read_side(const Analysis& analysis, const Mention& group,
               const std::vector<std::size_t>& in_sentence, const Lexicon& lexicon,
               TellingName& name) {
  const Sentence& sentence = analysis.sentences[group.sentence];
  if (group.type != MentionType::kPerson ||
      feature(sentence.words[group.head], "Number") != "Plur") {
    return;
  }
  for (const std::size_t i : in_sentence) {
    const Mention& body = analysis.mentions[i];
    const Word& head = sentence.words[body.head];
    if (body.form != MentionForm::kName || body.type != MentionType::kOrganization ||
        body.first < group.first || body.last > group.last || head.head != group.head + 1 ||
        is_coordination(sentence, body)) {
      continue;
    }
    const bool before = body.head < group.head && head.deprel == "compound";
    const bool owner = head.deprel.starts_with("nmod") &&
                       (head.deprel == "nmod:poss" || stands_behind_of(sentence, body.head));
    if (!before && !owner) continue;
    const TellingName called = read_name(sentence, body, {body.first, body.last}, lexicon);
    name.side = join(called.words, ' ');
    name.side_initials = called.initials;
    name.side_cluster = body.cluster;
    return;
  }
}

}  // namespace

std::vector<TellingName> read_telling_names(const Analysis& analysis, const Lexicon& lexicon) {
  std::vector<std::set<std::size_t>> begins(analysis.sentences.size());
  std::vector<std::vector<std::size_t>> in_sentence(analysis.sentences.size());
  for (std::size_t i = 0; i < analysis.mentions.size(); ++i) {
    const Mention& mention = analysis.mentions[i];
    if (!is_valid(analysis, mention)) continue;
    begins[mention.sentence].insert(mention.first);
    in_sentence[mention.sentence].push_back(i);
  }
  std::vector<TellingName> names(analysis.mentions.size());
  const std::vector<std::string> countries = countries_of_clusters(analysis, lexicon);
  const auto owner_of = owners(analysis);
  for (std::size_t i = 0; i < analysis.mentions.size(); ++i) {
    const Mention& mention = analysis.mentions[i];
    if (mention.form == MentionForm::kPronoun || !is_valid(analysis, mention)) continue;
    const Sentence& sentence = analysis.sentences[mention.sentence];
    if (is_coordination(sentence, mention)) {
      names[i].anchor = read_anchor(sentence, mention, lexicon);
      continue;
    }
    const Words plain =
        mention.type == MentionType::kPerson ? plain_name(sentence, mention) : Words{};
    const Word& noun = sentence.words[mention.head];
    const bool one = mention.type == MentionType::kPerson && feature(noun, "Number") != "Plur";
    const unsigned age = one ? age_at(sentence, mention.head) : 0;
    const Gender gender =
        one && noun.upos == Upos::kNoun ? gender_of_noun(lower_ascii(noun.form)) : Gender::kUnknown;
    const auto tell_person = [&] {
      names[i].age = age;
      names[i].gender = gender;
    };
    tell_person();
    const std::string office = read_office(sentence, mention, lexicon);
    names[i].office = office;
    if (mention.form == MentionForm::kNominal && plain.empty()) {
      names[i].anchor = read_anchor(sentence, mention, lexicon);
      if (names[i].anchor.empty() && mention.type == MentionType::kOrganization) {
        const auto owner = owner_of.find({mention.sentence, mention.head});
        if (owner != owner_of.end()) names[i].anchor = countries[owner->second];
      }
      names[i].own = is_of_ones_own(sentence, mention);
      names[i].sites = read_sites(analysis, mention, lexicon);
      read_side(analysis, mention, in_sentence[mention.sentence], lexicon, names[i]);
      if (mention.type == MentionType::kOrganization) {
        names[i].body = lexicon.body_of(to_lower(sentence.words[mention.head].form)).kind;
      }
      auto own = own_name(analysis, mention, lexicon);
      if (!own) own = name_behind_noun(sentence, mention, {});
      if (!own || !names[i].anchor.empty()) continue;
      names[i] = read_name(sentence, mention, *own, lexicon);
      names[i].description = false;
      tell_person();
      continue;
    }
    const auto nested = [&](std::size_t word) { return begins[mention.sentence].contains(word); };
    const WordRange range = plain.empty()
                                ? name_span(sentence, mention, trimmed(sentence, mention), nested)
                                : WordRange{plain.front(), plain.back()};
    names[i] = read_name(sentence, mention, range, lexicon);
    names[i].office = office;
    names[i].ruler = names[i].person && has_title_of_ruler(sentence, range.first);
    tell_person();
    if (mention.type == MentionType::kOrganization && names[i].country.empty()) {
      names[i].home = read_anchor(sentence, mention, lexicon);
    }
    // "the poet Ada Moen" is headed by her name, if not by its grammar.
    const bool behind = !plain.empty() && plain.front() > mention.head;
    if (mention.form == MentionForm::kNominal || behind) names[i].description = false;
  }
  return names;
}

}  // namespace relata
