#ifndef CROSSCHECK_REPORT_H_
#define CROSSCHECK_REPORT_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "crosscheck/document.h"
#include "crosscheck/judgement.h"
#include "crosscheck/text_span.h"
#include "crosscheck/value.h"

namespace crosscheck {

using DocumentIndex = uint32_t;  // into Report::documents
using ClaimIndex = uint32_t;     // into Report::claims

// What a claim says. `kind` is a ValueKind's name, or "name", "role", "status", "quote", "text", "place", …
struct ClaimValue {
  std::string kind;
  std::string text;            // the words of the document
  std::optional<Value> value;  // set for typed values only
  std::string canonical;       // what equality means for the rest: folded name, state, role; "" for typed values
};

// "<document> says that <subject>'s <attribute> is <value>", and where it says so.
struct Claim {
  std::string rule;
  DocumentIndex document = 0;
  std::string subject;
  std::string attribute;
  ClaimValue value;
  std::map<std::string, std::string> scope;
  Modality modality = Modality::kStated;
  std::string attribution;  // who is said to say it; "" for the document itself
  TextSpan span;            // document bytes; the phrase that carries the value, never the whole paragraph
  std::string quote;        // the sentence around it, markup removed
};

// Claims of one question that can all be true together, as many as there are: a maximal set. A claim that fits two
// positions ("15 to 16" between 15 and 16) stands in both.
struct Position {
  ClaimValue value;                       // of its first claim that stands in no other position, if there is one
  std::vector<ClaimIndex> claims;         // sorted, not empty
  std::vector<DocumentIndex> documents;   // sorted, each once
  int voices = 1;                         // documents, copies of one another counted once
  std::vector<ClaimIndex> bridging = {};  // sorted; those of `claims` that stand in another position too
  int trust = 0;                          // voices of sources, each weighed by the trust that the manifest puts in it
};

// Positions of a finding (indices) by how much speaks for them, the most first; what stands in one inner list is a tie.
// It orders positions and never says which is true.
struct Ranking {
  std::vector<std::vector<uint32_t>> by_documents;
  std::vector<std::vector<uint32_t>> by_voices;
  std::vector<std::vector<uint32_t>> by_trust;
  std::optional<uint32_t> newest;  // held by the latest source, where the latest figure counts: a toll, not an age
};

// That somebody has taken it upon themselves that a finding may stand, until a day.
struct Waived {
  std::string reason;
  std::string owner;
  absl::CivilDay until;  // the last day on which it holds
  std::string at;        // where that is written: "crosscheck-waivers.yaml:4:5", "draft.md:12:1"
};

// What a person decided about a finding.
struct Review {
  std::string state;  // "fixed", "draft-right", "both-right" or "ask"
  std::string by;
  std::string note;  // "" = none
  std::optional<absl::CivilDay> day;
};

// A finding of another rule on the same slip, which was made one with this one.
struct AlsoFound {
  std::string rule;
  std::string message;      // one line
  std::string fingerprint;  // that it would have by itself
};

struct Finding {
  std::string rule;
  std::string type;  // money, count, role, status, …: the class of error
  Severity severity = Severity::kWarning;
  std::string kind;  // contradiction, related, update, arithmetic, calendar, quote, unsupported, …
  std::string subject;
  std::string attribute;
  std::vector<Position> positions;  // >= 2
  std::string message;              // one line
  std::string ask;
  std::string reason;
  std::string fingerprint;  // hex; unchanged when lines move
  // "new", "known" (in the baseline), "waived" or "expired" (a waiver for it has run out). Only "new" and "expired"
  // fail.
  std::string state = "new";
  std::vector<std::pair<ClaimIndex, ClaimIndex>> conflicts =
      {};  // pairs that contradict each other, sorted, first < second
  Ranking ranking = {};
  std::optional<Waived> waived = std::nullopt;  // set where `state` is "waived" or "expired"
  std::optional<Review> review = std::nullopt;
  std::vector<AlsoFound> also = {};  // the gravest first
};

// Something odd about the check itself, where no two claims stand against each other.
struct Remark {
  std::string kind;  // "no-claims", "no-sources", "reading", "interrupted", "waiver-expired", "waiver-unused",
                     // "waiver-ignored", "baseline-stale"
  Severity severity = Severity::kNote;
  std::string path;        // of a document, a waiver file, a baseline; "" for none
  LineColumn at = {0, 0};  // 0 where it is about the whole of `path`
  std::string message;     // one line
};

// What became of one claim of the draft.
struct Coverage {
  ClaimIndex claim = 0;
  Verdict verdict = Verdict::kNotChecked;
  std::string reason;
  std::vector<ClaimIndex> sources =
      {};  // of each source that agrees the claim that does; of what none states the nearest
};

// That a document was taken from another one, in whole or in part.
struct Derivation {
  DocumentIndex document = 0;  // the other one
  int text_share = 0;          // percent of this document's wording that stands in the other
  int source_share = 0;        // percent of the other's wording that stands in this one
  std::string why;
};

// A document of the dossier as the report names it; one that could not be read has no Document.
struct DocumentEntry {
  DocumentInfo info;
  std::string status = "read";  // "read", "unread", "withdrawn"
  std::string why;              // for "unread": what went wrong
  std::optional<Document> document;
  int voice = 0;                                            // documents with one number are one voice
  std::vector<Derivation> derived_from = {};                // sorted by document
  std::optional<DocumentIndex> replaced_by = std::nullopt;  // the latest version of it; what it says no longer counts
};

// A place that the draft (any document, where there is no draft) would have to change.
struct RepairItem {
  std::vector<ClaimIndex> claims;     // of one place of one document, sorted
  std::vector<std::string> findings;  // fingerprints of those in which it stands, sorted
};

// The least set of places whose change would leave no contradiction.
struct Repair {
  std::vector<RepairItem> items;  // those that end most findings first, then in reading order
  bool exact = true;              // false: too much hangs together to be sure; no fewer than `at_least` will do
  size_t at_least = 0;
  size_t left = 0;  // findings in which sources disagree with one another: no change of the draft ends them
};

// Documents of one side over all questions, where the disagreements of a dossier have sides.
struct Camps {
  std::vector<DocumentIndex> first, second;  // sorted; both empty where there are no two camps
  std::vector<DocumentIndex> odd_cycle;      // then why: sides that change an odd number of times around a circle
};

// How often a document stands alone against two voices or more that agree.
struct Loner {
  DocumentIndex document = 0;
  int times = 0;
};

struct Sides {
  std::vector<Camps> camps;   // one for each set of three documents or more that two findings or more join
  std::vector<Loner> loners;  // most often first
};

// Two documents that were not held against each other, and why.
struct NotCompared {
  DocumentIndex first = 0, second = 0;
  std::string reason;
};

// All that a report writer may see. Findings are sorted by document, span, rule id.
struct Report {
  std::vector<DocumentEntry> documents;
  std::vector<Claim> claims;
  std::vector<Finding> findings;
  std::vector<Coverage> coverage;
  std::vector<NotCompared> not_compared;  // sorted
  std::vector<Remark> remarks = {};       // sorted by path, place, kind, message
  std::string rules_digest;
  Repair repair = {};
  Sides sides = {};
};

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_H_
