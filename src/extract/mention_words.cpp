#include "extract/mention_words.hpp"

#include <algorithm>

#include "extract/english.hpp"
#include "extract/parts_of_places.hpp"
#include "extract/tree.hpp"

namespace relata {
namespace {

/// "MP", "CEO": offices in capitals, that taggers take for names.
bool is_short_acronym(const Word& word) {
  if (word.form.size() > 3) return false;
  for (const char c : word.form) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

}  // namespace

std::string text_of(const Sentence& sentence, const WordRange& range) {
  std::string text;
  for (std::size_t i = range.first; i <= range.second; ++i) {
    text += (text.empty() ? "" : " ") + sentence.words[i].form;
  }
  return text;
}

bool begins_lower(const Word& word) {
  return !word.form.empty() && word.form.front() >= 'a' && word.form.front() <= 'z';
}

bool tells_country(const std::string& text, const Lexicon& lexicon) {
  return lexicon.is_country(text) || !lexicon.country_of_demonym(text).empty();
}

bool is_several_people(const Word& noun, const Lexicon& lexicon) {
  return feature(noun, "Number") == "Plur" &&
         (noun.lemma == "people" || noun.lemma == "family" || noun.lemma == "couple" ||
          lexicon.noun_class(noun.lemma) == NounClass::kPerson);
}

bool is_counted(const Sentence& sentence, const Mention& mention) {
  const auto& words = sentence.words;
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(mention.first),
                     words.begin() + static_cast<std::ptrdiff_t>(mention.head),
                     [&](const Word& word) {
                       return word.head == mention.head + 1 && word.deprel.starts_with("nummod");
                     });
}

bool tells_seat(const Sentence& sentence, std::size_t first) {
  const std::vector<Word>& words = sentence.words;
  if (first == 0 || first + 2 >= words.size() || words[first - 1].form != "(") return false;
  const std::string& party = words[first].form;
  const bool letter = !party.empty() && party[0] >= 'A' && party[0] <= 'Z' &&
                      (party.size() == 1 || (party.size() == 2 && party[1] == '.'));
  const std::string& joint = words[first + 1].form;
  return letter && (joint == "-" || joint == "–" || joint == ",") &&
         words[first + 2].upos == Upos::kPropn;
}

bool stands_behind_of(const Sentence& sentence, std::size_t word) {
  return std::any_of(sentence.words.begin(), sentence.words.end(), [&](const Word& link) {
    return link.head == word + 1 && link.deprel == "case" && lower_ascii(link.form) == "of";
  });
}

bool is_valid(const Analysis& analysis, const Name& name) {
  return name.sentence < analysis.sentences.size() && name.first <= name.last &&
         name.last < analysis.sentences[name.sentence].words.size();
}

bool is_valid(const Analysis& analysis, const Mention& mention) {
  return mention.sentence < analysis.sentences.size() && mention.first <= mention.head &&
         mention.head <= mention.last &&
         mention.last < analysis.sentences[mention.sentence].words.size();
}

std::vector<std::vector<const Name*>> names_of_sentences(const Analysis& analysis) {
  std::vector<std::vector<const Name*>> names(analysis.sentences.size());
  for (const Name& name : analysis.names) {
    if (is_valid(analysis, name)) names[name.sentence].push_back(&name);
  }
  return names;
}

std::size_t count_clusters(const Analysis& analysis) {
  std::size_t clusters = analysis.clusters;
  for (const Mention& mention : analysis.mentions) {
    clusters = std::max(clusters, mention.cluster + 1);
  }
  return clusters;
}

WordId name_head(const Sentence& sentence, WordId first, WordId last) {
  for (WordId id = last + 1; id > first; --id) {
    const Word& word = sentence.words[id - 1];
    const bool outside = word.head == 0 || word.head - 1 < first || word.head - 1 > last;
    if (outside && word.upos != Upos::kPunct) return id - 1;
  }
  return first;
}

WordRange without_loose_ends(const Sentence& sentence, const Name& name) {
  const auto is_loose = [&](WordId id) {
    const Upos upos = sentence.words[id].upos;
    return upos == Upos::kAdp || upos == Upos::kDet || upos == Upos::kPunct ||
           upos == Upos::kPart || upos == Upos::kCconj;
  };
  WordRange range{name.first, name.last};
  const auto describes = [&](WordId id) {
    const Upos upos = sentence.words[id].upos;
    return begins_lower(sentence.words[id]) &&
           (upos == Upos::kAdj || upos == Upos::kNoun || upos == Upos::kVerb || upos == Upos::kAdv);
  };
  while (range.first < range.second && (is_loose(range.first) || describes(range.first))) {
    ++range.first;
  }
  // "French overseas": small behind capitals, and no other word of it hangs there.
  const auto is_leaf = [&](WordId last) {
    for (WordId id = range.first; id < last; ++id) {
      if (sentence.words[id].head == last + 1) return false;
    }
    return true;
  };
  while (range.second > range.first &&
         (is_loose(range.second) || (describes(range.second) && is_leaf(range.second)))) {
    --range.second;
  }
  return range;
}

namespace {

/// "ferry crews in particular": which ones are meant first, not which ones they are.
bool ends_in_adverbial(const Sentence& sentence, const Mention& mention, std::size_t last) {
  if (last < mention.head + 2 || sentence.words[last - 1].form != "in") return false;
  const std::string& form = sentence.words[last].form;
  return form == "particular" || form == "general";
}

}  // namespace

WordRange trimmed(const Sentence& sentence, const Mention& mention) {
  std::size_t first = mention.first;
  std::size_t last = std::min(mention.last, sentence.words.size() - 1);
  while (first < last && first < mention.head) {
    const Word& word = sentence.words[first];
    // "at least ten people": a preposition inside the phrase is part of it.
    const bool outer = word.upos == Upos::kAdp && word.head == mention.head + 1;
    const bool determiner = word.upos == Upos::kDet || word.upos == Upos::kPunct ||
                            word.upos == Upos::kPart || outer || feature(word, "Poss") == "Yes";
    if (!determiner) break;
    ++first;
  }
  while (last > first && last > mention.head) {
    const Word& word = sentence.words[last];
    if (ends_in_adverbial(sentence, mention, last)) {
      last -= 2;
      continue;
    }
    if (word.upos != Upos::kPart && word.upos != Upos::kPunct) break;
    --last;
  }
  return {first, last};
}

namespace {

/// The end without an adjective behind its noun whose complement was cut: "force able (to act)",
/// "explosion due (to a leak)".
std::size_t without_open_adjective(const Sentence& sentence, const Mention& mention,
                                   std::size_t end) {
  return end > mention.head && sentence.words[end].upos == Upos::kAdj ? end - 1 : end;
}

}  // namespace

std::size_t description_end(const Sentence& sentence, const Mention& mention, std::size_t last) {
  for (std::size_t i = mention.head + 1; i <= last; ++i) {
    const Word& word = sentence.words[i];
    // "cities such as Lima": members, who describe nothing
    const bool members = word.deprel == "case" && (word.form == "such" || word.form == "including");
    const bool ends =
        members || word.deprel.starts_with("acl") || word.deprel.starts_with("mark") ||
        word.deprel.starts_with("advcl") || word.deprel.starts_with("appos") ||
        word.upos == Upos::kSconj || word.form == "(" || word.form == "—" || word.form == "–" ||
        word.form == ":" || (word.upos == Upos::kPron && feature(word, "PronType") == "Rel");
    if (!ends) continue;
    std::size_t end = i;
    // "the mark she set": with the subject of the clause, too
    while (end > mention.head + 1 && is_below(sentence, end - 1, i)) --end;
    while (end > mention.head + 1) {
      const Upos before = sentence.words[end - 1].upos;
      if (before != Upos::kPunct && before != Upos::kAdp && before != Upos::kDet &&
          before != Upos::kAdv && before != Upos::kPart && before != Upos::kCconj) {
        break;
      }
      --end;
    }
    return without_open_adjective(sentence, mention, end - 1);
  }
  return last;
}

std::size_t shorter_end(const Sentence& sentence, const Mention& mention) {
  for (std::size_t i = mention.head + 1; i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    const bool link = word.upos == Upos::kAdp || word.deprel == "fixed";
    if (link && word.form != "of") return without_open_adjective(sentence, mention, i - 1);
  }
  return mention.head;
}

namespace {

/// "Quetta, Balochistan", but "Washington, D.C.": another place, behind a comma.
bool is_place_around(const Sentence& sentence, const Mention& mention, std::size_t id) {
  const Word& word = sentence.words[id];
  if (mention.type != MentionType::kPlace || word.deprel != "nmod:unmarked" ||
      word.upos != Upos::kPropn || word.form.find('.') != std::string::npos) {
    return false;
  }
  std::size_t first = id;
  while (first > mention.head + 1 && is_below(sentence, first - 1, id)) --first;
  const bool comma =
      first > 0 && (sentence.words[first - 1].form == "," || sentence.words[first].form == ",");
  return comma;
}

}  // namespace

namespace {

/// "south" of "the Larnex Sea south of Lima"
bool tells_direction(const Sentence& sentence, std::size_t id) {
  return begins_lower(sentence.words[id]) && is_compass_direction(sentence.words[id].form) &&
         id + 1 < sentence.words.size() && sentence.words[id + 1].form == "of";
}

}  // namespace

WordRange name_span(const Sentence& sentence, const Mention& mention, WordRange range,
                    const std::function<bool(std::size_t)>& nested) {
  auto [first, last] = range;
  while (first < mention.head && begins_lower(sentence.words[first]) &&
         sentence.words[first].upos != Upos::kPropn) {
    ++first;
  }
  // "Oslo-based firm Orel", "the state-owned Orel": what describes it, with what goes before that.
  for (std::size_t i = first; i < mention.head; ++i) {
    const Word& word = sentence.words[i];
    const bool common = word.upos == Upos::kNoun || word.upos == Upos::kVerb ||
                        (word.upos == Upos::kAdj && i > 0 && sentence.words[i - 1].form == "-");
    const bool describes = word.deprel == "nmod:desc" || word.deprel.starts_with("amod");
    if (word.head == mention.head + 1 && begins_lower(word) && common && describes) first = i + 1;
  }
  for (std::size_t i = mention.head + 1; i <= last; ++i) {
    const Word& word = sentence.words[i];
    const Upos upos = word.upos;
    bool ends = upos == Upos::kVerb || upos == Upos::kSconj ||
                (upos == Upos::kPron && feature(word, "PronType") == "Rel") ||
                word.deprel == "appos" || word.deprel == "acl:relcl" || word.form == "(" ||
                word.form == "[" || word.form == "—" || word.form == "–" ||
                is_place_around(sentence, mention, i) || tells_direction(sentence, i);
    // "the embassy in Lima", "Kanata, Ontario": a place of its own behind the name.
    const bool locative =
        upos == Upos::kAdp && word.form != "of" && word.form != "for" && begins_lower(word);
    if ((locative || word.form == ",") && i + 1 <= last) {
      std::size_t next = i + 1;
      if (sentence.words[next].upos == Upos::kDet && next < last) ends = ends || nested(next);
      ends = ends || nested(next);
    }
    if (!ends) continue;
    std::size_t end = i;
    // "the mark she set": with the subject of the clause, too
    while (end > mention.head + 1 && is_below(sentence, end - 1, i)) --end;
    while (end > mention.head + 1) {
      const Upos before = sentence.words[end - 1].upos;
      // "Nyala, South Darfur": what ends the name begins with its own first word.
      if (before != Upos::kPunct && before != Upos::kDet && before != Upos::kCconj &&
          before != Upos::kAdp && !is_below(sentence, end - 1, i)) {
        break;
      }
      --end;
    }
    return {first, end - 1};
  }
  return {first, last};
}

std::size_t end_of_tagged(const Sentence& sentence, WordRange tagged, std::size_t end) {
  if (tagged.first == tagged.second || tagged.second >= end) return end;
  const auto behind = sentence.words.begin() + static_cast<std::ptrdiff_t>(tagged.second) + 1;
  const auto past = sentence.words.begin() + static_cast<std::ptrdiff_t>(end) + 1;
  const bool small = std::all_of(behind, past, [](const Word& word) {
    return begins_lower(word) || word.upos == Upos::kPunct;
  });
  const bool placed = behind->upos == Upos::kAdp && begins_lower(*behind) && behind->form != "of" &&
                      behind->form != "for";
  return small || placed ? tagged.second : end;
}

std::string name_around(const Sentence& sentence, std::size_t word) {
  std::string name;
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const Word& part = sentence.words[i];
    const bool belongs = part.head == word + 1 && (i < word ? part.deprel.starts_with("compound")
                                                            : part.deprel.starts_with("flat"));
    if (i != word && !belongs) continue;
    if (!name.empty()) name += ' ';
    name += part.form;
  }
  return name;
}

