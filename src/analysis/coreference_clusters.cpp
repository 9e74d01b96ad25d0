#include "analysis/coreference_clusters.hpp"

#include <algorithm>
#include <utility>

#include "relata/core/unicode.hpp"

namespace relata {
namespace {

bool is_singular_person(PronounClass pronoun) {
  return pronoun == PronounClass::kHe || pronoun == PronounClass::kShe ||
         pronoun == PronounClass::kFirst;
}

/// By its pronoun, honorific or noun.
Gender gender_of(const DescribedMention& mention, const NameCore& name) {
  if (mention.pronoun == PronounClass::kHe) return Gender::kMasculine;
  if (mention.pronoun == PronounClass::kShe) return Gender::kFeminine;
  if (mention.type != MentionType::kPerson) return Gender::kUnknown;
  return name.empty() ? mention.gender : name.gender;
}

bool is_several(const DescribedMention& mention) {
  return mention.coordinated ||
         (mention.form == MentionForm::kNominal && mention.number == GrammaticalNumber::kPlural);
}

/// Types between which names never change: a name of one is no name of the other.
bool are_types_apart(MentionType a, MentionType b) {
  const auto is_person_or_thing = [](MentionType type) {
    return type == MentionType::kPerson || type == MentionType::kPlace ||
           type == MentionType::kOrganization || type == MentionType::kTime;
  };
  return a != b && is_person_or_thing(a) && is_person_or_thing(b) &&
         (a == MentionType::kPerson || b == MentionType::kPerson || a == MentionType::kTime ||
          b == MentionType::kTime);
}

bool holds(const DescribedMention& outer, const DescribedMention& inner) {
  return outer.sentence == inner.sentence && outer.first <= inner.first && inner.last <= outer.last;
}

/// One noun of one thing here and of several there.
bool differ_in_number(const DescribedMention& a, const DescribedMention& b) {
  return a.form == MentionForm::kNominal && b.form == MentionForm::kNominal &&
         a.head_lemma == b.head_lemma && !a.coordinated && !b.coordinated &&
         a.number != GrammaticalNumber::kUnknown && b.number != GrammaticalNumber::kUnknown &&
         a.number != b.number;
}

/// "Police arrested the officer. … The arrest": a deed by the noun of a verb shortly before it.
bool is_told_by_verb(const Analysis& analysis, const DescribedMention& mention) {
  constexpr std::size_t kSentences = 5;
  if (mention.form != MentionForm::kNominal || mention.type != MentionType::kEvent) return false;
  const std::string& noun = analysis.sentences[mention.sentence].words[mention.head].lemma;
  const std::size_t first = mention.sentence - std::min(mention.sentence, kSentences);
  for (std::size_t s = first; s <= mention.sentence; ++s) {
    const std::vector<Word>& words = analysis.sentences[s].words;
    const std::size_t end = s == mention.sentence ? mention.first : words.size();
    for (std::size_t w = 0; w < end; ++w) {
      if (words[w].upos == Upos::kVerb && words[w].lemma == noun) return true;
    }
  }
  return false;
}

bool is_subject(Role role) { return role == Role::kSubject; }

/// Whether a clause of the outer mention's head is between it and the inner one's head: "the team
/// that lost [its] coach".
bool is_in_clause_of(const std::vector<Word>& words, const DescribedMention& outer,
                     const DescribedMention& inner) {
  for (std::size_t w = inner.head; words[w].head != 0; w = words[w].head - 1) {
    if (words[w].head - 1 == outer.head) return words[w].deprel.starts_with("acl");
  }
  return false;
}

/// "Cole, whom [he] had met", "the house that [she] built": who does what a relative clause tells,
/// if that is not its pronoun, is somebody else than whom the clause is about.
bool is_subject_of_clause_of(const std::vector<Word>& words, const DescribedMention& noun,
                             const DescribedMention& pronoun) {
  const Word& word = words[pronoun.head];
  if (pronoun.pronoun == PronounClass::kNone || pronoun.pronoun == PronounClass::kRelative) {
    return false;
  }
  if (word.head == 0 || !word.deprel.starts_with("nsubj")) return false;
  const Word& verb = words[word.head - 1];
  return verb.deprel == "acl:relcl" && verb.head == noun.head + 1;
}

/// Whether the inner mention is done to by a clause about the outer one that has no other subject:
/// "the woman who paid [him]", "people accusing [them]".
bool is_object_of_clause_of(const std::vector<Word>& words, const DescribedMention& outer,
                            const DescribedMention& inner) {
  const Word& word = words[inner.head];
  if (word.head == 0 || (word.deprel != "obj" && word.deprel != "iobj")) return false;
  const std::size_t verb = word.head - 1;
  if (words[verb].head == 0 || words[verb].head - 1 != outer.head ||
      !words[verb].deprel.starts_with("acl")) {
    return false;
  }
  return std::none_of(words.begin(), words.end(), [&](const Word& other) {
    return other.head == verb + 1 && other.deprel.starts_with("nsubj") &&
           other.feats.find("PronType=Rel") == std::string::npos;
  });
}

/// "Ana Lind, the head of Lind", "Lind is a judge and a friend of the mayor": who is something of
/// another is not that other.
bool is_of_description(const std::vector<Word>& words, const DescribedMention& one,
                       const DescribedMention& other) {
  const Word& name = words[other.head];
  if (name.head == 0 || name.deprel != "nmod") return false;
  std::size_t office = name.head - 1;
  if (other.pronoun == PronounClass::kNone) {
    for (std::size_t step = 0; step < words.size() && words[office].deprel == "conj"; ++step) {
      if (words[office].head == 0) return false;
      office = words[office].head - 1;
      if (office == one.head) return true;
    }
  }
  if (words[office].head == one.head + 1 && words[office].deprel == "appos") return true;
  const Word& subject = words[one.head];
  const bool copula = std::any_of(words.begin(), words.end(), [&](const Word& word) {
    return word.head == office + 1 && word.deprel == "cop";
  });
  return copula && subject.head == office + 1 && subject.deprel.starts_with("nsubj");
}

/// "callum", "treece" of "Callum Treece's girlfriend": the words of the name that owns the
/// mention's noun; empty if none does.
std::vector<std::string> owner_words(const std::vector<Word>& words,
                                     const DescribedMention& mention) {
  std::vector<std::string> owner;
  if (mention.form != MentionForm::kNominal) return owner;
  for (std::size_t w = mention.first; w < mention.head; ++w) {
    const Word& word = words[w];
    if (word.head != mention.head + 1 || word.deprel != "nmod:poss" || word.upos != Upos::kPropn) {
      continue;
    }
    for (std::size_t part = mention.first; part < mention.head; ++part) {
      const bool name = words[part].deprel == "flat" || words[part].deprel == "compound";
      if (part == w || (words[part].head == w + 1 && name))
        owner.push_back(fold_for_key(words[part].form));
    }
    break;
  }
  return owner;
}

/// Whether the owner is called by the name, in full or by its last word.
bool is_owner(const std::vector<std::string>& owner, const NameCore& name) {
  if (owner.empty() || name.empty()) return false;
  return name.words == owner || (name.words.size() == 1 && name.words.back() == owner.back());
}

}  // namespace

void ClusterBuilder::place(std::size_t cluster) {
  const std::size_t m = placed_.size();
  const DescribedMention& mention = mentions_[m];
  if (cluster == clusters_.size()) clusters_.emplace_back();
  Cluster& into = clusters_[cluster];
  into.members.push_back(m);
  placed_.push_back(cluster);
  if (into.numeral == 0) into.numeral = mention.numeral;
  into.he = into.he || gender_of(mention, names_[m]) == Gender::kMasculine;
  into.she = into.she || gender_of(mention, names_[m]) == Gender::kFeminine;
  into.it = into.it || mention.pronoun == PronounClass::kIt;
  into.several = into.several || is_several(mention);
  into.coordinated = into.coordinated || (mention.coordinated && names_[m].empty());
  if (!next_owner_.empty()) into.owners.push_back(std::move(next_owner_));
  read_next();
  if (mention.form == MentionForm::kName) {
    if (into.has_name) latest_names_.erase(into.latest_name);
    into.has_name = true;
    into.latest_name = m;
    latest_names_.insert(m);
  }
  if (names_[m].empty()) return;
  const bool is_new =
      std::none_of(into.distinct_names.begin(), into.distinct_names.end(),
                   [&](std::size_t other) { return names_[other].key == names_[m].key; });
  if (is_new) into.distinct_names.push_back(m);
  std::vector<std::size_t>& same = by_key_[names_[m].key];
  std::erase_if(same, [&](std::size_t other) { return mentions_[other].type == mention.type; });
  same.push_back(m);
  if (!is_new || mention.type != MentionType::kPerson || names_[m].words.size() < 2) return;
  add_titled(m);
  for (const std::string& part : {names_[m].words.front(), names_[m].words.back()}) {
    add_once(m, by_part_[part]);
  }
}

bool ClusterBuilder::may_be_together(const DescribedMention& i, const DescribedMention& j) const {
  if (i.sentence != j.sentence) return true;
  const PairRelation relation = pair_relation(analysis_, i, j);
  switch (relation) {
    case PairRelation::kApposition:
    case PairRelation::kAppositionReversed:
    case PairRelation::kCopula:
    case PairRelation::kCopulaReversed:
    case PairRelation::kRelativePronoun:
      return true;
    case PairRelation::kConjuncts:
      return false;
    default:
      break;
  }
  if (i.head == j.head) return false;
  const std::vector<Word>& here = analysis_.sentences[i.sentence].words;
  if (is_of_description(here, i, j) || is_of_description(here, j, i)) return false;
  if (is_subject_of_clause_of(here, i, j) || is_subject_of_clause_of(here, j, i)) return false;
  if (holds(j, i) || holds(i, j)) {
    // "who" is part of what it stands for, and so is what a clause about it calls it; nothing else
    // is, but through an apposition.
    const DescribedMention& outer = holds(j, i) ? j : i;
    const DescribedMention& inner = holds(j, i) ? i : j;
    const std::vector<Word>& words = analysis_.sentences[i.sentence].words;
    if (!inner.reflexive && is_object_of_clause_of(words, outer, inner)) return false;
    if (inner.form == MentionForm::kPronoun && is_in_clause_of(words, outer, inner)) {
      return true;
    }
    return i.pronoun == PronounClass::kRelative || j.pronoun == PronounClass::kRelative ||
           i.role == Role::kApposition || j.role == Role::kApposition;
  }
  if (relation == PairRelation::kSameHead && i.role == Role::kConjunct &&
      j.role == Role::kConjunct) {
    return false;
  }
  const bool two_ends =
      relation == PairRelation::kSameHead && ((is_subject(i.role) && j.role == Role::kObject) ||
                                              (is_subject(j.role) && i.role == Role::kObject));
  return !two_ends || i.reflexive || j.reflexive;
}

bool ClusterBuilder::allows_name(const Cluster& cluster) const {
  const std::size_t m = placed_.size();
  const DescribedMention& mention = mentions_[m];
  bool disjoint = false;
  bool agrees = false;
  for (const std::size_t other : cluster.distinct_names) {
    const DescribedMention& named = mentions_[other];
    if (names_[m].empty()) {
      if (is_singular_person(mention.pronoun) &&
          are_types_apart(MentionType::kPerson, named.type)) {
        return false;
      }
      continue;
    }
    if (are_types_apart(mention.type, named.type)) return false;
    const NameAgreement agreement = compare_names(names_[m], names_[other], mention.type);
    if (agreement == NameAgreement::kConflict) return false;
    const bool apposed = named.sentence == mention.sentence &&
                         pair_relation(analysis_, mention, named) != PairRelation::kNone &&
                         (mention.role == Role::kApposition || named.role == Role::kApposition);
    if (agreement != NameAgreement::kDisjoint || apposed) {
      agrees = true;
    } else {
      disjoint = true;
    }
  }
  return agrees || !disjoint;
}

bool ClusterBuilder::is_told_apart(const Cluster& cluster) const {
  const std::size_t m = placed_.size();
  const auto is_brought_in_by_office = [&](std::size_t other) {
    const NameCore& name = names_[other];
    return name.words.size() == 1 && name.words.front() == names_[m].words.back() &&
           !name.title.empty() && name.gender == Gender::kUnknown && name.title != names_[m].title;
  };
  if (mentions_[m].type == MentionType::kPerson && names_[m].words.size() > 1 &&
      !cluster.distinct_names.empty() &&
      std::all_of(cluster.distinct_names.begin(), cluster.distinct_names.end(),
                  is_brought_in_by_office)) {
    return true;
  }
  if (!names_[m].another) return false;
  return std::any_of(
      cluster.distinct_names.begin(), cluster.distinct_names.end(), [&](std::size_t other) {
        return names_[other].words.back() == names_[m].words.back() && !names_[other].another;
      });
}

void ClusterBuilder::read_next() {
  const std::size_t m = placed_.size();
  if (m == mentions_.size()) return;
  next_subject_ = find_subject();
  next_owner_ = owner_words(analysis_.sentences[mentions_[m].sentence].words, mentions_[m]);
}

std::size_t ClusterBuilder::find_subject() const {
  const std::size_t none = mentions_.size();
  const std::size_t m = placed_.size();
  const DescribedMention& mention = mentions_[m];
  if (mention.form != MentionForm::kNominal) return none;
  const std::vector<Word>& words = analysis_.sentences[mention.sentence].words;
  const auto hangs = [&](const Word& word, std::string_view relation) {
    return word.head == mention.head + 1 && word.deprel.starts_with(relation);
  };
  const auto is_copula = [&](const Word& word) { return hangs(word, "cop"); };
  const auto is_denial = [&](const Word& word) {
    return hangs(word, "advmod") && (word.form == "not" || word.form == "n't");
  };
  if (std::none_of(words.begin(), words.end(), is_copula) ||
      std::any_of(words.begin(), words.end(), is_denial)) {
    return none;
  }
  for (std::size_t other = m; other-- > 0;) {
    const DescribedMention& before = mentions_[other];
    if (before.sentence != mention.sentence) break;
    const bool somebody = before.pronoun == PronounClass::kNone ||
                          before.pronoun == PronounClass::kHe ||
                          before.pronoun == PronounClass::kShe;
    // "her son Jan is": the name is the subject, too.
    const Word* head = &words[before.head];
    if (head->deprel == "appos" && head->head > 0) head = &words[head->head - 1];
    if (somebody && hangs(*head, "nsubj")) return other;
  }
  return none;
}

bool ClusterBuilder::allows(std::size_t antecedent) const {
  const std::size_t m = placed_.size();
  const DescribedMention& mention = mentions_[m];
  const Cluster& cluster = clusters_[placed_[antecedent]];
  // "Ana is the director" tells of Ana, if of anybody who has a name.
  if (next_subject_ < m && placed_[next_subject_] != placed_[antecedent] && cluster.has_name) {
    return false;
  }
  const PronounClass pronoun = mention.pronoun;
  const Gender gender = gender_of(mention, names_[m]);
  if (gender == Gender::kMasculine && cluster.she) return false;
  if (gender == Gender::kFeminine && cluster.he) return false;
  if ((pronoun == PronounClass::kHe || pronoun == PronounClass::kShe) && cluster.it) return false;
  if (pronoun == PronounClass::kIt && (cluster.he || cluster.she)) return false;
  if (is_singular_person(pronoun) && cluster.several) return false;
  if (mention.numeral != 0 && cluster.numeral != 0 && mention.numeral != cluster.numeral) {
    return false;
  }
  if (is_several(mention) && (cluster.he || cluster.she)) return false;
  if (!allows_name(cluster) || is_told_apart(cluster)) return false;
  // "Ana and Eva" are not Ana; a name with an "and" of its own is no coordination.
  if (names_[m].empty() && mention.coordinated && !cluster.distinct_names.empty()) return false;
  if (!names_[m].empty() && cluster.coordinated) return false;
  // "sensitive documents" are not "the document".
  if (std::any_of(cluster.members.begin(), cluster.members.end(),
                  [&](std::size_t other) { return differ_in_number(mention, mentions_[other]); })) {
    return false;
  }
  // "sold it to Roux", whom the tagger takes for a body: no thing without a name, where a person of
  // that name is known.
  const NameCore& name = names_[m];
  if (name.words.size() == 1 && mention.type != MentionType::kPerson &&
      cluster.distinct_names.empty() && by_part_.contains(name.key)) {
    return false;
  }
  // "Roux's sister" is not Roux.
  const auto is_whose = [&](std::size_t other) { return is_owner(next_owner_, names_[other]); };
  const auto owns = [&](const std::vector<std::string>& other) {
    return is_owner(other, names_[m]);
  };
  if (std::any_of(cluster.distinct_names.begin(), cluster.distinct_names.end(), is_whose) ||
      std::any_of(cluster.owners.begin(), cluster.owners.end(), owns)) {
    return false;
  }
  // What the verb tells is no other deed ("the release").
  const auto has_noun = [&](std::size_t other) {
    return mentions_[other].form == MentionForm::kNominal &&
           mentions_[other].head_lemma == mention.head_lemma;
  };
  if (is_told_by_verb(analysis_, mention) &&
      std::none_of(cluster.members.begin(), cluster.members.end(), has_noun)) {
    return false;
  }
  // Members of this sentence come last.
  for (auto other = cluster.members.rbegin(); other != cluster.members.rend(); ++other) {
    if (mentions_[*other].sentence != mention.sentence) break;
    if (!may_be_together(mention, mentions_[*other])) return false;
  }
  return true;
}

std::size_t ClusterBuilder::find_same_name() const {
  const std::size_t none = mentions_.size();
  const std::size_t m = placed_.size();
  const auto known = by_key_.find(names_[m].key);
  if (names_[m].empty() || known == by_key_.end()) return none;
  std::size_t found = none;
  for (const std::size_t other : known->second) {
    if (mentions_[other].type == mentions_[m].type) found = other;
  }
  return found;
}

void ClusterBuilder::add_once(std::size_t m, std::vector<std::size_t>& people) const {
  const bool known = std::any_of(people.begin(), people.end(),
                                 [&](std::size_t other) { return placed_[other] == placed_[m]; });
  if (!known) people.push_back(m);
}

void ClusterBuilder::add_titled(std::size_t m) {
  const NameCore& name = names_[m];
  const bool within = name.title.empty() && name.words.size() > 2;  // the tagger's name holds it
  const std::string& title = within ? name.words.front() : name.title;
  if (title.empty()) return;
  add_once(m, by_title_[{title, name.words.back()}]);
}

std::size_t ClusterBuilder::find_titled() const {
  const std::size_t none = mentions_.size();
  const std::size_t m = placed_.size();
  const NameCore& name = names_[m];
  if (mentions_[m].type != MentionType::kPerson || name.empty() || name.words.size() > 2) {
    return none;
  }
  const bool within = name.words.size() == 2;
  if (within == !name.title.empty()) return none;
  const auto known = by_title_.find({within ? name.words.front() : name.title, name.words.back()});
  return known != by_title_.end() && known->second.size() == 1 ? known->second[0] : none;
}

std::size_t ClusterBuilder::find_fuller_name() const {
  const std::size_t none = mentions_.size();
  const std::size_t m = placed_.size();
  if (names_[m].words.size() != 1 || mentions_[m].type != MentionType::kPerson) return none;
  const auto known = by_part_.find(names_[m].key);
  return known != by_part_.end() && known->second.size() == 1 ? known->second[0] : none;
}

std::vector<std::size_t> ClusterBuilder::latest_names(std::size_t count) const {
  std::vector<std::size_t> latest;
  for (auto m = latest_names_.rbegin(); m != latest_names_.rend() && latest.size() < count; ++m) {
    latest.push_back(*m);
  }
  return latest;
}

}  // namespace relata
