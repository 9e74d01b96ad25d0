#include "cli/explanation_text.hpp"

#include <algorithm>

#include "cli/messages.hpp"
#include "relata/core/json.hpp"
#include "relata/core/number.hpp"

namespace relata {
namespace {

using Effect = PairFeature::Effect;

std::string quoted(const std::string& text) { return '"' + text + '"'; }

std::string describe(const NamedNode& node) {
  std::string text = quoted(node.label);
  if (!node.id.empty()) text += ", " + node.id + ", " + node.node_class;
  return text + ", " + count_of(node.documents, "document", "documents") + ", " +
         count_of(node.mentions, "mention", "mentions");
}

const EntityEvidence* find_evidence(const NodeExplanation& whole, const std::string& entity) {
  for (const EntityEvidence& evidence : whole.evidence) {
    if (evidence.entity == entity) return &evidence;
  }
  return nullptr;
}

std::string name_of(const NodeExplanation& whole, const std::string& entity) {
  const EntityEvidence* evidence = find_evidence(whole, entity);
  return evidence == nullptr ? entity : quoted(evidence->name) + " (" + entity + ')';
}

void add_sentence(const NodeExplanation& whole, const std::string& entity, std::string& out) {
  const EntityEvidence* evidence = find_evidence(whole, entity);
  if (evidence == nullptr || evidence->sentence == 0) return;
  out += "     " + evidence->doc + ", sentence " + std::to_string(evidence->sentence) + ": " +
         evidence->text + '\n';
}

/// What `entities` were named in, a sentence once.
void add_sentences(const NodeExplanation& whole, const std::vector<std::string>& entities,
                   std::string& out) {
  std::string last;
  for (const std::string& entity : entities) {
    std::string sentence;
    add_sentence(whole, entity, sentence);
    if (sentence != last) out += sentence;
    last = std::move(sentence);
  }
}

std::string_view sign_of(Effect effect) {
  switch (effect) {
    case Effect::kFor:
      return "+";
    case Effect::kAgainst:
      return "-";
    case Effect::kNone:
      return " ";
  }
  return " ";
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size(), width), ' ');
  return text;
}

/// As a decision names it.
void append_reference(const std::string& name, std::string& out) {
  const EntityReference reference = parse_reference(name);
  if (reference.doc.empty() && reference.entity.empty()) return append_json_string(out, name);
  JsonWriter json(out);
  json.begin_object();
  json.nonempty_field("name", reference.name);
  json.nonempty_field("doc", reference.doc);
  json.nonempty_field("entity", reference.entity);
  json.end_object();
}

void add_step(const NodeExplanation& whole, const PairExplanation& step, std::size_t number,
              std::string& out) {
  out += std::to_string(number) + "  " + name_of(whole, step.left) + "\n   " +
         name_of(whole, step.right) +
         (step.scope == Scope::kDocument ? "   within one document\n" : "\n");
  for (const PairFeature& feature : step.features) {
    out += "     " + std::string(sign_of(feature.effect)) + ' ' + padded(feature.name, 9) +
           feature.value;
    if (feature.weight > 0) out += "  " + format_double(feature.weight);
    out += '\n';
  }
  if (step.total.reason == "decision") {
    out += "     decided: " + step.total.evidence + '\n';
  } else if (step.total.score > 0) {
    out += "     total    " + format_double(step.total.score) + " by the best reason, " +
           std::string(step.total.reason) + " (" + step.total.evidence + "); " +
           format_double(kMergeThreshold) + " is needed\n";
  } else {
    out += "     total    0; " + format_double(kMergeThreshold) + " is needed\n";
  }
  if (!step.obstacle.empty()) {
    out += "     can't be one: " + step.obstacle;
    const bool others = !step.obstacle_left.empty() &&
                        (step.obstacle_left != step.left || step.obstacle_right != step.right);
    if (others) {
      out += ", of " + name_of(whole, step.obstacle_left) + " and " +
             name_of(whole, step.obstacle_right) + ", which belong to the two by then";
    }
    out += '\n';
  }
  add_sentences(whole, {step.left, step.right}, out);
}

void write_evidence(JsonWriter& json, const EntityEvidence& evidence) {
  json.begin_object();
  json.string_field("entity", evidence.entity);
  json.string_field("doc", evidence.doc);
  json.string_field("name", evidence.name);
  json.nonzero_field("sentence", evidence.sentence);
  json.nonempty_field("text", evidence.text);
  json.end_object();
}

