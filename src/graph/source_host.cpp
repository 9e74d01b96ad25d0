#include "graph/source_host.hpp"

namespace relata {

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos || scheme == 0) return {};
  std::string_view authority = url.substr(scheme + 3);
  authority = authority.substr(0, authority.find_first_of("/?#"));
  if (const std::size_t at = authority.rfind('@'); at != authority.npos) {
    authority.remove_prefix(at + 1);
  }
  const bool is_address = authority.starts_with('[');  // of IPv6, with colons of its own
  authority = is_address ? authority.substr(0, authority.find(']') + 1)
                         : authority.substr(0, authority.find(':'));
  std::string host(authority);
  for (char& c : host) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return host.starts_with("www.") ? host.substr(4) : host;
}

}  // namespace relata
