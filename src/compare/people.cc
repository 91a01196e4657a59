#include "compare/people.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/container/flat_hash_map.h"

namespace crosscheck {

bool MayBePerson(const NamedEntity& entity) {
  if (entity.type == NameType::kPerson) return true;
  return entity.type == NameType::kUnknown && entity.definition < 0 && entity.tokens.size() <= 5;
}

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
  for (uint32_t i = 0; i < count; ++i) {
    const NamedEntity& entity = analysis.entities[i];
    if (entity.tokens.size() != 1 || entity.definition >= 0) continue;
    const auto found = by_surname.find(entity.tokens.front());
    if (found != by_surname.end() && found->second.size() == 1) canonical_[i] = *found->second.begin();
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

bool People::Names(uint32_t document, uint32_t canonical) const {
  return std::binary_search(documents_[canonical].begin(), documents_[canonical].end(), document);
}

const Sentence& People::SentenceAt(const NamePlace& place) const {
  return analysis_.documents[place.document].sentences[place.sentence];
}

const NameMention& People::MentionAt(const NamePlace& place) const { return SentenceAt(place).names[place.name]; }

}  // namespace crosscheck
