#include "analysis/coreference_mentions.hpp"

#include <algorithm>
#include <unordered_map>

#include "analysis/code_points.hpp"
#include "analysis/word_pieces.hpp"

namespace relata {
namespace {

/// What is asked of the words of a sentence, once.
struct DescribedWords {
  std::vector<std::u32string> forms;  ///< model forms
  std::vector<std::uint32_t> lower;   ///< lower-cased model forms, interned
  std::vector<std::size_t> quotations;
  std::vector<bool> in_name;
};

std::string_view base_relation(const Word& word) {
  return std::string_view(word.deprel).substr(0, word.deprel.find(':'));
}

bool is_content(Upos upos) {
  return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kAdj || upos == Upos::kNum ||
         upos == Upos::kVerb || upos == Upos::kX;
}

bool is_possessive_or_pronoun(const Word& word) {
  return word.upos == Upos::kPron || (word.upos == Upos::kDet && feature(word, "Poss") == "Yes");
}

MentionForm form_of(const Word& head, bool in_name) {
  if (is_possessive_or_pronoun(head)) return MentionForm::kPronoun;
  if (head.upos == Upos::kPropn || in_name) return MentionForm::kName;
  return head.upos == Upos::kAdj ? MentionForm::kAdjective : MentionForm::kNominal;
}

PronounClass pronoun_class(const Word& head) {
  const std::string_view kind = feature(head, "PronType");
  if (kind == "Dem") return PronounClass::kDemonstrative;
  if (kind == "Rel" || kind == "Int") return PronounClass::kRelative;
  const std::string_view person = feature(head, "Person");
  const bool plural = feature(head, "Number") == "Plur";
  if (person == "1") return plural ? PronounClass::kFirstPlural : PronounClass::kFirst;
  if (person == "2") return PronounClass::kSecond;
  if (person != "3") return PronounClass::kOther;
  if (plural) return PronounClass::kThey;
  const std::string_view gender = feature(head, "Gender");
  if (gender == "Masc") return PronounClass::kHe;
  if (gender == "Fem") return PronounClass::kShe;
  return gender == "Neut" ? PronounClass::kIt : PronounClass::kOther;
}

Role role_of(const Word& head) {
  if (head.deprel == "nsubj:pass") return Role::kPassiveSubject;
  if (head.deprel == "nmod:poss") return Role::kPossessor;
  const std::string_view base = base_relation(head);
  if (base == "nsubj" || base == "csubj") return Role::kSubject;
  if (base == "obj" || base == "iobj") return Role::kObject;
  if (base == "obl") return Role::kOblique;
  if (base == "nmod") return Role::kModifier;
  if (base == "conj") return Role::kConjunct;
  if (base == "appos") return Role::kApposition;
  return base == "root" ? Role::kRoot : Role::kOther;
}

Determiner determiner_of(const Word& child) {
  if (child.deprel == "nmod:poss") return Determiner::kPossessive;
  const std::string_view definite = feature(child, "Definite");
  if (definite == "Def") return Determiner::kDefinite;
  if (definite == "Ind") return Determiner::kIndefinite;
  return feature(child, "PronType") == "Dem" ? Determiner::kDemonstrative : Determiner::kOther;
}

class Describer {
 public:
  explicit Describer(const Analysis& analysis) : analysis_(analysis) {
    intern("");  // takes the number 0
    words_.reserve(analysis.sentences.size());
    for (const Sentence& sentence : analysis.sentences) describe_words(sentence);
    for (const Name& name : analysis.names) {
      for (std::size_t i = name.first; i <= name.last; ++i) words_[name.sentence].in_name[i] = true;
    }
  }

