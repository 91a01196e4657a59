#ifndef CROSSCHECK_COMPARE_RELATION_H_
#define CROSSCHECK_COMPARE_RELATION_H_

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "crosscheck/report.h"

namespace crosscheck {

// Two claims of one question held against each other, and what came of it. Only relations that a person should see
// become findings; consistent ones tell the graph which claims stand together.
struct Relation {
  ClaimIndex a = 0;
  ClaimIndex b = 0;
  Agreement agreement = Agreement::kContradictory;
  std::string rule;                    // id
  std::string question;                // relations with one rule and one question become one finding
  std::string type;                    // class of error: money, count, role, …
  std::string kind = "contradiction";  // related, update, arithmetic, calendar, quote, …
  Severity severity = Severity::kWarning;
  std::string message;  // with the words of a and b in it
  std::string ask;
  std::string reason;
};

// Where the comparisons write: claims, each phrase of a document once for one rule and value, and relations between
// them.
class RelationSink {
 public:
  // The index of an equal claim (rule, document, span, attribute) where there is one, else of the new one.
  ClaimIndex AddClaim(Claim claim);
  void AddRelation(Relation relation) { relations_.push_back(std::move(relation)); }

  const Claim& claim(ClaimIndex index) const { return claims_[index]; }
  std::vector<Claim>& claims() { return claims_; }
  std::vector<Relation>& relations() { return relations_; }

 private:
  std::vector<Claim> claims_;
  std::vector<Relation> relations_;
  std::map<std::tuple<DocumentIndex, size_t, size_t, std::string, std::string>, ClaimIndex> by_place_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_COMPARE_RELATION_H_
