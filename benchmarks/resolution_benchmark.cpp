// How fast, in how much memory and how well entities are resolved across many documents.
//
//   relata_resolution_benchmark MODELS [MENTIONS [SEED]]
//
// Makes records with known truth (name_crowd.hpp), MENTIONS of them (default 1,000,000), gives them
// to the resolver document by document and resolves them on one thread. Prints CPU seconds without
// the making, the peak of the whole process, and precision and recall over the pairs of in-document
// entities: mentions that coreference joined within a document count once.
#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "name_crowd.hpp"
#include "relata/analysis/lexicon.hpp"
#include "relata/resolve/resolution.hpp"

namespace {

using namespace relata;

double cpu_seconds() {
  timespec now = {};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double peak_megabytes() {
  rusage usage = {};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1000;
}

double pairs(std::uint64_t members) {
  return static_cast<double>(members) * (static_cast<double>(members) - 1) / 2;
}

/// Pairs within groups of equal values.
template <class Value>
double count_pairs(std::vector<Value> values) {
  std::sort(values.begin(), values.end());
  double count = 0;
  for (auto first = values.begin(); first != values.end();) {
    const auto last = std::upper_bound(first, values.end(), *first);
    count += pairs(static_cast<std::uint64_t>(last - first));
    first = last;
  }
  return count;
}

/// Merges by reason, and how many of them join two that are not one.
void print_reasons(const Resolution& resolution, const Crowd& crowd) {
  struct Count {
    std::size_t all = 0;
    std::size_t wrong = 0;
  };
  std::map<std::string, Count> reasons;
  for (const Merge& merge : resolution.merges) {
    Count& count = reasons[merge.reason];
    ++count.all;
    if (crowd.truth_of(merge.left) != crowd.truth_of(merge.right)) ++count.wrong;
  }
  for (const auto& [reason, count] : reasons) {
    std::printf("  %-36s %8zu merges, %6zu wrong\n", reason.c_str(), count.all, count.wrong);
  }
}

int run(const std::string& models, const CrowdOptions& options) {
  const Lexicon lexicon = Lexicon::load(models + "/lexicon.tsv");
  Resolver resolver(lexicon);
  double seconds = 0;
  const Crowd crowd = make_crowd(options, [&](const DocumentRecords& document) {
    const double start = cpu_seconds();
    resolver.add(document);
    seconds += cpu_seconds() - start;
  });
  std::printf("%llu mentions, %zu entities in %zu documents; added in %.2f s, %.0f MB\n",
              static_cast<unsigned long long>(crowd.mentions), crowd.truth.size(), crowd.documents,
              seconds, peak_megabytes());
  const double start = cpu_seconds();
  const Resolution resolution = std::move(resolver).finish();
  seconds += cpu_seconds() - start;
  std::printf("resolve %.2f s of CPU, peak %.0f MB\n", seconds, peak_megabytes());

  std::vector<std::pair<std::uint32_t, std::size_t>> both;
  both.reserve(crowd.truth.size());
  for (std::size_t i = 0; i < crowd.truth.size(); ++i) {
    both.emplace_back(crowd.truth[i], resolution.cluster_of[i]);
  }
  const double right = count_pairs(both);
  std::printf("pair precision %.4f, recall %.4f, clusters %zu\n",
              right / count_pairs(resolution.cluster_of), right / count_pairs(crowd.truth),
              resolution.clusters);
  print_reasons(resolution, crowd);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: relata_resolution_benchmark MODELS [MENTIONS [SEED]]\n");
    return 2;
  }
  try {
    CrowdOptions options;
    if (argc > 2) options.mentions = std::strtoull(argv[2], nullptr, 10);
    if (argc > 3) options.seed = std::strtoull(argv[3], nullptr, 10);
    return run(argv[1], options);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
