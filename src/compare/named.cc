#include "compare/named.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_cat.h"
#include "compare/named_values.h"
#include "compare/value_memo.h"

namespace crosscheck {

namespace {

bool IsTitle(const Analysis& analysis, const NamedClaim& claim) {
  const Zone zone = analysis.documents[claim.document].sentences[claim.sentence].zone;
  return zone == Zone::kTitle || zone == Zone::kDek || zone == Zone::kCaption || zone == Zone::kListItem;
}

// The part of the scope in which two claims differ; "" where there is none.
absl::string_view ScopeClash(const Claim& a, const Claim& b) {
  for (const auto& [key, value] : a.scope) {
    const auto other = b.scope.find(key);
    if (other != b.scope.end() && other->second != value) return key;
  }
  return "";
}

// What keeps two claims of one question apart, before their values are looked at. Claims of one document meet only
// where one stands in a headline, a caption or the takeaways and the other does not.
enum class Barrier : uint8_t { kNone, kDocument, kEvent, kModality, kScope };

Barrier BarrierBetween(const Analysis& analysis, const NamedClaim& a, const NamedClaim& b) {
  if (a.document == b.document) {
    if (IsTitle(analysis, a) == IsTitle(analysis, b)) return Barrier::kDocument;
  } else if (!MayCompare(analysis, a.document, b.document)) {
    return Barrier::kEvent;
  }
  if (a.claim.modality != b.claim.modality) return Barrier::kModality;
  return ScopeClash(a.claim, b.claim).empty() ? Barrier::kNone : Barrier::kScope;
}

absl::string_view StepOf(Barrier barrier) {
  static constexpr absl::string_view kSteps[] = {"", "document", "event", "modality", "scope"};
  return kSteps[static_cast<size_t>(barrier)];
}

std::string WordsFor(const Analysis& analysis, Barrier barrier, const NamedClaim& a, const NamedClaim& b) {
  switch (barrier) {
    case Barrier::kNone:
      break;
    case Barrier::kDocument:
      return "one document: its claims meet only where one stands in the headline, a caption or a list, and the other "
             "does not";
    case Barrier::kEvent:
      return EventWords(analysis, a.document, b.document);
    case Barrier::kModality:
      return absl::StrCat("one is ", ModalityName(a.claim.modality), ", the other ", ModalityName(b.claim.modality));
    case Barrier::kScope: {
      const std::string key(ScopeClash(a.claim, b.claim));
      return absl::StrCat("another ", key, ": ‘", a.claim.scope.at(key), "’ against ‘", b.claim.scope.at(key), "’");
    }
  }
  return "";
}

// What a relation rule wants the same: the key must be in both scopes, with one value.
bool ShareScope(const Claim& a, const Claim& b, const std::string& key) {
  const auto left = a.scope.find(key);
  const auto right = b.scope.find(key);
  return left != a.scope.end() && right != b.scope.end() && left->second == right->second;
}

class NamedComparer {
 public:
  NamedComparer(const Analysis& analysis, const std::vector<NamedClaim>& claims, RelationSink& sink)
      : analysis_(analysis), claims_(claims), sink_(sink) {
    index_.reserve(claims.size());
    for (const NamedClaim& claim : claims) index_.push_back(sink.AddClaim(claim.claim));
  }

  void Run() {
    std::map<std::pair<uint32_t, std::string>, std::vector<uint32_t>> questions;  // by rule and subject
    std::map<std::string, std::vector<uint32_t>> by_attribute;
    for (uint32_t i = 0; i < claims_.size(); ++i) {
      by_attribute[claims_[i].claim.attribute].push_back(i);
      if (claims_[i].owner != PatternMatch::Owner::kRule) continue;
      questions[{claims_[i].rule, claims_[i].claim.subject}].push_back(i);
    }
    for (const auto& [key, members] : questions)
      CompareQuestion(analysis_.rules->rules[key.first], key.second, members);
    if (sink_.trace() != nullptr) TraceSubjects();
    for (const RelationRule& rule : analysis_.rules->relations) {
      if (rule.check != "related") continue;  // relation_rules.cc
      for (size_t x = 0; x < rule.between.size(); ++x) {
        for (size_t y = x + 1; y < rule.between.size(); ++y)
          Relate(rule, by_attribute[rule.between[x]], by_attribute[rule.between[y]]);
      }
    }
  }

