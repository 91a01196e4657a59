#include "crosscheck/checker.h"

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "claim/analysis.h"
#include "claim/named_claims.h"
#include "compare/aligned_filter.h"
#include "compare/coverage.h"
#include "compare/detectors.h"
#include "compare/named.h"
#include "compare/rule_problems.h"
#include "compare/time_facts.h"
#include "explain/explain.h"
#include "explain/focus.h"
#include "finding/finding.h"
#include "finding/merge.h"
#include "finding/remarks.h"
#include "graph/group.h"
#include "graph/repair.h"
#include "graph/sides.h"
#include "graph/time_findings.h"
#include "graph/versions.h"
#include "graph/voices.h"
#include "match/matcher.h"
#include "rule/rule_set.h"

// The way of the data, every stage by name, top to bottom.
namespace crosscheck {

struct Checker::Impl {
  std::shared_ptr<const RuleSet> rules;
  std::unique_ptr<const Matcher> matcher;
  std::unique_ptr<const LexiconIndex> lexicons;
};

absl::StatusOr<Checker> Checker::Create(std::shared_ptr<const RuleSet> rules) {
  auto impl = std::make_shared<Impl>();
  std::vector<Diagnostic> diagnostics;
  auto matcher = Matcher::Compile(*rules, diagnostics);
  impl->lexicons = std::make_unique<const LexiconIndex>(*rules);
  CheckComparisons(*rules, *impl->lexicons, diagnostics);
  if (!diagnostics.empty()) {
    std::string message;
    for (const Diagnostic& diagnostic : diagnostics) absl::StrAppend(&message, FormatDiagnostic(diagnostic));
    return absl::InvalidArgumentError(message);
  }
  impl->matcher = *std::move(matcher);
  impl->rules = std::move(rules);
  return Checker(std::move(impl));
}

namespace {

void RunDetectors(const Analysis& analysis, const Matcher& matcher, RelationSink& sink) {
  for (uint32_t r = 0; r < analysis.rules->rules.size(); ++r) {
    const Rule& rule = analysis.rules->rules[r];
    if (!rule.aligned) continue;
    const size_t before = sink.relations().size();
    for (const Detector& detector : Detectors()) {
      if (detector.name == rule.compare_as && !analysis.Stopped()) detector.run(analysis, rule, sink);
    }
    DropExcluded(analysis, matcher, r, before, sink);
  }
}

void MarkWithdrawn(std::vector<DocumentEntry>& documents) {
  for (DocumentEntry& entry : documents) {
    if (entry.document && entry.info.withdrawn) entry.status = "withdrawn";
  }
}

}  // namespace

const RuleSet& Checker::rules() const { return *impl_->rules; }

Report Checker::Extract(std::vector<DocumentEntry> documents) const {
  Report report;
  report.documents = std::move(documents);
  report.rules_digest = impl_->rules->digest;
  MarkWithdrawn(report.documents);
  AddReadingRemarks(report);
  const Analysis analysis = Analyse(report.documents, *impl_->rules, *impl_->lexicons);
  for (NamedClaim& made : MakeNamedClaims(analysis, *impl_->matcher)) report.claims.push_back(std::move(made.claim));
  for (const DocumentAnalysis& document : analysis.documents) {
    for (const ValueMention& value : document.values) report.claims.push_back(ClaimOfValue(analysis, document, value));
  }
  return report;
}

namespace {

// Where the stages say what they did, for Explain; null where nobody asks.
struct Traces {
  ClaimTrace* claims = nullptr;
  CompareTrace* pairs = nullptr;
};

void AssumeSameEvent(Analysis& analysis) {
  for (std::vector<char>& row : analysis.same_event) row.assign(row.size(), 1);
}

// The pairs of documents that are taken to tell of two events, with the measure that says so.
std::vector<NotCompared> NotComparedOf(const Analysis& analysis) {
  std::vector<NotCompared> out;
  for (uint32_t a = 0; a < analysis.documents.size(); ++a) {
    for (uint32_t b = a + 1; b < analysis.documents.size(); ++b) {
      if (!MayCompare(analysis, a, b))
        out.push_back({analysis.documents[a].index, analysis.documents[b].index, EventWords(analysis, a, b)});
    }
  }
  return out;
}

// Gives each finding the severity that the caller wants of it, and leaves out those that it wants none of.
void SetSeverities(const CheckSettings& settings, Report& report) {
  std::vector<Finding> kept;
  for (Finding& finding : report.findings) {
    const std::optional<Severity> severity = settings.severity(report.documents, finding);
    if (!severity) continue;
    finding.severity = *severity;
    kept.push_back(std::move(finding));
  }
  report.findings = std::move(kept);
}

// From the claims of named rules to the finished report.
std::vector<NamedClaim> RunStages(const Analysis& analysis, const Matcher& matcher, const CheckSettings& settings,
                                  Traces traces, Report& report) {
  const std::vector<Wording> wordings = WordingsOf(report.documents);
  FindVersions(wordings, report.documents);
  FindVoices(wordings, report.documents);
  std::vector<NamedClaim> claims = MakeNamedClaims(analysis, matcher, traces.claims);
  RelationSink sink(traces.pairs);
  for (const auto compare : {CompareNamedClaims, CompareRelated, CompareStatuses, CollectTimeFacts}) {
    if (!analysis.Stopped()) compare(analysis, claims, sink);
  }
  const size_t first_aligned = sink.relations().size();
  RunDetectors(analysis, matcher, sink);
  DropRepeated(first_aligned, sink);
  report.findings = GroupRelations(report.documents, sink.claims(), sink.relations());
  AddImpossibleTimes(report.documents, sink.claims(), sink.time_facts(), report.findings);
  if (settings.severity) SetSeverities(settings, report);
  // A claim that nothing was held against yet is not one that nobody supports.
  if (!analysis.Stopped()) report.coverage = CoverDraft(analysis, report.documents, report.findings, sink);
  report.claims = std::move(sink.claims());
  report.not_compared = NotComparedOf(analysis);
  FinishFindings(report);
  if (!settings.each_rule_alone) MergeFindings(*analysis.rules, report);
  if (analysis.Stopped()) {
    AddReadingRemarks(report);
    report.remarks.push_back(
        {"interrupted", Severity::kError, "", {0, 0}, "the comparison was cut short: there may be more to find"});
    SortRemarks(report);
  } else {
    AddCheckRemarks(report);
  }
  report.repair = FindRepair(report);
  report.sides = FindSides(report);
  return claims;
}

}  // namespace

Report Checker::Check(std::vector<DocumentEntry> documents, const CheckSettings& settings) const {
  Report report;
  report.documents = std::move(documents);
  report.rules_digest = impl_->rules->digest;
  MarkWithdrawn(report.documents);
  Analysis analysis = Analyse(report.documents, *impl_->rules, *impl_->lexicons, settings.zones_off);
  analysis.stop = settings.stop;
  if (settings.assume_same_event) AssumeSameEvent(analysis);
  RunStages(analysis, *impl_->matcher, settings, {}, report);
  return report;
}

Explanation Checker::Explain(std::vector<DocumentEntry> documents, const ExplainRequest& request) const {
  Explanation out;
  if (!request.rule.empty()) out.problem = UnknownRule(*impl_->rules, request.rule);
  if (!out.problem.empty()) return out;
  out.report.documents = std::move(documents);
  out.report.rules_digest = impl_->rules->digest;
  MarkWithdrawn(out.report.documents);
  Analysis analysis = Analyse(out.report.documents, *impl_->rules, *impl_->lexicons);
  if (request.assume_same_event) AssumeSameEvent(analysis);
  const Focus focus = FindFocus(analysis, out.report.documents, request.place);
  Focus against;
  if (request.against) against = FindFocus(analysis, out.report.documents, *request.against);
  out.problem = focus.problem.empty() ? against.problem : focus.problem;
  if (!out.problem.empty()) return out;
  ClaimTrace claim_trace;
  claim_trace.wanted.insert(focus.found.begin(), focus.found.end());
  CompareTrace pair_trace(focus.places, against.places);
  const std::vector<NamedClaim> claims =
      RunStages(analysis, *impl_->matcher, {}, {focus.found.empty() ? nullptr : &claim_trace, &pair_trace}, out.report);
  crosscheck::Explain({analysis, request, focus, claims, claim_trace, pair_trace}, out);
  return out;
}

}  // namespace crosscheck
