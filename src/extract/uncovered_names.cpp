// Names that taggers or capitals tell where the mention detector found nothing.
#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>

#include "extract/english.hpp"
#include "extract/entities.hpp"
#include "extract/mention_words.hpp"
#include "extract/names_before_nouns.hpp"
#include "extract/untagged_names.hpp"
#include "relata/core/unicode.hpp"

namespace relata {
namespace {

EntityType type_of(NameType type) {
  switch (type) {
    case NameType::kPerson:
      return EntityType::kPerson;
    case NameType::kOrganization:
      return EntityType::kOrganization;
    case NameType::kLocation:
      return EntityType::kPlace;
  }
  return EntityType::kOther;
}

std::set<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::set<std::string> words;
  for (std::string word; stream >> word;) words.insert(word);
  return words;
}

/// The one entity of this type whose name is made of some of the words, its last word among them.
std::size_t shorter_name(const std::vector<EntityRecord>& records, const std::string& name,
                         EntityType type) {
  const std::set<std::string> all = words_of(name);
  const std::string last = name.substr(name.rfind(' ') + 1);
  std::size_t found = kNoEntity;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (records[i].type != type) continue;
    for (const std::string& other : records[i].names) {
      const std::set<std::string> words = words_of(other);
      if (words.size() < 2 || !words.contains(last) ||
          !std::includes(all.begin(), all.end(), words.begin(), words.end())) {
        continue;
      }
      if (found != kNoEntity && found != i) return kNoEntity;
      found = i;
    }
  }
  return found;
}

/// A name of one sentence, as it is to be added.
struct FoundName {
  WordRange range;
  std::optional<EntityType> type;
};

/// Where a name before a noun begins if its tagged part has capitals and "and" before the run.
WordId first_before_and(const Sentence& sentence, const Name& tagged, const NameBeforeNoun& run) {
  if (tagged.first + 1 >= run.first || sentence.words[run.first - 1].upos != Upos::kCconj ||
      sentence.words[tagged.first].upos != Upos::kPropn) {
    return run.first;
  }
  for (WordId id = tagged.first; id + 1 < run.first; ++id) {
    if (begins_lower(sentence.words[id])) return run.first;
  }
  return tagged.first;
}

/// True if words [first, last] behind a tagged name are the noun of a longer one, as its last word,
/// a common noun, tells: "Cup" of "Larnex Cup", "Registration Act". Not behind a name that has its
/// noun ("Larnex Army Caravan").
bool ends_in_noun(const Sentence& sentence, WordId first, WordId last, const Lexicon& lexicon) {
  for (WordId id = first; id <= last; ++id) {
    const Word& word = sentence.words[id];
    if (word.upos != Upos::kPropn && word.upos != Upos::kNoun) return false;
  }
  const auto is_noun = [&](WordId id) {
    return lexicon.noun_class(lower_ascii(sentence.words[id].form)) != NounClass::kOther;
  };
  return is_noun(last) &&
         !lexicon.is_kind_of_organization(lower_ascii(sentence.words[first - 1].form));
}

bool overlaps(const WordRange& range, const NameBeforeNoun& name) {
  return range.first <= name.last && name.first <= range.second;
}

bool overlaps(const FoundName& a, const UntaggedName& b) {
  return a.range.first <= b.range.second && b.range.first <= a.range.second;
}

/// The names in capitals before a noun of which the tagger has `parts`, from left to right; none if
/// these are of two types ("Oslo" and "Blue Cross"), and so two things. What is tagged begins and
/// ends where the capitals do ("Cross volunteer" of "the Blue Cross volunteer union"), but no later
/// than tagged, unless its noun follows ("Larnex" of "Larnex Cup"); two parts are one ("Blue" and
/// "Cross"). `makes` gets a make behind them ("the Blue Cross C-130 crew"). `object`: the noun is
/// one.
std::optional<FoundName> read_run(const Sentence& sentence, NameBeforeNoun run,
                                  const std::vector<const Name*>& parts, bool object,
                                  const Lexicon& lexicon, std::vector<FoundName>& makes) {
  // "Ports and" of "a Ports and Customs Office agent"
  if (!parts.empty()) run.first = first_before_and(sentence, *parts.front(), run);
  const auto type_from = [&](WordId first) {
    return type_before_noun(sentence, {first, run.last, run.noun}, object, lexicon);
  };
  WordId rest = parts.empty() ? run.first : parts.back()->last + 1;  // behind what is tagged
  // "AH-64" was tagged as far as "AH".
  const bool cut = rest > run.first && rest < run.last && sentence.words[rest].form == "-" &&
                   begins_digit(sentence.words[rest + 1].form);
  if (cut) --rest;
  if (rest == run.first) return FoundName{{run.first, run.last}, type_from(run.first)};
  const bool longer = rest <= run.last;
  if (longer && ends_in_noun(sentence, rest, run.last, lexicon)) {
    const auto type = type_from(run.first);
    return FoundName{{run.first, run.last}, type ? type : type_of(parts.back()->type)};
  }
  if (longer && sentence.words[rest].upos == Upos::kPropn &&
      !begins_digit(sentence.words[rest].form) && type_from(rest) == EntityType::kObject) {
    makes.push_back({{rest, run.last}, EntityType::kObject});
  }
  const bool one_type = std::all_of(parts.begin(), parts.end(), [&](const Name* part) {
    return part->type == parts.front()->type;
  });
  if (!one_type) return std::nullopt;
  return FoundName{{run.first, std::min(run.last, rest - 1)}, type_of(parts.front()->type)};
}

