#include "resolve/governing_bodies.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "relata/resolve/name.hpp"
#include "resolve/candidate_pair.hpp"
#include "resolve/raw_words.hpp"
#include "resolve/sentence_country.hpp"

namespace relata {
namespace {

constexpr double kOneOwnerScore = 0.86;
constexpr double kOwnerOfDocumentScore = 0.74;

/// Levels below the state's, and what else is set against it.
constexpr std::array<std::string_view, 14> kOtherBodies = {
    "city",       "county", "district", "local", "municipal", "opposition", "private",
    "provincial", "rebel",  "regional", "rival", "shadow",    "state",      "tribal"};

enum class Owned { kNot, kByCountry, kByPerson, kByOther };

/// A unit that governs or fights for somebody.
struct GoverningBody {
  std::size_t unit = 0;
  BodyKind kind = BodyKind::kNone;
  std::string head;
  Owned owned = Owned::kNot;
  std::string owner;                    ///< person's or other's name, folded
  std::string country;                  ///< canonical: the owner, or that of the owner
  std::vector<std::string> told_apart;  ///< words that say which of several it is, sorted
};

bool is_country_unit(const EntityProfile& profile) { return !profile.country.empty(); }

/// Of a body whose name is that of one country's: "White House", "Peruvian Army".
std::string_view country_of_body(const EntityProfile& profile, const Lexicon& lexicon) {
  for (const ParsedName& name : profile.names) {
    const Body found = lexicon.body_of(join_words(name.words));
    if (!found.country.empty()) return found.country;
  }
  return {};
}

/// People by their family names, and the countries that the text says they lead or are of.
class Leaders {
 public:
  Leaders(const DocumentRecords& document, std::span<const EntityProfile> profiles,
          const Lexicon& lexicon)
      : lexicon_(lexicon) {
    std::map<std::string_view, std::size_t> ids;
    for (std::size_t i = 0; i < profiles.size(); ++i) ids.emplace(profiles[i].entity, i);
    for (const EntityProfile& profile : profiles) {
      if (profile.type != EntityType::kPerson) continue;
      for (const ParsedName& name : profile.names) {
        const std::string family = name.words.back();
        std::string& country = country_of_[family];
        if (country.empty()) country = country_before(name.before);
      }
    }
    for (const TripleRecord& triple : document.triples) {
      if (!triple.object || triple.kind == TripleKind::kClause) continue;
      const auto subject = ids.find(triple.subject.entity);
      const auto object = ids.find(triple.object->entity);
      if (subject == ids.end() || object == ids.end()) continue;
      const EntityProfile& person = profiles[subject->second];
      if (triple.kind == TripleKind::kPossessive && person.type == EntityType::kPerson &&
          !person.names.empty()) {
        const std::string& family = person.names.front().words.back();
        owner_of_[object->second] = family;
        // "President Novak's White House"
        const std::string_view country = country_of_body(profiles[object->second], lexicon);
        if (!country.empty()) country_of_[family] = country;
      }
      const bool leads = triple.relation.text.ends_with(" of");
      if (!leads || person.type != EntityType::kPerson || person.names.empty()) continue;
      std::string& country = country_of_[person.names.front().words.back()];
      if (country.empty()) country = profiles[object->second].country;
    }
  }

  bool knows(const std::string& family) const { return country_of_.contains(family); }
  std::string country_of(const std::string& family) const {
    const auto found = country_of_.find(family);
    return found == country_of_.end() ? std::string() : found->second;
  }
  /// Family name of the person who has the unit; empty if nobody is said to.
  std::string owner_of(std::size_t unit) const {
    const auto found = owner_of_.find(unit);
    return found == owner_of_.end() ? std::string() : found->second;
  }

 private:
  /// Of "us president", "south korean leader".
  std::string country_before(const std::vector<std::string>& words) const {
    std::string found;
    for (std::size_t i = 0; i < words.size(); ++i) {
      for (std::size_t n = 1; n <= 2 && i + n <= words.size() && found.empty(); ++n) {
        const std::string text = n == 1 ? words[i] : words[i] + ' ' + words[i + 1];
        found = lexicon_.canonical_country(text);
        if (found.empty()) found = lexicon_.country_of_demonym(text);
      }
    }
    return found;
  }