Words plain_name(const Sentence& sentence, const Mention& mention) {
  const Word& head = sentence.words[mention.head];
  const bool proper = head.upos == Upos::kPropn && !is_short_acronym(head);
  // "his partner Anna Lund", where the name is an apposition within the mention
  // Several people have not one name.
  if (!proper && feature(head, "Number") != "Plur") {
    for (std::size_t i = mention.head + 1; i <= mention.last && i < sentence.words.size(); ++i) {
      const Word& word = sentence.words[i];
      if (word.head != mention.head + 1 || word.deprel != "appos") continue;
      if (word.upos != Upos::kPropn || sentence.words[i - 1].upos == Upos::kPunct) break;
      Mention name = mention;
      name.head = i;
      return plain_name(sentence, name);
    }
  }
  Words words;
  if (proper) words.push_back(mention.head);
  for (std::size_t i = mention.head + 1; i <= mention.last && i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    // "Jr." right behind the name
    const bool suffix = word.deprel == "nmod:desc" && word.upos == Upos::kPropn && !words.empty() &&
                        words.back() + 1 == i;
    if ((!word.deprel.starts_with("flat") && !suffix) || word.head == 0) continue;
    const std::size_t above = word.head - 1;
    const bool belongs =
        above == mention.head || std::find(words.begin(), words.end(), above) != words.end();
    if (!belongs) continue;
    if (!proper && words.empty() && word.upos != Upos::kPropn) return {};
    // Hyphens and the like between the parts belong to the name.
    for (std::size_t between = words.empty() ? i : words.back() + 1; between < i; ++between) {
      words.push_back(between);
    }
    words.push_back(i);
  }
  return words;
}