/// The tagged names of each sentence, those before nouns, and those that are neither.
/// `in_names`: as words_in_names says.
std::vector<std::vector<FoundName>> find_names(const Analysis& analysis,
                                               const std::vector<std::set<std::size_t>>& in_names,
                                               const Lexicon& lexicon) {
  std::vector<std::vector<FoundName>> all(analysis.sentences.size());
  std::set<std::pair<std::size_t, WordId>> objects;
  for (const Mention& mention : analysis.mentions) {
    if (mention.type == MentionType::kObject) objects.emplace(mention.sentence, mention.head);
  }
  const std::vector<std::vector<const Name*>> tagged = names_of_sentences(analysis);
  for (std::size_t i = 0; i < analysis.sentences.size(); ++i) {
    const Sentence& sentence = analysis.sentences[i];
    std::vector<FoundName>& found = all[i];
    std::set<const Name*> taken;
    for (const NameBeforeNoun& run : names_before_nouns(sentence, lexicon)) {
      std::vector<const Name*> parts;
      std::copy_if(tagged[i].begin(), tagged[i].end(), std::back_inserter(parts),
                   [&](const Name* name) {
                     return overlaps({name->first, name->last}, run);
                   });
      const bool object = objects.contains({i, run.noun});
      const auto name = read_run(sentence, run, parts, object, lexicon, found);
      if (!name) continue;
      found.push_back(*name);
      taken.insert(parts.begin(), parts.end());
    }
    for (const Name* name : tagged[i]) {
      if (taken.contains(name)) continue;
      found.push_back({without_loose_ends(sentence, *name), type_of(name->type)});
    }
    for (const UntaggedName& name : untagged_names(sentence, in_names[i], lexicon)) {
      // "Lima" of "the Lima Fire" is none of its own.
      std::erase_if(found, [&](const FoundName& other) {
        return name.range.first <= other.range.first && other.range.second < name.range.second;
      });
      const bool known = std::any_of(found.begin(), found.end(),
                                     [&](const FoundName& other) { return overlaps(other, name); });
      if (!known) found.push_back({name.range, name.type});
    }
    std::erase_if(found,
                  [&](const FoundName& name) { return tells_seat(sentence, name.range.first); });
    std::sort(found.begin(), found.end(),
              [](const FoundName& a, const FoundName& b) { return a.range < b.range; });
  }
  return all;
}

}  // namespace

void EntityIndex::add_names(const Document& document, const CodePoints& code_points,
                            const Lexicon& lexicon) {
  const std::vector<std::vector<FoundName>> found =
      find_names(*analysis_, words_in_names_, lexicon);
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const FoundName& name : found[i]) {
      add_name(document, code_points, i, name.range, name.type);
    }
  }
}

/// "Liberal" of "the Liberal–National Coalition", "Muslimin" of "wal-Muslimin": within the mention
/// of a name, words that are joined to it flat or hold no proper noun are no name of their own.
bool EntityIndex::is_part_of_name(std::size_t sentence, std::pair<WordId, WordId> range,
                                  WordId head) const {
  const std::vector<Word>& words = analysis_->sentences[sentence].words;
  const bool proper = std::any_of(
      words.begin() + static_cast<std::ptrdiff_t>(range.first),
      words.begin() + static_cast<std::ptrdiff_t>(range.second) + 1,
      [](const Word& word) { return word.upos == Upos::kPropn || word.upos == Upos::kX; });
  if (proper && !words[head].deprel.starts_with("flat")) return false;
  return std::any_of(by_head_[sentence].begin(), by_head_[sentence].end(), [&](const auto& entry) {
    const Mention& mention = analysis_->mentions[entry.second];
    return mention.form == MentionForm::kName && mention.first <= range.first &&
           range.second <= mention.last && words[mention.head].upos == Upos::kPropn;
  });
}

void EntityIndex::add_name(const Document& document, const CodePoints& code_points,
                           std::size_t sentence_index, std::pair<WordId, WordId> range,
                           std::optional<EntityType> type) {
  const Sentence& sentence = analysis_->sentences[sentence_index];
  const auto [first, last] = range;
  // "Lima" is another thing than "Lima Opera", round whose own head there may be no mention.
  const WordId head = name_head(sentence, first, last);
  const auto& heads = by_head_[sentence_index];
  const bool covered = std::any_of(heads.begin(), heads.end(),
                                   [&](const auto& mention) { return mention.first == head; });
  if (covered || is_part_of_name(sentence_index, range, head)) return;
  Words words;
  for (WordId id = first; id <= last; ++id) words.push_back(id);
  const SentenceText text(document, sentence, code_points);
  const std::string form = clean_label(text.text(words));
  if (form.empty()) return;
  std::size_t entity = with_name(form);
  // Of a type that can't be told only what the document names elsewhere.
  if (entity == kNoEntity && !type) return;
  if (entity == kNoEntity) entity = shorter_name(records_, form, *type);
  if (entity == kNoEntity) {
    entity = add_named(document, *type, form, text.range(words).value_or(TextRange{}), "sing");
  }
  EntityRecord& record = records_[entity];
  ++record.mentions;
  if (std::find(record.names.begin(), record.names.end(), form) == record.names.end()) {
    record.names.push_back(form);
  }
  by_name_.emplace(form, entity);
  names_.emplace(std::pair(sentence_index, head), entity);
  added_words_.push_back({sentence_index, first, last, head, MentionForm::kName, entity});
}

std::size_t EntityIndex::uncovered_name_at(std::size_t sentence, WordId head) const {
  const auto found = names_.find({sentence, head});
  return found == names_.end() ? kNoEntity : found->second;
}

}  // namespace relata
