#include "compare/people.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"

namespace crosscheck {

bool MayBePerson(const NamedEntity& entity) {
  if (entity.type == NameType::kPerson) return true;
  return entity.type == NameType::kUnknown && entity.definition < 0 && entity.tokens.size() <= 5;
}

bool IsPossessive(const Sentence& sentence, uint32_t word) {
  if (sentence.words[word].possessive) return true;
  const absl::string_view after = sentence.text.substr(sentence.words[word].span.end);
  return absl::EndsWith(sentence.words[word].text, "s") &&
         (absl::StartsWith(after, "' ") || absl::StartsWith(after, "\u2019 "));
}

namespace {

bool IsGeneration(const std::string& word) {
  return word == "jr" || word == "sr" || word == "ii" || word == "iii" || word == "iv";
}

// Whether `longer` is `shorter` with words put in between, the first of which goes to `middle`.
bool Extends(const std::vector<std::string>& longer, const std::vector<std::string>& shorter, std::string& middle) {
  size_t at = 0;
  for (const std::string& token : longer) {
    if (at < shorter.size() && token == shorter[at]) {
      ++at;
    } else if (middle.empty() && !IsGeneration(token)) {
      middle = token;
    }
  }
  return at == shorter.size();
}

}  // namespace

People::People(const Analysis& analysis) : analysis_(analysis) {
  const auto count = analysis.entities.size();
  places_.resize(count);
  documents_.resize(count);
  absl::flat_hash_map<std::string, std::set<uint32_t>> by_surname;
  for (uint32_t i = 0; i < count; ++i) {
    canonical_.push_back(i);
    const NamedEntity& entity = analysis.entities[i];
    if (entity.tokens.size() >= 2 && MayBePerson(entity)) by_surname[entity.tokens.back()].insert(i);
  }
  JoinMiddleNames();
  for (uint32_t i = 0; i < count; ++i) {
    const NamedEntity& entity = analysis.entities[i];
    if (entity.tokens.size() != 1 || entity.definition >= 0) continue;
    const auto found = by_surname.find(entity.tokens.front());
    if (found == by_surname.end()) continue;
    std::set<uint32_t> owners;
    for (uint32_t owner : found->second) owners.insert(canonical_[owner]);
    if (owners.size() == 1) canonical_[i] = *owners.begin();
  }
  for (uint32_t d = 0; d < analysis.documents.size(); ++d) {
    const auto& sentences = analysis.documents[d].sentences;
    for (uint32_t s = 0; s < sentences.size(); ++s) {
      for (uint32_t n = 0; n < sentences[s].names.size(); ++n) {
        const uint32_t entity = sentences[s].names[n].entity;
        places_[entity].push_back({d, s, n});
        auto& documents = documents_[canonical_[entity]];
        if (documents.empty() || documents.back() != d) documents.push_back(d);
      }
    }
  }
}

// "Jane Ruth Doe" and "Jane R. Doe" are Jane Doe where only one of them is about.
void People::JoinMiddleNames() {
  absl::flat_hash_map<std::string, std::vector<uint32_t>> by_outer;
  for (uint32_t i = 0; i < analysis_.entities.size(); ++i) {
    const NamedEntity& entity = analysis_.entities[i];
    if (entity.definition >= 0 || !MayBePerson(entity)) continue;
    std::vector<std::string> tokens = entity.tokens;
    while (tokens.size() > 2 && IsGeneration(tokens.back())) tokens.pop_back();
    if (tokens.size() >= 2 && tokens.size() <= 5)
      by_outer[absl::StrCat(tokens.front(), " ", tokens.back())].push_back(i);
  }
  for (const auto& [outer, members] : by_outer) {
    uint32_t shortest = members.front();
    for (uint32_t i : members) {
      if (analysis_.entities[i].tokens.size() < analysis_.entities[shortest].tokens.size()) shortest = i;
    }
    // Two that have other middle names are two people.
    std::set<std::string> middles;
    bool all = true;
    for (uint32_t i : members) {
      std::string middle;
      all = all && Extends(analysis_.entities[i].tokens, analysis_.entities[shortest].tokens, middle);
      if (!middle.empty()) middles.insert(middle.substr(0, 1));
    }
    if (!all || middles.size() > 1) continue;
    for (uint32_t i : members) canonical_[i] = shortest;
  }
}

bool People::Names(uint32_t document, uint32_t canonical) const {
  return std::binary_search(documents_[canonical].begin(), documents_[canonical].end(), document);
}

const Sentence& People::SentenceAt(const NamePlace& place) const {
  return analysis_.documents[place.document].sentences[place.sentence];
}

const NameMention& People::MentionAt(const NamePlace& place) const { return SentenceAt(place).names[place.name]; }

}  // namespace crosscheck
