#include "graph/group.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <map>
#include <set>

namespace crosscheck {

namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

// The relations of one rule and question, with the claims that they join numbered from 0.
struct Question {
  std::vector<const Relation*> relations;
  std::vector<ClaimIndex> claims;  // sorted
  std::map<ClaimIndex, size_t> vertex;
};

// Claims that say the same in so many words agree, whether anybody compared them or not.
bool SameValue(const Claim& a, const Claim& b) {
  if (a.value.value && b.value.value) {
    return a.value.value->low == b.value.value->low && a.value.value->high == b.value.value->high &&
           a.value.value->unit == b.value.value->unit && a.value.value->modifier == b.value.value->modifier &&
           a.attribute == b.attribute;
  }
  return a.attribute == b.attribute && a.value.canonical == b.value.canonical &&
         (!a.value.canonical.empty() || a.value.text == b.value.text);
}

class Grouper {
 public:
  Grouper(const std::vector<Claim>& claims, const std::vector<Relation>& relations)
      : claims_(claims), relations_(relations) {}

  std::vector<Finding> Run() {
    std::map<std::pair<std::string, std::string>, Question> questions;
    for (const Relation& relation : relations_) {
      if (relation.agreement == Agreement::kIncomparable) continue;
      questions[{relation.rule, relation.question}].relations.push_back(&relation);
    }
    for (auto& [key, question] : questions) FromQuestion(question);
    return std::move(findings_);
  }

 private:
  void FromQuestion(Question& question) {
    std::set<ClaimIndex> members;
    for (const Relation* relation : question.relations) members.insert({relation->a, relation->b});
    for (ClaimIndex claim : members) {
      question.vertex[claim] = question.claims.size();
      question.claims.push_back(claim);
    }
    Graph graph(question.claims.size());
    for (const Relation* relation : question.relations) {
      boost::add_edge(question.vertex[relation->a], question.vertex[relation->b], graph);
    }
    std::vector<int> component(question.claims.size());
    const int count = boost::connected_components(graph, component.data());
    for (int c = 0; c < count; ++c) {
      std::vector<const Relation*> inside;
      for (const Relation* relation : question.relations) {
        if (component[question.vertex[relation->a]] == c) inside.push_back(relation);
      }
      FromComponent(inside);
    }
  }

  void FromComponent(const std::vector<const Relation*>& relations) {
    const Relation* worst = nullptr;
    std::set<ClaimIndex> members;
    std::map<std::pair<ClaimIndex, ClaimIndex>, Agreement> between;
    for (const Relation* relation : relations) {
      members.insert({relation->a, relation->b});
      between[std::minmax(relation->a, relation->b)] = relation->agreement;
      if (relation->agreement != Agreement::kContradictory) continue;
      if (worst == nullptr || worst->severity < relation->severity) worst = relation;
    }
    if (worst == nullptr) return;  // everybody agrees
    Finding finding;
    finding.rule = worst->rule;
    finding.type = worst->type;
    finding.severity = worst->severity;
    finding.kind = worst->kind;
    finding.subject = claims_[worst->a].subject;
    finding.attribute = claims_[worst->a].attribute;
    finding.message = worst->message;
    finding.ask = worst->ask;
    finding.reason = worst->reason;
    finding.positions = MakePositions(members, between);
    if (finding.positions.size() >= 2) findings_.push_back(std::move(finding));
  }

  bool Agree(const std::map<std::pair<ClaimIndex, ClaimIndex>, Agreement>& between, ClaimIndex a, ClaimIndex b) const {
    const auto found = between.find(std::minmax(a, b));
    if (found != between.end()) return found->second == Agreement::kConsistent;
    return SameValue(claims_[a], claims_[b]);
  }

  // Greedy: a claim joins the first position with all of whose claims it agrees. Claims come in order of document and
  // place, so the outcome hangs on the input alone.
  std::vector<Position> MakePositions(const std::set<ClaimIndex>& members,
                                      const std::map<std::pair<ClaimIndex, ClaimIndex>, Agreement>& between) const {
    std::vector<ClaimIndex> order(members.begin(), members.end());
    std::stable_sort(order.begin(), order.end(), [this](ClaimIndex a, ClaimIndex b) {
      return std::make_pair(claims_[a].document, claims_[a].span) <
             std::make_pair(claims_[b].document, claims_[b].span);
    });
    std::vector<Position> positions;
    for (ClaimIndex claim : order) {
      Position* home = nullptr;
      for (Position& position : positions) {
        const bool fits = std::all_of(position.claims.begin(), position.claims.end(),
                                      [&](ClaimIndex other) { return Agree(between, claim, other); });
        if (fits) {
          home = &position;
          break;
        }
      }
      if (home == nullptr) {
        positions.emplace_back();
        home = &positions.back();
        home->value = claims_[claim].value;
      }
      home->claims.push_back(claim);
    }
    for (Position& position : positions) Complete(position);
    return positions;
  }

  void Complete(Position& position) const {
    std::set<DocumentIndex> documents;
    for (ClaimIndex claim : position.claims) documents.insert(claims_[claim].document);
    position.documents.assign(documents.begin(), documents.end());
    position.voices = static_cast<int>(documents.size());
  }

  const std::vector<Claim>& claims_;
  const std::vector<Relation>& relations_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> GroupRelations(const std::vector<Claim>& claims, const std::vector<Relation>& relations) {
  return Grouper(claims, relations).Run();
}

}  // namespace crosscheck
