#include "claim/same_event.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace crosscheck {

namespace {

// Cosines of the word vectors above which two texts tell of one event: with a shared name, and without one. Measured on
// pairs of reports of one event and pairs of reports of two like events (docs/evaluation.md).
constexpr double kCosineWithName = 0.10;
constexpr double kCosineAlone = 0.20;
// A draft and its only source: a person put the two together.
constexpr double kCosineOfDraft = 0.11;

double Dot(const std::vector<std::pair<WordId, float>>& a, const std::vector<std::pair<WordId, float>>& b) {
  double sum = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i].first < b[j].first) {
      ++i;
    } else if (b[j].first < a[i].first) {
      ++j;
    } else {
      sum += static_cast<double>(a[i++].second) * b[j++].second;
    }
  }
  return sum;
}

void CountDocuments(Analysis& analysis) {
  analysis.documents_with.assign(analysis.words.size(), 0);
  std::vector<int> last_seen(analysis.words.size(), -1);
  for (const DocumentAnalysis& document : analysis.documents) {
    for (const Sentence& sentence : document.sentences) {
      for (const Word& word : sentence.words) {
        if (last_seen[word.lemma] == static_cast<int>(document.index)) continue;
        last_seen[word.lemma] = static_cast<int>(document.index);
        ++analysis.documents_with[word.lemma];
      }
    }
  }
}

void FillVector(const Analysis& analysis, DocumentAnalysis& document) {
  std::map<WordId, int> counts;
  for (const Sentence& sentence : document.sentences) {
    for (const Word& word : sentence.words) {
      if (!word.stop && !word.number) ++counts[word.lemma];
    }
  }
  double length = 0;
  for (const auto& [word, count] : counts) {
    const double weight = (1 + std::log(count)) * analysis.Weight(word);
    document.vector.emplace_back(word, static_cast<float>(weight));
    length += weight * weight;
  }
  if (length <= 0) return;
  for (auto& [word, weight] : document.vector) weight = static_cast<float>(weight / std::sqrt(length));
}

// Full names of two words or more that both documents have.
int SharedNames(const Analysis& analysis, uint32_t a, uint32_t b) {
  int shared = 0;
  for (const NamedEntity& entity : analysis.entities) {
    if (entity.tokens.size() < 2 || entity.definition >= 0) continue;
    shared += std::binary_search(entity.documents.begin(), entity.documents.end(), a) &&
              std::binary_search(entity.documents.begin(), entity.documents.end(), b);
  }
  return shared;
}

bool IsDraft(const DocumentAnalysis& document) { return document.document->info().role == Role::kDraft; }

}  // namespace

EventLikeness MeasureEvent(const Analysis& analysis, uint32_t i, uint32_t j) {
  EventLikeness out;
  out.cosine = Dot(analysis.documents[i].vector, analysis.documents[j].vector);
  out.shared_names = SharedNames(analysis, analysis.documents[i].index, analysis.documents[j].index);
  const bool draft =
      analysis.documents.size() == 2 && (IsDraft(analysis.documents[i]) || IsDraft(analysis.documents[j]));
  out.needed = out.shared_names > 0 ? kCosineWithName : draft ? kCosineOfDraft : kCosineAlone;
  return out;
}

void FindSameEvents(Analysis& analysis) {
  CountDocuments(analysis);
  for (DocumentAnalysis& document : analysis.documents) FillVector(analysis, document);
  const size_t count = analysis.documents.size();
  analysis.same_event.assign(count, std::vector<char>(count, 0));
  for (uint32_t i = 0; i < count; ++i) {
    analysis.same_event[i][i] = 1;
    for (uint32_t j = 0; j < i; ++j) {
      analysis.same_event[i][j] = analysis.same_event[j][i] = MeasureEvent(analysis, i, j).Same() ? 1 : 0;
    }
  }
}

}  // namespace crosscheck
