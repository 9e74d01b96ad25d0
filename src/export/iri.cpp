#include "export/iri.hpp"

#include <algorithm>

#include "relata/core/error.hpp"

namespace relata::detail {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

bool is_unreserved(char c) { return is_letter(c) || is_digit(c) || is_one_of(c, "-._~"); }
bool is_sub_delimiter(char c) { return is_one_of(c, "!$&'()*+,;="); }

void append_percent(std::string& out, char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  out += '%';
  out += kDigits[value >> 4];
  out += kDigits[value & 15U];
}

char to_lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// The characters of `text` that may stand there, and percent signs before two hexadecimal digits;
/// the rest percent-encoded.
template <typename Allowed>
std::string encode(std::string_view text, Allowed allowed) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2]);
    if (escape || allowed(text[i])) {
      out += text[i];
    } else {
      append_percent(out, text[i]);
    }
  }
  return out;
}

/// A host, with user and port if any: what stands between "//" and the path.
bool is_authority(std::string_view authority) {
  if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
    authority.remove_prefix(at + 1);
  }
  const std::size_t colon = authority.rfind(':');
  const std::string_view port =
      colon == std::string_view::npos ? std::string_view{} : authority.substr(colon + 1);
  const std::string_view host = authority.substr(0, colon);
  const auto in_host = [](char c) {
    return is_unreserved(c) || is_sub_delimiter(c) || c == '%' || static_cast<signed char>(c) < 0;
  };
  return !host.empty() && std::all_of(host.begin(), host.end(), in_host) &&
         std::all_of(port.begin(), port.end(), is_digit);
}

/// Whether the segment around `at` is "." or "..", which readers that normalise would resolve.
bool in_dot_segment(std::string_view path, std::size_t at) {
  const std::size_t slash = path.rfind('/', at);
  const std::size_t start = slash == std::string_view::npos ? 0 : slash + 1;
  const std::string_view segment = path.substr(start, path.find('/', at) - start);
  return segment == "." || segment == "..";
}

}  // namespace

IriSpace::IriSpace(std::string base)
    : base_(std::move(base)), fragment_(base_.find('#') == std::string::npos ? '#' : '/') {
  const std::size_t colon = base_.find(':');
  const bool scheme =
      colon != std::string::npos && colon > 0 && is_letter(base_[0]) &&
      std::all_of(base_.begin(), base_.begin() + static_cast<std::ptrdiff_t>(colon),
                  [](char c) { return is_letter(c) || is_digit(c) || is_one_of(c, "+-."); });
  const bool clean = std::none_of(base_.begin(), base_.end(), [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '\x7F' || is_one_of(c, "<>\"{}|\\^`");
  });
  const auto fragments = std::count(base_.begin(), base_.end(), '#');
  const bool end = base_.ends_with('/') || base_.ends_with('#');
  if (!scheme || !clean || !end || fragments > 1) {
    throw Error("base IRI \"" + base_ +
                "\", expected an absolute IRI that ends in \"/\" or \"#\", such as "
                "https://example.org/kg/");
  }
}

std::string encode_id(std::string_view id) {
  std::string out;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const char c = id[i];
    const bool inner_slash = c == '/' && i > 0 && i + 1 < id.size() && id[i - 1] != '/';
    if (inner_slash || (c == '.' && !in_dot_segment(id, i)) || (c != '.' && is_unreserved(c))) {
      out += c;
    } else {
      append_percent(out, c);
    }
  }
  return out;
}

std::string property_name(std::string_view type) {
  std::string name;
  bool capital = false;
  for (std::size_t i = 0; i < type.size(); ++i) {
    const char c = type[i];
    if (c != '_') {
      name += capital ? c : to_lower_ascii(c);
      capital = false;
    } else if (i + 1 < type.size() && is_letter(type[i + 1]) && i > 0) {
      capital = true;
    } else {
      name += '_';
    }
  }
  return name;
}

std::optional<std::string> to_web_iri(std::string_view url) {
  std::string scheme;
  for (const char c : url.substr(0, std::min<std::size_t>(url.find(':'), 8))) {
    scheme += to_lower_ascii(c);
  }
  if (scheme != "http" && scheme != "https") return std::nullopt;
  std::string_view rest = url.substr(scheme.size());
  if (!rest.starts_with("://")) return std::nullopt;
  rest.remove_prefix(3);
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
  if (!is_authority(authority)) return std::nullopt;
  rest.remove_prefix(authority.size());
  const std::string_view path = rest.substr(0, rest.find('#'));
  const auto in_path = [](char c) {
    return is_unreserved(c) || is_sub_delimiter(c) || is_one_of(c, ":@/?");
  };
  std::string iri = scheme + "://";
  iri += encode(authority, [](char c) {
    return is_unreserved(c) || is_sub_delimiter(c) || is_one_of(c, ":@");
  });
  iri += encode(path, in_path);
  if (path.size() < rest.size()) iri += "#" + encode(rest.substr(path.size() + 1), in_path);
  return iri;
}

}  // namespace relata::detail
