#include "english/thesaurus.h"

#include <algorithm>
#include <iterator>

namespace crosscheck::english {

namespace {

// One literal holds all words; both compilers take it, whatever the least is that they have to take.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverlength-strings"
#include "english/thesaurus.inc"
#pragma GCC diagnostic pop

constexpr size_t kWords = std::size(kStarts) - 1;
constexpr uint32_t kNone = UINT32_MAX;

absl::string_view WordAt(size_t index) {
  return absl::string_view(kPool + kStarts[index], kStarts[index + 1] - kStarts[index]);
}

uint32_t Find(absl::string_view lemma) {
  size_t low = 0;
  size_t high = kWords;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (WordAt(middle) < lemma)
      low = middle + 1;
    else
      high = middle;
  }
  return low < kWords && WordAt(low) == lemma ? static_cast<uint32_t>(low) : kNone;
}

bool Meet(absl::Span<const uint32_t> a, absl::Span<const uint32_t> b) {
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) return true;
    a[i] < b[j] ? ++i : ++j;
  }
  return false;
}

}  // namespace

Meanings MeaningsOf(absl::string_view lemma) {
  const uint32_t word = Find(lemma);
  if (word == kNone) return {};
  const auto part = [word](const uint32_t* numbers, const uint32_t* first) {
    return absl::Span<const uint32_t>(numbers + first[word], first[word + 1] - first[word]);
  };
  return {part(kSenses, kFirstSense), part(kBroader, kFirstBroader)};
}

double Kinship(const Meanings& a, const Meanings& b) {
  if (Meet(a.senses, b.senses)) return 1;
  return Meet(a.senses, b.broader) || Meet(a.broader, b.senses) ? 0.5 : 0;
}

}  // namespace crosscheck::english