 private:
  // The claims of one rule and one subject.
  struct Question {
    const Rule& rule;
    const std::string& subject;
    const NamedComparison& comparison;
    ValueMemo values;
    absl::flat_hash_map<uint32_t, std::vector<uint32_t>> by_document;
  };

  // Whether the document of `a` says elsewhere in this question what `b` says.
  bool AgreesElsewhere(Question& question, uint32_t a, uint32_t b) const {
    const std::vector<uint32_t>& own = question.by_document[claims_[a].document];
    return std::any_of(own.begin(), own.end(), [&](uint32_t other) {
      return other != a && other != b && question.values.Compare(other, b).agreement == Agreement::kConsistent;
    });
  }

  void CompareQuestion(const Rule& rule, const std::string& subject, const std::vector<uint32_t>& members) {
    if (rule.compare_as == "before" || rule.compare_as == "after") return;  // time_facts.h has them
    const NamedComparison comparison(analysis_, rule);
    Question question = {rule, subject, comparison, ValueMemo(comparison, claims_, members), {}};
    for (const uint32_t member : members) question.by_document[claims_[member].document].push_back(member);
    for (size_t x = 0; x < members.size(); ++x) {
      for (size_t y = x + 1; y < members.size(); ++y) ComparePair(question, members[x], members[y]);
    }
  }

  void ComparePair(Question& question, uint32_t x, uint32_t y) {
    const Rule& rule = question.rule;
    const NamedClaim& a = claims_[x];
    const NamedClaim& b = claims_[y];
    const Barrier barrier = BarrierBetween(analysis_, a, b);
    if (barrier != Barrier::kNone) {
      sink_.TraceRefusal(rule.id, a.claim, b.claim, StepOf(barrier),
                         [&] { return WordsFor(analysis_, barrier, a, b); });
      return;
    }
    if (!question.comparison.MayMeet(a, b)) {
      sink_.TraceRefusal(rule.id, a.claim, b.claim, "value",
                         [] { return std::string("their values are of two sorts, which this rule never compares"); });
      return;
    }
    const ValueComparison compared = question.values.Compare(x, y);
    if (compared.agreement == Agreement::kIncomparable) {
      sink_.TraceRefusal(rule.id, a.claim, b.claim, "value",
                         [&] { return absl::StrCat("values that cannot be compared: ", compared.reason); });
      return;
    }
    if (compared.agreement == Agreement::kContradictory &&
        (AgreesElsewhere(question, x, y) || AgreesElsewhere(question, y, x))) {
      sink_.TraceRefusal(rule.id, a.claim, b.claim, "agrees_elsewhere",
                         [&] { return std::string("elsewhere one of the documents says what the other one does"); });
      return;
    }
    AddCompared(question, compared, x, y);
  }

  void AddCompared(const Question& question, const ValueComparison& compared, uint32_t x, uint32_t y) {
    const Rule& rule = question.rule;
    const NamedClaim& a = claims_[x];
    const NamedClaim& b = claims_[y];
    Relation relation;
    relation.a = index_[x];
    relation.b = index_[y];
    relation.agreement = compared.agreement;
    relation.rule = rule.id;
    relation.question = question.subject;
    relation.type = rule.type.empty() ? rule.compare_as : rule.type;
    relation.severity = SeverityFor(analysis_, rule.severity, a.document, b.document);
    if (const NamedComparison::Update update = question.comparison.UpdateOf(a, b); update.is_update) {
      relation.kind = "update";
      relation.severity = update.severity;
    }
    // Nobody reads the words of two that agree, but `explain`.
    const bool told = compared.agreement == Agreement::kContradictory;
    if (told || sink_.trace() != nullptr) relation.reason = compared.reason;
    if (told) {
      relation.message = FillMessage(analysis_, rule.message, a.claim, b.claim, compared.reason);
      relation.ask = FillMessage(analysis_, rule.ask, a.claim, b.claim, compared.reason);
    }
    sink_.AddRelation(std::move(relation));
  }

