#include "claim/lexicon_index.h"

#include <algorithm>

#include "absl/strings/str_split.h"

namespace crosscheck {

std::vector<LexiconHit>::const_iterator FirstHitNear(const std::vector<LexiconHit>& hits, uint32_t at) {
  return std::partition_point(hits.begin(), hits.end(),
                              [at](const LexiconHit& hit) { return hit.first + kLongestPhrase <= at; });
}

LexiconIndex::LexiconIndex(const RuleSet& rules) {
  for (const auto& [name, lexicon] : rules.lexicons) {
    const auto id = static_cast<LexiconId>(lexicons_.size());
    lexicons_.push_back(&lexicon);
    for (size_t group = 0; group < lexicon.groups.size(); ++group) {
      for (const std::string& phrase : lexicon.groups[group].phrases) {
        std::vector<std::string> words = absl::StrSplit(phrase, absl::ByAnyChar(" -"), absl::SkipEmpty());
        if (words.empty()) continue;
        phrases_.push_back({std::move(words), id, static_cast<uint16_t>(group)});
      }
    }
  }
  for (uint32_t i = 0; i < phrases_.size(); ++i) by_first_word_[phrases_[i].words.front()].push_back(i);
  for (auto& [word, list] : by_first_word_) {
    std::stable_sort(list.begin(), list.end(),
                     [this](uint32_t a, uint32_t b) { return phrases_[a].words.size() > phrases_[b].words.size(); });
  }
}

LexiconId LexiconIndex::Find(absl::string_view name) const {
  for (size_t i = 0; i < lexicons_.size(); ++i) {
    if (lexicons_[i]->name == name) return static_cast<LexiconId>(i);
  }
  return kNoLexicon;
}

const std::string& LexiconIndex::GroupName(LexiconId lexicon, uint16_t group) const {
  return lexicons_[lexicon]->groups[group].name;
}

int LexiconIndex::FindGroup(LexiconId lexicon, absl::string_view group) const {
  if (lexicon == kNoLexicon) return -1;
  const auto& groups = lexicons_[lexicon]->groups;
  for (size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].name == group) return static_cast<int>(i);
  }
  return -1;
}

std::vector<LexiconHit> LexiconIndex::Scan(const std::vector<absl::string_view>& words) const {
  std::vector<LexiconHit> hits;
  std::vector<uint32_t> open_until(lexicons_.size(), 0);  // a lexicon's hits do not overlap one another
  for (uint32_t first = 0; first < words.size(); ++first) {
    const auto found = by_first_word_.find(words[first]);
    if (found == by_first_word_.end()) continue;
    const size_t begin = hits.size();
    for (uint32_t index : found->second) {
      const Phrase& phrase = phrases_[index];
      if (open_until[phrase.lexicon] > first || first + phrase.words.size() > words.size()) continue;
      const bool equal = std::equal(phrase.words.begin() + 1, phrase.words.end(), words.begin() + first + 1,
                                    [](const std::string& a, absl::string_view b) { return a == b; });
      if (!equal) continue;
      const auto last = static_cast<uint32_t>(first + phrase.words.size());
      open_until[phrase.lexicon] = last;
      hits.push_back({phrase.lexicon, phrase.group, first, last});
    }
    std::sort(hits.begin() + static_cast<std::ptrdiff_t>(begin), hits.end(),
              [](const LexiconHit& a, const LexiconHit& b) { return a.lexicon < b.lexicon; });
  }
  return hits;
}

}  // namespace crosscheck
