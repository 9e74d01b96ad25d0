#include "name_crowd.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace relata {
namespace {

constexpr std::size_t kGivenNames = 2'000;
constexpr std::size_t kFamilyNames = 50'000;
constexpr std::size_t kMentionsAnEntity = 25;
constexpr std::size_t kEntitiesADocument = 20;

/// Whole numbers and parts of one, the same with every standard library.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : engine_(seed) {}
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
  double part() { return static_cast<double>(engine_() >> 11) * 0x1p-53; }
  bool chance(double probability) { return part() < probability; }

 private:
  std::mt19937_64 engine_;
};

/// Ranks from 0 with probability falling as 1 / (rank + 1)^exponent.
class Zipf {
 public:
  Zipf(std::size_t count, double exponent) : sums_(count) {
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i) {
      sums_[i] = sum += std::pow(static_cast<double>(i + 1), -exponent);
    }
  }
  std::size_t draw(Dice& dice) const {
    const double at = dice.part() * sums_.back();
    const auto found = std::upper_bound(sums_.begin(), sums_.end(), at);
    return std::min(static_cast<std::size_t>(found - sums_.begin()), sums_.size() - 1);
  }

 private:
  std::vector<double> sums_;
};

/// A name as written with all its marks, and without them.
struct Spelled {
  std::string full;
  std::string plain;
};

std::string join(const std::string& a, const std::string& b) { return a + ' ' + b; }

