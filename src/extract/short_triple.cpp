// Triples of the short form, as other tools write them, made into full records.
#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "extract/record_line.hpp"
#include "relata/core/hash.hpp"
#include "relata/core/unicode.hpp"

namespace relata::detail {
namespace {

/// What a type name of another tool stands for.
struct ForeignType {
  std::string_view name;
  std::optional<EntityType> type;  ///< absent: an amount, never an entity
};

/// Our own names are looked up first; these are those of OntoNotes and CoNLL 2003.
constexpr std::array<ForeignType, 20> kForeignTypes = {{
    {"per", EntityType::kPerson},       {"norp", EntityType::kGroup},
    {"org", EntityType::kOrganization}, {"organisation", EntityType::kOrganization},
    {"loc", EntityType::kPlace},        {"location", EntityType::kPlace},
    {"gpe", EntityType::kPlace},        {"fac", EntityType::kPlace},
    {"product", EntityType::kObject},   {"work_of_art", EntityType::kWork},
    {"law", EntityType::kWork},         {"language", EntityType::kOther},
    {"misc", EntityType::kOther},       {"date", EntityType::kTime},
    {"percent", std::nullopt},          {"money", std::nullopt},
    {"quantity", std::nullopt},         {"cardinal", std::nullopt},
    {"ordinal", std::nullopt},          {"number", std::nullopt},
}};

std::optional<EntityType> read_type(std::string_view name) {
  const std::string lower = to_lower(name);
  if (const auto own = parse_entity_type(lower)) return own;
  const auto found =
      std::find_if(kForeignTypes.begin(), kForeignTypes.end(),
                   [&](const ForeignType& foreign) { return foreign.name == lower; });
  return found == kForeignTypes.end() ? EntityType::kOther : found->type;
}

/// Whether an object of this type is a value (a time, an amount) rather than an entity.
bool is_literal(std::string_view type) {
  const std::optional<EntityType> read = read_type(type);
  return !read || *read == EntityType::kTime;
}

/// "demanded release of" → DEMANDED_RELEASE_OF: letters and digits of ASCII after folding, the rest
/// one underscore. Words in another script have none, so their hash stands for them.
std::string canonical_type(std::string_view relation) {
  constexpr std::size_t kMaxType = 80;
  std::string type;
  for (const char character : fold_for_key(relation)) {
    const bool letter = character >= 'a' && character <= 'z';
    const bool digit = character >= '0' && character <= '9';
    if (letter) {
      type += static_cast<char>(character - 'a' + 'A');
    } else if (digit && !type.empty()) {
      type += character;
    } else if (!type.empty() && type.back() != '_') {
      type += '_';
    }
  }
  type.resize(std::min(type.size(), kMaxType));
  while (type.ends_with('_')) type.pop_back();
  if (!type.empty()) return type;
  type = "RELATION_";
  for (const char digit : base32_prefix(sha256(relation), 12)) {
    type += digit >= 'a' && digit <= 'z' ? static_cast<char>(digit - 'a' + 'A') : digit;
  }
  return type;
}

/// How often a name stood with each type.
using TypeCounts = std::array<std::uint64_t, 9>;

/// The most frequent type that says something.
EntityType choose_type(const TypeCounts& counts) {
  EntityType best = EntityType::kOther;
  std::uint64_t most = 0;
  for (std::size_t type = 0; type < counts.size(); ++type) {
    if (static_cast<EntityType>(type) == EntityType::kOther || counts[type] <= most) continue;
    best = static_cast<EntityType>(type);
    most = counts[type];
  }
  return best;
}

std::string entity_id(std::string_view doc, std::string_view name) {
  return std::string(doc) + "#s" + base32_prefix(sha256(name), 12);
}

/// An entity that only a name is known of. Its place in the text is not known either, so its empty
/// range lies where its name's hash says: ids that are made of places stay when triples are added.
EntityRecord named_entity(std::string_view doc, const std::string& name, const TypeCounts& counts) {
  EntityRecord entity;
  entity.doc = doc;
  entity.entity = entity_id(doc, name);
  entity.type = choose_type(counts);
  entity.name = name;
  entity.names = {name};
  for (const std::uint64_t count : counts) entity.mentions += count;
  std::size_t place = 0;
  const Sha256 hash = sha256(name);
  for (std::size_t i = 0; i < 6; ++i) place = (place << 8) | hash[i];
  entity.first = {place, place};
  entity.named = true;
  entity.specific = true;
  return entity;
}

Argument entity_argument(const EntityRecord& entity) {
  return {entity.name, std::nullopt, entity.type, "name", entity.entity, entity.name};
}

}  // namespace

void add_short_triples(std::vector<ShortTriple> triples, DocumentRecords& records) {
  const std::string& doc = records.document.doc;
  for (ShortTriple& triple : triples) {
    if (!triple.sentence.empty()) continue;
    triple.sentence = triple.subject + " " + triple.relation + " " + triple.object;
  }
  std::sort(triples.begin(), triples.end());
  triples.erase(std::unique(triples.begin(), triples.end()), triples.end());

  std::map<std::string, TypeCounts> types;
  const auto count = [&](const std::string& name, std::string_view type) {
    const EntityType read = read_type(type).value_or(EntityType::kOther);
    ++types[name][static_cast<std::size_t>(read)];
  };
  for (const ShortTriple& triple : triples) {
    count(triple.subject, triple.subject_type);
    if (!is_literal(triple.object_type)) count(triple.object, triple.object_type);
  }
  std::map<std::string, EntityRecord> entities;
  for (const auto& [name, counts] : types) entities[name] = named_entity(doc, name, counts);

  std::uint64_t sentence = 0;
  for (const TripleRecord& triple : records.triples) {
    sentence = std::max(sentence, triple.sentence.index);
  }
  std::string_view text;
  std::size_t number = 0;
  for (const ShortTriple& triple : triples) {
    if (number == 0 || triple.sentence != text) {
      text = triple.sentence;
      number = 0;
      ++sentence;
    }
    ++number;
    TripleRecord record;
    record.statement = doc + "#" + std::to_string(sentence) + "." + std::to_string(number);
    record.doc = doc;
    record.sentence.index = sentence;
    record.sentence.text = text;
    record.subject = entity_argument(entities[triple.subject]);
    record.relation.text = triple.relation;
    record.relation.lemma = to_lower(triple.relation);
    record.relation.type = canonical_type(triple.relation);
    if (is_literal(triple.object_type)) {
      record.object = Argument{triple.object, {}, read_type(triple.object_type), "literal", {}, {}};
    } else {
      record.object = entity_argument(entities[triple.object]);
    }
    record.rule = "short";
    record.confidence = triple.confidence;
    records.triples.push_back(std::move(record));
  }
  for (auto& [name, entity] : entities) records.entities.push_back(std::move(entity));
}

}  // namespace relata::detail
