// JSON-LD, streamed, one node object a line (docs/formats.md). Kept to what JSON-LD 1.0 knows,
// since RDF4J 4 and neosemantics read no more.
#include <algorithm>
#include <boost/range/iterator_range.hpp>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "export/clean_text.hpp"
#include "export/context.hpp"
#include "export/iri.hpp"
#include "export/output_buffer.hpp"
#include "relata/core/json.hpp"
#include "relata/export/graph_writer.hpp"
#include "relata/graph/find_node.hpp"

namespace relata {
namespace {

using detail::clean_line;
using detail::clean_slice;
using detail::OutputBuffer;

/// The IRI of a class, compact. schema.org has no class for the ones under kg.
std::string_view class_iri(NodeClass node_class) {
  switch (node_class) {
    case NodeClass::kPerson:
      return "schema:Person";
    case NodeClass::kGroup:
      return "kg:Group";
    case NodeClass::kOrganization:
      return "schema:Organization";
    case NodeClass::kPlace:
      return "schema:Place";
    case NodeClass::kCountry:
      return "schema:Country";
    case NodeClass::kEvent:
      return "schema:Event";
    case NodeClass::kObject:
      return "kg:Object";
    case NodeClass::kCreativeWork:
      return "schema:CreativeWork";
    case NodeClass::kOther:
      break;
  }
  return "kg:Other";
}

/// The context with its own prefixes below another base.
std::string context_under(const detail::IriSpace& iris) {
  constexpr std::string_view kDefaultBase = "https://example.org/kg/";
  std::string context(detail::kJsonLdContext);
  for (std::size_t at = 0; (at = context.find(kDefaultBase, at)) != std::string::npos;) {
    context.replace(at, kDefaultBase.size(), iris.base());
    at += iris.base().size();
  }
  const std::string vocabulary = iris.base() + "vocab#";
  context.replace(context.find(vocabulary), vocabulary.size(), iris.vocabulary());
  return context;
}

/// What makes a sentence of the graph one of its own.
auto place_of(std::size_t document, const SentenceRecord& sentence) {
  return std::tuple(document, sentence.range.start, sentence.range.end,
                    sentence.range.empty() ? sentence.index : 0);
}

class JsonLdWriter {
 public:
  JsonLdWriter(const EntityGraph& graph, const ExportOptions& options, ByteSink& out)
      : graph_(graph),
        options_(options),
        iris_(options.base_iri),
        evidence_(graph.evidence),
        buffer_(out) {}

  void write() {
    write_head();
    for (const DocumentRecord& document : graph_.documents) write_document(document);
    for (const auto vertex : boost::make_iterator_range(boost::vertices(graph_.graph))) {
      write_entity(vertex);
    }
    write_sentences();
    for (const auto edge : boost::make_iterator_range(boost::edges(graph_.graph))) {
      const Node& target = graph_.graph[boost::target(edge, graph_.graph)];
      write_statement(graph_.graph[edge], boost::source(edge, graph_.graph), &target, {});
    }
    for (const LiteralFact& fact : graph_.literals) {
      write_statement(fact, fact.subject, nullptr, fact.literal);
    }
    buffer_ << "\n]}\n";
    buffer_.finish();
  }

 private:
  /// Every node object stands on a line of its own, so that the file can be cut and searched.
  JsonWriter begin_line() {
    buffer_ << (first_ ? "\n" : ",\n");
    first_ = false;
    JsonWriter json(buffer_.text());
    json.begin_object();
    return json;
  }

  void end_line(JsonWriter& json) {
    json.end_object();
    buffer_.flush_full();
  }

  void write_head() {
    // The context file is one object; the graph follows inside it.
    const std::string context = context_under(iris_);
    buffer_ << std::string_view(context).substr(0, context.rfind('}')) << ",\n\"@graph\":[";
    if (options_.generator.empty()) return;
    JsonWriter json = begin_line();
    json.string_field("id", iris_.base());
    write_types(json, {"schema:Dataset", "prov:Entity"});
    json.string_field("generator", clean_line(options_.generator));
    end_line(json);
  }

  static void write_types(JsonWriter& json, std::initializer_list<std::string_view> types) {
    json.key("type");
    json.begin_array();
    for (const std::string_view type : types) json.string(type);
    json.end_array();
  }

  static std::string document_iri(const DocumentRecord& document) {
    return "doc:" + detail::encode_id(document.doc);
  }

  /// After RFC 5147 where the place is known, else by the sentence's number.
  std::string sentence_iri(std::size_t document, const SentenceRecord& sentence) const {
    const std::string iri = document_iri(graph_.documents[document]) + iris_.fragment();
    if (sentence.range.empty()) return iri + "sentence=" + std::to_string(sentence.index);
    return iri + "char=" + std::to_string(sentence.range.start) + "," +
           std::to_string(sentence.range.end);
  }

  void write_document(const DocumentRecord& document) {
    JsonWriter json = begin_line();
    json.string_field("id", document_iri(document));
    write_types(json, {"schema:NewsArticle", "nif:Context"});
    json.nonempty_field("docId", clean_line(document.doc));
    json.nonempty_field("title", clean_line(document.title));
    if (detail::is_day(document.date)) json.string_field("published", document.date);
    if (const auto iri = detail::to_web_iri(document.url)) json.string_field("url", *iri);
    json.nonempty_field("language", clean_line(document.language));
    json.nonempty_field("sha256", document.sha256);
    end_line(json);
  }

  static bool is_plain_fact(const Fact& fact) {
    return fact.polarity == Polarity::kPositive && fact.status == Status::kAsserted &&
           fact.modality == Modality::kAsserted;
  }