  const Lexicon& lexicon_;
  std::map<std::string, std::string, std::less<>> country_of_;
  std::map<std::size_t, std::string> owner_of_;
};

/// The body that a description's noun means, with the word before it ("armed forces").
Body body_of_description(const ParsedDescription& description, const Lexicon& lexicon) {
  for (const std::string& word : description.modifiers) {
    const Body body = lexicon.body_of(word + ' ' + description.head);
    if (body.kind != BodyKind::kNone) return body;
  }
  return lexicon.body_of(description.head);
}

void set_owner(const ParsedDescription& description, const Leaders& leaders, GoverningBody& body) {
  if (body.owned != Owned::kNot) return;
  if (!description.anchor_country.empty()) {
    body.owned = Owned::kByCountry;
    body.country = description.anchor_country;
  } else if (!description.anchor.empty()) {
    const std::string family = description.anchor.substr(description.anchor.rfind(' ') + 1);
    const bool person = leaders.knows(family);
    body.owned = person ? Owned::kByPerson : Owned::kByOther;
    body.owner = person ? family : description.anchor;
    if (person) body.country = leaders.country_of(family);
  }
}

/// "local government", "former regime", "health authorities": not that of the whole country.
bool tells_apart(const std::string& word, const std::string& head, const Lexicon& lexicon) {
  if (is_word_for_another(word) ||
      std::find(kOtherBodies.begin(), kOtherBodies.end(), word) != kOtherBodies.end()) {
    return true;
  }
  // Of these there are many, by what they see to; "ruling" and "Republican" say how one is.
  const bool many = head == "authorities" || head == "administration";
  const bool describes = word.ends_with("ing") || word.ends_with("ed") ||
                         lexicon.noun_class(word) == NounClass::kPerson;
  return many && !describes;
}

GoverningBody read_body(std::size_t unit, const EntityProfile& profile, const FirstPhrase& phrase,
                        const Leaders& leaders, const Lexicon& lexicon) {
  GoverningBody body;
  body.unit = unit;
  // "a meeting at the White House": the building.
  const bool building = profile.type == EntityType::kPlace && !profile.names.empty();
  if (profile.type == EntityType::kPerson || is_country_unit(profile) || building) return body;
  for (const ParsedName& name : profile.names) {
    const std::string words = join_words(name.words);
    Body found = lexicon.body_of(words);
    if (found.kind == BodyKind::kNone && !name.of_country.empty()) {
      found = lexicon.body_of(join_words(name.bare_words));
      found.country = name.of_country;  // "Peruvian Army"
    }
    if (found.kind == BodyKind::kNone || found.country.empty()) continue;
    body.kind = found.kind;
    body.head = name.words.back();
    body.owned = Owned::kByCountry;
    body.country = found.country;
    // "Peruvian Army" by name is one of the services.
    if (body.kind == BodyKind::kForces && body.head == "army") body.told_apart = {body.head};
    return body;
  }
  if (!profile.names.empty() || is_any(determiner_of(phrase))) return body;
  for (const ParsedDescription& description : profile.descriptions) {
    const Body found = body_of_description(description, lexicon);
    // The noun that is in the way ("the army's ranks", "the department").
    if (found.kind == BodyKind::kNone || !description.count.empty()) continue;
    if (body.kind != BodyKind::kNone && body.kind != found.kind) return GoverningBody();
    body.kind = found.kind;
    if (body.head.empty()) body.head = description.head;
    set_owner(description, leaders, body);
    for (const std::string& word : description.modifiers) {
      if (tells_apart(word, description.head, lexicon)) body.told_apart.push_back(word);
    }
  }
  // "authorities" are known without an article; an "army" without one may be any.
  if (!profile.definite && body.head != "authorities") return GoverningBody();
  // "the government of former President Novak": of somebody, whoever that is.
  if (body.owned == Owned::kNot &&
      join_words(fold_words(phrase.text)).find(" of ") != phrase.text.npos) {
    body.owned = Owned::kByOther;
    body.owner = phrase.text;
  }
  const std::string owner = leaders.owner_of(unit);
  if (body.owned == Owned::kNot && !owner.empty()) {
    body.owned = Owned::kByPerson;
    body.owner = owner;
    body.country = leaders.country_of(owner);
  }
  std::sort(body.told_apart.begin(), body.told_apart.end());
  return body;
}

/// "the army and the government": the text counts two.
bool stand_side_by_side(const EntityRecord& a, const EntityRecord& b, const FirstPhrase& of_b) {
  const EntityRecord* first = &a;
  const EntityRecord* second = &b;
  if (second->first.start < first->first.start || of_b.before.empty()) return false;
  const std::vector<RawWord> words = split_raw(of_b.before);
  const std::size_t gap = second->first.start - std::min(first->first.end, second->first.start);
  constexpr std::size_t kJoint = 10;  // ", and the "
  if (gap == 0 || gap > kJoint || words.empty()) return false;
  const auto joins = [](const std::string& word) { return word == "and" || word == "or"; };
  return joins(words.back().folded) || (words.size() > 1 && joins(words[words.size() - 2].folded));
}

/// How many owners of its kind a document knows; a leader of a country counts with it.
struct Owners {
  std::set<std::string> countries;
  std::set<std::string> others;  ///< leaders of no known country, and what else owns a body
};

struct BodiesOfDocument {
  std::vector<GoverningBody> bodies;
  std::map<BodyKind, Owners> owners;
};

BodiesOfDocument read_bodies(const DocumentRecords& document,
                             std::span<const EntityProfile> profiles,
                             const std::vector<FirstPhrase>& phrases, const Lexicon& lexicon) {
  const Leaders leaders(document, profiles, lexicon);
  BodiesOfDocument read;
  for (std::size_t i = 0; i < profiles.size(); ++i) {
    GoverningBody body = read_body(i, profiles[i], phrases[i], leaders, lexicon);
    if (body.kind == BodyKind::kNone) continue;
    Owners& known = read.owners[body.kind];
    if (!body.country.empty()) {
      known.countries.insert(body.country);
    } else if (body.owned != Owned::kNot) {
      known.others.insert(body.owner);
    }
    read.bodies.push_back(std::move(body));
  }
  return read;
}

/// "the government", "the army": the one that needs no more words. "The authorities" may be those
/// of a town, "the administration" may go by its leader's name.
bool is_the_countrys(const GoverningBody& body, const FirstPhrase& phrase) {
  const bool open =
      body.head == "authorities" || body.head == "administration" || body.head == "branch";
  return !open && determiner_of(phrase) == "the";
}

}  // namespace

void share_anchors(EntityProfile& unit, const Lexicon& lexicon) {
  if (!unit.names.empty()) return;
  const ParsedDescription* owned = nullptr;
  for (const ParsedDescription& description : unit.descriptions) {
    if (description.anchor_country.empty()) continue;
    if (owned != nullptr && owned->anchor != description.anchor) return;
    owned = &description;
  }
  if (owned == nullptr) return;
  const ParsedDescription owner = *owned;
  for (ParsedDescription& description : unit.descriptions.edit()) {
    if (!description.anchor.empty()) continue;
    if (body_of_description(description, lexicon).kind == BodyKind::kNone) continue;
    description.anchor = owner.anchor;
    description.anchor_country = owner.anchor_country;
  }
}

void give_to_main_country(const DocumentRecords& document, const std::vector<FirstPhrase>& phrases,
                          const Lexicon& lexicon, std::vector<EntityProfile>& profiles) {
  const BodiesOfDocument read = read_bodies(document, profiles, phrases, lexicon);
  for (const GoverningBody& body : read.bodies) {
    EntityProfile& profile = profiles[body.unit];
    const Owners& known = read.owners.at(body.kind);
    const bool of_another =
        !known.others.empty() || known.countries.size() > 1 ||
        (known.countries.size() == 1 && *known.countries.begin() != profile.main_country);
    if (body.owned != Owned::kNot || !body.told_apart.empty()) continue;
    if (!is_the_countrys(body, phrases[body.unit])) continue;
    std::string country = profile.main_country;
    if (country.empty()) {
      country = country_of_sentence(phrases[body.unit], lexicon);
    } else if (of_another) {
      continue;
    }
    if (country.empty()) continue;
    for (ParsedDescription& description : profile.descriptions.edit()) {
      if (body_of_description(description, lexicon).kind == BodyKind::kNone) continue;
      description.anchor_country = country;
      description.anchor = join_words(fold_words(country));
    }
  }
}

std::vector<CandidatePair> find_one_bodies(const DocumentRecords& document,
                                           std::span<const EntityProfile> profiles,
                                           const std::vector<FirstPhrase>& phrases,
                                           const Lexicon& lexicon) {
  const auto [bodies, owners] = read_bodies(document, profiles, phrases, lexicon);
  std::vector<CandidatePair> pairs;
  const auto join = [&](const GoverningBody& a, const GoverningBody& b, double score) {
    const bool governs = a.kind == BodyKind::kGovernment;
    pairs.push_back(candidate_pair(a.unit, b.unit, score,
                                   governs ? "government of one country" : "forces of one country",
                                   shown_text(profiles[a.unit]), shown_text(profiles[b.unit])));
  };
  for (const GoverningBody& a : bodies) {
    for (const GoverningBody& b : bodies) {
      if (a.unit >= b.unit || a.kind != b.kind || a.told_apart != b.told_apart) continue;
      if (stand_side_by_side(document.entities[a.unit], document.entities[b.unit],
                             phrases[b.unit]) ||
          stand_side_by_side(document.entities[b.unit], document.entities[a.unit],
                             phrases[a.unit])) {
        continue;
      }
      const Owners& known = owners.at(a.kind);
      if (a.owned != Owned::kNot && b.owned != Owned::kNot) {
        const bool one =
            a.country.empty() ? b.country.empty() && a.owner == b.owner : a.country == b.country;
        if (one) join(a, b, kOneOwnerScore);
        continue;
      }
      if (a.owned == b.owned) continue;
      const GoverningBody& owned = a.owned == Owned::kNot ? b : a;
      const GoverningBody& free = a.owned == Owned::kNot ? a : b;
      if (known.countries.size() + known.others.size() != 1) continue;
      // The country that the document is about, or the one administration it knows.
      const bool of_main =
          !owned.country.empty() && profiles[owned.unit].main_country == owned.country;
      const bool of_leader =
          owned.owned == Owned::kByPerson && (free.head == owned.head || free.head == "branch");
      if (of_main || of_leader) join(a, b, kOwnerOfDocumentScore);
    }
  }
  return pairs;
}

}  // namespace relata
