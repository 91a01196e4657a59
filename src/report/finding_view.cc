#include "report/finding_view.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "report/printable.h"

namespace crosscheck {

Standing StandingOf(const Finding& finding) {
  if (finding.state == "waived") return Standing::kWaived;
  return finding.state == "baseline" || finding.state == "known" ? Standing::kKnown : Standing::kNew;
}

std::string PositionLetter(size_t position) { return std::string(1, static_cast<char>('A' + position % 26)); }

std::vector<FindingPlace> PlacesOf(const Report& report, const Finding& finding) {
  std::vector<FindingPlace> places;
  std::set<ClaimIndex> seen;
  for (size_t i = 0; i < finding.positions.size(); ++i) {
    for (const ClaimIndex claim : finding.positions[i].claims) {
      if (seen.insert(claim).second) places.push_back({claim, i});
    }
  }
  const auto key = [&report](const FindingPlace& place) {
    const Claim& claim = report.claims[place.claim];
    const bool draft = report.documents[claim.document].info.role == Role::kDraft;
    return std::make_tuple(!draft, claim.document, claim.span.begin, place.position);
  };
  const auto first =
      std::min_element(places.begin(), places.end(), [&key](const auto& a, const auto& b) { return key(a) < key(b); });
  if (first != places.end()) std::rotate(places.begin(), first, first + 1);
  return places;
}

Place SpanOf(const Report& report, const Claim& claim) {
  const std::optional<Document>& document = report.documents[claim.document].document;
  if (!document.has_value()) return {};
  return {document->Locate(claim.span.begin), document->Locate(claim.span.end),
          document->has_places() ? document->PlaceWords(claim.span.begin) : ""};
}

std::string WordsInFile(const Report& report, const Claim& claim) {
  const DocumentInfo& info = report.documents[claim.document].info;
  const std::string words = SpanOf(report, claim).words;
  return info.FilePath() == info.path ? words : absl::StrCat("story ", info.story, words.empty() ? "" : ", ", words);
}

std::string LineWordsOf(const Report& report, const Claim& claim) {
  const std::optional<Document>& document = report.documents[claim.document].document;
  return document.has_value() ? Printable(document->LineWords(claim.span.begin)) : "";
}

std::string EvidenceLine(const Report& report, const Finding& finding, const FindingPlace& place) {
  const Claim& claim = report.claims[place.claim];
  const DocumentInfo& info = report.documents[claim.document].info;
  std::string line =
      absl::StrCat(PositionLetter(place.position), ": ", Printable(finding.positions[place.position].value.text), " (",
                   PlaceOf(report, claim), info.role == Role::kDraft ? ", draft" : "");
  if (!info.publisher.empty()) absl::StrAppend(&line, ", ", Printable(info.publisher));
  if (info.published) absl::StrAppend(&line, ", ", absl::FormatCivilTime(*info.published));
  absl::StrAppend(&line, "): “", Printable(claim.quote), "”");
  return line;
}

std::string DetailsOf(const Report& report, const Finding& finding) {
  std::vector<FindingPlace> places = PlacesOf(report, finding);
  std::stable_sort(places.begin(), places.end(),
                   [](const FindingPlace& a, const FindingPlace& b) { return a.position < b.position; });
  std::string out;
  const auto add = [&out](const std::string& line) { absl::StrAppend(&out, out.empty() ? "" : "\n", line); };
  for (const FindingPlace& place : places) add(EvidenceLine(report, finding, place));
  if (!finding.reason.empty()) add(absl::StrCat("Why: ", Printable(finding.reason)));
  if (!finding.ask.empty()) add(absl::StrCat("Ask: ", Printable(finding.ask)));
  for (const std::string& line : AlsoLines(finding)) add(absl::StrCat("Also: ", line));
  for (const std::string& line : StateLines(finding)) add(line);
  return out;
}

std::vector<std::string> AlsoLines(const Finding& finding) {
  std::vector<std::string> lines;
  lines.reserve(finding.also.size());
  for (const AlsoFound& also : finding.also) {
    std::string line = absl::StrCat(Printable(also.rule), ": ", Printable(also.message));
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> StateLines(const Finding& finding) {
  std::vector<std::string> lines;
  if (finding.state == "known") lines.emplace_back("In the baseline");
  if (finding.waived) {
    const Waived& waived = *finding.waived;
    lines.push_back(absl::StrCat(finding.state == "expired" ? "Waiver ran out on " : "Waived until ",
                                 absl::FormatCivilTime(waived.until), ", by ", Printable(waived.owner), ": ",
                                 Printable(waived.reason)));
  }
  if (finding.review) {
    const Review& review = *finding.review;
    lines.push_back(absl::StrCat("Review: ", review.state, ", by ", Printable(review.by),
                                 review.day ? absl::StrCat(" on ", absl::FormatCivilTime(*review.day)) : "",
                                 review.note.empty() ? "" : absl::StrCat(": ", Printable(review.note))));
  }
  return lines;
}

std::vector<const Finding*> WorstFirst(const Report& report, Severity show_from) {
  std::vector<const Finding*> findings;
  for (const Finding& finding : report.findings) {
    if (finding.severity >= show_from) findings.push_back(&finding);
  }
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding* a, const Finding* b) { return a->severity > b->severity; });
  return findings;
}

RuleText RuleTextOf(const RuleSet* rules, absl::string_view id) {
  if (rules == nullptr) return {};
  for (const Rule& rule : rules->rules) {
    if (rule.id == id) return {rule.description, rule.help, rule.ask};
  }
  for (const RelationRule& relation : rules->relations) {
    if (relation.id == id) return {relation.description, "", relation.ask};
  }
  for (const StatusMachine& status : rules->statuses) {
    if (status.id == id) return {status.description, "", status.ask};
  }
  return {};
}

}  // namespace crosscheck
