#include "extract/joined_appositions.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "extract/english.hpp"
#include "extract/joined_names.hpp"
#include "extract/mention_words.hpp"

namespace relata {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// The longest mention with each head of a sentence that is no list; kNone where a word heads none.
std::vector<std::vector<std::size_t>> mentions_by_head(const Analysis& analysis) {
  std::vector<std::vector<std::size_t>> by_head;
  for (const Sentence& sentence : analysis.sentences) {
    by_head.emplace_back(sentence.words.size(), kNone);
  }
  const auto length = [&](std::size_t i) {
    return analysis.mentions[i].last - analysis.mentions[i].first;
  };
  for (std::size_t i = 0; i < analysis.mentions.size(); ++i) {
    const Mention& mention = analysis.mentions[i];
    if (!is_valid(analysis, mention) ||
        is_coordination(analysis.sentences[mention.sentence], mention)) {
      continue;
    }
    std::size_t& longest = by_head[mention.sentence][mention.head];
    if (longest == kNone || length(i) > length(longest)) longest = i;
  }
  return by_head;
}

/// One thing: neither plural nor counted nor two joined by "and".
bool is_one(const Sentence& sentence, const Mention& mention) {
  const std::string_view number = feature(sentence.words[mention.head], "Number");
  if (number == "Plur" || number == "Ptan") return false;
  return std::none_of(sentence.words.begin(), sentence.words.end(), [&](const Word& word) {
    return word.head == mention.head + 1 &&
           (word.deprel.starts_with("conj") || word.deprel.starts_with("nummod"));
  });
}

/// "identified the gunman as Ivo Lund", "the gunman was named as Ivo Lund": the word of him whom
/// the name at `name` is said to be; kNone if nobody is.
std::size_t identified_by(const Sentence& sentence, std::size_t name) {
  const Word& word = sentence.words[name];
  if (!word.deprel.starts_with("obl") || word.head == 0 || word.head > name) return kNone;
  const std::size_t verb = word.head - 1;
  const std::string& lemma = sentence.words[verb].lemma;
  if (lemma != "identify" && lemma != "name") return kNone;
  const bool as = std::any_of(sentence.words.begin(), sentence.words.end(), [&](const Word& link) {
    return link.head == name + 1 && link.deprel == "case" && link.form == "as";
  });
  if (!as) return kNone;
  for (const char* role : {"obj", "nsubj:pass"}) {
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      if (sentence.words[i].head == word.head && sentence.words[i].deprel == role) return i;
    }
  }
  return kNone;
}

/// "a program called Sitra", "the agency, known as Sitra": the word of the thing that the name at
/// `name` is said to be of; kNone if there is none.
std::size_t called_by(const Sentence& sentence, std::size_t name) {
  const Word& word = sentence.words[name];
  const bool predicate = word.deprel == "obl" || word.deprel == "xcomp" || word.deprel == "obj";
  if (!predicate || word.head == 0 || word.head > name) return kNone;
  const Word& participle = sentence.words[word.head - 1];
  if (participle.head == 0 || participle.head > word.head) return kNone;
  if (participle.lemma != "name" && !is_naming_participle(participle)) return kNone;
  if (participle.deprel != "acl") return kNone;
  return participle.head - 1;
}

/// "whose owner is Orel", "The winner was Orel", as the writer has it: the word of him whom the
/// name at `name` is said to be; kNone if nobody is, or if it is denied, claimed or may be.
std::size_t equalled_by(const Sentence& sentence, std::size_t name) {
  const Word& word = sentence.words[name];
  const bool told = word.deprel == "root" || word.deprel == "acl:relcl" || word.deprel == "acl";
  if (!told || word.upos != Upos::kPropn) return kNone;
  bool copula = false;
  std::size_t subject = kNone;
  for (std::size_t id = 0; id < sentence.words.size(); ++id) {
    const Word& part = sentence.words[id];
    if (part.head != name + 1) continue;
    copula = copula || part.deprel == "cop";
    if (part.deprel.starts_with("nsubj") && id < name) subject = id;
    const bool doubted = part.deprel.starts_with("aux") || part.deprel.starts_with("advmod") ||
                         part.deprel == "mark" || part.deprel == "det";
    if (doubted) return kNone;
  }
  if (!copula || subject == kNone) return kNone;
  const bool known =
      std::any_of(sentence.words.begin(), sentence.words.end(), [&](const Word& part) {
        return part.head == subject + 1 &&
               (part.deprel == "nmod:poss" ||
                (part.deprel == "det" && feature(part, "Definite") == "Def"));
      });
  return known ? subject : kNone;
}

/// A coordination's member: what is apposed to it may be the next member.
bool is_member(const Sentence& sentence, const Mention& mention) {
  return sentence.words[mention.head].deprel.starts_with("conj");
}

