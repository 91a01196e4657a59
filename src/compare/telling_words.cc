#include "compare/telling_words.h"

#include <algorithm>

namespace crosscheck {

std::vector<WordId> TellingWords(const Analysis& analysis, const Sentence& sentence) {
  constexpr float kTelling = 0.3F;
  std::vector<WordId> words;
  size_t name = 0;
  for (uint32_t i = 0; i < sentence.words.size(); ++i) {
    while (name < sentence.names.size() && sentence.names[name].last <= i) ++name;
    if (name < sentence.names.size() && sentence.names[name].first <= i) continue;
    const Word& word = sentence.words[i];
    if (word.stop || (!word.number && analysis.Weight(word.sense) < kTelling)) continue;
    words.push_back(word.sense);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

int SharedWords(const std::vector<WordId>& a, const std::vector<WordId>& b) {
  int shared = 0;
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (*x == *y) {
      ++shared;
      ++x;
      ++y;
    } else if (*x < *y) {
      ++x;
    } else {
      ++y;
    }
  }
  return shared;
}

}  // namespace crosscheck
