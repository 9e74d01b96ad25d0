// News about a made-up world, as records: who is meant is known.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "relata/extract/record.hpp"

namespace relata {

struct CrowdOptions {
  std::uint64_t mentions = 1'000'000;
  std::uint64_t seed = 1;
};

struct Crowd {
  std::vector<std::uint32_t> truth;  ///< for each entity of the documents in order, who it is
  std::uint64_t mentions = 0;
  std::size_t documents = 0;

  /// Who an entity is, by the id of its record.
  std::uint32_t truth_of(const std::string& entity) const;
};

/// Documents of some 36 mentions of 20 entities each, without triples. Who is named follows Zipf's
/// law with exponent 1, over one entity for every 25 mentions: 60 % people, 30 % organisations, 10
/// % countries. Given names (2,000) and family names (50,000) are shared by Zipf's law too
/// (exponents 1 and 0.6), so that people of one name, and families of many, come about as they do.
///
/// Of the times a document names a person: in full 73 %, with the middle initial 5 %, the given
/// name as an initial 4 %, diacritics lost 10 % of those that have them, in another spelling 2 %,
/// and the family name alone 8 %, with a title half of the time; after the full name the family
/// name often follows. Of an organisation: its acronym beside the name 15 %, alone 5 %; a legal
/// form 5 %. Of a country: its adjective 20 %. The same options give the same crowd everywhere.
/// Each document is given to `take` and kept no longer.
Crowd make_crowd(const CrowdOptions& options,
                 const std::function<void(const DocumentRecords&)>& take);

}  // namespace relata