std::vector<std::set<std::size_t>> words_in_names(const Analysis& analysis) {
  std::vector<std::set<std::size_t>> words(analysis.sentences.size());
  for (const Mention& mention : analysis.mentions) {
    if (mention.sentence >= words.size()) continue;
    // A name of nothing that can be told ("ORBIS" in "the ORBIS database", "YR4" of "the asteroid
    // 2024 YR4") is that of the noun, and a year is of what stands behind it.
    const bool of_nothing = mention.type == MentionType::kTime ||
                            (mention.type == MentionType::kAbstract &&
                             (mention.form == MentionForm::kName || mention.first == mention.last));
    if (!of_nothing) words[mention.sentence].insert(mention.first);
  }
  for (const Name& name : analysis.names) {
    if (!is_valid(analysis, name)) continue;
    for (std::size_t id = name.first; id <= name.last; ++id) words[name.sentence].insert(id);
  }
  return words;
}

namespace {

/// "YR4", "LX30": a capital and figures.
bool is_code(const Word& word) { return has_digit(word.form) && begins_capital(word.form); }

}  // namespace

std::optional<WordRange> name_behind_noun(const Sentence& sentence, const Mention& mention,
                                          const std::set<std::size_t>& in_other_names) {
  const Word& noun = sentence.words[mention.head];
  if (mention.form != MentionForm::kNominal || mention.type == MentionType::kPerson ||
      mention.type == MentionType::kTime || noun.upos != Upos::kNoun ||
      feature(noun, "Number") == "Plur") {
    return std::nullopt;
  }
  // "The film" of "The film Larnex and the series Moen" ends too early.
  const bool cut = mention.last == mention.head;
  const std::size_t end =
      cut ? sentence.words.size() : std::min(mention.last + 1, sentence.words.size());
  std::size_t name = mention.head + 1;
  const auto is_name = [&](std::size_t id) {
    const Word& word = sentence.words[id];
    const bool proper = word.upos == Upos::kPropn || (word.upos == Upos::kNoun && is_code(word));
    return word.head == mention.head + 1 && word.deprel == "appos" && proper;
  };
  while (name < end && !is_name(name)) ++name;
  if (name >= end) return std::nullopt;
  const auto belongs = [&](std::size_t id) {
    const Word& word = sentence.words[id];
    const bool part = word.upos == Upos::kPropn || word.upos == Upos::kNum ||
                      word.upos == Upos::kX || word.form == "-" || is_code(word);
    return part && !begins_lower(word) && !in_other_names.contains(id) &&
           (id == name || is_below(sentence, id, name));
  };
  for (std::size_t id = mention.head + 1; id <= name; ++id) {
    if (!belongs(id) || sentence.words[mention.head + 1].form == "-") return std::nullopt;
  }
  std::size_t last = name;
  while (last + 1 < end && belongs(last + 1)) ++last;
  while (sentence.words[last].upos == Upos::kPunct) --last;
  // "the series Sin nombre": where more of the name follows, its end is not known.
  if (last + 1 < end) {
    const Word& next = sentence.words[last + 1];
    if (next.upos == Upos::kPropn || next.deprel.starts_with("flat")) return std::nullopt;
  }
  // "M" of "M/T Larnex"
  if (last == mention.head + 1 && sentence.words[last].form.size() == 1) return std::nullopt;
  return WordRange{mention.head + 1, last};
}

