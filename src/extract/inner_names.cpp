#include "extract/inner_names.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "extract/english.hpp"
#include "extract/mention_words.hpp"

namespace relata {
namespace {

/// "of", "the", "and": what holds the words of a name together.
bool joins_words(const Word& word) {
  return word.upos == Upos::kAdp || word.upos == Upos::kDet || word.upos == Upos::kCconj;
}

bool is_word_of_language(const Word& word, const Lexicon& lexicon) {
  return lexicon.is_word(lower_ascii(word.form)) || lexicon.is_word(lower_ascii(word.lemma));
}

/// "Senate", "Justice Department": bodies of their own wherever they stand.
bool names_body_by_kind(const Word& head, const Lexicon& lexicon) {
  const std::string noun = lower_ascii(head.lemma);
  return lexicon.noun_class(noun) == NounClass::kGroup || lexicon.is_kind_of_organization(noun);
}

/// A name that means what its words mean.
bool may_be_part(const Sentence& sentence, const Mention& mention, const Lexicon& lexicon) {
  if (mention.form != MentionForm::kName || mention.type == MentionType::kPlace) return false;
  std::size_t telling = 0;
  for (std::size_t i = mention.first; i <= mention.last; ++i) {
    const Word& word = sentence.words[i];
    if (joins_words(word)) continue;
    if (begins_lower(word) || !is_word_of_language(word, lexicon)) return false;
    ++telling;
  }
  if (telling == 0 || (mention.type == MentionType::kPerson && telling > 1)) return false;
  const Word& head = sentence.words[mention.head];
  if (head.deprel.starts_with("conj") || names_body_by_kind(head, lexicon)) return false;
  // "Office of the Attorney General", but "Treaty on the Rights": a body has its article.
  return mention.type != MentionType::kOrganization ||
         sentence.words[mention.first].upos != Upos::kDet;
}

/// Capitals, and what holds them together, from the head of the longer name to the part.
bool are_of_one_name(const Sentence& sentence, const Mention& outer, const Mention& part) {
  if (outer.form != MentionForm::kName || outer.type == MentionType::kPerson ||
      outer.type == MentionType::kPlace || is_coordination(sentence, outer)) {
    return false;
  }
  // "Tesla Cybertruck": who made it.
  if (outer.type == MentionType::kObject && part.type == MentionType::kOrganization) return false;
  const bool holds = outer.sentence == part.sentence && outer.first <= part.first &&
                     part.last <= outer.last && (outer.head < part.first || part.last < outer.head);
  if (!holds) return false;
  const std::size_t first = std::min(outer.head, part.last);
  const std::size_t last = std::max(outer.head, part.first);
  for (std::size_t i = first; i <= last; ++i) {
    const Word& word = sentence.words[i];
    if (!joins_words(word) && (begins_lower(word) || word.upos == Upos::kPunct)) return false;
  }
  return true;
}

/// "Cllr" of "Cllr Ana Orel", where the detector cut it off the name.
bool is_title_before(const Sentence& sentence, const Mention& mention, const Mention& name,
                     const Lexicon& lexicon) {
  return mention.form == MentionForm::kName && mention.first == mention.last &&
         name.form == MentionForm::kName && name.type == MentionType::kPerson &&
         name.first == mention.last + 1 && !begins_lower(sentence.words[name.first]) &&
         lexicon.is_title(sentence.words[mention.first].form);
}

/// The same of names that the tagger found.
void drop_titles_before_names(Analysis& analysis, const Lexicon& lexicon) {
  const std::vector<Name> names = analysis.names;
  std::erase_if(analysis.names, [&](const Name& title) {
    return is_valid(analysis, title) && title.first == title.last &&
           lexicon.is_title(analysis.sentences[title.sentence].words[title.first].form) &&
           std::any_of(names.begin(), names.end(), [&](const Name& name) {
             return name.sentence == title.sentence && name.type == NameType::kPerson &&
                    name.first == title.last + 1;
           });
  });
}

}  // namespace

void drop_inner_names(Analysis& analysis, const Lexicon& lexicon) {
  std::vector<std::vector<const Mention*>> of_sentence(analysis.sentences.size());
  std::vector<std::size_t> mentions_of(count_clusters(analysis), 0);
  for (const Mention& mention : analysis.mentions) {
    if (!is_valid(analysis, mention)) return;
    of_sentence[mention.sentence].push_back(&mention);
    ++mentions_of[mention.cluster];
  }
  std::vector<bool> part(analysis.mentions.size(), false);
  for (std::size_t m = 0; m < analysis.mentions.size(); ++m) {
    const Mention& mention = analysis.mentions[m];
    const Sentence& sentence = analysis.sentences[mention.sentence];
    const std::vector<const Mention*>& here = of_sentence[mention.sentence];
    if (std::any_of(here.begin(), here.end(), [&](const Mention* name) {
          return is_title_before(sentence, mention, *name, lexicon);
        })) {
      part[m] = true;
      continue;
    }
    if (mentions_of[mention.cluster] > 1 || !may_be_part(sentence, mention, lexicon)) continue;
    part[m] = std::any_of(here.begin(), here.end(), [&](const Mention* outer) {
      return outer->cluster != mention.cluster && are_of_one_name(sentence, *outer, mention);
    });
  }
  drop_titles_before_names(analysis, lexicon);
  std::size_t next = 0;
  std::erase_if(analysis.mentions, [&](const Mention&) { return part[next++]; });
}

}  // namespace relata
