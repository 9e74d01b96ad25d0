// CONTRACT. The records that `extract` writes and everything after it lives on.
//
// Resolution, graph and export use nothing but these, so that `extract | merge` gives the same
// graph as `build`. JSON field names are those of schemas/record.schema.json.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "relata/analysis/analysis.hpp"
#include "relata/core/span.hpp"

namespace relata {

/// Node types, from GUM's (design.md, "The graph"). kTime is never a node.
enum class EntityType : std::uint8_t {
  kPerson,
  kGroup,
  kOrganization,
  kPlace,
  kEvent,
  kObject,
  kWork,
  kOther,
  kTime,
};
std::string_view to_string(EntityType type);  // "person", …
std::optional<EntityType> parse_entity_type(std::string_view name);

/// What a triple is made from.
enum class TripleKind : std::uint8_t {
  kClause,  ///< verbs, copulas, participles, infinitives
  kFolded,  ///< the object folded into the relation: "demanded release of"
  kApposition,
  kPossessive,
  kTitle,
  kCompound,
  kNominal,
  kAlias,
  kMember,
};
std::string_view to_string(TripleKind kind);
std::optional<TripleKind> parse_triple_kind(std::string_view name);

enum class Polarity : std::uint8_t { kPositive, kNegative };
std::string_view to_string(Polarity polarity);
std::optional<Polarity> parse_polarity(std::string_view name);

enum class Modality : std::uint8_t {
  kAsserted,
  kPlanned,
  kPossible,
  kObliged,
  kConditional,
  kAsked
};
std::string_view to_string(Modality modality);
std::optional<Modality> parse_modality(std::string_view name);

/// How a claim came to us.
enum class AttributionKind : std::uint8_t {
  kSaid,
  kAccused,
  kClaimed,  ///< argued, insisted, believed: the holder's view
  kDenied,
  kAlleged,
  kReported,  ///< hearsay, and what a medium or document says
  kQuoted,    ///< in the holder's own words, between quotation marks
};
std::string_view to_string(AttributionKind kind);
std::optional<AttributionKind> parse_attribution_kind(std::string_view name);

/// A range of code points of the document's text, end exclusive.
using TextRange = Span;

struct DocumentRecord {
  std::string doc;
  std::string title;
  std::string date;  ///< YYYY-MM-DD or empty
  std::string url;
  std::string language;
  std::string sha256;  ///< hex
  std::uint64_t bytes = 0;
  std::uint64_t sentences = 0;
  std::uint64_t limited_sentences =
      0;  ///< gave as many triples as one sentence may: some are left out

  friend bool operator==(const DocumentRecord&, const DocumentRecord&) = default;
};

/// An in-document entity: a coreference cluster with its names and descriptions.
struct EntityRecord {
  std::string doc;
  std::string entity;  ///< "<doc>#e<cluster>"
  EntityType type = EntityType::kOther;
  std::string name;  ///< best name; of an unnamed entity its best description, without article
  std::vector<std::string>
      names;  ///< every distinct name form, as in the text, most frequent first
  std::vector<std::string>
      descriptions;            ///< distinct nominal mentions ("junta chief", "the officers")
  std::uint64_t mentions = 0;  ///< pronouns too
  TextRange first;     ///< head-first mention that is no pronoun (or the first at all): its range
  bool named = false;  ///< has a name: names is not empty
  bool specific = false;  ///< definite, numbered or modified (design.md, "Nodes")
  bool adjective =
      false;           ///< every name form is a demonym adjective ("Malian"), `names` holds those
  std::string number;  ///< "sing", "plur" or empty
  std::string gender;  ///< "masc", "fem" or empty: from pronouns and titles
  unsigned age = 0;    ///< of a person, in years, as the text says; 0 if it does not
  std::vector<std::uint8_t>
      context;  ///< signature of the encoder around its names, 16 bytes or none

  friend bool operator==(const EntityRecord&, const EntityRecord&) = default;
};

struct Argument {
  std::string text;                ///< words of the sentence
  std::optional<TextRange> range;  ///< absent where the words are not contiguous or were supplied
  std::optional<EntityType> type;  ///< absent for a literal or clause
  std::string form;        ///< "name", "nominal", "pronoun", "adjective", "clause", "literal"
  std::string entity;      ///< id of an EntityRecord, or empty
  std::string name;        ///< the entity's name, or empty
  std::string value = {};  ///< normalised time (ISO 8601) of a time; else empty

  friend bool operator==(const Argument&, const Argument&) = default;
};

struct Relation {
  std::string text;         ///< words of the sentence, tense kept; "is", "has" may be supplied
  std::string lemma;        ///< lemmas of its content words: "demand release of"
  std::string type;         ///< canonical: DEMAND_RELEASE_OF
  std::string active_text;  ///< of a passive whose agent is the object or known: "hit" for "was hit
                            ///< by"; else empty
  std::optional<TextRange> range;

  friend bool operator==(const Relation&, const Relation&) = default;
};

struct Qualifier {
  std::string
      role;  ///< "time", "place", "manner", "object2", the preposition, "clause", "quantity", …
  std::string text;   ///< with its preposition
  std::string value;  ///< normalised time (ISO 8601) or quantity; else empty
  std::optional<TextRange> range;
  std::string entity;  ///< id of an EntityRecord, or empty

  friend bool operator==(const Qualifier&, const Qualifier&) = default;
};

struct Attribution {
  std::string holder;  ///< id of an EntityRecord, or "unnamed"
  std::string name;    ///< words of the holder, or empty
  std::string cue;     ///< "said", "accused", "according to", "reportedly"
  AttributionKind kind = AttributionKind::kSaid;
  std::vector<Attribution> within = {};  ///< who reports that the holder claims it, nearest first

  friend bool operator==(const Attribution&, const Attribution&) = default;
};

struct SentenceRecord {
  std::uint64_t index = 0;  ///< from 1 within the document
  TextRange range;
  std::string text;  ///< exact slice
  Span source;       ///< bytes of the original file
  friend bool operator==(const SentenceRecord&, const SentenceRecord&) = default;
};

/// One triple. The triples of one statement share `statement`; exactly one is its core.
struct TripleRecord {
  std::string statement;  ///< "<doc>#<sentence>.<number>"
  std::string doc;
  TripleKind kind = TripleKind::kClause;
  bool core = true;
  SentenceRecord sentence;
  Argument subject;
  Relation relation;
  std::optional<Argument> object;
  std::vector<Qualifier> qualifiers;
  Polarity polarity = Polarity::kPositive;
  Modality modality = Modality::kAsserted;
  std::optional<Attribution> attribution;
  std::string rule;         ///< which rule of extract made it: "clause/object"
  double confidence = 1.0;  ///< 0…1, 3 decimals

  friend bool operator==(const TripleRecord&, const TripleRecord&) = default;
};

/// Everything extracted from one document: the unit that flows to resolution.
struct DocumentRecords {
  DocumentRecord document;
  std::vector<EntityRecord> entities;
  std::vector<TripleRecord> triples;

  friend bool operator==(const DocumentRecords&, const DocumentRecords&) = default;
};

}  // namespace relata