void write_node(JsonWriter& json, const NamedNode& node) {
  json.begin_object();
  json.string_field("name", node.name);
  json.nonempty_field("id", node.id);
  json.string_field("label", node.label);
  json.nonempty_field("class", node.node_class);
  json.integer_field("documents", node.documents);
  json.integer_field("mentions", node.mentions);
  json.end_object();
}

void write_step(JsonWriter& json, const PairExplanation& step) {
  json.begin_object();
  json.string_field("left", step.left);
  json.string_field("right", step.right);
  json.string_field("scope", step.scope == Scope::kDocument ? "document" : "corpus");
  json.key("features");
  json.begin_array();
  for (const PairFeature& feature : step.features) {
    json.begin_object();
    json.string_field("name", feature.name);
    json.string_field("value", feature.value);
    json.string_field("effect", feature.effect == Effect::kFor       ? "for"
                                : feature.effect == Effect::kAgainst ? "against"
                                                                     : "none");
    if (feature.weight > 0) json.number_field("weight", feature.weight);
    json.end_object();
  }
  json.end_array();
  json.number_field("score", step.total.score);
  json.nonempty_field("reason", std::string(step.total.reason));
  json.nonempty_field("evidence", step.total.evidence);
  json.nonempty_field("obstacle", step.obstacle);
  json.end_object();
}

}  // namespace

std::string explanation_text(const NodeExplanation& whole) {
  const Explanation& explanation = whole.explanation;
  std::string out = quoted(whole.left.name) + " and " + quoted(whole.right.name);
  if (explanation.is_one) {
    out += " are one node: " + describe(whole.left) + "\n\n";
  } else {
    out += " are not one node.\n  " + quoted(whole.left.name) + ": " + describe(whole.left) +
           "\n  " + quoted(whole.right.name) + ": " + describe(whole.right) + "\n\n";
  }
  for (const NamedNode& other : whole.others) {
    out += "Something else is called " + quoted(other.name) + " too: " + describe(other) + '\n';
  }
  if (!whole.others.empty()) out += '\n';
  const bool any_refused =
      std::any_of(explanation.steps.begin(), explanation.steps.end(),
                  [](const PairExplanation& step) { return !step.obstacle.empty(); });
  if (explanation.steps.empty()) {
    const std::string entity = whole.evidence.empty() ? "" : whole.evidence.front().entity;
    out += "One document's coreference gives both names to one entity: " + name_of(whole, entity) +
           '\n';
    add_sentence(whole, entity, out);
  } else if (explanation.is_one) {
    out += "What joins them, step by step:\n\n";
  } else if (explanation.is_chain && any_refused) {
    out += "The chain that comes nearest to joining them, and where it is refused:\n\n";
  } else {
    out += "Nothing leads from one to the other. The two that are most alike:\n\n";
  }
  for (std::size_t i = 0; i < explanation.steps.size(); ++i) {
    if (i > 0) out += '\n';
    add_step(whole, explanation.steps[i], i + 1, out);
  }
  if (!whole.decision_fault.empty()) {
    const char* change = explanation.is_one ? "part" : "join";
    return out + "\nNo line of --decisions can " + change + " them: " + whole.decision_fault +
           ".\n";
  }
  out += "\nIf you know better, --decisions with a line ";
  out += explanation.is_one ? "{\"different\":[" : "{\"same\":[";
  append_reference(whole.left.name, out);
  out += ',';
  append_reference(whole.right.name, out);
  return out + "]} settles it.\n";
}

std::string explanation_json(const NodeExplanation& whole) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::kIndented);
  json.begin_object();
  json.boolean_field("one", whole.explanation.is_one);
  json.key("left");
  write_node(json, whole.left);
  json.key("right");
  write_node(json, whole.right);
  json.number_field("threshold", kMergeThreshold);
  json.key("steps");
  json.begin_array();
  for (const PairExplanation& step : whole.explanation.steps) write_step(json, step);
  json.end_array();
  json.key("others");
  json.begin_array();
  for (const NamedNode& other : whole.others) write_node(json, other);
  json.end_array();
  json.key("evidence");
  json.begin_array();
  for (const EntityEvidence& evidence : whole.evidence) write_evidence(json, evidence);
  json.end_array();
  json.end_object();
  return out + '\n';
}

}  // namespace relata
