// IRIs of our own graph and of the documents' addresses.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace relata::detail {

/// The prefixes under a base IRI. Below "https://example.org/kg/" they are vocab#, rel/, entity/,
/// fact/ and doc/; a base that already has a "#" gets "/" in place of every further one, since an
/// IRI has one fragment.
class IriSpace {
 public:
  /// Throws Error when `base` is no absolute IRI that ends in "/" or "#".
  explicit IriSpace(std::string base);

  const std::string& base() const noexcept { return base_; }
  std::string vocabulary() const { return base_ + "vocab" + fragment_; }
  std::string entity(std::string_view id) const { return base_ + "entity/" + std::string(id); }
  /// "#" or "/": what stands between a document and a place in it.
  char fragment() const noexcept { return fragment_; }

 private:
  std::string base_;
  char fragment_;
};

/// Any string as a part of an IRI: what is not unreserved (RFC 3986, 2.3) percent-encoded, single
/// slashes inside kept. Different strings stay different.
std::string encode_id(std::string_view id);

/// A canonical type as the local name of a property: DEMAND_RELEASE_OF → demandReleaseOf. An
/// underscore stays where a digit or nothing follows, so that different types stay different.
std::string property_name(std::string_view type);

/// `url` as an absolute http or https IRI that RDF stores take, its odd characters percent-encoded;
/// nothing when it is none.
std::optional<std::string> to_web_iri(std::string_view url);

}  // namespace relata::detail
