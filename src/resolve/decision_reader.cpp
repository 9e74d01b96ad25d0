#include <map>
#include <utility>

#include "relata/core/json.hpp"
#include "relata/core/json_schema.hpp"
#include "relata/resolve/decisions.hpp"
#include "relata/resolve/name.hpp"
#include "relata/resolve/stable_id.hpp"
#include "resolve/contradiction.hpp"
#include "resolve/decision_schema.hpp"

namespace relata {
namespace {

std::string text_of(const JsonValue& object, std::string_view name) {
  return std::string(string_member(object, name).value_or(std::string_view{}));
}

EntityReference parse_reference(const JsonValue& value) {
  EntityReference reference;
  if (value.IsString()) {
    std::string text(value.GetString(), value.GetStringLength());
    (is_node_id(text) ? reference.id : reference.name) = std::move(text);
    return reference;
  }
  reference.name = text_of(value, "name");
  reference.type = parse_entity_type(text_of(value, "type"));
  reference.doc = text_of(value, "doc");
  reference.id = text_of(value, "id");
  reference.entity = text_of(value, "entity");
  return reference;
}

std::string describe_fault(const SchemaFault& fault) {
  std::string text = "no decision: breaks \"" + fault.keyword + "\" at ";
  text += fault.pointer.empty() ? "its top" : fault.pointer;
  if (!fault.detail.empty()) text += " (" + fault.detail + ")";
  return text +
         "; expected {\"same\":[A,B]} or {\"different\":[A,B]}, A and B each a name, the id of a "
         "node, or an object of name, type, doc, id, entity";
}

Decision parse_decision(std::string_view line, const JsonSchema& schema) {
  const JsonDocument parsed = parse_json(line);
  const JsonValue& root = parsed.root();
  if (const auto fault = schema.find_fault(root)) throw Error(describe_fault(*fault));
  Decision decision;
  const JsonValue* pair = find_member(root, "same");
  if (pair == nullptr) {
    decision.verdict = Verdict::kDifferent;
    pair = find_member(root, "different");
  }
  decision.left = parse_reference((*pair)[0]);
  decision.right = parse_reference((*pair)[1]);
  return decision;
}

/// Two references with one key are the same by their words alone.
std::string key_of(const EntityReference& reference) {
  const std::string type = reference.type ? std::string(to_string(*reference.type)) : "";
  return join_words(fold_words(reference.name)) + '\n' + type + '\n' + reference.doc + '\n' +
         reference.id + '\n' + reference.entity;
}

void check_consistency(const std::vector<Decision>& decisions) {
  std::map<std::string, std::size_t> numbers;
  const auto number_of = [&](const EntityReference& reference) {
    return numbers.emplace(key_of(reference), numbers.size()).first->second;
  };
  std::vector<SameLink> links;
  std::vector<SameLink> apart;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    const std::size_t left = number_of(decisions[i].left);
    const std::size_t right = number_of(decisions[i].right);
    (decisions[i].verdict == Verdict::kSame ? links : apart).push_back({left, right, i});
  }
  for (const SameLink& pair : apart) {
    const auto chain = find_chain(numbers.size(), links, pair.left, pair.right);
    if (!chain) continue;
    std::vector<Place> same;
    for (const std::size_t i : *chain) same.push_back(decisions[i].place);
    throw contradiction(decisions[pair.decision].place, same);
  }
}

}  // namespace

std::string describe(const EntityReference& reference) {
  std::string text;
  if (!reference.name.empty()) text = '"' + reference.name + '"';
  for (const std::string& id : {reference.id, reference.entity}) {
    if (!id.empty()) text += (text.empty() ? "" : " ") + id;
  }
  std::string more = reference.type ? std::string(to_string(*reference.type)) : "";
  if (!reference.doc.empty()) more += (more.empty() ? "in " : ", in ") + reference.doc;
  return more.empty() ? text : text + " (" + more + ')';
}

std::vector<Decision> read_decisions(std::string_view text, const std::string& file) {
  const JsonSchema schema{detail::kDecisionsSchema};
  std::vector<Decision> decisions;
  std::uint64_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find('\n', begin);
    if (end == text.npos) end = text.size();
    const std::string_view line = text.substr(begin, end - begin);
    const Place place{file, ++number, begin};
    begin = end + 1;
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    try {
      decisions.push_back(parse_decision(line, schema));
    } catch (const Error& error) {
      const std::uint64_t within = error.place().offset.value_or(0);
      throw Error(error.what(), Place{file, place.line, *place.offset + within});
    }
    decisions.back().place = place;
  }
  check_consistency(decisions);
  return decisions;
}

}  // namespace relata