bool bears_a_name(const Sentence& sentence, const Mention& mention,
                  const std::set<std::size_t>& in_other_names) {
  const Word& head = sentence.words[mention.head];
  if (mention.form != MentionForm::kNominal || mention.type == MentionType::kPerson ||
      mention.type == MentionType::kTime || head.upos != Upos::kNoun ||
      feature(head, "Number") != "Sing") {
    return false;
  }
  std::size_t first = mention.head;
  while (first > mention.first) {
    const Word& word = sentence.words[first - 1];
    if (word.upos != Upos::kPropn || word.head != mention.head + 1 || word.deprel != "compound") {
      break;
    }
    if (in_other_names.contains(first - 1)) return false;
    --first;
  }
  return first < mention.head && first > 0 && lower_ascii(sentence.words[first - 1].form) == "the";
}

bool is_coordination(const Sentence& sentence, const Mention& mention) {
  for (std::size_t i = mention.head + 1; i <= mention.last && i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    if (word.deprel == "conj" && word.head == mention.head + 1) return true;
  }
  return false;
}

std::vector<Words> coordinated_names(const Sentence& sentence, const Mention& mention) {
  std::vector<Words> names;
  const auto add = [&](std::size_t head) {
    Words name{head};
    for (std::size_t i = head + 1; i <= mention.last && i < sentence.words.size(); ++i) {
      const Word& word = sentence.words[i];
      if (word.head == head + 1 && word.deprel.starts_with("flat")) name.push_back(i);
    }
    names.push_back(std::move(name));
    return sentence.words[head].upos == Upos::kPropn;
  };
  if (!add(mention.head)) return {};
  for (std::size_t i = mention.head + 1; i <= mention.last && i < sentence.words.size(); ++i) {
    const Word& word = sentence.words[i];
    if (word.deprel == "conj" && word.head == mention.head + 1 && !add(i)) return {};
  }
  return names;
}