  // Claims of one rule about two subjects never meet; `explain` says so.
  void TraceSubjects() const {
    for (const NamedClaim& a : claims_) {
      for (const NamedClaim& b : claims_) {
        if (&a >= &b || a.owner != PatternMatch::Owner::kRule || b.owner != a.owner || a.rule != b.rule ||
            a.document == b.document || a.claim.subject == b.claim.subject) {
          continue;
        }
        sink_.TraceRefusal(analysis_.rules->rules[a.rule].id, a.claim, b.claim, "subject", [&] {
          const auto name = [&](const Claim& claim) {
            return claim.subject.empty() ? "nothing named" : FillMessage(analysis_, "{subject}", claim, claim, "");
          };
          return absl::StrCat("two questions: one is about ‘", name(a.claim), "’, the other about ‘", name(b.claim),
                              "’");
        });
      }
    }
  }

  // What the relation's `same` asks for. The event always is: documents of two events do not meet at all.
  static bool Meet(const RelationRule& rule, const NamedClaim& a, const NamedClaim& b) {
    return std::all_of(rule.same.begin(), rule.same.end(), [&](const std::string& part) {
      if (part == "event") return true;
      return part == "subject" ? a.claim.subject == b.claim.subject : ShareScope(a.claim, b.claim, part);
    });
  }

  std::set<uint32_t> DocumentsOf(const std::vector<uint32_t>& members) const {
    std::set<uint32_t> documents;
    for (uint32_t i : members) documents.insert(claims_[i].document);
    return documents;
  }

  // Two measures of one event: only between documents that each give but one of them. One that gives both keeps them
  // apart.
  void Relate(const RelationRule& rule, const std::vector<uint32_t>& left, const std::vector<uint32_t>& right) {
    const std::set<uint32_t> left_documents = DocumentsOf(left);
    const std::set<uint32_t> right_documents = DocumentsOf(right);
    for (uint32_t x : left) {
      for (uint32_t y : right) {
        const bool both = right_documents.contains(claims_[x].document) || left_documents.contains(claims_[y].document);
        if (KeptApart(rule, claims_[x], claims_[y], both)) continue;
        Relation relation;
        relation.a = index_[x];
        relation.b = index_[y];
        relation.rule = rule.id;
        relation.type = rule.type;
        relation.kind = rule.kind;
        relation.severity = SeverityFor(analysis_, rule.severity, claims_[x].document, claims_[y].document);
        relation.reason = absl::StrCat("two measures of one event: ", claims_[x].claim.attribute, " and ",
                                       claims_[y].claim.attribute);
        relation.message = FillMessage(analysis_, rule.message, claims_[x].claim, claims_[y].claim, relation.reason);
        relation.ask = FillMessage(analysis_, rule.ask, claims_[x].claim, claims_[y].claim, relation.reason);
        sink_.AddRelation(std::move(relation));
      }
    }
  }

  bool KeptApart(const RelationRule& rule, const NamedClaim& a, const NamedClaim& b, bool both_measures) const {
    if (both_measures) {
      sink_.TraceRefusal(rule.id, a.claim, b.claim, "both_measures", [] {
        return std::string("one of the documents gives both measures, and so keeps them apart");
      });
      return true;
    }
    if (!MayCompare(analysis_, a.document, b.document)) {
      sink_.TraceRefusal(rule.id, a.claim, b.claim, "event",
                         [&] { return EventWords(analysis_, a.document, b.document); });
      return true;
    }
    if (Meet(rule, a, b)) return false;
    sink_.TraceRefusal(rule.id, a.claim, b.claim, "scope",
                       [] { return std::string("they do not share what the relation wants the same"); });
    return true;
  }

  const Analysis& analysis_;
  const std::vector<NamedClaim>& claims_;
  RelationSink& sink_;
  std::vector<ClaimIndex> index_;
};

}  // namespace

void CompareNamedClaims(const Analysis& analysis, const std::vector<NamedClaim>& claims, RelationSink& sink) {
  NamedComparer(analysis, claims, sink).Run();
}

}  // namespace crosscheck