bool is_deed(const Mention& mention, NounClass noun) {
  return mention.type == MentionType::kEvent || noun == NounClass::kEvent ||
         noun == NounClass::kAct;
}

/// True if what the name names may be called by the description's noun.
bool agree(const Mention& name, const Mention& description, const Word& noun,
           const Lexicon& lexicon) {
  const std::string lemma = lower_ascii(noun.lemma);
  const NounClass sense = lexicon.noun_class(lemma);
  if (name.type == MentionType::kTime || description.type == MentionType::kTime) return false;
  if (sense == NounClass::kTime || sense == NounClass::kQuantity) return false;
  if (name.type == MentionType::kPerson) return lexicon.can_be_person(lemma);
  if (description.type == MentionType::kPerson) return false;
  const bool deed = is_deed(description, sense);
  switch (name.type) {
    case MentionType::kPlace:
      return !deed && description.type != MentionType::kObject;
    case MentionType::kOrganization:
      return !deed && description.type != MentionType::kPlace;
    case MentionType::kEvent:
      return deed || description.type == MentionType::kAbstract;
    default:
      return true;
  }
}

}  // namespace

Analysis join_appositions(Analysis analysis, const Lexicon& lexicon) {
  const std::size_t clusters = count_clusters(analysis);
  std::vector<bool> named(clusters, false);
  for (const Mention& mention : analysis.mentions) {
    if (mention.form == MentionForm::kName) named[mention.cluster] = true;
  }
  const auto by_head = mentions_by_head(analysis);
  std::vector<std::size_t> joined(clusters);
  for (std::size_t i = 0; i < clusters; ++i) joined[i] = i;
  for (std::size_t s = 0; s < analysis.sentences.size(); ++s) {
    const Sentence& sentence = analysis.sentences[s];
    for (std::size_t w = 0; w < sentence.words.size(); ++w) {
      const Word& word = sentence.words[w];
      // "his neighbour Ana Orel", with a mention of the neighbour within that of her
      const bool before = word.deprel == "nmod:desc" && word.head > w + 1;
      const std::size_t identified = identified_by(sentence, w);
      const std::size_t called = called_by(sentence, w);
      const std::size_t equalled = equalled_by(sentence, w);
      const bool hangs =
          word.head > 0 && word.head <= sentence.words.size() && (word.deprel == "appos" || before);
      const std::size_t other = identified != kNone ? identified
                                : called != kNone   ? called
                                : equalled != kNone ? equalled
                                : hangs             ? word.head - 1
                                                    : kNone;
      if (other == kNone) continue;
      const std::size_t left = by_head[s][other];
      const std::size_t right = by_head[s][w];
      if (left == kNone || right == kNone) continue;
      const MentionType type = analysis.mentions[right].type;
      if (identified != kNone && type != MentionType::kPerson) continue;
      const bool somebody = type == MentionType::kPerson || type == MentionType::kOrganization ||
                            type == MentionType::kPlace;
      if (equalled != kNone && !somebody) continue;  // "its name was Larnex"
      const bool name_first = analysis.mentions[left].form == MentionForm::kName;
      const Mention& name = analysis.mentions[name_first ? left : right];
      const Mention& description = analysis.mentions[name_first ? right : left];
      const Word& noun = sentence.words[description.head];
      if (identified != kNone && name.form == MentionForm::kName &&
          description.form == MentionForm::kNominal && named[description.cluster]) {
        // Whom coreference took the victim for before, it is this one.
        analysis.mentions[name_first ? right : left].cluster = name.cluster;
        continue;
      }
      if (name.form != MentionForm::kName || description.form != MentionForm::kNominal ||
          noun.upos != Upos::kNoun) {
        continue;
      }
      if (!(before || is_one(sentence, name)) || !is_one(sentence, description)) continue;
      const bool member = is_member(sentence, name) || is_member(sentence, description);
      if (member && !before) continue;
      // "his counterpart Ana Orel": what stands right before a person's name calls a person.
      const bool person =
          before && name.type == MentionType::kPerson && description.type == MentionType::kPerson;
      if (!person && !agree(name, description, noun, lexicon)) continue;
      if (named[description.cluster]) {
        if (called != kNone) continue;  // "the union, known as Sitra": joined_names
        // "his club, Larnex": whatever coreference took the club for before.
        analysis.mentions[name_first ? right : left].cluster = name.cluster;
        continue;
      }
      joined[description.cluster] = name.cluster;
      named[description.cluster] = true;
    }
  }
  for (Mention& mention : analysis.mentions) mention.cluster = joined[mention.cluster];
  return analysis;
}

}  // namespace relata