bool is_verbal(const Sentence& sentence, const Mention& mention) {
  const Upos upos = sentence.words[mention.head].upos;
  return upos == Upos::kVerb || upos == Upos::kAux;
}

bool is_office(const Sentence& sentence, const Mention& mention, const Lexicon& lexicon) {
  const Word& head = sentence.words[mention.head];
  if (mention.type != MentionType::kPerson || head.upos != Upos::kPropn ||
      !lexicon.is_title(head.form)) {
    return false;
  }
  bool described = false;
  for (std::size_t i = mention.first; i <= mention.last; ++i) {
    const Word& word = sentence.words[i];
    if (word.head != mention.head + 1) continue;
    const bool before = i < mention.head;
    if (before && (word.deprel == "det" || word.deprel == "nmod:poss")) {
      described = true;
    } else if (before && (word.deprel == "compound" || word.deprel == "amod")) {
      const bool known = lexicon.is_title_modifier(word.form) || lexicon.is_title(word.form) ||
                         word.upos == Upos::kAdj;
      if (!known) return false;
      described = described || word.upos != Upos::kAdj;
    } else if (word.deprel.starts_with("flat") || word.deprel == "appos") {
      return false;
    }
  }
  return described;
}

bool tells_role(const Sentence& sentence, const Mention& mention, const Lexicon& lexicon) {
  if (mention.type != MentionType::kPerson || mention.form == MentionForm::kPronoun) return false;
  const Word& head = sentence.words[mention.head];
  const std::string lemma = lower_ascii(head.lemma);
  if (feature(head, "Number") == "Plur") return false;
  if (!lexicon.is_title(head.form) && !lexicon.can_be_person(lemma)) return false;
  bool named = false;  // "as team leader Jan Novak"
  bool as = false;
  bool copula = false;
  for (const Word& word : sentence.words) {
    if (word.head != mention.head + 1) continue;
    named = named || word.deprel.starts_with("flat") || word.deprel == "appos";
    as = as || (word.deprel == "case" && lower_ascii(word.form) == "as");
    copula = copula || word.deprel == "cop";
  }
  if (named) return false;
  return copula || head.deprel == "xcomp" || (as && head.deprel.starts_with("obl"));
}

bool is_field_of_office(const Sentence& sentence, const Mention& mention, const Lexicon& lexicon) {
  if (mention.type != MentionType::kAbstract || mention.form == MentionForm::kPronoun) return false;
  std::size_t field = mention.head;
  while (sentence.words[field].deprel == "conj" && sentence.words[field].head > 0 &&
         sentence.words[field].head - 1 < field) {
    field = sentence.words[field].head - 1;
  }
  const Word& word = sentence.words[field];
  if (word.head == 0 || word.head > field || begins_lower(sentence.words[mention.head]) ||
      !stands_behind_of(sentence, field)) {
    return false;
  }
  const Word& office = sentence.words[word.head - 1];
  return !begins_lower(office) && lexicon.is_title(office.form);
}

}  // namespace relata