std::string capital(std::string word) {
  word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

/// Distinct words of open syllables, a third of them with a diacritic.
std::vector<Spelled> make_words(std::size_t count, std::size_t syllables, Dice& dice) {
  constexpr std::array<std::string_view, 24> kOnsets = {
      "b", "br", "d", "dr", "f", "g", "gr", "h", "j",  "k", "kl", "l",
      "m", "n",  "p", "pr", "r", "s", "st", "t", "tr", "v", "w",  "z"};
  constexpr std::array<std::string_view, 5> kVowels = {"a", "e", "i", "o", "u"};
  constexpr std::array<std::string_view, 5> kMarked = {"á", "é", "í", "ó", "ü"};
  constexpr std::array<std::string_view, 8> kCodas = {"", "n", "r", "s", "ck", "l", "m", "tt"};
  std::unordered_set<std::string> seen;
  std::vector<Spelled> words;
  while (words.size() < count) {
    Spelled word;
    const std::size_t marked = dice.chance(0.3) ? dice.below(syllables) : syllables;
    for (std::size_t s = 0; s < syllables; ++s) {
      const std::string_view onset = kOnsets[dice.below(kOnsets.size())];
      const std::size_t vowel = dice.below(kVowels.size());
      word.full += onset;
      word.plain += onset;
      word.full += s == marked ? kMarked[vowel] : kVowels[vowel];
      word.plain += kVowels[vowel];
    }
    const std::string_view coda = kCodas[dice.below(kCodas.size())];
    word.full += coda;
    word.plain += coda;
    if (!seen.insert(word.plain).second) continue;
    words.push_back({capital(std::move(word.full)), capital(std::move(word.plain))});
  }
  return words;
}

/// Another transliteration.
std::string respelled(std::string word) {
  for (std::size_t i = 1; i < word.size(); ++i) {
    if (word[i] == 'k') return word.replace(i, 1, "c");
    if (word[i] == 'v') return word.replace(i, 1, "w");
    if (word[i] == 'i' && i + 1 < word.size()) return word.replace(i, 1, "y");
  }
  return word;
}

struct Someone {
  EntityType type = EntityType::kPerson;
  Spelled given, family;
  char middle = 'A';
  std::string name;     ///< of what is no person
  std::string acronym;  ///< of an organisation; of a country its adjective
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kCountries = {{
    {"France", "French"},  {"Mali", "Malian"},        {"Germany", "German"},
    {"Japan", "Japanese"}, {"Brazil", "Brazilian"},   {"India", "Indian"},
    {"China", "Chinese"},  {"Russia", "Russian"},     {"Italy", "Italian"},
    {"Spain", "Spanish"},  {"Kenya", "Kenyan"},       {"Nigeria", "Nigerian"},
    {"Peru", "Peruvian"},  {"Chile", "Chilean"},      {"Canada", "Canadian"},
    {"Mexico", "Mexican"}, {"Sweden", "Swedish"},     {"Norway", "Norwegian"},
    {"Poland", "Polish"},  {"Greece", "Greek"},       {"Egypt", "Egyptian"},
    {"Turkey", "Turkish"}, {"Vietnam", "Vietnamese"}, {"Ukraine", "Ukrainian"},
}};

class World {
 public:
  World(std::size_t entities, Dice& dice)
      : given_(make_words(kGivenNames, 2, dice)), family_(make_words(kFamilyNames, 3, dice)) {
    constexpr std::array<std::string_view, 8> kKinds = {"Bank",   "Institute",  "Party",   "Union",
                                                        "Agency", "University", "Council", "Group"};
    constexpr std::array<std::string_view, 20> kFields = {
        "Arts",   "Broadcasting", "Cargo", "Defence", "Energy",  "Farming", "Gas",
        "Health", "Insurance",    "Law",   "Mining",  "Nuclear", "Oil",     "Power",
        "Rail",   "Science",      "Trade", "Urban",   "Water",   "Youth"};
    constexpr std::array<std::string_view, 8> kRanks = {"Central", "Royal",  "First",  "Joint",
                                                        "Mutual",  "Public", "Higher", "United"};
    const Zipf given(kGivenNames, 1.0);
    const Zipf family(kFamilyNames, 0.6);
    std::unordered_set<std::string> names;
    while (people_.size() < entities * 6 / 10) {
      Someone person;
      person.given = given_[given.draw(dice)];
      person.family = family_[family.draw(dice)];
      person.middle = static_cast<char>('A' + dice.below(26));
      people_.push_back(std::move(person));
    }
    while (organizations_.size() < entities * 3 / 10) {
      Someone body;
      body.type = EntityType::kOrganization;
      const std::string& place = family_[dice.below(kFamilyNames)].full;
      const std::string field(kFields[dice.below(kFields.size())]);
      const std::string kind(kKinds[dice.below(kKinds.size())]);
      body.name = join(join(place, field), kind);
      body.acronym = {place[0], field[0], kind[0]};
      if (dice.chance(0.5)) {
        const std::string rank(kRanks[dice.below(kRanks.size())]);
        body.name = join(rank, body.name);
        body.acronym = rank[0] + body.acronym;
      }
      if (!names.insert(body.name).second) continue;
      organizations_.push_back(std::move(body));
    }
    for (const auto& [name, adjective] : kCountries) {
      Someone country;
      country.type = EntityType::kPlace;
      country.name = name;
      country.acronym = adjective;
      countries_.push_back(std::move(country));
    }
  }

  const std::vector<Someone>& people() const noexcept { return people_; }
  const std::vector<Someone>& organizations() const noexcept { return organizations_; }
  const std::vector<Someone>& countries() const noexcept { return countries_; }

 private:
  std::vector<Spelled> given_, family_;
  std::vector<Someone> people_, organizations_, countries_;
};

std::string titled(const std::string& name, Dice& dice) {
  constexpr std::array<std::string_view, 6> kTitles = {"President", "Dr.",   "Gen.",
                                                       "Senator",   "Judge", "Prime Minister"};
  return join(std::string(kTitles[dice.below(kTitles.size())]), name);
}

std::vector<std::string> names_of_person(const Someone& person, Dice& dice) {
  const bool marks_lost = dice.chance(0.1);
  const std::string given = marks_lost ? person.given.plain : person.given.full;
  std::string family = marks_lost ? person.family.plain : person.family.full;
  const double form = dice.part();
  if (form < 0.08) return {dice.chance(0.5) ? titled(family, dice) : family};
  if (form < 0.10) family = respelled(person.family.plain);
  std::string full = join(given, family);
  if (form >= 0.10 && form < 0.15) full = given + ' ' + person.middle + ". " + family;
  if (form >= 0.15 && form < 0.19) full = given.substr(0, 1) + ". " + family;
  std::vector<std::string> names = {dice.chance(0.15) ? titled(full, dice) : full};
  if (dice.chance(0.4)) names.push_back(std::move(family));
  return names;
}

std::vector<std::string> names_of_organization(const Someone& body, Dice& dice) {
  const double form = dice.part();
  if (form < 0.05) return {body.acronym};
  if (form < 0.10) return {body.name + " Ltd."};
  if (form < 0.25) return {body.name, body.acronym};
  return {body.name};
}

}  // namespace

std::uint32_t Crowd::truth_of(const std::string& entity) const {
  // "d7#e3"; all documents but the last have kEntitiesADocument.
  const std::size_t document = std::stoul(entity.substr(1));
  const std::size_t number = std::stoul(entity.substr(entity.find('e') + 1));
  return truth[(document - 1) * kEntitiesADocument + number - 1];
}

Crowd make_crowd(const CrowdOptions& options,
                 const std::function<void(const DocumentRecords&)>& take) {
  Dice dice(options.seed);
  const World world(std::max<std::size_t>(options.mentions / kMentionsAnEntity, 100), dice);
  const std::array<const std::vector<Someone>*, 3> kinds = {&world.people(), &world.organizations(),
                                                            &world.countries()};
  const std::array<Zipf, 3> draws = {Zipf(world.people().size(), 1.0),
                                     Zipf(world.organizations().size(), 1.0),
                                     Zipf(world.countries().size(), 1.0)};
  Crowd crowd;
  while (crowd.mentions < options.mentions) {
    DocumentRecords document;
    document.document.doc = "d" + std::to_string(++crowd.documents);
    document.document.date = "2025-01-01";
    std::unordered_set<std::size_t> present;
    while (document.entities.size() < kEntitiesADocument && crowd.mentions < options.mentions) {
      const double kind_at = dice.part();
      const std::size_t kind = kind_at < 0.6 ? 0 : kind_at < 0.9 ? 1 : 2;
      const std::size_t who = draws[kind].draw(dice);
      // Coreference has found each entity of a document but once.
      if (!present.insert(kind + 3 * who).second) continue;
      const Someone& someone = (*kinds[kind])[who];
      EntityRecord& entity = document.entities.emplace_back();
      entity.doc = document.document.doc;
      entity.entity = entity.doc + "#e" + std::to_string(document.entities.size());
      entity.type = someone.type;
      if (kind == 0) entity.names = names_of_person(someone, dice);
      if (kind == 1) entity.names = names_of_organization(someone, dice);
      if (kind == 2) {
        entity.adjective = dice.chance(0.2);
        entity.names = {entity.adjective ? someone.acronym : someone.name};
      }
      entity.name = entity.names.front();
      entity.mentions = 1;
      while (dice.chance(0.45)) ++entity.mentions;
      entity.first = {100 * document.entities.size(), 100 * document.entities.size() + 9};
      entity.named = true;
      entity.specific = true;
      crowd.mentions += entity.mentions;
      crowd.truth.push_back(static_cast<std::uint32_t>(kind + 3 * who));
    }
    take(document);
  }
  return crowd;
}

}  // namespace relata
