#ifndef CROSSCHECK_TESTS_UNIT_GRAPH_GRAPH_SAMPLES_H_
#define CROSSCHECK_TESTS_UNIT_GRAPH_GRAPH_SAMPLES_H_

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "compare/relation.h"
#include "crosscheck/report.h"
#include "value/compare_values.h"

namespace crosscheck {

// A generator that gives the same numbers on every machine: tests must not hang on a library's distribution.
class Dice {
 public:
  explicit Dice(uint64_t seed) : state_(seed * 2654435761U + 1) {}
  uint32_t Roll(uint32_t sides) {  // 0 .. sides-1
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<uint32_t>(state_ >> 33) % sides;
  }

 private:
  uint64_t state_;
};

inline DocumentEntry DocumentOf(const std::string& path, Role role = Role::kSource, int voice = -1) {
  DocumentEntry entry;
  entry.info.path = path;
  entry.info.role = role;
  entry.voice = voice;
  return entry;
}

// `count` documents of as many voices: a, b, c, …
inline std::vector<DocumentEntry> DocumentsOf(int count, bool draft_first = false) {
  std::vector<DocumentEntry> documents;
  for (int i = 0; i < count; ++i) {
    const Role role = draft_first && i == 0 ? Role::kDraft : Role::kSource;
    documents.push_back(DocumentOf(std::string(1, static_cast<char>('a' + i)), role, i));
  }
  return documents;
}

// "… says that the toll is low to high", at byte 100 * place of its document.
inline Claim RangeClaim(DocumentIndex document, int64_t low, int64_t high, size_t place = 1) {
  Claim claim;
  claim.rule = "toll";
  claim.document = document;
  claim.subject = "ferry";
  claim.attribute = "deaths";
  claim.value.kind = "number";
  claim.value.text = low == high ? std::to_string(low) : std::to_string(low) + " to " + std::to_string(high);
  Value value;
  value.low = Exact(low);
  value.high = Exact(high);
  value.step = Exact(0);
  claim.value.value = value;
  claim.span = {place * 100, place * 100 + 10};
  claim.quote = "The toll is " + claim.value.text + ".";
  return claim;
}

inline Claim NameClaim(DocumentIndex document, const std::string& name, size_t place = 1) {
  Claim claim = RangeClaim(document, 0, 0, place);
  claim.value = {"name", name, std::nullopt, name};
  return claim;
}

inline Relation RelationOf(ClaimIndex a, ClaimIndex b, Agreement agreement) {
  Relation relation;
  relation.a = a;
  relation.b = b;
  relation.agreement = agreement;
  relation.rule = "toll";
  relation.question = "ferry";
  relation.type = "count";
  relation.severity = Severity::kError;
  relation.message = "they differ";
  return relation;
}

// Every two claims of different documents, judged by their values.
inline std::vector<Relation> RelateAll(const std::vector<Claim>& claims) {
  std::vector<Relation> relations;
  for (ClaimIndex a = 0; a < claims.size(); ++a) {
    for (ClaimIndex b = a + 1; b < claims.size(); ++b) {
      if (claims[a].document == claims[b].document) continue;
      const bool same =
          claims[a].value.value
              ? CompareValues(*claims[a].value.value, *claims[b].value.value).agreement == Agreement::kConsistent
              : claims[a].value.canonical == claims[b].value.canonical;
      relations.push_back(RelationOf(a, b, same ? Agreement::kConsistent : Agreement::kContradictory));
    }
  }
  return relations;
}

}  // namespace crosscheck

#endif  // CROSSCHECK_TESTS_UNIT_GRAPH_GRAPH_SAMPLES_H_
