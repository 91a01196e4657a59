#include "cli/rule_test.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"

namespace crosscheck {

namespace {

// What a test's finding must point at: a span of a document, marks removed.
struct AssertedSpan {
  DocumentIndex document;
  TextSpan span;
  std::string text;
};

// The text without its <<…>>, and what stood between them. The loader has seen to it that they pair.
std::string Unmarked(const std::string& marked, DocumentIndex document, std::vector<AssertedSpan>& spans) {
  std::string out;
  size_t begin = 0;
  for (size_t at = 0; at < marked.size(); ++at) {
    if (marked.compare(at, 2, "<<") == 0) {
      begin = out.size();
      ++at;
    } else if (marked.compare(at, 2, ">>") == 0) {
      spans.push_back({document, {begin, out.size()}, out.substr(begin)});
      ++at;
    } else {
      out += marked[at];
    }
  }
  return out;
}

DocumentEntry EntryOf(const TestExpectation& test, size_t index, std::vector<AssertedSpan>& spans) {
  const auto& [name, text] = test.documents[index];
  DocumentEntry entry;
  entry.info.path = absl::StrCat(name, ".md");
  entry.info.role = name == "draft" ? Role::kDraft : Role::kSource;
  if (const auto publisher = test.publishers.find(name); publisher != test.publishers.end()) {
    entry.info.publisher = publisher->second;
  }
  absl::CivilDay day;
  if (const auto published = test.published.find(name);
      published != test.published.end() && absl::ParseCivilTime(published->second, &day)) {
    entry.info.published = day;
  }
  auto document = Document::FromText(entry.info, Unmarked(text, static_cast<DocumentIndex>(index), spans));
  if (document.ok()) {
    entry.document = *std::move(document);
  } else {
    entry.status = "unread";
    entry.why = std::string(document.status().message());
  }
  return entry;
}

bool PointsAt(const Report& report, const Finding& finding, const AssertedSpan& asserted) {
  for (const Position& position : finding.positions) {
    for (const ClaimIndex index : position.claims) {
      const Claim& claim = report.claims[index];
      if (claim.document == asserted.document && claim.span.begin < asserted.span.end &&
          asserted.span.begin < claim.span.end) {
        return true;
      }
    }
  }
  return false;
}

// What is not as wanted in a finding, the places aside; empty where nothing is.
std::vector<std::string> Differences(const Finding& finding, const TestExpectation& test) {
  std::vector<std::string> out;
  if (finding.kind != test.want) out.push_back(absl::StrCat("kind: wanted ", test.want, ", got ", finding.kind));
  if (!test.severity.empty() && SeverityName(finding.severity) != test.severity) {
    out.push_back(absl::StrCat("severity: wanted ", test.severity, ", got ", SeverityName(finding.severity)));
  }
  return out;
}

// Holds the rule's findings to a test that wants one: there is a finding of the wanted kind and severity, and one such
// finding or another points at each span.
std::vector<std::string> Missing(const Report& report, const std::vector<const Finding*>& findings,
                                 const TestExpectation& test, const std::vector<AssertedSpan>& spans) {
  std::vector<std::string> nearest;
  std::vector<const Finding*> right;
  for (const Finding* finding : findings) {
    std::vector<std::string> differs = Differences(*finding, test);
    if (differs.empty()) {
      right.push_back(finding);
    } else if (nearest.empty() || differs.size() < nearest.size()) {
      nearest = std::move(differs);
    }
  }
  if (right.empty()) return nearest.empty() ? std::vector<std::string>{"no finding"} : nearest;
  std::vector<std::string> out;
  for (const AssertedSpan& span : spans) {
    const bool pointed_at = std::any_of(right.begin(), right.end(),
                                        [&](const Finding* finding) { return PointsAt(report, *finding, span); });
    if (pointed_at) continue;
    out.push_back(absl::StrCat("place: wanted ", report.documents[span.document].info.path, " <<", span.text,
                               ">>, not pointed at"));
  }
  return out;
}

std::string Describe(const Report& report, const Finding& finding) {
  std::vector<std::string> places;
  for (const Position& position : finding.positions) {
    for (const ClaimIndex index : position.claims) {
      const Claim& claim = report.claims[index];
      places.push_back(absl::StrCat(report.documents[claim.document].info.path, " <<", claim.value.text, ">>"));
    }
  }
  return absl::StrCat(finding.kind, ", ", SeverityName(finding.severity), ", at ", absl::StrJoin(places, ", "));
}

std::string DescribeWanted(const TestExpectation& test, const std::vector<AssertedSpan>& spans) {
  std::string out = absl::StrCat(test.want, test.state.empty() ? "" : " of ", test.state);
  if (!test.severity.empty()) absl::StrAppend(&out, ", ", test.severity);
  for (size_t i = 0; i < spans.size(); ++i) {
    absl::StrAppend(&out, i == 0 ? ", at " : ", ", test.documents[spans[i].document].first, ".md <<", spans[i].text,
                    ">>");
  }
  return out;
}

// Where the rule stopped in one document of a test: what `crosscheck explain` says of it, in short.
void ExplainDocument(const Checker& checker, const RuleTest& rule_test, DocumentIndex document,
                     std::vector<std::string>& why) {
  constexpr size_t kMostLines = 4;  // a document
  ExplainRequest request;
  request.place.document = document;
  request.rule = rule_test.rule;
  request.assume_same_event = true;
  const Explanation explanation = checker.Explain(DocumentsOf(*rule_test.test), request);
  const std::string path = absl::StrCat(rule_test.test->documents[document].first, ".md");
  std::vector<std::string> lines;
  for (const ExplainedSentence& sentence : explanation.sentences) {
    for (const ExplainedRule& rule : sentence.rules) {
      if (rule.patterns.empty()) continue;
      const ExplainedPattern& best = rule.patterns.front();
      if (best.outcome == "claim" || best.parts_held == 0) continue;
      lines.push_back(absl::StrCat(path, ": '", best.text, "' matches “", best.matched, "”; ", best.reason));
    }
  }
  for (const ExplainedPair& pair : explanation.pairs) {
    if (pair.related || (!pair.alone && pair.other_document < document)) continue;
    lines.push_back(absl::StrCat(path, ": “", pair.text, "”", pair.alone ? "" : " and “", pair.other_text,
                                 pair.alone ? "" : "”", ": ", pair.reason));
  }
  if (lines.size() > kMostLines) lines.resize(kMostLines);
  why.insert(why.end(), lines.begin(), lines.end());
}

// Holds the rule's findings to a test.
bool HoldFindings(const Report& report, const RuleTest& rule_test, const std::vector<AssertedSpan>& spans,
                  TestResult& result) {
  const TestExpectation& test = *rule_test.test;
  bool silent = true;  // no finding but notes
  std::vector<const Finding*> findings;
  for (const Finding& finding : report.findings) {
    if (finding.rule != rule_test.rule) continue;
    findings.push_back(&finding);
    result.got.push_back(Describe(report, finding));
    silent = silent && finding.severity == Severity::kNote;
  }
  if (test.want == "nothing") return silent;
  result.differs = Missing(report, findings, test, spans);
  return result.differs.empty();
}

bool IsExample(const TestExpectation& test) { return test.want == kWantClaim || test.want == kWantNoClaim; }

// Holds the rule's claims to an example: each mark is a claim, from its first character to its last; where there is no
// mark, there is no claim.
bool HoldExample(const Report& report, const RuleTest& rule_test, const std::vector<AssertedSpan>& spans,
                 TestResult& result) {
  const TestExpectation& test = *rule_test.test;
  std::set<TextSpan> claimed;
  for (const Claim& claim : report.claims) {
    const bool wanted = claim.rule == rule_test.rule && (test.state.empty() || claim.value.canonical == test.state);
    if (wanted) claimed.insert(claim.span);
  }
  for (const TextSpan& span : claimed) {
    result.got.push_back(absl::StrCat("claim, at ", test.name.substr(0, span.begin), "<<",
                                      test.name.substr(span.begin, span.size()), ">>", test.name.substr(span.end)));
  }
  for (const AssertedSpan& span : spans) {
    if (!claimed.contains(span.span)) result.differs.push_back(absl::StrCat("no claim is just <<", span.text, ">>"));
  }
  if (spans.empty() && !claimed.empty()) result.differs.emplace_back("no claim was wanted");
  return result.differs.empty();
}

TestOutcome OutcomeOf(const TestExpectation& test, bool met) {
  if (test.todo) return met ? TestOutcome::kTodoPasses : TestOutcome::kTodo;
  return met ? TestOutcome::kPassed : TestOutcome::kFailed;
}

}  // namespace

std::vector<RuleTest> RuleTestsOf(const RuleSet& set, const std::set<std::string>& tested) {
  std::vector<RuleTest> out;
  const auto add = [&](const std::string& id, const std::vector<TestExpectation>& tests) {
    for (const TestExpectation& test : tests) {
      if (tested.count(set.files[test.at.file]) > 0) out.push_back({id, &test});
    }
  };
  for (const Rule& rule : set.rules) {
    add(rule.id, rule.examples);
    add(rule.id, rule.tests);
  }
  for (const RelationRule& relation : set.relations) add(relation.id, relation.tests);
  for (const StatusMachine& status : set.statuses) {
    for (const StatusState& state : status.states) add(status.id, state.examples);
    add(status.id, status.tests);
  }
  std::stable_sort(out.begin(), out.end(), [](const RuleTest& a, const RuleTest& b) {
    const auto key = [](const RuleLocation& at) { return std::make_tuple(at.file, at.at.line, at.at.column); };
    return key(a.test->at) < key(b.test->at);
  });
  return out;
}

std::vector<DocumentEntry> DocumentsOf(const TestExpectation& test) {
  std::vector<AssertedSpan> ignored;
  std::vector<DocumentEntry> documents;
  for (size_t i = 0; i < test.documents.size(); ++i) documents.push_back(EntryOf(test, i, ignored));
  return documents;
}

TestResult RunRuleTest(const Checker& checker, const RuleTest& rule_test) {
  const TestExpectation& test = *rule_test.test;
  std::vector<AssertedSpan> spans;
  std::vector<DocumentEntry> documents;
  for (size_t i = 0; i < test.documents.size(); ++i) documents.push_back(EntryOf(test, i, spans));
  const Report report = IsExample(test)
                            ? checker.Extract(std::move(documents))
                            : checker.Check(std::move(documents), {.assume_same_event = true, .each_rule_alone = true});

  TestResult result;
  result.wanted = DescribeWanted(test, spans);
  bool met = true;
  for (const DocumentEntry& entry : report.documents) {
    if (entry.document) continue;
    met = false;
    result.got.push_back(absl::StrCat(entry.info.path, " cannot be read: ", entry.why));
  }
  const bool holds =
      IsExample(test) ? HoldExample(report, rule_test, spans, result) : HoldFindings(report, rule_test, spans, result);
  const bool nothing = result.got.empty();
  if (nothing) result.got.emplace_back(IsExample(test) ? "no claim" : "nothing");
  result.outcome = OutcomeOf(test, met && holds);
  if (nothing && result.outcome == TestOutcome::kFailed) {
    for (DocumentIndex i = 0; i < test.documents.size(); ++i) ExplainDocument(checker, rule_test, i, result.why);
  }
  return result;
}

}  // namespace crosscheck
