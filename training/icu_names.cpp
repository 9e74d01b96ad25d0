// Prints what the lexicon takes from ICU, for lexicon.py: the names of countries and territories
// in English, and English abbreviations that end in a period.
//
//   country TAB <ISO 3166 code> TAB <name> [TAB <short or variant name>]...
//   abbreviation TAB Gen.
//
// Built and run by hand, when the lexicon is made anew (see lexicon.py).
#include <unicode/locid.h>
#include <unicode/region.h>
#include <unicode/resbund.h>
#include <unicode/udata.h>
#include <unicode/unistr.h>

#include <cctype>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <string>

namespace {

std::string to_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  return text.toUTF8String(utf8);
}

/// Code → name of one of the tables of ICU's English names of regions.
std::map<std::string, std::string> read_names(const char* table) {
  std::map<std::string, std::string> names;
  UErrorCode status = U_ZERO_ERROR;
  const icu::ResourceBundle bundle(U_ICUDATA_NAME "-region", icu::Locale::getEnglish(), status);
  icu::ResourceBundle entries = bundle.get(table, status);
  while (U_SUCCESS(status) && entries.hasNext()) {
    icu::ResourceBundle entry = entries.getNext(status);
    if (U_SUCCESS(status)) names[entry.getKey()] = to_utf8(entry.getString(status));
  }
  return names;
}

/// Two letters are ISO 3166; of these ICU keeps QM…QZ, XA…XZ (but Kosovo's XK) and ZZ for itself.
bool is_country_code(const std::string& code) {
  if (code.size() != 2 || std::isdigit(static_cast<unsigned char>(code[0])) != 0) return false;
  if (code[0] == 'Q' && code[1] >= 'M') return false;
  return code == "XK" || (code[0] != 'X' && code != "ZZ");
}

void print_countries() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> regions(
      icu::Region::getAvailable(URGN_TERRITORY, status));
  std::set<std::string> codes;
  while (const char* code = regions->next(nullptr, status)) codes.insert(code);
  const auto names = read_names("Countries");
  const auto short_names = read_names("Countries%short");
  const auto variants = read_names("Countries%variant");
  for (const std::string& code : codes) {
    const auto name = names.find(code);
    if (name == names.end() || !is_country_code(code)) continue;
    std::cout << "country\t" << code << '\t' << name->second;
    for (const auto* table : {&short_names, &variants}) {
      if (const auto other = table->find(code); other != table->end()) {
        std::cout << '\t' << other->second;
      }
    }
    std::cout << '\n';
  }
}

/// Those after which ICU ends no sentence.
void print_abbreviations() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::ResourceBundle bundle(U_ICUDATA_NAME "-brkitr", icu::Locale::getEnglish(), status);
  icu::ResourceBundle words = bundle.get("exceptions", status).get("SentenceBreak", status);
  while (U_SUCCESS(status) && words.hasNext()) {
    std::cout << "abbreviation\t" << to_utf8(words.getNextString(status)) << '\n';
  }
}

}  // namespace

int main() {
  print_countries();
  print_abbreviations();
  return 0;
}
