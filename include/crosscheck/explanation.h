#ifndef CROSSCHECK_EXPLANATION_H_
#define CROSSCHECK_EXPLANATION_H_

#include <optional>
#include <string>
#include <vector>

#include "crosscheck/report.h"

namespace crosscheck {

// A place to be explained: a line of a document, or the character at a column of it.
struct ExplainPlace {
  DocumentIndex document = 0;
  int line = 0;    // from 1; 0 = the whole document
  int column = 0;  // from 1, in code points; 0 = the whole line
};

struct ExplainRequest {
  ExplainPlace place;
  std::optional<ExplainPlace> against;  // only pairs with what stands there
  std::string rule;                     // only this rule, relation or status; "" = all
  bool assume_same_event = false;       // as CheckSettings has it
};

// A phrase of a sentence and what is known of it.
struct ExplainedPhrase {
  std::string text;
  TextSpan span;       // bytes of the document
  std::string kind;    // the kind of value ("money"), of name ("person"), or "" for a figure that is no value
  std::string reason;  // what it means; for a figure that is no value, why it is none
};

// What one pattern of a rule did in a sentence.
struct ExplainedPattern {
  std::string text;  // as the author wrote it
  std::string path;  // of the rule file
  LineColumn at;
  std::string state;    // the state that it means, for statuses
  std::string outcome;  // "claim", "unless", "zone", "no_value", "overlapped", or the step at which it fails: "absent",
                        // "elsewhere", "gap", "bound", "regex"
  std::string matched;  // the words that it matched, as far as it got
  std::string reason;   // in words
  int parts = 0;        // how many parts it has, and how many of them, from the first, match
  int parts_held = 0;
};

// What one rule did in a sentence.
struct ExplainedRule {
  std::string id;
  std::string form;     // "rule", "status", "aligned", "relation"
  std::string outcome;  // of its pattern that got furthest; "aligned" for rules without patterns
  std::string reason;   // for these: what they do instead
  std::vector<ExplainedPattern> patterns;
  std::vector<std::string> claims;  // each claim that it makes here, in words
};

struct ExplainedSentence {
  DocumentIndex document = 0;
  TextSpan span;  // bytes of the document
  std::string zone;
  bool read = true;  // false: boilerplate, where nothing is looked for
  std::string text;
  std::string seen;  // as patterns see it: folded, with a slot in place of each value and name
  std::vector<ExplainedPhrase> values, names, no_values;
  std::vector<ExplainedRule> rules;  // those that got somewhere first
};

// A document held against that of the place, and whether the two are taken to tell of one event.
struct ExplainedEvent {
  DocumentIndex document = 0;
  bool same = false;
  std::string reason;
};

// What a comparison did with a phrase of the place: related it to another, did not, or never looks at it.
struct ExplainedPair {
  std::string rule;
  std::string step;  // "relation", or where they parted: "event", "subject", "modality", "scope", "value", "veto", …
  bool related = false;
  DocumentIndex document = 0;  // of the phrase of the place
  TextSpan span;
  std::string text;
  bool alone = false;  // there is no other phrase
  DocumentIndex other_document = 0;
  TextSpan other_span;
  std::string other_text;
  std::string reason;
};

// Why a place makes the claims that it makes, and why they were or were not held against others.
struct Explanation {
  std::string problem;  // why there is nothing to explain ("the document has 12 lines"); then the rest is empty
  std::vector<ExplainedSentence> sentences;
  std::vector<ExplainedEvent> events;
  std::vector<ExplainedPair> pairs;  // those that came furthest first
  std::vector<size_t> findings;      // indices into Report::findings that point at the place
  Report report;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_EXPLANATION_H_
