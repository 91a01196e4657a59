#include "graph/ranking.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>

#include "absl/strings/str_split.h"
#include "graph/voices.h"

namespace crosscheck {

namespace {

// What a voice weighs by the trust that the manifest puts in it; the most trusted of its documents counts.
int WeightOf(const DocumentInfo& info) {
  if (info.trust == "high") return 3;
  return info.trust == "low" ? 1 : 2;
}

// Words of attributes of which the latest figure is the one to have, because it grows as more comes to be known. An
// age, a name or a price does not: there the first report is as good as the last.
constexpr absl::string_view kGrowing[] = {
    "dead",     "death",   "deaths",     "killed",   "fatalities",   "toll",         "injured",   "hurt",
    "wounded",  "missing", "rescued",    "arrested", "arrests",      "evacuated",    "displaced", "homeless",
    "infected", "cases",   "casualties", "detained", "hospitalised", "hospitalized", "trapped",   "survivors",
};

bool LatestCounts(const Finding& finding) {
  if (finding.kind == "update") return true;
  for (const absl::string_view word : absl::StrSplit(finding.attribute, absl::ByAnyChar(" -_/"))) {
    if (std::find(std::begin(kGrowing), std::end(kGrowing), word) != std::end(kGrowing)) return true;
  }
  return false;
}

class Ranker {
 public:
  Ranker(const std::vector<DocumentEntry>& documents, const std::vector<Claim>& claims, Finding& finding)
      : documents_(documents), claims_(claims), finding_(finding) {}

  void Run() {
    for (Position& position : finding_.positions) {
      position.voices = CountVoices(documents_, position.documents);
      position.trust = TrustIn(position);
    }
    const auto key = [this](const Position& position) {
      const auto size = static_cast<int>(position.documents.size());
      return std::make_tuple(-position.voices, !HasDraft(position), -position.trust, -size, FirstPlace(position),
                             position.claims);
    };
    std::stable_sort(finding_.positions.begin(), finding_.positions.end(),
                     [&key](const Position& a, const Position& b) { return key(a) < key(b); });
    Ranking& ranking = finding_.ranking;
    ranking.by_documents = RankBy([](const Position& p) { return static_cast<int>(p.documents.size()); });
    ranking.by_voices = RankBy([](const Position& p) { return p.voices; });
    ranking.by_trust = RankBy([](const Position& p) { return p.trust; });
    if (LatestCounts(finding_)) ranking.newest = Newest();
  }

 private:
  bool HasDraft(const Position& position) const {
    return std::any_of(position.documents.begin(), position.documents.end(),
                       [this](DocumentIndex document) { return documents_[document].info.role == Role::kDraft; });
  }

  int TrustIn(const Position& position) const {
    std::map<int, int> weights;  // by voice
    for (const DocumentIndex document : position.documents) {
      if (documents_[document].info.role == Role::kDraft) continue;
      int& weight = weights[documents_[document].voice];
      weight = std::max(weight, WeightOf(documents_[document].info));
    }
    return std::accumulate(weights.begin(), weights.end(), 0,
                           [](int sum, const std::pair<const int, int>& one) { return sum + one.second; });
  }

  // Of a claim that stands in this position alone, where there is one.
  std::tuple<DocumentIndex, TextSpan> FirstPlace(const Position& position) const {
    std::tuple<bool, DocumentIndex, TextSpan> first(true, 0, {});
    bool any = false;
    for (const ClaimIndex claim : position.claims) {
      const bool bridges = std::binary_search(position.bridging.begin(), position.bridging.end(), claim);
      const std::tuple<bool, DocumentIndex, TextSpan> place(bridges, claims_[claim].document, claims_[claim].span);
      if (!any || place < first) first = place;
      any = true;
    }
    return {std::get<1>(first), std::get<2>(first)};
  }

  template <typename Count>
  std::vector<std::vector<uint32_t>> RankBy(const Count& count) const {
    std::map<int, std::vector<uint32_t>> by_count;
    for (uint32_t i = 0; i < finding_.positions.size(); ++i) by_count[-count(finding_.positions[i])].push_back(i);
    std::vector<std::vector<uint32_t>> ranks;
    for (auto& [minus, positions] : by_count) ranks.push_back(std::move(positions));
    return ranks;
  }

  // The one position that a source of the latest day holds; none where two do, or where a day is not known.
  std::optional<uint32_t> Newest() const {
    std::optional<absl::CivilDay> latest;
    std::set<uint32_t> holders;
    for (uint32_t i = 0; i < finding_.positions.size(); ++i) {
      for (const DocumentIndex document : finding_.positions[i].documents) {
        const DocumentInfo& info = documents_[document].info;
        if (info.role == Role::kDraft) continue;
        if (!info.published) return std::nullopt;
        if (!latest || *info.published > *latest) holders.clear();
        if (!latest || *info.published >= *latest) {
          latest = info.published;
          holders.insert(i);
        }
      }
    }
    if (holders.size() != 1) return std::nullopt;
    return *holders.begin();
  }

  const std::vector<DocumentEntry>& documents_;
  const std::vector<Claim>& claims_;
  Finding& finding_;
};

}  // namespace

void RankPositions(const std::vector<DocumentEntry>& documents, const std::vector<Claim>& claims, Finding& finding) {
  Ranker(documents, claims, finding).Run();
}

}  // namespace crosscheck