  void write_entity(Vertex vertex) {
    const Node& node = graph_.graph[vertex];
    JsonWriter json = begin_line();
    json.string_field("id", "ent:" + node.id.str());
    json.string_field("type", class_iri(node.node_class));
    json.string_field("label", clean_line(node.label));
    std::vector<std::string> aliases;
    for (const std::string_view alias : node.aliases) aliases.push_back(clean_line(alias));
    std::erase(aliases, std::string());
    json.nonempty_field("altLabel", aliases);
    json.integer_field("mentions", node.mentions);
    json.nonempty_field("formerly", node.formerly.strings());
    write_plain_triples(json, vertex);
    end_line(json);
  }

  /// RDF triples are assertions, so nothing denied, claimed or possible is among them.
  void write_plain_triples(JsonWriter& json, Vertex vertex) {
    std::set<std::pair<std::string, std::string>> triples;
    for (const auto edge : boost::make_iterator_range(boost::out_edges(vertex, graph_.graph))) {
      const Fact& fact = graph_.graph[edge];
      if (!is_plain_fact(fact)) continue;
      triples.emplace("rel:" + detail::property_name(fact.type),
                      "ent:" + graph_.graph[boost::target(edge, graph_.graph)].id.str());
    }
    const std::string* open = nullptr;
    for (const auto& [property, object] : triples) {
      if (!open || *open != property) {
        if (open) json.end_array();
        json.key(property);
        json.begin_array();
        open = &property;
      }
      json.begin_object();
      json.string_field("id", object);
      json.end_object();
    }
    if (open) json.end_array();
  }

  /// Where two say different things of one place, the first.
  void write_sentences() {
    SentenceReader sentences(graph_.evidence);
    std::optional<decltype(place_of(0, SentenceRecord()))> last;
    while (const GraphSentence* one = sentences.next()) {
      const auto place = place_of(one->document, one->sentence);
      if (last != place) write_sentence(*one);
      last = place;
    }
  }

  void write_sentence(const GraphSentence& one) {
    const SentenceRecord& sentence = one.sentence;
    JsonWriter json = begin_line();
    json.string_field("id", sentence_iri(one.document, sentence));
    json.string_field("type", "nif:Sentence");
    json.string_field("inDoc", document_iri(graph_.documents[one.document]));
    if (!sentence.range.empty()) {
      json.integer_field("begin", sentence.range.start);
      json.integer_field("end", sentence.range.end);
    }
    if (!sentence.source.empty()) {
      json.integer_field("sourceBegin", sentence.source.start);
      json.integer_field("sourceEnd", sentence.source.end);
    }
    json.string_field("text", clean_slice(sentence.text));
    end_line(json);
  }

  void write_statement(const Fact& fact, Vertex subject, const Node* object,
                       std::string_view literal) {
    const std::span<const Evidence> evidence = evidence_.read(fact.evidence);
    const Evidence& best = evidence.front();
    JsonWriter json = begin_line();
    json.string_field("id", "fact:" + fact.id.str());
    json.string_field("type", "rdf:Statement");
    json.string_field("subject", "ent:" + graph_.graph[subject].id.str());
    json.string_field("predicate", "rel:" + detail::property_name(fact.type));
    if (object) {
      json.string_field("object", "ent:" + object->id.str());
    } else {
      json.string_field("literal", clean_line(literal));
    }
    json.nonempty_field("relation", clean_line(fact.label));
    json.nonempty_field("surface", clean_line(best.surface));
    json.string_field("kind", to_string(fact.kind));
    json.number_field("confidence", fact.confidence);
    json.integer_field("support", std::max<std::uint64_t>(fact.support, 1));
    json.integer_field("documents", std::max<std::uint64_t>(fact.documents, 1));
    json.integer_field("sources", fact.sources);
    json.string_field("polarity", to_string(fact.polarity));
    json.string_field("status", to_string(fact.status));
    if (fact.modality != Modality::kAsserted) {
      json.string_field("modality", to_string(fact.modality));
    }
    if (fact.status == Status::kClaimed) write_holders(json, fact);
    json.nonempty_field("time", detail::select_times(fact.time));
    const std::string& date = graph_.documents[best.document].date;
    if (detail::is_day(date)) json.string_field("published", date);
    write_evidence(json, evidence);
    end_line(json);
  }

  /// A holder that is a node is referred to; one that is none is named; "unnamed" is neither.
  void write_holders(JsonWriter& json, const Fact& fact) const {
    std::vector<std::string> nodes, names;
    for (const std::string_view holder : fact.attributed_to) {
      if (find_vertex(graph_.graph, holder)) {
        nodes.push_back("ent:" + std::string(holder));
      } else if (holder != "unnamed") {
        names.push_back(clean_line(holder));
      }
    }
    std::erase(names, std::string());
    json.nonempty_field("attributedTo", nodes);
    json.nonempty_field("attributedToName", names);
  }

  void write_evidence(JsonWriter& json, std::span<const Evidence> all) const {
    json.key("evidence");
    json.begin_array();
    std::set<std::string> written;
    for (const Evidence& evidence : all) {  // best first
      std::string iri = sentence_iri(evidence.document, evidence.sentence);
      if (written.insert(iri).second) json.string(iri);
    }
    json.end_array();
  }

  const EntityGraph& graph_;
  const ExportOptions& options_;
  const detail::IriSpace iris_;
  EvidenceReader evidence_;
  OutputBuffer buffer_;
  bool first_ = true;
};

}  // namespace

void write_jsonld(const EntityGraph& graph, const ExportOptions& options, ByteSink& out) {
  JsonLdWriter(graph, options, out).write();
}

}  // namespace relata
