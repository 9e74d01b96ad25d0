// The sentences behind the facts of a graph. There are more of them than of anything else, so they
// are set aside (core/spool) and read again when a fact is written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "relata/core/spool.hpp"
#include "relata/extract/record.hpp"

namespace relata {

/// One sentence that says what an edge or a literal fact says. Sorted best first.
struct Evidence {
  std::size_t document = 0;  ///< index in EntityGraph::documents
  SentenceRecord sentence;
  std::string surface;  ///< relation in the sentence's words
  std::string subject_text, object_text;
  std::string time;  ///< normalised, may be empty
  std::string rule;
  double confidence = 1;
  Modality modality = Modality::kAsserted;

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// A sentence of a document of the graph.
struct GraphSentence {
  std::size_t document = 0;  ///< index in EntityGraph::documents
  SentenceRecord sentence;
};

/// The one order of sentences: by document, place (index where there is none), text, and the rest.
bool sentence_precedes(std::size_t document_a, const SentenceRecord& a, std::size_t document_b,
                       const SentenceRecord& b);

/// Where a store has a sentence, and where the evidence of a fact.
enum class SentencePlace : std::uint64_t {};
enum class EvidencePlace : std::uint64_t { kNone = static_cast<std::uint64_t>(-1) };

/// Every sentence once, in order, and for each fact what the sentences say of it. First all
/// sentences go in, then the evidence of one fact after the other; facts in the order of the graph
/// are read fastest. Copies share what is in them.
class EvidenceStore {
 public:
  /// All in memory.
  EvidenceStore() : EvidenceStore(nullptr) {}
  explicit EvidenceStore(const std::shared_ptr<SpoolRoom>& room);

  /// A sentence that precedes none of those that are there.
  SentencePlace add_sentence(std::size_t document, const SentenceRecord& sentence);

  /// Of one fact; its sentences lie at `sentences`.
  EvidencePlace add(std::span<const Evidence> evidence, std::span<const SentencePlace> sentences);

 private:
  friend class EvidenceReader;
  friend class SentenceReader;
  struct Spools {
    Spool sentences, evidence;
  };
  std::shared_ptr<Spools> spools_;
  std::string bytes_;  ///< scratch
};

/// Reads the evidence of facts. One for each thread.
class EvidenceReader {
 public:
  explicit EvidenceReader(const EvidenceStore& store);

  /// At most `most`, best first; valid until the next call.
  std::span<const Evidence> read(EvidencePlace place,
                                 std::size_t most = static_cast<std::size_t>(-1));
  /// The best one of each sentence, best first; valid until the next call.
  std::span<const Evidence> best_of_each_sentence(EvidencePlace place);
  /// Where the sentences of all of it lie; valid until the next call.
  std::span<const SentencePlace> sentences(EvidencePlace place);
  /// The best one. A fact without evidence is a bug of the caller.
  const Evidence& best(EvidencePlace place);

 private:
  std::shared_ptr<const EvidenceStore::Spools> spools_;
  SpoolReader sentences_, evidence_;
  std::vector<Evidence> list_;
  std::vector<SentencePlace> places_;  ///< of what was read last
};

/// Reads all sentences of a store, in order.
class SentenceReader {
 public:
  explicit SentenceReader(const EvidenceStore& store);

  /// The next one; null after the last. Valid until the next call.
  const GraphSentence* next();
  /// Of the one that `next` gave.
  SentencePlace place() const noexcept { return SentencePlace{last_}; }

 private:
  std::shared_ptr<const EvidenceStore::Spools> spools_;
  SpoolReader sentences_;
  std::uint64_t last_ = 0, next_ = 0;
  GraphSentence sentence_;
};

}  // namespace relata
