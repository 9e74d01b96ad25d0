#include "relata/extract/record.hpp"

#include <algorithm>
#include <array>

namespace relata {
namespace {

constexpr std::array<std::string_view, 9> kEntityTypes = {
    "person", "group", "organization", "place", "event", "object", "work", "other", "time"};
constexpr std::array<std::string_view, 9> kTripleKinds = {"clause",     "folded", "apposition",
                                                          "possessive", "title",  "compound",
                                                          "nominal",    "alias",  "member"};
constexpr std::array<std::string_view, 2> kPolarities = {"positive", "negative"};
constexpr std::array<std::string_view, 6> kModalities = {"asserted", "planned",     "possible",
                                                         "obliged",  "conditional", "asked"};

constexpr std::array<std::string_view, 7> kAttributionKinds = {
    "said", "accused", "claimed", "denied", "alleged", "reported", "quoted"};

template <typename Enum, std::size_t size>
std::string_view name_of(Enum value, const std::array<std::string_view, size>& names) {
  return names[static_cast<std::size_t>(value)];
}

template <typename Enum, std::size_t size>
std::optional<Enum> find_name(std::string_view name,
                              const std::array<std::string_view, size>& names) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view to_string(EntityType type) { return name_of(type, kEntityTypes); }
std::string_view to_string(TripleKind kind) { return name_of(kind, kTripleKinds); }
std::string_view to_string(Polarity polarity) { return name_of(polarity, kPolarities); }
std::string_view to_string(Modality modality) { return name_of(modality, kModalities); }
std::string_view to_string(AttributionKind kind) { return name_of(kind, kAttributionKinds); }

std::optional<EntityType> parse_entity_type(std::string_view name) {
  return find_name<EntityType>(name, kEntityTypes);
}

std::optional<TripleKind> parse_triple_kind(std::string_view name) {
  return find_name<TripleKind>(name, kTripleKinds);
}

std::optional<Polarity> parse_polarity(std::string_view name) {
  return find_name<Polarity>(name, kPolarities);
}

std::optional<Modality> parse_modality(std::string_view name) {
  return find_name<Modality>(name, kModalities);
}

std::optional<AttributionKind> parse_attribution_kind(std::string_view name) {
  return find_name<AttributionKind>(name, kAttributionKinds);
}

}  // namespace relata