  DescribedMention describe(const Mention& mention) {
    const std::vector<Word>& words = analysis_.sentences[mention.sentence].words;
    const DescribedWords& described = words_[mention.sentence];
    const Word& head = words[mention.head];
    DescribedMention out;
    out.sentence = mention.sentence;
    out.first = mention.first;
    out.last = mention.last;
    out.head = mention.head;
    out.type = mention.type;
    out.form = form_of(head, described.in_name[mention.head]);
    if (out.form == MentionForm::kPronoun) {
      out.pronoun = pronoun_class(head);
      out.reflexive = feature(head, "Reflex") == "Yes";
    }
    out.role = role_of(head);
    out.quotation = described.quotations[mention.head];
    out.head_lemma = intern(lower(to_code_points(head.lemma)));
    out.head_form = described.lower[mention.head];
    read_children(mention, words, described, out);
    const std::string_view number = feature(head, "Number");
    if (out.coordinated || number == "Plur") {
      out.number = GrammaticalNumber::kPlural;
    } else if (number == "Sing") {
      out.number = GrammaticalNumber::kSingular;
    }
    read_content(mention, words, described, out);
    if (out.form == MentionForm::kNominal && head.upos == Upos::kNoun && !out.coordinated &&
        out.type == MentionType::kPerson && out.number != GrammaticalNumber::kPlural) {
      out.gender = gender_of_noun(lower(to_code_points(head.form)));
    }
    return out;
  }

 private:
  /// Quotations open and close at quotation marks; a paragraph closes what is open.
  void describe_words(const Sentence& sentence) {
    if (sentence.paragraph_start) quotation_ = 0;
    DescribedWords& out = words_.emplace_back();
    for (const Word& word : sentence.words) {
      out.forms.push_back(to_code_points(model_form(word.form)));
      if (out.forms.back() == U"\"") {
        if (quotation_ == 0) ++quotations_;
        quotation_ = quotation_ == 0 ? quotations_ : 0;
      }
      out.lower.push_back(intern(lower(out.forms.back())));
      out.quotations.push_back(quotation_);
    }
    out.in_name.assign(sentence.words.size(), false);
  }

  static std::string lower(const std::u32string& text) {
    std::string out;
    for (const char32_t c : lower_code_points(text)) append_utf8(c, out);
    return out;
  }

  std::uint32_t intern(const std::string& text) {
    return ids_.try_emplace(text, static_cast<std::uint32_t>(ids_.size())).first->second;
  }

  static void read_children(const Mention& mention, const std::vector<Word>& words,
                            const DescribedWords& described, DescribedMention& out) {
    for (std::size_t i = mention.first; i <= mention.last; ++i) {
      const Word& child = words[i];
      if (child.head != mention.head + 1) continue;
      out.coordinated = out.coordinated || base_relation(child) == "conj";
      if (base_relation(child) == "nummod") out.numeral = described.lower[i];
      if (out.determiner == Determiner::kNone &&
          (child.upos == Upos::kDet || child.deprel == "nmod:poss")) {
        out.determiner = determiner_of(child);
      }
    }
  }

  static void read_content(const Mention& mention, const std::vector<Word>& words,
                           const DescribedWords& described, DescribedMention& out) {
    std::size_t last_content = 0;
    std::u32string initials;
    for (std::size_t i = mention.first; i <= mention.last; ++i) {
      if (!is_content(words[i].upos)) continue;
      out.content.push_back(described.lower[i]);
      last_content = i;
      const Upos upos = words[i].upos;
      const char32_t first = described.forms[i].front();
      if ((upos == Upos::kPropn || upos == Upos::kNoun || upos == Upos::kAdj) && is_upper(first)) {
        initials += first;
      }
    }
    out.content_set = out.content;
    std::sort(out.content_set.begin(), out.content_set.end());
    out.content_set.erase(std::unique(out.content_set.begin(), out.content_set.end()),
                          out.content_set.end());
    if (out.form != MentionForm::kName) return;
    if (out.content.size() == 1) {
      std::u32string letters = described.forms[last_content];
      std::erase(letters, U'.');
      if (letters.size() >= 2 && std::all_of(letters.begin(), letters.end(), is_upper)) {
        for (const char32_t c : letters) append_utf8(c, out.letters);
      }
    }
    if (initials.size() >= 2) {
      for (const char32_t c : initials) append_utf8(c, out.initials);
    }
  }

  const Analysis& analysis_;
  std::vector<DescribedWords> words_;
  std::unordered_map<std::string, std::uint32_t> ids_;
  std::size_t quotation_ = 0;   ///< that we are in
  std::size_t quotations_ = 0;  ///< so far
};

}  // namespace

std::vector<DescribedMention> describe_mentions(const Analysis& analysis) {
  Describer describer(analysis);
  std::vector<DescribedMention> out;
  out.reserve(analysis.mentions.size());
  for (const Mention& mention : analysis.mentions) out.push_back(describer.describe(mention));
  return out;
}

}  // namespace relata
