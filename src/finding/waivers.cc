#include "finding/waivers.h"

#include <algorithm>
#include <utility>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "base/glob.h"
#include "base/utf8.h"
#include "rule/did_you_mean.h"

namespace crosscheck {

namespace {

std::string PlaceOfWaiver(const Waiver& waiver) {
  return absl::StrCat(waiver.path, ":", waiver.at.line, ":", waiver.at.column);
}

class Waiving {
 public:
  Waiving(const std::vector<std::string>& names, const Report& report) : names_(names), report_(report) {}

  bool IsAbout(const PlacedWaiver& placed, const Finding& finding) const {
    return Names(placed.waiver, finding.rule, finding.fingerprint) && IsAtPlaceOf(placed, finding);
  }

  // Whether it is about a finding that was made one with this one. What it says then is no word of the graver one.
  bool IsAboutPart(const PlacedWaiver& placed, const Finding& finding) const {
    return IsAtPlaceOf(placed, finding) &&
           std::any_of(finding.also.begin(), finding.also.end(),
                       [&](const AlsoFound& also) { return Names(placed.waiver, also.rule, also.fingerprint); });
  }

  // Whether the run read a document that the waiver is about, so that it must be about some finding.
  bool WasLookedFor(const PlacedWaiver& placed) const {
    if (placed.document) return true;
    for (DocumentIndex i = 0; i < report_.documents.size(); ++i) {
      if (report_.documents[i].status == "unread") continue;
      if (GlobFits(placed.waiver.document, names_[i])) return true;
    }
    return false;
  }

 private:
  static bool Names(const Waiver& waiver, const std::string& rule, const std::string& fingerprint) {
    return waiver.rule == rule && (waiver.fingerprint.empty() || waiver.fingerprint == fingerprint);
  }

  bool IsAtPlaceOf(const PlacedWaiver& placed, const Finding& finding) const {
    for (const Position& position : finding.positions) {
      for (const ClaimIndex claim : position.claims) {
        if (IsAbout(placed, report_.claims[claim])) return true;
      }
    }
    return false;
  }

  bool IsAbout(const PlacedWaiver& placed, const Claim& claim) const {
    if (placed.document) {
      return claim.document == *placed.document &&
             std::any_of(placed.covers.begin(), placed.covers.end(),
                         [&claim](const TextSpan& span) { return span.Overlaps(claim.span); });
    }
    return GlobFits(placed.waiver.document, names_[claim.document]) &&
           absl::StrContains(Fold(claim.quote), Fold(placed.waiver.text));
  }

  const std::vector<std::string>& names_;
  const Report& report_;
};

void RemarkOn(const Waiver& waiver, const char* kind, std::string message, Report& report) {
  report.remarks.push_back({kind, Severity::kWarning, waiver.path, waiver.at, std::move(message)});
}

}  // namespace

void RejectUnknownRules(const RuleSet& rules, std::vector<PlacedWaiver>& waivers,
                        std::vector<Diagnostic>& diagnostics) {
  std::vector<absl::string_view> known;
  for (const Rule& rule : rules.rules) known.emplace_back(rule.id);
  for (const RelationRule& rule : rules.relations) known.emplace_back(rule.id);
  for (const StatusMachine& rule : rules.statuses) known.emplace_back(rule.id);
  std::erase_if(waivers, [&](const PlacedWaiver& placed) {
    const Waiver& waiver = placed.waiver;
    if (std::find(known.begin(), known.end(), waiver.rule) != known.end()) return false;
    Diagnostic diagnostic;
    diagnostic.path = waiver.path;
    diagnostic.at = waiver.at;
    diagnostic.message =
        absl::StrCat("this waiver is of the unknown rule '", waiver.rule, "'", DidYouMean(waiver.rule, known));
    diagnostic.line_text = waiver.line_text;
    diagnostics.push_back(std::move(diagnostic));
    return true;
  });
}

void ApplyWaivers(const std::vector<PlacedWaiver>& waivers, const std::vector<std::string>& names, absl::CivilDay today,
                  Report& report) {
  const Waiving waiving(names, report);
  std::vector<char> used(waivers.size(), 0);
  for (Finding& finding : report.findings) {
    for (size_t w = 0; w < waivers.size(); ++w) {
      if (!waiving.IsAbout(waivers[w], finding)) {
        if (waiving.IsAboutPart(waivers[w], finding)) used[w] = 1;
        continue;
      }
      used[w] = 1;
      const Waiver& waiver = waivers[w].waiver;
      const bool expired = waiver.until < today;
      if (finding.state == "waived" || (expired && finding.waived)) continue;
      finding.state = expired ? "expired" : "waived";
      finding.waived = Waived{waiver.reason, waiver.owner, waiver.until, PlaceOfWaiver(waiver)};
    }
  }
  for (size_t w = 0; w < waivers.size(); ++w) {
    const Waiver& waiver = waivers[w].waiver;
    const bool expired = waiver.until < today;
    const std::string day = absl::FormatCivilTime(waiver.until);
    if (used[w] == 0 && waiving.WasLookedFor(waivers[w])) {
      RemarkOn(waiver, "waiver-unused",
               absl::StrCat("this waiver of ", waiver.rule, expired ? absl::StrCat(" ran out on ", day, " and") : "",
                            " is about no finding: take it out"),
               report);
    } else if (used[w] != 0 && expired) {
      RemarkOn(waiver, "waiver-expired",
               absl::StrCat("this waiver of ", waiver.rule, " by ", waiver.owner, " ran out on ", day,
                            ": what it was about counts again"),
               report);
    }
  }
}

}  // namespace crosscheck
