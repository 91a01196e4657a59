#include "compare/quote_pairs.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "compare/named.h"

namespace crosscheck {

namespace {

constexpr size_t kMostPlaces = 48;       // a run of words that stands in more places says nothing
constexpr size_t kMostCandidates = 4;    // passages of one document that are laid beside a quotation
constexpr uint32_t kMostWords = 240;     // of a quotation that are looked at
constexpr uint32_t kMinVotes = 2;        // shared runs of words
constexpr uint32_t kShortQuotation = 8;  // words up to which one shared run is enough

struct Place {
  uint32_t passage = 0;
  uint32_t word = 0;
};

// A run of three words with a content word among them, or two content words with at most two others between.
using Gram = std::tuple<uint32_t, uint32_t, uint32_t>;

template <typename Visit>
void ForEachGram(const Passage& passage, uint32_t first, uint32_t last, Visit visit) {
  const std::vector<DiffWord>& words = passage.diff;
  for (uint32_t i = first; i < last; ++i) {
    if (i + 2 < last && (words[i].content || words[i + 1].content || words[i + 2].content))
      visit(Gram{words[i].key, words[i + 1].key, words[i + 2].key}, i);
    if (!words[i].content) continue;
    for (uint32_t j = i + 1, seen = 0; j < last && j < i + 5 && seen < 2; ++j) {
      if (!words[j].content) continue;
      visit(Gram{words[i].key, words[j].key, UINT32_MAX}, i);
      ++seen;
    }
  }
}

struct Candidate {
  uint32_t votes = 0;
  uint32_t first = UINT32_MAX, last = 0;  // places of the shared runs
};

class QuotePairer {
 public:
  QuotePairer(const Analysis& analysis, const Speech& speech) : analysis_(analysis), speech_(speech) {
    for (uint32_t p = 0; p < speech.passages.size(); ++p) {
      ForEachGram(speech.passages[p], 0, static_cast<uint32_t>(speech.passages[p].words.size()),
                  [&](const Gram& gram, uint32_t at) {
                    std::vector<Place>& places = index_[gram];
                    if (places.size() <= kMostPlaces) places.push_back({p, at});
                  });
    }
  }

  std::vector<QuotePair> Run() {
    for (uint32_t q = 0; q < speech_.quotations.size(); ++q) PairOne(q);
    return std::move(pairs_);
  }

 private:
  static bool IsDisplay(Zone zone) {
    return zone == Zone::kTitle || zone == Zone::kDek || zone == Zone::kCaption || zone == Zone::kListItem;
  }

  bool MayPair(const Quotation& quotation, uint32_t other) const {
    const Passage& a = speech_.passages[quotation.passage];
    const Passage& b = speech_.passages[other];
    if (quotation.passage == other) return false;
    // Two quotations meet once, from the earlier one.
    if (b.kind == PassageKind::kQuoted && other < quotation.passage) return false;
    if (a.document == b.document) return b.kind == PassageKind::kQuoted && IsDisplay(a.zone) != IsDisplay(b.zone);
    return MayCompare(analysis_, a.document, b.document);
  }

  std::map<uint32_t, Candidate> Candidates(const Quotation& quotation, uint32_t last) const {
    std::map<uint32_t, Candidate> found;
    ForEachGram(speech_.passages[quotation.passage], quotation.first, last, [&](const Gram& gram, uint32_t) {
      const auto places = index_.find(gram);
      if (places == index_.end() || places->second.size() > kMostPlaces) return;
      uint32_t before = UINT32_MAX;
      for (const Place& place : places->second) {
        if (!MayPair(quotation, place.passage)) continue;
        Candidate& candidate = found[place.passage];
        candidate.votes += place.passage != before;
        candidate.first = std::min(candidate.first, place.word);
        candidate.last = std::max(candidate.last, place.word + 3);
        before = place.passage;
      }
    });
    return found;
  }

  void PairOne(uint32_t q) {
    const Quotation& quotation = speech_.quotations[q];
    const uint32_t last = std::min(quotation.last, quotation.first + kMostWords);
    const uint32_t need = quotation.last - quotation.first <= kShortQuotation ? 1 : kMinVotes;
    std::map<uint32_t, std::vector<std::pair<uint32_t, Candidate>>> by_document;
    for (const auto& [passage, candidate] : Candidates(quotation, last)) {
      if (candidate.votes >= need) by_document[speech_.passages[passage].document].emplace_back(passage, candidate);
    }
    for (auto& [document, candidates] : by_document) {
      std::stable_sort(candidates.begin(), candidates.end(),
                       [](const auto& x, const auto& y) { return x.second.votes > y.second.votes; });
      if (candidates.size() > kMostCandidates) candidates.resize(kMostCandidates);
      QuotePair best;
      for (const auto& [passage, candidate] : candidates) {
        QuotePair pair = Align(q, last, passage, candidate);
        if (pair.alignment.matches > best.alignment.matches) best = std::move(pair);
      }
      if (best.alignment.matches > 0) pairs_.push_back(std::move(best));
    }
  }

  QuotePair Align(uint32_t q, uint32_t last, uint32_t other, const Candidate& candidate) const {
    const Quotation& quotation = speech_.quotations[q];
    const Passage& a = speech_.passages[quotation.passage];
    const Passage& b = speech_.passages[other];
    const uint32_t length = last - quotation.first;
    const uint32_t b_first = candidate.first > length ? candidate.first - length : 0;
    const uint32_t b_last =
        std::min({static_cast<uint32_t>(b.diff.size()), candidate.last + length, b_first + 4 * length + kMostWords});
    QuotePair pair;
    pair.quotation = q;
    pair.passage = other;
    pair.alignment = AlignWords(absl::MakeConstSpan(a.diff).subspan(quotation.first, length),
                                absl::MakeConstSpan(b.diff).subspan(b_first, b_last - b_first));
    Shift(quotation.first, b_first, pair.alignment);
    pair.coverage = Coverage(pair, quotation, b);
    return pair;
  }

  static void Shift(uint32_t a, uint32_t b, WordAlignment& alignment) {
    alignment.a_first += a;
    alignment.a_last += a;
    alignment.b_first += b;
    alignment.b_last += b;
    for (DiffRun& run : alignment.runs) {
      run.a_first += a;
      run.a_last += a;
      run.b_first += b;
      run.b_last += b;
    }
  }

  double Coverage(const QuotePair& pair, const Quotation& quotation, const Passage& b) const {
    const double stretch = pair.alignment.a_last - pair.alignment.a_first;
    const double share = stretch / (quotation.last - quotation.first);
    if (b.kind != PassageKind::kQuoted) return share;
    double best = share;
    for (const Quotation& other : speech_.quotations) {
      if (other.passage != pair.passage || other.first >= pair.alignment.b_last || other.last <= pair.alignment.b_first)
        continue;
      const double overlap =
          std::min(other.last, pair.alignment.b_last) - std::max(other.first, pair.alignment.b_first);
      best = std::max(best, overlap / (other.last - other.first));
    }
    return best;
  }

  const Analysis& analysis_;
  const Speech& speech_;
  absl::flat_hash_map<Gram, std::vector<Place>> index_;
  std::vector<QuotePair> pairs_;
};

}  // namespace

std::vector<QuotePair> PairQuotations(const Analysis& analysis, const Speech& speech) {
  return QuotePairer(analysis, speech).Run();
}

}  // namespace crosscheck
