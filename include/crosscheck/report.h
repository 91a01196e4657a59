#ifndef CROSSCHECK_REPORT_H_
#define CROSSCHECK_REPORT_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
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

// Claims of one question that agree with one another.
struct Position {
  ClaimValue value;                      // of its first claim
  std::vector<ClaimIndex> claims;        // sorted, not empty
  std::vector<DocumentIndex> documents;  // sorted, each once
  int voices = 1;                        // documents, copies of one another counted once
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
  std::string state = "new";
};

// What became of one claim of the draft.
struct Coverage {
  ClaimIndex claim = 0;
  Verdict verdict = Verdict::kNotChecked;
  std::string reason;
};

// A document of the dossier as the report names it; one that could not be read has no Document.
struct DocumentEntry {
  DocumentInfo info;
  std::string status = "read";  // "read", "unread", "withdrawn"
  std::string why;              // for "unread": what went wrong
  std::optional<Document> document;
  int voice = 0;  // documents with one number are one voice
};

// All that a report writer may see. Findings are sorted by document, span, rule id.
struct Report {
  std::vector<DocumentEntry> documents;
  std::vector<Claim> claims;
  std::vector<Finding> findings;
  std::vector<Coverage> coverage;
  std::string rules_digest;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_REPORT_H_
